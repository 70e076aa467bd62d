export { CopyPairs } from './copyPairs.ts';
export { type Ordinary, ordinaryWords } from './misread.ts';
export { longestPassage, type Passage, sharedPassages } from './passages.ts';

import type { ArticleId, CopyClass } from '../../article.ts';
import { type Lists, lengthOf } from '../../columns/lists.ts';
import type { Pairs } from '../../columns/pairs.ts';
import type { Options } from '../../options.ts';
import { CopyPairs } from './copyPairs.ts';
import { amountsAgreed, factsShared, type ReadFacts } from './facts.ts';
import { runsLegible } from './misread.ts';
import { type Common, outsideQuotations } from './quoted.ts';
import { sharedOf } from './sets.ts';

/** What `verify` reads of the articles; all of it from their own text. */
export interface VerifyInput extends ReadFacts {
  /** Sorted sets of shingles. */
  readonly shingles: Lists;
  /** Sorted sets of runs of four words inside quotation marks. */
  readonly quotes: Lists;
  /** Per article a fingerprint of its words in their order, 2 × 32 bits. */
  readonly fingerprints: Uint32Array;
}

/**
 * What two articles have in common; 0–1. Where words were misread, the Jaccard similarity is that of the texts as they were meant:
 * a run of k words is the same in both with the k-th power of the chance that one word is. Containment is what was
 * counted, or the similarity where that is more.
 */
export interface Overlap {
  /** Shingles that stand in both as they are. */
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
/** The amounts of a template filled in anew come to less than this, see facts.ts; those of a copy hardly ever do. */
const LEAST_AGREED = -8;
/** Two cuts of one story may name few facts of each other; texts that name next to none are of two stories. */
const FOREIGN_SHARE = 0.15;
/** Of a long text so much stands in any short one: there, the short one has to be in it by half. */
const SPARSE_SIMILARITY = 0.1;
/** Above this, facts no longer matter: what differs is a figure or two of many words. */
const SURE_SIMILARITY = 0.85;
/** Texts without facts to tell by have to reach one of these. */
const FAIR: Common = { jaccard: 0.3, contained: 0.5 };

/** Decides every candidate by its true overlap, and classes the copies. Sorted as the candidates are. O(shingles) a pair. */
export function verify(candidates: Pairs, input: VerifyInput, options: Options): CopyPair[] {
  return [...verifyAll(candidates, input, options)];
}

/** The same, in columns. */
export function verifyAll(candidates: Pairs, input: VerifyInput, options: Options): CopyPairs {
  const copies = new CopyPairs();
  for (let i = 0; i < candidates.a.length; i++) {
    const copy = verifyPair(candidates.a[i], candidates.b[i], input, options);
    if (copy) copies.add(copy);
  }
  return copies;
}

/** The pair as a copy, or null. */
export function verifyPair(a: ArticleId, b: ArticleId, input: VerifyInput, options: Options): CopyPair | null {
  const overlap = overlapOf(input, a, b, options);
  const relation = classify(a, b, overlap, input, options);
  return relation && { a, b, relation, ...overlap };
}

export function overlapOf(
  { shingles, ordinary, strange }: Pick<VerifyInput, 'shingles' | 'ordinary' | 'strange'>,
  a: ArticleId,
  b: ArticleId,
  { shingleSize }: Pick<Options, 'shingleSize'>,
): Overlap {
  const inA = lengthOf(shingles, a);
  const inB = lengthOf(shingles, b);
  const shared = sharedOf(shingles, a, b);
  const share = (whole: number) => (whole === 0 ? 0 : shared / whole);
  // What was found of the shorter text was read right in both.
  const legible = Math.max(share(Math.min(inA, inB)), runsLegible({ ordinary, strange }, a, b, shingleSize));
  const jaccard = share(inA + inB - shared) / legible;
  return { shared, jaccard, containment: [Math.max(share(inA), jaccard), Math.max(share(inB), jaccard)] };
}

function classify(a: ArticleId, b: ArticleId, overlap: Overlap, input: VerifyInput, options: Options): CopyClass | null {
  const inA = lengthOf(input.shingles, a);
  const inB = lengthOf(input.shingles, b);
  if (overlap.shared === 0) return null;
  if (input.fingerprints[2 * a] === input.fingerprints[2 * b] && input.fingerprints[2 * a + 1] === input.fingerprints[2 * b + 1])
    return 'identical';
  const shorter = Math.min(inA, inB);
  const least = leastShared(overlap, shorter, options);
  const whole = commonOf(overlap);
  if (!reaches(whole, least)) return null;
  const own = outsideQuotations(overlap.shared, whole, input, a, b);
  if (!reaches(own, least)) return null;
  if (overlap.jaccard < SURE_SIMILARITY && !factBounds(own, a, b, input).every(({ met }) => met)) return null;
  if (shorter <= EXCERPT_LENGTH * Math.max(inA, inB)) return 'excerpt';
  return difference(input.numbers, a, b) > 0 && difference(input.numbers, b, a) > 0 ? 'revised' : 'reprint';
}

/** Something that two texts have to reach to be copies. */
export interface CopyBound {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  readonly met: boolean;
}

/**
 * What was asked of two articles, in the order in which `verify` asks it; where a bound ends the matter, those behind it are
 * left out. Of similarity and containment one is enough.
 */
export function copyBounds(a: ArticleId, b: ArticleId, input: VerifyInput, options: Options): CopyBound[] {
  const overlap = overlapOf(input, a, b, options);
  const least = leastShared(overlap, Math.min(lengthOf(input.shingles, a), lengthOf(input.shingles, b)), options);
  const whole = commonOf(overlap);
  const bounds = sharedBounds('', whole, least);
  if (!reaches(whole, least)) return bounds;
  const own = outsideQuotations(overlap.shared, whole, input, a, b);
  if (own !== whole) bounds.push(...sharedBounds(' outside quotations', own, least));
  if (reaches(own, least) && overlap.jaccard < SURE_SIMILARITY) bounds.push(...factBounds(own, a, b, input));
  return bounds;
}

function commonOf({ jaccard, containment }: Overlap): Common {
  return { jaccard, contained: Math.max(...containment) };
}

/** What two copies have to share; one of the two is enough. */
function leastShared({ jaccard }: Overlap, shorter: number, { similarity, containment }: Options): Common {
  if (shorter < BRIEF) return { jaccard: Math.max(similarity, BRIEF_SIMILARITY), contained: Math.max(containment, BRIEF_CONTAINMENT) };
  return { jaccard: similarity, contained: jaccard < SPARSE_SIMILARITY ? Math.max(containment, FAIR.contained) : containment };
}

function reaches(common: Common, least: Common): boolean {
  return common.jaccard >= least.jaccard || common.contained >= least.contained;
}

function sharedBounds(where: string, common: Common, least: Common): CopyBound[] {
  return [atLeast(`similarity${where}`, common.jaccard, least.jaccard), atLeast(`containment${where}`, common.contained, least.contained)];
}

/** What the facts of two copies have to reach, all of it. */
function factBounds(own: Common, a: ArticleId, b: ArticleId, input: VerifyInput): CopyBound[] {
  const agreed = amountsAgreed(input, a, b);
  const amounts = atLeast('amounts alike, less twice the others', agreed, LEAST_AGREED);
  const share = factsShared(input, a, b);
  if (share !== null)
    return [amounts, atLeast('names and numbers in common', share, agreed > 0 ? LEAST_SHARE_BESIDE_AMOUNTS : LEAST_SHARE)];
  const bounds = sharedBounds(', few facts', own, FAIR);
  return [amounts, bounds.find(({ met }) => met) ?? bounds[0]];
}

export function atLeast(name: string, value: number, bound: number): CopyBound {
  return { name, value, bound, met: value >= bound };
}

/** Whether the facts of two articles, copies or not, are altogether other ones. Two cuts of one story may share little, and share more than that. */
export function isOtherStory(a: ArticleId, b: ArticleId, overlap: Overlap, input: VerifyInput): boolean {
  const share = factsShared(input, a, b) ?? Math.max(overlap.jaccard, ...overlap.containment);
  return share < FOREIGN_SHARE || (overlap.jaccard < SURE_SIMILARITY && amountsAgreed(input, a, b) < LEAST_AGREED);
}

/** How many values of a are not in b. */
function difference(sets: Lists, a: ArticleId, b: ArticleId): number {
  return lengthOf(sets, a) - sharedOf(sets, a, b);
}
