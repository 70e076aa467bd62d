import { meanScore } from './meanScore.ts';
import { alone, type Partition } from './partition.ts';

/** Verified copies, a < b, with how alike they are. */
export interface CopyEdges {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The greater of Jaccard similarity and containment; 0–1. */
  readonly strength: ArrayLike<number>;
}

/**
 * Copies → groups of copies: their connected components, but for bridges. Pairs are taken from the strongest down, and
 * two groups are joined only while their cross pairs (a sample, in large groups) are on average as alike as copies have
 * to be. So a round-up with a piece of each of two stories does not make one group of them. O(pairs · log).
 */
export function groupCopies(count: number, edges: CopyEdges, similarity: number, strengthOf: (a: number, b: number) => number): Partition {
  const labels = alone(count);
  const members: number[][] = Array.from(labels, (id) => [id]);
  const order = Uint32Array.from({ length: edges.a.length }, (_, i) => i);
  order.sort((i, j) => edges.strength[j] - edges.strength[i] || edges.a[i] - edges.a[j] || edges.b[i] - edges.b[j]);
  for (const i of order) {
    const [x, y] = [labels[edges.a[i]], labels[edges.b[i]]];
    if (x === y) continue;
    const isPair = members[x].length === 1 && members[y].length === 1;
    if (!isPair && !(meanScore(members[x], members[y], strengthOf) >= similarity)) continue;
    const [from, into] = members[x].length < members[y].length ? [x, y] : [y, x];
    for (const id of members[from]) {
      members[into].push(id);
      labels[id] = into;
    }
    members[from] = [];
  }
  return withLeastIds(labels, members);
}

function withLeastIds(labels: Partition, members: readonly number[][]): Partition {
  const least = members.map((list) => list.reduce((low, id) => Math.min(low, id), labels.length));
  return labels.map((label) => least[label]);
}
