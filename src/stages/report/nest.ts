import { DisjointSets } from '../../columns/disjointSets.ts';
import type { ReportPair } from '../../report.ts';

/** A member of a copy group in its place: under the article that it copies most closely. */
export interface Nested {
  readonly path: string;
  /** 0 for the representative. */
  readonly depth: number;
  /** The article it is shown under, and the pair that says how the two compare; null at the root, or when unknown. */
  readonly parent: string | null;
  readonly pair: ReportPair | null;
}

/**
 * The members of a copy group as a tree: the maximum spanning tree of their Jaccard similarities (Kruskal), walked
 * from the root, nearer copies first. The report need not hold every pair of a group: a member that no pair ties to
 * the root stands directly under it, without a figure. Members must hold the root. O(p log p) for p pairs.
 *
 *     pairs a~b .9, b~c .8, a~c .5   →   a
 *                                        └ b .9
 *                                          └ c .8
 */
export function nest(root: string, members: readonly string[], pairs: readonly ReportPair[]): Nested[] {
  const ties = spanningTies(root, members, pairs);
  const seen = new Set([root]);
  const rows: Nested[] = [];
  const walk = (from: Nested): void => {
    const waiting = [from];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      rows.push(node);
      const { path, depth } = node;
      const below = ties.get(path)!.filter(({ a, b }) => !seen.has(a === path ? b : a));
      const children = below.map((pair) => ({ path: pair.a === path ? pair.b : pair.a, depth: depth + 1, parent: path, pair }));
      for (const child of children) seen.add(child.path);
      waiting.push(...children.reverse());
    }
  };
  walk({ path: root, depth: 0, parent: null, pair: null });
  for (const path of members) {
    if (seen.has(path)) continue;
    seen.add(path);
    walk({ path, depth: 1, parent: root, pair: null });
  }
  return rows;
}

/** The pairs of the spanning tree by either path, closest first. */
function spanningTies(root: string, members: readonly string[], pairs: readonly ReportPair[]): Map<string, ReportPair[]> {
  const idOf = new Map(members.map((path, id) => [path, id]));
  const tied = new DisjointSets(members.length);
  // Of equally close pairs the root's come first: five identical copies make a list, not a staircase.
  const atRoot = (pair: ReportPair) => Number(pair.a === root || pair.b === root);
  const closestFirst = pairs
    .filter(({ a, b }) => idOf.has(a) && idOf.has(b))
    .sort((one, other) => other.jaccard - one.jaccard || atRoot(other) - atRoot(one) || byPaths(one, other));
  const ties = new Map<string, ReportPair[]>(members.map((path) => [path, []]));
  for (const pair of closestFirst) {
    if (!tied.join(idOf.get(pair.a)!, idOf.get(pair.b)!)) continue;
    ties.get(pair.a)!.push(pair);
    ties.get(pair.b)!.push(pair);
  }
  return ties;
}

function byPaths(one: ReportPair, other: ReportPair): number {
  if (one.a !== other.a) return one.a < other.a ? -1 : 1;
  if (one.b !== other.b) return one.b < other.b ? -1 : 1;
  return 0;
}
