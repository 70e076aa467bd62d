export { longestPassage, type Passage, sharedPassages } from './passages.ts';

import type { ArticleId, CopyClass, Ragged } from '../../article.ts';
import type { Options } from '../../options.ts';
import type { Pairs } from '../../pairs.ts';
import { amountsAgreed, type Facts, factsShared } from './facts.ts';
import { type Common, outsideQuotations } from './quoted.ts';
import { lengthOf, sharedOf } from './sets.ts';

/** What `verify` reads of the articles; all of it from their own text. */
export interface VerifyInput extends Facts {
  /** Sorted sets of shingles. */
  readonly shingles: Ragged;
  /** Sorted sets of runs of four words inside quotation marks. */
  readonly quotes: Ragged;
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
const BRIEF_CONTAINMENT = 0.8;
/** Of a copy so much of the names and numbers is found in the other text; the same words around others are a template. */
const LEAST_SHARE = 0.45;
/** Less will do where what both count agrees: misread letters spoil names before numbers. */
const LEAST_SHARE_BESIDE_AMOUNTS = 0.3;
/** So far below 0 is what a template's amounts come to, and hardly a copy's. */
const OTHER_AMOUNTS = -9;
/** Two cuts of one story may name few facts of each other; texts that name next to none are of two stories. */
const FOREIGN_SHARE = 0.15;
/** Of a long text so much stands in any short one: there, the short one has to be in it by half. */
const SPARSE_SIMILARITY = 0.1;
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

export function overlapOf(shingles: Ragged, a: ArticleId, b: ArticleId): Overlap {
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
  const shorter = Math.min(inA, inB);
  const whole: Common = { jaccard: overlap.jaccard, contained: Math.max(...overlap.containment) };
  const isSparse = overlap.jaccard < SPARSE_SIMILARITY;
  if (!reaches(whole, shorter < BRIEF, isSparse, options)) return null;
  const own = outsideQuotations(overlap.shared, whole, input, a, b);
  if (!reaches(own, shorter < BRIEF, isSparse, options)) return null;
  if (overlap.jaccard < SURE_SIMILARITY && !agreesInFacts(own, a, b, input)) return null;
  if (shorter <= EXCERPT_LENGTH * Math.max(inA, inB)) return 'excerpt';
  return difference(input.numbers, a, b) > 0 && difference(input.numbers, b, a) > 0 ? 'revised' : 'reprint';
}

/** Whether as much is shared as two copies have to share. */
function reaches({ jaccard, contained }: Common, isBrief: boolean, isSparse: boolean, { similarity, containment }: Options): boolean {
  if (isBrief) return jaccard >= Math.max(similarity, BRIEF_SIMILARITY) || contained >= Math.max(containment, BRIEF_CONTAINMENT);
  return jaccard >= similarity || contained >= (isSparse ? Math.max(containment, FAIR_CONTAINMENT) : containment);
}

function agreesInFacts({ jaccard, contained }: Common, a: ArticleId, b: ArticleId, input: VerifyInput): boolean {
  const agreed = amountsAgreed(input, a, b);
  if (agreed <= OTHER_AMOUNTS) return false;
  const share = factsShared(input, a, b);
  if (share === null) return jaccard >= FAIR_SIMILARITY || contained >= FAIR_CONTAINMENT;
  return share >= (agreed > 0 ? LEAST_SHARE_BESIDE_AMOUNTS : LEAST_SHARE);
}

/** Whether the facts of two articles, copies or not, are altogether other ones. Two cuts of one story may share little, and share more than that. */
export function isOtherStory(a: ArticleId, b: ArticleId, overlap: Overlap, input: VerifyInput): boolean {
  const share = factsShared(input, a, b) ?? Math.max(overlap.jaccard, ...overlap.containment);
  return share < FOREIGN_SHARE || (overlap.jaccard < SURE_SIMILARITY && amountsAgreed(input, a, b) <= OTHER_AMOUNTS);
}

/** How many values of a are not in b. */
function difference(sets: Ragged, a: ArticleId, b: ArticleId): number {
  return lengthOf(sets, a) - sharedOf(sets, a, b);
}
