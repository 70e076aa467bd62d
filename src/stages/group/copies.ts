import { meanScore } from './meanScore.ts';
import { alone, type Partition } from './partition.ts';

/** Verified copies, a < b, with how alike they are. */
export interface CopyEdges {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The greater of Jaccard similarity and containment; 0–1. */
  readonly strength: ArrayLike<number>;
}

/** How much more alike the members of a group are on average than two copies have to be: a pair at the bound is the exception. */
const MARGIN = 1.2;

/** Mean likeness from which two groups of copies are one, by the bounds of a pair. */
export function leastLikeness({ similarity, containment }: { readonly similarity: number; readonly containment: number }): number {
  return Math.min(1, MARGIN * Math.min(similarity, containment));
}

/** How alike any two articles are; 0 for two of different stories. */
type CopyStrength = (a: number, b: number) => number;

/**
 * Copies → groups of copies: their connected components, but for bridges. Pairs are taken from the strongest down, and
 * two groups are joined only while their cross pairs (a sample, in large groups) are on average as alike as copies have
 * to be. So a round-up with a piece of each of two stories does not make one group of them. O(pairs · log).
 */
export function groupCopies(count: number, edges: CopyEdges, similarity: number, strengthOf: CopyStrength): Partition {
  const labels = alone(count);
  const members: number[][] = Array.from(labels, (id) => [id]);
  const order = Uint32Array.from({ length: edges.a.length }, (_, i) => i);
  order.sort((i, j) => edges.strength[j] - edges.strength[i] || edges.a[i] - edges.a[j] || edges.b[i] - edges.b[j]);
  for (const i of order) {
    const [x, y] = [labels[edges.a[i]], labels[edges.b[i]]];
    if (x === y) continue;
    const isPair = members[x].length === 1 && members[y].length === 1;
    if (!isPair && !belong(members[x], members[y], similarity, strengthOf)) continue;
    const [from, into] = members[x].length < members[y].length ? [x, y] : [y, x];
    for (const id of members[from]) {
      members[into].push(id);
      labels[id] = into;
    }
    members[from] = [];
  }
  return withLeastIds(labels, members);
}

/**
 * Whether two groups are one: their cross pairs have to be as alike on average as copies are, and most of them of one story:
 * of a round-up's two stories, as much as half of the pairs are strangers.
 */
function belong(xs: readonly number[], ys: readonly number[], similarity: number, strengthOf: CopyStrength): boolean {
  let related = 0;
  let looked = 0;
  const mean = meanScore(xs, ys, (a, b) => {
    const strength = strengthOf(a, b);
    looked++;
    if (strength > 0) related++;
    return strength;
  });
  return related > looked / 2 && mean >= similarity;
}

function withLeastIds(labels: Partition, members: readonly number[][]): Partition {
  const least = members.map((list) => list.reduce((low, id) => Math.min(low, id), labels.length));
  return labels.map((label) => least[label]);
}
