import type { Ragged } from '../../article.ts';
import type { Background } from '../../background/index.ts';
import { sharedFloat32 } from '../../columns/shared.ts';
import { type FocusLists, sharedOnly } from './focus.ts';
import { numberFeatures, numberRepeated } from './numbering.ts';

/** The features of all articles as columns; made by `describe`, article by article. */
export interface FeatureTable {
  readonly count: number;
  readonly stems: Ragged;
  /** Parallel to stems.values. */
  readonly counts: Uint32Array;
  readonly numbers: Ragged;
  readonly quotes: Ragged;
  /** Four words of 32 bits an article. */
  readonly ages: Uint32Array;
  readonly weekdays: Uint8Array;
  readonly months: Uint16Array;
  readonly amounts: Ragged;
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

/** A feature of one kind over the corpus: ids by first sight, document frequencies, weights by article. */
export interface WeightedLists {
  readonly starts: Uint32Array;
  /** Feature ids; within an article in the order of their hashes. Quotations that no other article has may share one. */
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
  readonly quotes: WeightedLists;
  /** Of numbers and quotes what two articles can share. */
  readonly kept: { readonly [Kind in 'numbers' | 'quotes']: FocusLists };
  /** Mean cosine of an article to all others: how much the corpus around it is about one thing. */
  readonly typical: Float32Array;
}

/** The kinds of features that are weighed by how many articles have them. */
export type FeatureKind = 'stems' | 'numbers' | 'quotes';

/** What has to be known of a whole corpus when the table holds a part of it: the part is then weighed as it were in the whole. */
export interface Whole {
  /** Articles of the whole. */
  readonly count: number;
  /** Articles of the whole that have each of these features, which are distinct. */
  documentsOf(kind: FeatureKind, hashes: Uint32Array): Uint32Array;
  /** Sum of a stem's weights over the whole, and how often an article of the table is in these sums: 1, or a share when they are drawn from a sample. */
  weightOf(stem: number): number;
  timesIn(article: number): number;
}

/** Weighs every feature by how rare it is, in this corpus, or in the whole that it is a part of, and in news at large. O(features · log). */
export function makeVectors(table: FeatureTable, background: Background, whole: Whole | null = null): Vectors {
  const lists = (kind: FeatureKind, counts: Uint32Array | null = null) => weigh(table, kind, counts, background, whole);
  const stems = lists('stems', table.counts);
  const [numbers, quotes] = [lists('numbers'), lists('quotes')];
  return {
    count: table.count,
    articles: whole?.count ?? table.count,
    stems,
    lead: leadShares(table, stems),
    numbers,
    quotes,
    kept: { numbers: sharedOnly(numbers), quotes: sharedOnly(quotes) },
    typical: whole === null ? typicalCosine(table.count, stems) : typicalInWhole(table.count, stems, whole),
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
  counts: Uint32Array | null,
  background: Background,
  whole: Whole | null,
): WeightedLists {
  const lists = table[kind];
  // A quotation that stands once here may be in the whole, too.
  const number = kind === 'quotes' && whole === null ? numberRepeated : numberFeatures;
  const { ids, documents: ofTable, hashes } = number(lists.values);
  const documents = whole?.documentsOf(kind, hashes) ?? ofTable;
  const idf = new Float32Array(hashes.length);
  const articles = whole?.count ?? table.count;
  for (let id = 0; id < hashes.length; id++) idf[id] = idfOf(kind, hashes[id], documents[id], articles, background);
  const weights = sharedFloat32(ids.length);
  for (let article = 0; article < table.count; article++)
    weighArticle(ids, counts, idf, weights, lists.starts[article], lists.starts[article + 1]);
  return { starts: lists.starts, ids, weights, documents, idf, hashes };
}

/** Writes the weights of one article, whose features are ids[from] … ids[to − 1]; `counts` is parallel to ids. */
export function weighArticle(
  ids: Int32Array,
  counts: Uint32Array | null,
  idf: Float32Array,
  weights: Float32Array,
  from: number,
  to: number,
): void {
  let squares = 0;
  for (let at = from; at < to; at++) {
    const weight = counts === null ? idf[ids[at]] : weightOfCount(counts[at] & 0xffff) * idf[ids[at]];
    weights[at] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = from; at < to; at++) weights[at] /= length;
}

function leadShares(table: FeatureTable, stems: WeightedLists): Float32Array {
  const lead = sharedFloat32(stems.ids.length);
  for (let article = 0; article < table.count; article++)
    shareLead(stems.ids, table.counts, stems.idf, lead, stems.starts[article], stems.starts[article + 1]);
  return lead;
}

/** Writes the lead shares of one article into zeros; as weighArticle. */
export function shareLead(ids: Int32Array, counts: Uint32Array, idf: Float32Array, lead: Float32Array, from: number, to: number): void {
  let sum = 0;
  for (let at = from; at < to; at++) {
    const inLead = counts[at] >>> 16;
    if (inLead === 0) continue;
    const ofStem = idf[ids[at]];
    lead[at] = weightOfCount(inLead) * ofStem * ofStem;
    sum += lead[at];
  }
  if (sum > 0) for (let at = from; at < to; at++) lead[at] /= sum;
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

/** 1 + ln count; most counts are small. */
export function weightOfCount(count: number): number {
  return count < smallCounts.length ? smallCounts[count] : 1 + Math.log(count);
}
const smallCounts = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count));
