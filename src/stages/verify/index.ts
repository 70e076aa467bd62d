export { longestPassage, type Passage, sharedPassages } from './passages.ts';

import type { ArticleId, CopyClass, Ragged } from '../../article.ts';
import { type Lists, lengthOf } from '../../lists.ts';
import type { Options } from '../../options.ts';
import type { Pairs } from '../../pairs.ts';
import { type Facts, factsShared } from './facts.ts';
import { sharedOf } from './sets.ts';

/** What `verify` reads of the articles; all of it from their own text. */
export interface VerifyInput extends Facts {
  /** Sorted sets of shingles. */
  readonly shingles: Lists;
  /** Per article a fingerprint of its words in their order, 2 × 32 bits. */
  readonly fingerprints: Uint32Array;
}

export interface Overlap {
  readonly shared: number;
  readonly jaccard: number;
  /** Share of a's shingles that b has, and of b's that a has. */
  readonly containment: readonly [number, number];
}

/** A verified pair of copies, a < b. */
export interface CopyPair extends Overlap {
  readonly a: ArticleId;
  readonly b: ArticleId;
  readonly relation: CopyClass;
}

/** An excerpt is at most so long, measured against the text that it was cut from; longer ones are reprints. */
const EXCERPT_LENGTH = 0.6;
/** Of a text with fewer shingles than this, single phrases are a large share: it has to be a copy almost whole. */
const BRIEF = 24;
const BRIEF_SIMILARITY = 0.55;
/** Of a copy so much of the facts is found in the other text; the same words around other facts are a template. */
const LEAST_SHARE = 0.45;
/** Two cuts of one story may name few facts of each other; texts that name next to none are of two stories. */
const FOREIGN_SHARE = 0.15;
/** Above this, facts no longer matter: what differs is a figure or two of many words. */
const SURE_SIMILARITY = 0.85;
/** Texts without facts to tell by have to reach one of these. */
const FAIR_SIMILARITY = 0.3;
const FAIR_CONTAINMENT = 0.5;

/** Decides every candidate by its true overlap, and classes the copies. Sorted as the candidates are. O(shingles) a pair. */
export function verify(candidates: Pairs, input: VerifyInput, options: Options): CopyPair[] {
  const copies: CopyPair[] = [];
  for (let i = 0; i < candidates.a.length; i++) {
    const copy = verifyPair(candidates.a[i], candidates.b[i], input, options);
    if (copy) copies.push(copy);
  }
  return copies;
}

/** The pair as a copy, or null. */
export function verifyPair(a: ArticleId, b: ArticleId, input: VerifyInput, options: Options): CopyPair | null {
  const overlap = overlapOf(input.shingles, a, b);
  const relation = classify(a, b, overlap, input, options);
  return relation && { a, b, relation, ...overlap };
}

export function overlapOf(shingles: Lists, a: ArticleId, b: ArticleId): Overlap {
  const inA = lengthOf(shingles, a);
  const inB = lengthOf(shingles, b);
  const shared = sharedOf(shingles, a, b);
  const share = (whole: number) => (whole === 0 ? 0 : shared / whole);
  return { shared, jaccard: share(inA + inB - shared), containment: [share(inA), share(inB)] };
}

function classify(a: ArticleId, b: ArticleId, overlap: Overlap, input: VerifyInput, options: Options): CopyClass | null {
  const inA = lengthOf(input.shingles, a);
  const inB = lengthOf(input.shingles, b);
  if (overlap.shared === 0) return null;
  if (input.fingerprints[2 * a] === input.fingerprints[2 * b] && input.fingerprints[2 * a + 1] === input.fingerprints[2 * b + 1])
    return 'identical';
  const contained = Math.max(...overlap.containment);
  const shorter = Math.min(inA, inB);
  if (shorter < BRIEF) {
    if (overlap.jaccard < Math.max(options.similarity, BRIEF_SIMILARITY) && contained < Math.max(options.containment, 0.8)) return null;
  } else if (overlap.jaccard < options.similarity && contained < options.containment) return null;
  if (!agreesInFacts(overlap, factsShared(input, a, b))) return null;
  if (shorter <= EXCERPT_LENGTH * Math.max(inA, inB)) return 'excerpt';
  return difference(input.numbers, a, b) > 0 && difference(input.numbers, b, a) > 0 ? 'revised' : 'reprint';
}

/**
 * How alike any two articles are, copies or not: the greater of Jaccard similarity and containment, 0 when their facts
 * are altogether other ones. Two cuts of one story share little with each other, and more than two stories do.
 */
export function likeness(a: ArticleId, b: ArticleId, input: VerifyInput): number {
  const overlap = overlapOf(input.shingles, a, b);
  const alike = Math.max(overlap.jaccard, ...overlap.containment);
  const share = factsShared(input, a, b);
  return (share === null ? alike : share) < FOREIGN_SHARE ? 0 : alike;
}

function agreesInFacts({ jaccard, containment }: Overlap, share: number | null): boolean {
  if (jaccard >= SURE_SIMILARITY) return true;
  if (share !== null) return share >= LEAST_SHARE;
  return jaccard >= FAIR_SIMILARITY || Math.max(...containment) >= FAIR_CONTAINMENT;
}

/** How many values of a are not in b. */
function difference(sets: Ragged, a: ArticleId, b: ArticleId): number {
  return lengthOf(sets, a) - sharedOf(sets, a, b);
}
