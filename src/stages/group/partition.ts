import type { ArticleId } from '../../article.ts';

/** A partition of the articles: per article the least id of its group. */
export type Partition = Uint32Array;

/** Every article alone. */
export function alone(count: number): Partition {
  return Uint32Array.from({ length: count }, (_, id) => id);
}

/** The groups of two or more, members rising, largest group first, then by the first member. */
export function groupsOf(partition: Partition): ArticleId[][] {
  const sizes = new Uint32Array(partition.length);
  for (let id = 0; id < partition.length; id++) sizes[partition[id]]++;
  const lists = new Map<number, ArticleId[]>();
  for (let id = 0; id < partition.length; id++) {
    if (sizes[partition[id]] < 2) continue;
    const list = lists.get(partition[id]);
    if (list) list.push(id);
    else lists.set(partition[id], [id]);
  }
  return [...lists.values()].sort((x, y) => y.length - x.length || x[0] - y[0]);
}
