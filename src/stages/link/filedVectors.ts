import type { Background } from '../../background/index.ts';
import { countOf, eachList, type FiledLists, inTurn, type Lists, listsBuilder } from '../../columns/lists.ts';
import { sharedFloat32, sharedInt32 } from '../../columns/shared.ts';
import type { Spool } from '../../columns/spool.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { PROBES, type Probed, weightiest } from './candidates.ts';
import { FeatureNumbers } from './numbering.ts';
import { type FeatureKind, type FeatureTable, idfOf, shareLead, weighArticle } from './vectors.ts';

/** The features of a corpus, the long lists of which lie in files. */
export interface FiledFeatures extends Omit<FeatureTable, 'counts' | FeatureKind | 'amounts'> {
  readonly stems: Lists;
  /** Parallel to stems. */
  readonly counts: Lists;
  readonly numbers: Lists;
  readonly names: Lists;
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
/** The kinds of which a record keeps what is shared, in its order. */
export const KEPT_KINDS = ['numbers', 'quotes'] as const satisfies readonly FeatureKind[];

/** Quotes numbered at once: about 30 bytes each. */
const QUOTES_A_PASS = 2e6;

/** The same figures as those of makeVectors, bit by bit; beside them, what probes are chosen from. Five passes over the features. */
export function fileVectors(table: FiledFeatures, background: Background, spool: Spool): { vectors: FiledVectors; probed: Probed } {
  const { count } = table;
  const weigher = (kind: FeatureKind, { hashes, documents }: Known) =>
    Float32Array.from(hashes, (hash, id) => idfOf(kind, hash, documents[id], count, background));
  const stemNumbers = numbered(table.stems);
  const stems = stemNumbers.finish();
  const stemIdf = weigher('stems', stems);
  const kinds = KEPT_KINDS.map((kind) => {
    const known = kind === 'quotes' ? sharedOf(table.quotes) : sharedIn(numbered(table[kind]));
    const { idOf, hashes, documents } = known;
    // What one article has alone is weighed, too: it is part of the length.
    const lone = (hash: number) => Math.fround(idfOf(kind, hash, 1, count, background));
    return { next: inTurn(table[kind]), idOf, idf: weigher(kind, { hashes, documents }), lone };
  });
  const records = listsBuilder(spool);
  const sum = new Float64Array(stems.hashes.length);
  const probed = new ProbedStems(count, stems);
  const [stemsOf, countsOf, amountsOf] = [inTurn(table.stems), inTurn(table.counts), inTurn(table.amounts)];
  for (let article = 0; article < count; article++) {
    const values = stemsOf(article);
    const counts = countsOf(article);
    const n = values.length;
    const ids = Int32Array.from(values, (hash) => stemNumbers.idOf(hash));
    const weights = new Float32Array(n);
    const lead = new Float32Array(n);
    weighArticle(ids, counts, stemIdf, weights, 0, n);
    shareLead(ids, counts, stemIdf, lead, 0, n);
    for (let at = 0; at < n; at++) sum[ids[at]] += weights[at];
    probed.add(ids, weights);
    const kept = kinds.map(({ next, idOf, idf, lone }) => keepShared(next(article), idOf, idf, lone));
    records.push(recordOf(ids, weights, lead, kept, amountsOf(article)));
  }
  const filed = records.finish() as FiledLists; // a spool was given
  const [numbers, quotes] = kinds.map(({ idf }) => idf.length);
  return {
    vectors: {
      count,
      records: filed,
      typical: typicalCosine(filed, sum),
      features: { stems: stems.hashes.length, numbers, quotes },
      hashes: stems.hashes,
    },
    probed,
  };
}

/** What was counted of a kind, by id. */
interface Known {
  readonly hashes: Uint32Array;
  readonly documents: Uint32Array;
}

function numbered(lists: Lists): FeatureNumbers {
  const numbers = new FeatureNumbers();
  let ids = new Int32Array(1024);
  eachList(lists, (values) => {
    if (values.length > ids.length) ids = new Int32Array(2 * values.length);
    numbers.add(values, ids);
  });
  return numbers;
}

/** The features that two articles or more have, numbered anew; idOf is −1 for others. */
type Shared = Known & { idOf(hash: number): number };

function sharedIn(numbers: FeatureNumbers): Shared {
  const builder = new SharedBuilder();
  builder.add(numbers);
  return builder.finish();
}

/** The same for what is mostly found once, in as many passes as keep the table of all of it small: each takes a range of the hashes. */
function sharedOf(lists: Lists): Shared {
  const passes = Math.max(1, Math.ceil(lists.starts[countOf(lists)] / QUOTES_A_PASS));
  const builder = new SharedBuilder();
  for (let pass = 0; pass < passes; pass++) {
    const numbers = new FeatureNumbers();
    let ids = new Int32Array(1024);
    eachList(lists, (values) => {
      const inRange = passes === 1 ? values : values.filter((value) => Math.floor((value * passes) / 2 ** 32) === pass);
      if (inRange.length > ids.length) ids = new Int32Array(2 * inRange.length);
      numbers.add(inRange, ids);
    });
    builder.add(numbers);
  }
  return builder.finish();
}

class SharedBuilder {
  readonly #ids = new HashMap();
  readonly #hashes: number[] = [];
  readonly #documents: number[] = [];

  add(numbers: FeatureNumbers): void {
    const { hashes, documents } = numbers.finish();
    for (let id = 0; id < hashes.length; id++) {
      if (documents[id] < 2) continue;
      this.#ids.set(hashes[id], this.#hashes.length);
      this.#hashes.push(hashes[id]);
      this.#documents.push(documents[id]);
    }
  }

  finish(): Shared {
    const ids = this.#ids;
    return { hashes: Uint32Array.from(this.#hashes), documents: Uint32Array.from(this.#documents), idOf: (hash) => ids.get(hash) };
  }
}

/** What is kept of one kind in an article. */
interface Kept {
  /** Features of the article, kept or not. */
  readonly all: number;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

function keepShared(values: Uint32Array, idOf: (hash: number) => number, idf: Float32Array, lone: (hash: number) => number): Kept {
  const ids = Int32Array.from(values, idOf);
  const ofPlace = Float32Array.from(ids, (id, at) => (id < 0 ? lone(values[at]) : idf[id]));
  const weights = new Float32Array(values.length);
  weighArticle(
    ids.map((_, at) => at),
    null,
    ofPlace,
    weights,
    0,
    values.length,
  );
  return { all: values.length, ids: ids.filter((id) => id >= 0), weights: weights.filter((_, at) => ids[at] >= 0) };
}

function recordOf(ids: Int32Array, weights: Float32Array, lead: Float32Array, kept: readonly Kept[], amounts: Uint32Array): Uint32Array {
  const length = HEAD + 3 * ids.length + kept.reduce((sum, { ids }) => sum + 2 * ids.length, 0) + amounts.length;
  const record = new Uint32Array(length);
  record[0] = ids.length;
  let at = HEAD;
  const put = (column: Int32Array | Float32Array) => {
    record.set(new Uint32Array(column.buffer, column.byteOffset, column.length), at);
    at += column.length;
  };
  for (const column of [ids, weights, lead]) put(column);
  for (const [kind, { all, ids, weights }] of kept.entries()) {
    record[1 + 2 * kind] = all;
    record[2 + 2 * kind] = ids.length;
    put(ids);
    put(weights);
  }
  record.set(amounts, at);
  return record;
}

/** See vectors.ts. */
function typicalCosine(records: FiledLists, sum: Float64Array): Float32Array {
  const articles = countOf(records);
  const typical = new Float32Array(articles);
  eachList(records, (record, article) => {
    const n = record[0];
    const ids = record.subarray(HEAD, HEAD + n);
    const weights = new Float32Array(record.buffer, record.byteOffset + 4 * (HEAD + n), n);
    let dot = 0;
    for (let at = 0; at < n; at++) dot += weights[at] * sum[ids[at]];
    typical[article] = articles > 1 ? Math.max(0, (dot - 1) / (articles - 1)) : 0;
  });
  return typical;
}

/** Of each article the stems that it is looked up by, and no other: indexProbes chooses the same among these as among all. */
class ProbedStems implements Probed {
  readonly count: number;
  readonly stems: { starts: Uint32Array; ids: Int32Array; weights: Float32Array; documents: Uint32Array; hashes: Uint32Array };
  #article = 0;
  readonly #chosen = new Uint32Array(PROBES);
  readonly #starts = new Uint32Array(2);

  constructor(count: number, { hashes, documents }: Known) {
    this.count = count;
    const room = count * PROBES;
    this.stems = { starts: new Uint32Array(count + 1), ids: sharedInt32(room), weights: sharedFloat32(room), documents, hashes };
  }

  add(ids: Int32Array, weights: Float32Array): void {
    const { starts, documents } = this.stems;
    this.#starts[1] = ids.length;
    const found = weightiest({ stems: { starts: this.#starts, ids, weights, documents } }, 0, this.#chosen, 0);
    let end = starts[this.#article];
    for (const at of this.#chosen.subarray(0, found).sort()) {
      this.stems.ids[end] = ids[at];
      this.stems.weights[end++] = weights[at];
    }
    starts[++this.#article] = end;
  }
}
