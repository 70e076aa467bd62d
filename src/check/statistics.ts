import { background } from '../background/index.ts';
import { withRoom } from '../columns/grow.ts';
import { raggedOf } from '../columns/ragged.ts';
import { repeatedIn } from '../columns/repeated.ts';
import type { Row } from '../engines/index.ts';
import { HashMap } from '../kernel/hashMap.ts';
import { type FeatureKind, idfOf, numberFeatures, type Whole, weighArticle, weightOfCount } from '../stages/link/index.ts';
import type { Past } from './archive.ts';

const KINDS: readonly FeatureKind[] = ['stems', 'numbers', 'quotes'];
/** So many articles of a larger archive stand for all of it where the likeness of an article to the rest is measured. */
const SAMPLE = 2000;

/** How common each feature is in archive and batch together: looked up in the archive when first asked for, all of a batch at once. */
export class Statistics {
  readonly count: number;
  private readonly counts: { readonly [Kind in FeatureKind]: Counts };

  /** Knows the stems of the batch. */
  constructor(
    private readonly past: Past,
    batch: readonly Row[],
  ) {
    this.count = past.count + batch.length;
    const idf = (stem: number, documents: number) => idfOf('stems', stem, documents, this.count, background());
    this.counts = { stems: new Counts(idf), numbers: new Counts(), quotes: new Counts() };
    const gone = past.replaced.map((id) => past.archive.features(id));
    for (const row of batch) this.add(row, 1);
    for (const row of gone) this.add(row, -1);
    this.learn('stems', listsOf('stems', batch));
  }

  /** Looks up what is not known yet of the quotations by which any two of these articles can be compared. */
  learnQuotes(rows: readonly Pick<Row, 'quotes'>[]): void {
    this.learn('quotes', listsOf('quotes', quotingAlike(rows)));
  }

  /** Looks up what is not known yet of these features. */
  learn(kind: FeatureKind, lists: readonly Uint32Array[]): void {
    const counts = this.counts[kind];
    const keys = counts.unknown(lists);
    const found = new Int32Array(keys.length);
    this.past.archive.lookUp(kind, keys, (at, { counters }) => {
      found[at] += counters[0];
    });
    for (let at = 0; at < keys.length; at++) if (found[at] !== 0) counts.add(keys[at], found[at]);
  }

  /** How telling a stem is, as link has it. */
  idfOfStem(stem: number): number {
    return this.counts.stems.made(stem);
  }

  /** In the batch alone, for a stem that was never learnt. */
  documentsWith(stem: number): number {
    return this.counts.stems.get(stem);
  }

  /** What is not known yet is looked up; of quotations, those that were never learnt are counted in the batch alone. */
  documentsOf(kind: FeatureKind, hashes: Uint32Array): Uint32Array {
    if (kind !== 'quotes') this.learn(kind, [hashes]);
    const counts = this.counts[kind];
    return hashes.map((hash) => counts.get(hash));
  }

  private add(row: Pick<Row, FeatureKind>, by: number): void {
    for (const kind of KINDS) for (const hash of row[kind]) this.counts[kind].add(hash, by);
  }
}

/**
 * The articles that have some run of quoted words in common with another of these. To all others it is the same how common
 * their quotations are: nothing is compared by them. In the archive these are half of all keys, each a random one.
 */
function quotingAlike<Quoting extends Pick<Row, 'quotes'>>(rows: readonly Quoting[]): Quoting[] {
  const isRepeated = repeatedIn(rows.map(({ quotes }) => quotes));
  const firstWith = new HashMap(1 << 12);
  const isAlike = new Uint8Array(rows.length);
  for (const [at, { quotes }] of rows.entries()) {
    for (const quote of quotes) {
      if (!isRepeated(quote)) continue;
      const first = firstWith.get(quote);
      if (first < 0) firstWith.set(quote, at);
      else isAlike[at] = isAlike[first] = 1;
    }
  }
  return rows.filter((_, at) => isAlike[at] === 1);
}

/** Counts by hash. Of a hash that is not known yet they are not complete. */
class Counts {
  private readonly places = new HashMap(1 << 12);
  private values = new Int32Array(1 << 12);
  private known = new Uint32Array(1 << 12);
  /** What was made of a count: a batch and its neighbours ask it millions of times of some ten thousand stems. 0 is nothing yet. */
  private makings = new Float32Array(1 << 12);
  private used = 0;

  constructor(private readonly make: (hash: number, count: number) => number = () => 0) {}

  /** The hashes among these that are not known, rising; from now on they are. */
  unknown(lists: readonly Uint32Array[]): Uint32Array {
    const found: number[] = [];
    for (const list of lists) {
      for (const hash of list) {
        const place = this.placeOf(hash);
        if (this.known[place] === 1) continue;
        this.known[place] = 1;
        found.push(hash);
      }
    }
    return Uint32Array.from(found).sort();
  }

  add(hash: number, by: number): void {
    const place = this.placeOf(hash);
    this.values[place] += by;
    this.makings[place] = 0;
  }

  get(hash: number): number {
    const place = this.places.get(hash);
    return place < 0 ? 0 : this.values[place];
  }

  /** What is made of the count of a hash, as a float of 32 bits; made once while the count stays. */
  made(hash: number): number {
    const place = this.places.get(hash);
    if (place < 0) return Math.fround(this.make(hash, 0));
    if (this.makings[place] === 0) this.makings[place] = this.make(hash, this.values[place]);
    return this.makings[place];
  }

  private placeOf(hash: number): number {
    const place = this.places.get(hash);
    if (place >= 0) return place;
    this.places.set(hash, this.used);
    this.values = withRoom(this.values, this.used + 1);
    this.known = withRoom(this.known, this.used + 1);
    this.makings = withRoom(this.makings, this.used + 1);
    return this.used++;
  }
}

/** The weights of an article's stems, (1 + ln count) · idf, of length 1 (Euclid), as link weighs them. */
export function stemWeights({ stems, counts }: Pick<Row, 'stems' | 'counts'>, statistics: Pick<Statistics, 'idfOfStem'>): Float32Array {
  const weights = new Float32Array(stems.length);
  let squares = 0;
  for (let i = 0; i < stems.length; i++) {
    const weight = weightOfCount(counts[i] & 0xffff) * statistics.idfOfStem(stems[i]) + 0; // no −0
    weights[i] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let i = 0; i < weights.length; i++) weights[i] /= length;
  return weights;
}

/** Sums of stem weights over the whole: of the batch, and of the archive or a sample of it that is taken as often as it is too small. */
export class WeightSums {
  private readonly places = new HashMap(1 << 14);
  private readonly sums: Float64Array;
  /** Archived articles in the sample, and how often each counts. */
  private readonly sampled: ReadonlySet<number>;
  private readonly times: number;

  constructor(past: Past, batch: readonly Row[], statistics: Statistics) {
    const ids = sampleOf(past);
    this.sampled = new Set(ids);
    this.times = ids.length === 0 ? 1 : past.count / ids.length;
    const rows = [...ids.map((id) => past.archive.features(id)), ...batch];
    const { starts, values } = raggedOf(listsOf('stems', rows));
    const { ids: numbers, hashes } = numberFeatures(values);
    statistics.learn('stems', [hashes]);
    const idf = Float32Array.from(hashes, (stem) => statistics.idfOfStem(stem));
    const { values: counts } = raggedOf(rows.map((row) => row.counts));
    const weights = new Float32Array(values.length);
    this.sums = new Float64Array(hashes.length);
    for (let row = 0; row < rows.length; row++) {
      weighArticle(numbers, counts, idf, weights, starts[row], starts[row + 1]);
      const times = row < ids.length ? this.times : 1;
      for (let at = starts[row]; at < starts[row + 1]; at++) this.sums[numbers[at]] += times * weights[at];
    }
    for (let number = 0; number < hashes.length; number++) this.places.set(hashes[number], number);
  }

  get(stem: number): number {
    const place = this.places.get(stem);
    return place < 0 ? 0 : this.sums[place];
  }

  /** How often an archived article is in the sums; one of the batch is once. */
  timesOf(id: number): number {
    return this.sampled.has(id) ? this.times : 0;
  }
}

/** Ids spread evenly over the archive; all of a small one. */
function sampleOf({ archive, without }: Past): number[] {
  const step = Math.max(1, archive.nextId / SAMPLE);
  const ids = new Set<number>();
  for (let at = 0; at < archive.nextId; at += step) {
    let id = Math.floor(at);
    while (id < archive.nextId && (without.has(id) || ids.has(id))) id++;
    if (id < archive.nextId) ids.add(id);
  }
  return [...ids].sort((a, b) => a - b);
}

/** What archive and batch together say of the weight of a feature. */
export interface Weighing {
  readonly statistics: Statistics;
  readonly sums: WeightSums;
}

/** Their features of one kind. */
export function listsOf<Kind extends FeatureKind>(kind: Kind, rows: readonly Pick<Row, Kind>[]): Uint32Array[] {
  return rows.map((row) => row[kind]);
}

/** Of a batch, with the features of its own articles learnt. */
export function weigh(past: Past, batch: readonly Row[]): Weighing {
  const statistics = new Statistics(past, batch);
  return { statistics, sums: new WeightSums(past, batch, statistics) };
}

/** The whole as link sees it. `idOf`: the archived id of an article of the table, −1 for one of the batch. */
export function wholeOf({ statistics, sums }: Weighing, idOf: (article: number) => number): Whole {
  return {
    count: statistics.count,
    documentsOf: (kind, hashes) => statistics.documentsOf(kind, hashes),
    weightOf: (stem) => sums.get(stem),
    timesIn: (article) => (idOf(article) < 0 ? 1 : sums.timesOf(idOf(article))),
  };
}
