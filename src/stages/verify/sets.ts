import type { ArticleId } from '../../article.ts';
import { type Lists, valuesOf } from '../../columns/lists.ts';
import { intersection } from '../../kernel/shingles.ts';

/** How many values the sorted sets of two articles have in common. O(values). */
export function sharedOf(lists: Lists, a: ArticleId, b: ArticleId): number {
  if ('values' in lists) {
    const { starts, values } = lists;
    return intersection(values, starts[a], starts[a + 1], values, starts[b], starts[b + 1]);
  }
  const [ofA, ofB] = [valuesOf(lists, a), valuesOf(lists, b)];
  return intersection(ofA, 0, ofA.length, ofB, 0, ofB.length);
}
