import { background } from '../../background/index.ts';
import type { Pairs } from '../../pairs.ts';
import { linkCandidates } from './candidates.ts';
import { makeScore, type Score, scorePair } from './score.ts';
import { type FeatureTable, makeVectors, type Whole } from './vectors.ts';

export { itemsKnownTo, sharedItems, type Telling, tellingOf } from './evidence.ts';
export { describe, type Features } from './features.ts';
export type { Item } from './items.ts';
export { languageMask } from './languages.ts';
export { makeScore, type Score, scorePair, TERMS } from './score.ts';
export { type FeatureKind, type FeatureTable, idfOf, makeVectors, NO_DAY, type Vectors, type Whole } from './vectors.ts';

/** The event relation: pairs with the chance that both report one event, and the means to score any other pair. */
export interface Links {
  readonly pairs: Pairs;
  /** Parallel to pairs. */
  readonly scores: Float32Array;
  readonly score: Score;
}

/**
 * Articles → pairs that may report one event, scored. Copies are pairs like any other here. `whole` is what the table is
 * a part of, when it is. Near-linear.
 */
export function link(table: FeatureTable, whole: Whole | null = null): Links {
  const vectors = makeVectors(table, background(), whole);
  const score = makeScore(table, vectors);
  const pairs = linkCandidates(vectors);
  const scores = new Float32Array(pairs.a.length);
  for (let i = 0; i < scores.length; i++) scores[i] = scorePair(score, pairs.a[i], pairs.b[i]);
  return { pairs, scores, score };
}
