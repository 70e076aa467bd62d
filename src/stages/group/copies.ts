import { averageLink } from './averageLink.ts';
import { alone, type Partition } from './partition.ts';

/** Verified copies, a < b, with how alike they are. */
export interface CopyEdges {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The greater of Jaccard similarity and containment; 0–1. */
  readonly strength: ArrayLike<number>;
}

/**
 * Copies → groups of copies. A bridge, such as a round-up that holds a piece of each of two stories, does not make one
 * group of them: two groups are joined only while their cross pairs are on average as alike as copies have to be.
 */
export function groupCopies(count: number, edges: CopyEdges, similarity: number, strengthOf: (a: number, b: number) => number): Partition {
  return averageLink({ count, begin: alone(count), a: edges.a, b: edges.b, score: edges.strength, bound: similarity, scoreOf: strengthOf });
}
