import type { ArticleId, Ragged } from '../../article.ts';
import { intersection } from '../../kernel/shingles.ts';

/** How many values the sorted sets of two articles have in common. O(values). */
export function sharedOf({ starts, values }: Ragged, a: ArticleId, b: ArticleId): number {
  return intersection(values, starts[a], starts[a + 1], values, starts[b], starts[b + 1]);
}

export function lengthOf({ starts }: Ragged, a: ArticleId): number {
  return starts[a + 1] - starts[a];
}
