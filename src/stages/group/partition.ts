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
  /** By label; of their size from the start, since an array that grows has room for sixteen more. */
  const lists = new Map<number, ArticleId[]>();
  const filled = new Uint32Array(partition.length);
  for (let id = 0; id < partition.length; id++) {
    const label = partition[id];
    if (sizes[label] < 2) continue;
    if (filled[label] === 0) lists.set(label, new Array(sizes[label]));
    lists.get(label)![filled[label]++] = id;
  }
  return [...lists.values()].sort((x, y) => y.length - x.length || x[0] - y[0]);
}
