import type { Background } from '../../background/index.ts';
import { withRoom } from '../../columns/grow.ts';
import { countOf, lengthOf, valuesInto } from '../../columns/lists.ts';
import type { Pairs } from '../../columns/pairs.ts';
import { type Contrast, evenly, makeContrast } from './contrast.ts';
import { type FiledVectors, HEAD, KEPT_KINDS } from './filedVectors.ts';
import { letGo, makeFocus } from './focus.ts';
import { type Compared, makeScore, type Score, scorePair } from './score.ts';
import type { Vectors } from './vectors.ts';

/** What a score reads beside the records. */
export type FiledCompared = Omit<Compared, 'amounts'>;

/** Articles drawn at once: about 3 KB each. */
const MOST_DRAWN = 4096;

/**
 * Scores pairs of a corpus whose vectors lie in a file: the articles that are asked for are drawn into vectors of their own,
 * in which they have places for ids, and are scored there as any others.
 */
export class Drawn {
  readonly score: Score;
  readonly #vectors: FiledVectors;
  readonly #table: FiledCompared;
  readonly #places = new Map<number, number>();
  readonly #stems: DrawnLists;
  readonly #kept: readonly DrawnLists[];
  /** Of numbers and quotes all that the articles have, of which only how many matters. */
  readonly #all: readonly DrawnLists[];
  readonly #own: OwnTable;
  /** The record that was read last. */
  readonly #record: Uint32Array;

  constructor(vectors: FiledVectors, table: FiledCompared) {
    this.#vectors = vectors;
    this.#table = table;
    this.#stems = new DrawnLists(vectors.features.stems, vectors.hashes);
    this.#kept = KEPT_KINDS.map((kind) => new DrawnLists(vectors.features[kind]));
    this.#all = KEPT_KINDS.map(() => new DrawnLists(0));
    this.#own = new OwnTable();
    const [numbers, quotes] = this.#all;
    const [keptNumbers, keptQuotes] = this.#kept;
    const stems = this.#stems;
    const own: Vectors = {
      count: MOST_DRAWN,
      articles: vectors.count,
      stems,
      get lead() {
        return stems.lead;
      },
      numbers,
      quotes,
      kept: { numbers: keptNumbers, quotes: keptQuotes },
      typical: this.#own.typical,
    };
    const longest = longestRecord(vectors);
    this.#record = new Uint32Array(longest);
    const focus = {
      stems: makeFocus(stems, longest / 3),
      numbers: makeFocus(keptNumbers, longest / 2),
      quotes: makeFocus(keptQuotes, longest / 2),
    };
    this.score = { ...makeScore(this.#own, own), focus };
  }

  /** The scores of pairs from … to − 1. Pairs that begin with one article stand in a row. */
  scorePairs({ a, b }: Pairs, from: number, to: number): Float32Array<ArrayBuffer> {
    const scores = new Float32Array(to - from);
    for (let first = from; first < to; ) {
      const articles = new Set<number>();
      let past = first;
      for (; past < to && articles.size + 2 <= MOST_DRAWN; past++) articles.add(a[past]).add(b[past]);
      this.#clear();
      // In the order of their ids, so that of a pair the same one is in focus as in the corpus.
      for (const article of Uint32Array.from(articles).sort()) this.#draw(article);
      for (; first < past; first++) scores[first - from] = this.#scoreDrawn(a[first], b[first]);
    }
    return scores;
  }

  scoreOf(a: number, b: number): number {
    this.#drawAll([a, b]);
    return this.#scoreDrawn(a, b);
  }

  /** See contrast.ts. */
  contrast(background: Background): Contrast {
    const contrast = makeContrast({ stems: this.#stems }, background);
    return (xs, ys) => {
      const [some, others] = [evenly(xs), evenly(ys)];
      this.#drawAll([...some, ...others]);
      const placeOf = (article: number) => this.#places.get(article)!; // they have just been drawn
      return contrast(some.map(placeOf), others.map(placeOf));
    };
  }

  #scoreDrawn(a: number, b: number): number {
    return scorePair(this.score, this.#places.get(a)!, this.#places.get(b)!); // the caller has drawn them
  }

  /** Few articles; those that were asked for before stay as long as there is room. */
  #drawAll(articles: readonly number[]): void {
    if (this.#places.size + articles.length > MOST_DRAWN) this.#clear();
    for (const article of articles) if (!this.#places.has(article)) this.#draw(article);
  }

  #draw(article: number): void {
    const place = this.#places.size;
    this.#places.set(article, place);
    const record = valuesInto(this.#vectors.records, article, this.#record);
    const n = record[0];
    let at = HEAD;
    const next = (length: number) => record.subarray(at, (at += length));
    this.#stems.push(next(n), next(n), next(n));
    for (const [kind, lists] of this.#kept.entries()) {
      const kept = record[2 + 2 * kind];
      lists.push(next(kept), next(kept));
      this.#all[kind].pushLength(record[1 + 2 * kind]);
    }
    this.#own.copy(this.#table, article, place, record.subarray(at));
    this.#own.typical[place] = this.#vectors.typical[article];
  }

  #clear(): void {
    for (const focus of Object.values(this.score.focus)) letGo(focus);
    for (const lists of [this.#stems, ...this.#kept, ...this.#all]) lists.clear();
    this.#places.clear();
  }
}

/** Values of the longest record; of its stems it has three columns, of what is kept of another kind two. */
function longestRecord({ records }: FiledVectors): number {
  let longest = 0;
  for (let article = 0; article < countOf(records); article++) longest = Math.max(longest, lengthOf(records, article));
  return longest;
}

const NONE: Uint32Array = new Uint32Array(0);

/** Weighted lists of drawn articles, place after place. The columns grow: they are to be asked for each time. */
class DrawnLists {
  readonly features: number;
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array = NONE;
  readonly idf = new Float32Array(0);
  readonly starts = new Uint32Array(MOST_DRAWN + 1);
  ids = new Int32Array(1024);
  weights = new Float32Array(1024);
  lead = new Float32Array(1024);
  #count = 0;

  constructor(features: number, hashes: Uint32Array = NONE) {
    this.features = features;
    this.hashes = hashes;
  }

  /** The bits of ids, weights and lead shares, as a record has them. */
  push(ids: Uint32Array, weights: Uint32Array, lead: Uint32Array | null = null): void {
    const start = this.starts[this.#count];
    const end = start + ids.length;
    if (end > this.ids.length) this.#grow(end);
    this.ids.set(ids, start);
    this.weights.set(floats(weights), start);
    if (lead !== null) this.lead.set(floats(lead), start);
    this.starts[++this.#count] = end;
  }

  /** A list that is asked for its length alone. */
  pushLength(length: number): void {
    this.starts[this.#count + 1] = this.starts[this.#count] + length;
    this.#count++;
  }

  clear(): void {
    this.#count = 0;
  }

  #grow(wanted: number): void {
    this.ids = withRoom(this.ids, wanted);
    this.weights = withRoom(this.weights, wanted);
    this.lead = withRoom(this.lead, wanted);
  }
}

function floats({ buffer, byteOffset, length }: Uint32Array): Float32Array {
  return new Float32Array(buffer, byteOffset, length);
}

/** What a score reads beside the vectors, of the drawn articles. */
class OwnTable implements Compared {
  readonly typical = new Float32Array(MOST_DRAWN);
  readonly ages = new Uint32Array(4 * MOST_DRAWN);
  readonly weekdays = new Uint8Array(MOST_DRAWN);
  readonly months = new Uint16Array(MOST_DRAWN);
  readonly days = new Int32Array(MOST_DRAWN);
  readonly amounts = { starts: new Uint32Array(MOST_DRAWN + 1), values: new Uint32Array(1024) };

  copy(table: FiledCompared, article: number, place: number, amounts: Uint32Array): void {
    this.ages.set(table.ages.subarray(4 * article, 4 * article + 4), 4 * place);
    this.weekdays[place] = table.weekdays[article];
    this.months[place] = table.months[article];
    this.days[place] = table.days[article];
    const { starts, values } = this.amounts;
    const end = starts[place] + amounts.length;
    if (end > values.length) {
      this.amounts.values = new Uint32Array(2 * end);
      this.amounts.values.set(values);
    }
    this.amounts.values.set(amounts, starts[place]);
    starts[place + 1] = end;
  }
}
