import { background } from '../../background/index.ts';
import type { Pairs } from '../../columns/pairs.ts';
import { linkCandidates } from './candidates.ts';
import { type Contrast, makeContrast } from './contrast.ts';
import { Drawn } from './drawn.ts';
import type { FiledVectors } from './filedVectors.ts';
import { makeScore, type Score, scorePair } from './score.ts';
import { scoreKnown } from './scored.ts';
import type { FiledCompared } from './shelf.ts';
import { type FeatureTable, makeVectors, type Vectors } from './vectors.ts';

export {
  EXEMPLARS,
  indexProbes,
  type Nearest,
  nearestAmong,
  nearestOf,
  PLACES,
  PROBES,
  type Probed,
  type ProbeIndex,
  pairUp,
} from './candidates.ts';
export { type Contrast, makeContrast } from './contrast.ts';
export { type Item, itemsKnownTo, sharedItems, type Telling, tellingOf } from './evidence.ts';
export { describe, type Features } from './features.ts';
export { countFeatures, countShared, type FeatureCounts, passesOver, type Weighing, WeighingBuilder } from './filedCounts.ts';
export { type FiledFeatures, type FiledVectors, VectorFiler, type WeighedPart, weighArticles } from './filedVectors.ts';
export { scoreInBlocks } from './inBlocks.ts';
export { languageMask } from './languages.ts';
export type { Counted } from './numbering.ts';
export { numberFeatures } from './numbering.ts';
export { type Compared, makeScore, type Score, scorePair, TERMS } from './score.ts';
export type { FiledCompared } from './shelf.ts';
export {
  type FeatureKind,
  type FeatureTable,
  idfOf,
  makeVectors,
  NO_DAY,
  type Vectors,
  type Whole,
  weighArticle,
  weightOfCount,
} from './vectors.ts';

/** The event relation: pairs with the chance that both report one event, and the means to score any other pair. */
export interface Links {
  readonly pairs: Pairs;
  /** Parallel to pairs. */
  readonly scores: Float32Array;
  /** The score of any pair. */
  readonly scoreOf: (a: number, b: number) => number;
  /** What a pair is scored by: a value for each of TERMS. */
  readonly termsOf: (a: number, b: number) => Float64Array;
  readonly contrast: Contrast;
}

/** Articles → pairs that may report one event, scored. Copies are pairs like any other here. Near-linear. */
export function link(table: FeatureTable): Links {
  const vectors = makeVectors(table, background());
  const score = makeScore(table, vectors);
  const pairs = linkCandidates(vectors);
  return linksOf(pairs, scorePairs(score, pairs, 0, pairs.a.length), score, vectors);
}

/** What was scored, and the means to score the rest. */
export function linksOf(pairs: Pairs, scores: Float32Array, score: Score, vectors: Vectors): Links {
  const termsOf = (a: number, b: number) => {
    scorePair(score, a, b);
    return score.values;
  };
  const scoreOf = scoreKnown(pairs, scores, vectors.count, (a, b) => scorePair(score, a, b));
  return { pairs, scores, scoreOf, termsOf, contrast: makeContrast(vectors, background()) };
}

/** The same for vectors in a file. */
export function filedLinksOf(pairs: Pairs, scores: Float32Array, vectors: FiledVectors, table: FiledCompared): Links {
  const drawn = new Drawn(vectors, table);
  const scoreOf = scoreKnown(pairs, scores, vectors.count, (a, b) => drawn.scoreOf(a, b));
  return { pairs, scores, scoreOf, termsOf: (a, b) => drawn.termsOf(a, b), contrast: drawn.contrast(background()) };
}

/** The scores of pairs from … to − 1. */
export function scorePairs(score: Score, { a, b }: Pairs, from: number, to: number): Float32Array<ArrayBuffer> {
  const scores = new Float32Array(to - from);
  for (let i = from; i < to; i++) scores[i - from] = scorePair(score, a[i], b[i]);
  return scores;
}
