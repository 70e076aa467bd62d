import { background } from '../../background/index.ts';
import type { Pairs } from '../../columns/pairs.ts';
import { linkCandidates } from './candidates.ts';
import { type Contrast, makeContrast } from './contrast.ts';
import { makeScore, type Score, scorePair } from './score.ts';
import { type FeatureTable, makeVectors } from './vectors.ts';

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
export { Drawn, type FiledCompared } from './drawn.ts';
export { type Item, itemsKnownTo, sharedItems, type Telling, tellingOf } from './evidence.ts';
export { describe, type Features } from './features.ts';
export { type FiledFeatures, type FiledVectors, fileVectors } from './filedVectors.ts';
export { languageMask } from './languages.ts';
export { type Compared, makeScore, type Score, scorePair, TERMS } from './score.ts';
export { type FeatureKind, type FeatureTable, idfOf, makeVectors, NO_DAY, type Vectors, type Whole, weightOfCount } from './vectors.ts';

/** The event relation: pairs with the chance that both report one event, and the means to score any other pair. */
export interface Links {
  readonly pairs: Pairs;
  /** Parallel to pairs. */
  readonly scores: Float32Array;
  /** The score of any pair. */
  readonly scoreOf: (a: number, b: number) => number;
  /** What the pair scored last was scored by. */
  readonly score: Score;
  readonly contrast: Contrast;
}

/** Articles → pairs that may report one event, scored. Copies are pairs like any other here. Near-linear. */
export function link(table: FeatureTable): Links {
  const vectors = makeVectors(table, background());
  const score = makeScore(table, vectors);
  const pairs = linkCandidates(vectors);
  return {
    pairs,
    scores: scorePairs(score, pairs, 0, pairs.a.length),
    scoreOf: (a, b) => scorePair(score, a, b),
    score,
    contrast: makeContrast(vectors, background()),
  };
}

/** The scores of pairs from … to − 1. */
export function scorePairs(score: Score, { a, b }: Pairs, from: number, to: number): Float32Array<ArrayBuffer> {
  const scores = new Float32Array(to - from);
  for (let i = from; i < to; i++) scores[i - from] = scorePair(score, a[i], b[i]);
  return scores;
}
