import type { Ragged } from '../../article.ts';
import type { Background } from '../../background/index.ts';
import { withRoom } from '../../columns/grow.ts';
import { countOf, eachList, type FiledLists, inTurn, type Lists, type ListsJoiner, listsJoiner } from '../../columns/lists.ts';
import { sharedFloat32, sharedInt32 } from '../../columns/shared.ts';
import type { Spool } from '../../columns/spool.ts';
import { PROBES, type Probed, weightiest } from './candidates.ts';
import { KEPT_KINDS, type KeptKind, type Numbered, type Weighing } from './filedCounts.ts';
import { idIn } from './numbering.ts';
import { type FeatureKind, type FeatureTable, idfOf, shareLead, weighArticle } from './vectors.ts';

/** The features of a corpus, the long lists of which lie in files. Plain data, for workers. */
export interface FiledFeatures extends Omit<FeatureTable, 'counts' | FeatureKind | 'amounts'> {
  readonly stems: Lists;
  /** Parallel to stems. */
  readonly counts: Lists;
  readonly numbers: Lists;
  readonly quotes: Lists;
  readonly amounts: Lists;
}

/**
 * The vectors of a corpus (see vectors.ts) in a file, a record an article, for a corpus whose vectors are more than memory
 * has room for. Plain data, for workers. What is asked of some articles is asked of their records: see drawn.ts.
 */
export interface FiledVectors {
  readonly count: number;
  /**
   * HEAD lengths: stems; then of numbers and quotes all that the article has, and those kept, which another has too.
   * Behind them the stems' ids, weights and lead shares; then the ids and weights of what is kept of each kind; the rest is the
   * amounts. Fractions as the bits of 32-bit floats.
   */
  readonly records: FiledLists;
  readonly typical: Float32Array;
  /** How many ids each kind has. */
  readonly features: Readonly<Record<FeatureKind, number>>;
  /** Per stem's id, its hash. */
  readonly hashes: Uint32Array;
}
export const HEAD = 5;

/** Some articles, one after the other. */
export interface WeighedPart {
  readonly records: Ragged;
  /** Of each article the ids of the stems that it is looked up by, and their weights. */
  readonly probes: Ragged;
  readonly probeWeights: Float32Array;
}

/** The same figures as those of makeVectors, bit by bit, of articles from … to − 1. O(features). */
export function weighArticles(table: FiledFeatures, by: Weighing, background: Background, from: number, to: number): WeighedPart {
  const [stemsOf, countsOf, amountsOf] = [inTurn(table.stems, to), inTurn(table.counts, to), inTurn(table.amounts, to)];
  const kinds = KEPT_KINDS.map((kind) => ({ next: inTurn(table[kind], to), keeper: keeperOf(kind, by, background) }));
  const records = new RecordBuilder(to - from);
  const probed = new ProbedBuilder(to - from);
  let [ids, weights, lead] = [new Int32Array(1024), new Float32Array(1024), new Float32Array(1024)];
  for (let article = from; article < to; article++) {
    const values = stemsOf(article);
    const n = values.length;
    [ids, weights, lead] = [withRoom(ids, n), withRoom(weights, n), withRoom(lead, n)];
    for (let at = 0; at < n; at++) ids[at] = idIn(by.stems.slots, values[at]);
    const counts = countsOf(article);
    weighArticle(ids, counts, by.stems.idf, weights, 0, n);
    lead.fill(0, 0, n);
    shareLead(ids, counts, by.stems.idf, lead, 0, n);
    probed.add(ids, weights, n, by.stems.documents);
    records.begin(n);
    records.put(ids, n);
    records.putFractions(weights, n);
    records.putFractions(lead, n);
    for (const [place, { next, keeper }] of kinds.entries()) keeper(next(article), records, place);
    records.end(amountsOf(article));
  }
  return { records: records.finish(), ...probed.finish() };
}

/** Puts what is kept of one kind in an article into its record. What one article has alone is weighed, too: it is part of the length. */
function keeperOf(kind: KeptKind, by: Weighing, background: Background) {
  const { slots, idf }: Numbered = by[kind];
  const lone = (hash: number) => idfOf(kind, hash, 1, by.count, background);
  const loneQuote = lone(0); // quotes are no words: none is in the background
  let [ids, weights] = [new Int32Array(256), new Float32Array(256)];
  return (values: Uint32Array, record: RecordBuilder, place: number) => {
    const all = values.length;
    [ids, weights] = [withRoom(ids, all), withRoom(weights, all)];
    let squares = 0;
    for (let at = 0; at < all; at++) {
      const id = idIn(slots, values[at]);
      ids[at] = id;
      weights[at] = id >= 0 ? idf[id] : kind === 'quotes' ? loneQuote : lone(values[at]);
      squares += weights[at] * weights[at];
    }
    const length = Math.sqrt(squares) || 1;
    let kept = 0;
    for (let at = 0; at < all; at++) {
      if (ids[at] < 0) continue;
      ids[kept] = ids[at];
      weights[kept++] = weights[at] / length;
    }
    record.keep(place, all, kept);
    record.put(ids, kept);
    record.putFractions(weights, kept);
  };
}

/** Records end to end, in memory. */
class RecordBuilder {
  readonly #starts: Uint32Array<ArrayBuffer>;
  #values = new Uint32Array(1 << 16);
  /** The bits of #values. */
  #fractions = new Float32Array(this.#values.buffer);
  #records = 0;
  #end = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most + 1);
  }

  begin(stems: number): void {
    this.#room(HEAD);
    this.#values.fill(0, this.#end, this.#end + HEAD);
    this.#values[this.#end] = stems;
    this.#end += HEAD;
  }

  /** How many features of a kind there are, and how many of them are kept. */
  keep(place: number, all: number, kept: number): void {
    const start = this.#starts[this.#records];
    this.#values[start + 1 + 2 * place] = all;
    this.#values[start + 2 + 2 * place] = kept;
  }

  put(column: Int32Array | Uint32Array, length: number): void {
    this.#room(length);
    const [values, end] = [this.#values, this.#end];
    for (let at = 0; at < length; at++) values[end + at] = column[at];
    this.#end += length;
  }

  putFractions(column: Float32Array, length: number): void {
    this.#room(length);
    const [fractions, end] = [this.#fractions, this.#end];
    for (let at = 0; at < length; at++) fractions[end + at] = column[at];
    this.#end += length;
  }

  end(amounts: Uint32Array): void {
    this.put(amounts, amounts.length);
    this.#starts[++this.#records] = this.#end;
  }

  finish(): Ragged {
    return { starts: this.#starts, values: this.#values.slice(0, this.#end) };
  }

  #room(wanted: number): void {
    if (this.#end + wanted <= this.#values.length) return;
    this.#values = withRoom(this.#values, this.#end + wanted);
    this.#fractions = new Float32Array(this.#values.buffer);
  }
}

/** Of each article the stems that it is looked up by, and no other: indexProbes chooses the same among these as among all. */
class ProbedBuilder {
  readonly #starts: Uint32Array<ArrayBuffer>;
  readonly #ids: Uint32Array<ArrayBuffer>;
  readonly #weights: Float32Array<ArrayBuffer>;
  readonly #chosen = new Uint32Array(PROBES);
  readonly #range = new Uint32Array(2);
  #articles = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most + 1);
    this.#ids = new Uint32Array(most * PROBES);
    this.#weights = new Float32Array(most * PROBES);
  }

  add(ids: Int32Array, weights: Float32Array, length: number, documents: Uint32Array): void {
    this.#range[1] = length;
    const found = weightiest({ stems: { starts: this.#range, ids, weights, documents } }, 0, this.#chosen, 0);
    let end = this.#starts[this.#articles];
    for (const at of this.#chosen.subarray(0, found).sort()) {
      this.#ids[end] = ids[at];
      this.#weights[end++] = weights[at];
    }
    this.#starts[++this.#articles] = end;
  }

  finish(): Pick<WeighedPart, 'probes' | 'probeWeights'> {
    const end = this.#starts[this.#articles];
    return { probes: { starts: this.#starts, values: this.#ids.slice(0, end) }, probeWeights: this.#weights.slice(0, end) };
  }
}

/** Takes the parts in their order: records into a file, probes together. */
export class VectorFiler {
  readonly #by: Weighing;
  readonly #records: ListsJoiner;
  readonly #sum: Float64Array;
  readonly #probed: { starts: Uint32Array; ids: Int32Array; weights: Float32Array };
  #articles = 0;

  constructor(by: Weighing, spool: Spool) {
    this.#by = by;
    this.#records = listsJoiner(spool);
    this.#sum = new Float64Array(by.stems.hashes.length);
    const room = by.count * PROBES;
    this.#probed = { starts: new Uint32Array(by.count + 1), ids: sharedInt32(room), weights: sharedFloat32(room) };
  }

  add({ records, probes, probeWeights }: WeighedPart): void {
    this.#records.append(records);
    const { starts, values } = records;
    const fractions = new Float32Array(values.buffer, values.byteOffset, values.length);
    for (let i = 0; i + 1 < starts.length; i++) addWeights(values, fractions, starts[i], this.#sum);
    const before = this.#probed.starts[this.#articles];
    this.#probed.ids.set(probes.values, before);
    this.#probed.weights.set(probeWeights, before);
    for (let i = 1; i < probes.starts.length; i++) this.#probed.starts[++this.#articles] = before + probes.starts[i];
  }

  /** Beside the vectors, what probes are chosen from. */
  finish(): { vectors: FiledVectors; probed: Probed } {
    const { count, stems, numbers, quotes } = this.#by;
    const { hashes, documents } = stems;
    const records = this.#records.finish() as FiledLists; // a spool was given
    const features = { stems: hashes.length, numbers: numbers.hashes.length, quotes: quotes.hashes.length };
    const typical = typicalCosine(records, this.#sum);
    return { vectors: { count, records, typical, features, hashes }, probed: { count, stems: { ...this.#probed, documents, hashes } } };
  }
}

function addWeights(values: Uint32Array, fractions: Float32Array, start: number, sum: Float64Array): void {
  const n = values[start];
  const ids = start + HEAD;
  for (let at = ids; at < ids + n; at++) sum[values[at]] += fractions[at + n];
}

/** See vectors.ts. */
function typicalCosine(records: FiledLists, sum: Float64Array): Float32Array {
  const articles = countOf(records);
  const typical = new Float32Array(articles);
  eachList(records, (record, article) => {
    const n = record[0];
    const weights = new Float32Array(record.buffer, record.byteOffset + 4 * (HEAD + n), n);
    let dot = 0;
    for (let at = 0; at < n; at++) dot += weights[at] * sum[record[HEAD + at]];
    typical[article] = articles > 1 ? Math.max(0, (dot - 1) / (articles - 1)) : 0;
  });
  return typical;
}
