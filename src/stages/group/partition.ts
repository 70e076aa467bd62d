import type { ArticleId } from '../../article.ts';

/** A partition of the articles: per article the least id of its group. */
export type Partition = Uint32Array;

/** Every article alone. */
export function alone(count: number): Partition {
  return Uint32Array.from({ length: count }, (_, id) => id);
}

/** The groups of two or more, members rising, largest group first, then by the first member. */
export function groupsOf(partition: Partition): ArticleId[][] {
  const lists = new Map<number, ArticleId[]>();
  for (let id = 0; id < partition.length; id++) {
    const list = lists.get(partition[id]);
    if (list) list.push(id);
    else lists.set(partition[id], [id]);
  }
  return [...lists.values()].filter((list) => list.length > 1).sort((x, y) => y.length - x.length || x[0] - y[0]);
}
