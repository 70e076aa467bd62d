import type { Ragged } from '../../article.ts';
import type { Background } from '../../background/index.ts';

/** The features of all articles as columns; made by `describe`, article by article. */
export interface FeatureTable {
  readonly count: number;
  readonly stems: Ragged;
  /** Parallel to stems.values. */
  readonly counts: Uint32Array;
  readonly numbers: Ragged;
  readonly names: Ragged;
  readonly quotes: Ragged;
  /** Four words of 32 bits an article. */
  readonly ages: Uint32Array;
  readonly weekdays: Uint8Array;
  readonly months: Uint16Array;
  /** Days since 1970-01-01, or NO_DAY. */
  readonly days: Int32Array;
}
export const NO_DAY = -0x80000000;

/** The corpus counts as this many articles of the background: it matters once it is of that size. */
const BACKGROUND_WEIGHT = 1000;
/** The two articles of a pair are no evidence that their words are common. */
const OWN_ARTICLES = 2;
/** Rarer than this is all the same; it keeps the scale of a cosine the same at any size of the corpus. */
const LEAST_SHARE = 1 / 40_000;
/** A stem that the background lacks may stand in so many of its articles all the same. */
const UNSEEN_DOCUMENTS = 5;
/** Share of articles in which a run of quoted words is expected. */
const QUOTE_SHARE = 1e-4;

/** A feature of one kind over the corpus: ids in the order of their hashes, document frequencies, weights by article. */
export interface WeightedLists {
  readonly starts: Uint32Array;
  /** Feature ids, rising within an article. */
  readonly ids: Int32Array;
  /** (1 + ln count) · idf, each article's list of length 1 (Euclid). */
  readonly weights: Float32Array;
  readonly documents: Uint32Array;
  readonly idf: Float32Array;
  readonly hashes: Uint32Array;
}

export interface Vectors {
  readonly count: number;
  /** Articles of the corpus: of the whole, where the table is a part. */
  readonly articles: number;
  readonly stems: WeightedLists;
  /** Parallel to stems.ids: the stem's share of the lead, each article's sum 1; 0 when it is not in the lead. */
  readonly lead: Float32Array;
  readonly numbers: WeightedLists;
  readonly names: WeightedLists;
  readonly quotes: WeightedLists;
  /** Mean cosine of an article to all others: how much the corpus around it is about one thing. */
  readonly typical: Float32Array;
}

/** The kinds of features that are weighed by how many articles have them. */
export type FeatureKind = 'stems' | 'numbers' | 'names' | 'quotes';

/** What has to be known of a whole corpus when the table holds a part of it: the part is then weighed as it were in the whole. */
export interface Whole {
  /** Articles of the whole. */
  readonly count: number;
  /** Articles of the whole that have a feature. */
  documentsWith(kind: FeatureKind, hash: number): number;
  /** Sum of a stem's weights over the whole, and how often an article of the table is in these sums: 1, or a share when they are drawn from a sample. */
  weightOf(stem: number): number;
  timesIn(article: number): number;
}

/** Weighs every feature by how rare it is, in this corpus, or in the whole that it is a part of, and in news at large. O(features · log). */
export function makeVectors(table: FeatureTable, background: Background, whole: Whole | null = null): Vectors {
  const lists = (kind: FeatureKind, countOf: (at: number) => number) => weigh(table, kind, countOf, background, whole);
  const stems = lists('stems', (at) => table.counts[at] & 0xffff);
  const numbers = lists('numbers', () => 1);
  const names = lists('names', () => 1);
  const quotes = lists('quotes', () => 1);
  const typical = whole === null ? typicalCosine(table.count, stems) : typicalInWhole(table.count, stems, whole);
  return {
    count: table.count,
    articles: whole?.count ?? table.count,
    stems,
    lead: leadShares(table, stems),
    numbers,
    names,
    quotes,
    typical,
  };
}

/** How telling a feature is that stands in so many of the articles: −ln of its share, blended with that in the background. */
export function idfOf(kind: FeatureKind, hash: number, documents: number, articles: number, background: Background): number {
  const common = kind === 'quotes' ? QUOTE_SHARE : Math.max(background.documentsWith(hash), UNSEEN_DOCUMENTS) / background.documents;
  const seen = Math.max(documents - OWN_ARTICLES, 0) + BACKGROUND_WEIGHT * common;
  const share = seen / (Math.max(articles - OWN_ARTICLES, 0) + BACKGROUND_WEIGHT);
  return -Math.log(Math.min(1, Math.max(LEAST_SHARE, share)));
}

function weigh(
  table: FeatureTable,
  kind: FeatureKind,
  countOf: (at: number) => number,
  background: Background,
  whole: Whole | null,
): WeightedLists {
  const lists = table[kind];
  const hashes = distinct(lists.values);
  const idOf = indexOf(hashes);
  const ids = new Int32Array(lists.values.length);
  const documents = new Uint32Array(hashes.length);
  for (let at = 0; at < ids.length; at++) {
    const id = idOf(lists.values[at]);
    ids[at] = id;
    documents[id]++;
  }
  const idf = new Float32Array(hashes.length);
  const articles = whole?.count ?? table.count;
  for (let id = 0; id < hashes.length; id++) {
    if (whole !== null) documents[id] = whole.documentsWith(kind, hashes[id]);
    idf[id] = idfOf(kind, hashes[id], documents[id], articles, background);
  }
  const weights = new Float32Array(ids.length);
  for (let article = 0; article < table.count; article++) {
    let squares = 0;
    for (let at = lists.starts[article]; at < lists.starts[article + 1]; at++) {
      const weight = (1 + Math.log(countOf(at))) * idf[ids[at]];
      weights[at] = weight;
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (let at = lists.starts[article]; at < lists.starts[article + 1]; at++) weights[at] /= length;
  }
  return { starts: lists.starts, ids, weights, documents, idf, hashes };
}

function leadShares(table: FeatureTable, stems: WeightedLists): Float32Array {
  const lead = new Float32Array(stems.ids.length);
  for (let article = 0; article < table.count; article++) {
    let sum = 0;
    for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) {
      const inLead = table.counts[at] >>> 16;
      if (inLead === 0) continue;
      const idf = stems.idf[stems.ids[at]];
      lead[at] = (1 + Math.log(inLead)) * idf * idf;
      sum += lead[at];
    }
    if (sum > 0) for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) lead[at] /= sum;
  }
  return lead;
}

/** Through the sum of all vectors, so that no pair is looked at. */
function typicalCosine(articles: number, stems: WeightedLists): Float32Array {
  const sum = new Float64Array(stems.hashes.length);
  for (let at = 0; at < stems.ids.length; at++) sum[stems.ids[at]] += stems.weights[at];
  const typical = new Float32Array(articles);
  for (let article = 0; article < articles; article++) {
    let dot = 0;
    for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) dot += stems.weights[at] * sum[stems.ids[at]];
    typical[article] = articles > 1 ? Math.max(0, (dot - 1) / (articles - 1)) : 0;
  }
  return typical;
}

/** The same for a part of a corpus, by the sums over the whole. */
function typicalInWhole(articles: number, stems: WeightedLists, whole: Whole): Float32Array {
  const sum = Float64Array.from(stems.hashes, (hash) => whole.weightOf(hash));
  const typical = new Float32Array(articles);
  for (let article = 0; article < articles; article++) {
    let dot = 0;
    for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) dot += stems.weights[at] * sum[stems.ids[at]];
    typical[article] = whole.count > 1 ? Math.max(0, (dot - whole.timesIn(article)) / (whole.count - 1)) : 0;
  }
  return typical;
}

/** The values that occur, sorted. */
function distinct(values: Uint32Array): Uint32Array {
  let capacity = 1024;
  let slots = new Uint32Array(capacity);
  let used = 0;
  let hasZero = false;
  const insert = (table: Uint32Array, value: number): boolean => {
    const mask = table.length - 1;
    let slot = (Math.imul(value, 0x9e3779b1) >>> 0) & mask;
    while (table[slot] !== 0) {
      if (table[slot] === value) return false;
      slot = (slot + 1) & mask;
    }
    table[slot] = value;
    return true;
  };
  for (const value of values) {
    if (value === 0) hasZero = true;
    else if (insert(slots, value) && ++used * 2 > capacity) {
      capacity *= 4;
      const larger = new Uint32Array(capacity);
      for (const kept of slots) if (kept !== 0) insert(larger, kept);
      slots = larger;
    }
  }
  const found = slots.filter((value) => value !== 0).sort();
  if (!hasZero) return found;
  const withZero = new Uint32Array(found.length + 1);
  withZero.set(found, 1);
  return withZero;
}

/** value → its position in the sorted list, by open addressing. */
function indexOf(sorted: Uint32Array): (value: number) => number {
  let capacity = 16;
  while (capacity < sorted.length * 2) capacity *= 2;
  const mask = capacity - 1;
  const positions = new Int32Array(capacity).fill(-1);
  for (let i = 0; i < sorted.length; i++) {
    let slot = (Math.imul(sorted[i], 0x9e3779b1) >>> 0) & mask;
    while (positions[slot] >= 0) slot = (slot + 1) & mask;
    positions[slot] = i;
  }
  return (value) => {
    let slot = (Math.imul(value, 0x9e3779b1) >>> 0) & mask;
    while (positions[slot] >= 0 && sorted[positions[slot]] !== value) slot = (slot + 1) & mask;
    return positions[slot];
  };
}
