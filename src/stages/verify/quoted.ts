import type { ArticleId, Ragged } from '../../article.ts';
import type { Overlap } from './index.ts';
import { lengthOf, sharedOf } from './sets.ts';

/** What two texts have in common in their own words, the greater containment of the two; 0–1. */
export interface OwnOverlap {
  readonly jaccard: number;
  readonly contained: number;
}

/** Where fewer shingles stand outside the quotations of a text, it is made of them: a speech, an interview. */
const LEAST_OUTSIDE = 24;

/**
 * The overlap outside quotations, where that is the lesser one. Reporters at one press conference write down the same words:
 * of two reports of one event that share more than a third, nearly all is quoted, and of two copies little. `quotes` are runs
 * of four words, which stand for as many shingles. O(quoted runs).
 */
export function outsideQuotations(overlap: Overlap, shingles: Ragged, quotes: Ragged, a: ArticleId, b: ArticleId): OwnOverlap {
  const { jaccard, shared } = overlap;
  const contained = Math.max(...overlap.containment);
  const quoted = sharedOf(quotes, a, b);
  const outsideA = lengthOf(shingles, a) - lengthOf(quotes, a);
  const outsideB = lengthOf(shingles, b) - lengthOf(quotes, b);
  if (quoted === 0 || Math.min(outsideA, outsideB) < LEAST_OUTSIDE) return { jaccard, contained };
  const left = Math.max(0, shared - quoted);
  return {
    jaccard: Math.min(jaccard, left / (outsideA + outsideB - left)),
    contained: Math.min(contained, left / Math.min(outsideA, outsideB)),
  };
}
