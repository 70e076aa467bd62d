import type { ArticleId } from '../../article.ts';
import { type Lists, lengthOf } from '../../columns/lists.ts';
import { sharedOf } from './sets.ts';

/** What two texts have in common; 0–1. */
export interface Common {
  readonly jaccard: number;
  /** The greater of the two containments. */
  readonly contained: number;
}

interface Quoting {
  readonly shingles: Lists;
  readonly quotes: Lists;
}

/** Where fewer shingles stand outside the quotations of a text, it is made of them: a speech, an interview. */
const LEAST_OUTSIDE = 24;

/**
 * The overlap outside quotations, where that is the lesser one. Reporters at one press conference write down the same words:
 * of two reports of one event that share more than a third, nearly all is quoted, and of two copies little. `shared` shingles
 * are in both; `quotes` are runs of four words, which stand for as many shingles. What was misread counts as in `whole`. O(quoted runs).
 */
export function outsideQuotations(shared: number, whole: Common, { shingles, quotes }: Quoting, a: ArticleId, b: ArticleId): Common {
  const quoted = sharedOf(quotes, a, b);
  const [inA, inB] = [lengthOf(shingles, a), lengthOf(shingles, b)];
  const [outsideA, outsideB] = [inA - lengthOf(quotes, a), inB - lengthOf(quotes, b)];
  if (quoted === 0 || Math.min(outsideA, outsideB) < LEAST_OUTSIDE) return whole;
  const left = Math.max(0, shared - quoted);
  const meant = (whole.jaccard * (inA + inB - shared)) / shared;
  const jaccard = Math.min(whole.jaccard, (meant * left) / (outsideA + outsideB - left));
  return { jaccard, contained: Math.min(whole.contained, Math.max(left / Math.min(outsideA, outsideB), jaccard)) };
}
