import { withRoom } from '../../columns/grow.ts';
import { countOf, lengthOf } from '../../columns/lists.ts';
import { KEPT_KINDS } from './filedCounts.ts';
import { type FiledVectors, HEAD } from './filedVectors.ts';
import { letGo, makeFocus } from './focus.ts';
import { type Compared, makeScore, type Score } from './score.ts';
import type { Vectors } from './vectors.ts';

/** What a score reads beside the records. */
export type FiledCompared = Omit<Compared, 'amounts'>;

/**
 * Vectors of some articles of a corpus whose vectors lie in a file, side by side in places of their own, where pairs of them
 * are scored as any others. Some 3 KB each.
 */
export class Shelf {
  /** Of pairs of places. */
  readonly score: Score;
  readonly stems: ShelfLists;
  count = 0;
  readonly #vectors: FiledVectors;
  readonly #table: FiledCompared;
  readonly #kept: readonly ShelfLists[];
  /** Of numbers and quotes all that the articles have, of which only how many matters. */
  readonly #all: readonly ShelfLists[];
  readonly #own: OwnTable;

  /** `longest`: record that is put here, see longestRecord. */
  constructor(vectors: FiledVectors, table: FiledCompared, places: number, longest: number) {
    this.#vectors = vectors;
    this.#table = table;
    this.stems = new ShelfLists(places, vectors.features.stems, vectors.hashes);
    this.#kept = KEPT_KINDS.map((kind) => new ShelfLists(places, vectors.features[kind]));
    this.#all = KEPT_KINDS.map(() => new ShelfLists(places, 0));
    this.#own = new OwnTable(places);
    const [numbers, quotes] = this.#all;
    const [keptNumbers, keptQuotes] = this.#kept;
    const stems = this.stems;
    const own: Vectors = {
      count: places,
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
    const focus = {
      stems: makeFocus(stems, longest / 3),
      numbers: makeFocus(keptNumbers, longest / 2),
      quotes: makeFocus(keptQuotes, longest / 2),
    };
    this.score = { ...makeScore(this.#own, own), focus };
  }

  /** Puts an article into the next place, which it returns. */
  put(article: number, record: Uint32Array): number {
    const fractions = new Float32Array(record.buffer, record.byteOffset, record.length);
    const place = this.count++;
    const n = record[0];
    this.stems.push(place, record, fractions, HEAD, n, true);
    let at = HEAD + 3 * n;
    for (const [kind, lists] of this.#kept.entries()) {
      const kept = record[2 + 2 * kind];
      lists.push(place, record, fractions, at, kept, false);
      this.#all[kind].pushLength(place, record[1 + 2 * kind]);
      at += 2 * kept;
    }
    this.#own.copy(this.#table, article, place, record, at);
    this.#own.typical[place] = this.#vectors.typical[article];
    return place;
  }

  /** Takes away what lies in this place and behind it. */
  clear(from = 0): void {
    for (const focus of Object.values(this.score.focus)) if (focus.article >= from) letGo(focus);
    this.count = from;
  }
}

/** Values of the longest record; of its stems it has three columns, of what is kept of another kind two. */
export function longestRecord({ records }: FiledVectors): number {
  let longest = 0;
  for (let article = 0; article < countOf(records); article++) longest = Math.max(longest, lengthOf(records, article));
  return longest;
}

const NONE: Uint32Array = new Uint32Array(0);

/** Weighted lists, place after place. The columns grow: they are to be asked for each time. */
class ShelfLists {
  readonly features: number;
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array = NONE;
  readonly idf = new Float32Array(0);
  readonly starts: Uint32Array;
  ids = new Int32Array(1024);
  weights = new Float32Array(1024);
  lead = new Float32Array(1024);

  constructor(places: number, features: number, hashes: Uint32Array = NONE) {
    this.features = features;
    this.hashes = hashes;
    this.starts = new Uint32Array(places + 1);
  }

  /** What a record has from a value on: so many ids, as many weights and, where it has them, lead shares. */
  push(place: number, record: Uint32Array, fractions: Float32Array, at: number, length: number, hasLead: boolean): void {
    const start = this.starts[place];
    const end = start + length;
    if (end > this.ids.length) this.#grow(end, hasLead);
    const { ids, weights, lead } = this;
    for (let i = 0; i < length; i++) ids[start + i] = record[at + i];
    for (let i = 0; i < length; i++) weights[start + i] = fractions[at + length + i];
    if (hasLead) for (let i = 0; i < length; i++) lead[start + i] = fractions[at + 2 * length + i];
    this.starts[place + 1] = end;
  }

  /** A list that is asked for its length alone. */
  pushLength(place: number, length: number): void {
    this.starts[place + 1] = this.starts[place] + length;
  }

  #grow(wanted: number, hasLead: boolean): void {
    this.ids = withRoom(this.ids, wanted);
    this.weights = withRoom(this.weights, wanted);
    if (hasLead) this.lead = withRoom(this.lead, wanted);
  }
}

/** What a score reads beside the vectors. */
class OwnTable implements Compared {
  readonly typical: Float32Array;
  readonly ages: Uint32Array;
  readonly weekdays: Uint8Array;
  readonly months: Uint16Array;
  readonly days: Int32Array;
  readonly amounts: { starts: Uint32Array; values: Uint32Array };

  constructor(places: number) {
    this.typical = new Float32Array(places);
    this.ages = new Uint32Array(4 * places);
    this.weekdays = new Uint8Array(places);
    this.months = new Uint16Array(places);
    this.days = new Int32Array(places);
    this.amounts = { starts: new Uint32Array(places + 1), values: new Uint32Array(1024) };
  }

  /** The amounts are what the record has from a value on. */
  copy(table: FiledCompared, article: number, place: number, record: Uint32Array, at: number): void {
    for (let word = 0; word < 4; word++) this.ages[4 * place + word] = table.ages[4 * article + word];
    this.weekdays[place] = table.weekdays[article];
    this.months[place] = table.months[article];
    this.days[place] = table.days[article];
    const { amounts } = this;
    const start = amounts.starts[place];
    const end = start + record.length - at;
    amounts.values = withRoom(amounts.values, end);
    for (let i = start; i < end; i++) amounts.values[i] = record[at + i - start];
    amounts.starts[place + 1] = end;
  }
}
