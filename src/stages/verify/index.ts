export { longestPassage, type Passage, sharedPassages } from './passages.ts';

import type { ArticleId, CopyClass, Ragged } from '../../article.ts';
import { kernel } from '../../kernel/index.ts';
import type { Options } from '../../options.ts';
import type { Pairs } from '../../pairs.ts';

/** What `verify` reads of the articles; all of it from their own text. */
export interface VerifyInput {
  /** Sorted sets of shingles. */
  readonly shingles: Ragged;
  /** Sorted sets of the numbers named. */
  readonly numbers: Ragged;
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
/** Two texts with so many numbers each that share less than this part of them report different facts in like words. */
const TEMPLATE_NUMBERS = 5;
const TEMPLATE_SHARE = 0.4;
/** Above this, numbers no longer matter: what differs is a figure or two of many words. */
const TEMPLATE_SIMILARITY = 0.85;

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

export function overlapOf({ starts, values }: Ragged, a: ArticleId, b: ArticleId): Overlap {
  const inA = starts[a + 1] - starts[a];
  const inB = starts[b + 1] - starts[b];
  const shared = kernel.intersection(values, starts[a], starts[a + 1], values, starts[b], starts[b + 1]);
  const share = (whole: number) => (whole === 0 ? 0 : shared / whole);
  return { shared, jaccard: share(inA + inB - shared), containment: [share(inA), share(inB)] };
}

function classify(a: ArticleId, b: ArticleId, overlap: Overlap, input: VerifyInput, options: Options): CopyClass | null {
  const { starts } = input.shingles;
  const inA = starts[a + 1] - starts[a];
  const inB = starts[b + 1] - starts[b];
  if (overlap.shared === 0) return null;
  if (input.fingerprints[2 * a] === input.fingerprints[2 * b] && input.fingerprints[2 * a + 1] === input.fingerprints[2 * b + 1])
    return 'identical';
  const contained = Math.max(...overlap.containment);
  const shorter = Math.min(inA, inB);
  if (shorter < BRIEF) {
    if (overlap.jaccard < Math.max(options.similarity, BRIEF_SIMILARITY) && contained < Math.max(options.containment, 0.8)) return null;
  } else if (overlap.jaccard < options.similarity && contained < options.containment) return null;
  const onlyInA = difference(input.numbers, a, b);
  const onlyInB = difference(input.numbers, b, a);
  if (overlap.jaccard < TEMPLATE_SIMILARITY && isTemplate(input.numbers, a, b, onlyInA, onlyInB)) return null;
  if (shorter <= EXCERPT_LENGTH * Math.max(inA, inB)) return 'excerpt';
  return onlyInA > 0 && onlyInB > 0 ? 'revised' : 'reprint';
}

/** The same words around other facts: a weather notice, a quarterly report, a result. */
function isTemplate(numbers: Ragged, a: ArticleId, b: ArticleId, onlyInA: number, onlyInB: number): boolean {
  const inA = numbers.starts[a + 1] - numbers.starts[a];
  const inB = numbers.starts[b + 1] - numbers.starts[b];
  const fewer = Math.min(inA, inB);
  if (fewer < TEMPLATE_NUMBERS) return false;
  const shared = inA - onlyInA;
  return shared < TEMPLATE_SHARE * fewer && onlyInB > 0;
}

/** How many numbers of a are not in b. */
function difference({ starts, values }: Ragged, a: ArticleId, b: ArticleId): number {
  return starts[a + 1] - starts[a] - kernel.intersection(values, starts[a], starts[a + 1], values, starts[b], starts[b + 1]);
}
