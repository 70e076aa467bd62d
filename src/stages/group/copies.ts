import { DisjointSets } from '../../columns/disjointSets.ts';
import { positions } from '../../columns/sorted.ts';
import { meanScore } from './meanScore.ts';
import { alone, type Partition } from './partition.ts';

/** Verified copies, a < b, with how alike they are. */
export interface CopyEdges {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  /** The greater of Jaccard similarity and containment; 0–1. */
  readonly strength: ArrayLike<number>;
}

/** Two groups of copies are one from this mean likeness of their members on. */
export const LEAST_LIKENESS = 0.25;

/**
 * How alike two members of a group are, copies or not, by what two copies have to share: 0–1, and LEAST_LIKENESS at .4 of the
 * bound for similarity or .72 of that for containment. Two cuts of one story share little, and of their whole length; a page
 * and another that holds a part of it share as much of the one alone.
 */
export function likenessOf(
  { jaccard, containment }: Shared,
  bounds: { readonly similarity: number; readonly containment: number },
): number {
  const whole = jaccard / (0.4 * bounds.similarity);
  const part = Math.max(...containment) / (0.72 * bounds.containment);
  return Math.min(1, LEAST_LIKENESS * Math.max(whole, part));
}

interface Shared {
  readonly jaccard: number;
  readonly containment: readonly [number, number];
}

/** How alike any two articles are; 0 for two of different stories. */
type Likeness = (a: number, b: number) => number;

/**
 * Copies → groups of copies: their connected components, but for bridges. Pairs are taken from the strongest down, and
 * two groups are joined only while their cross pairs (a sample, in large groups) are on average alike enough. So a round-up with a piece of each of two stories does not make one group of them. O(pairs · log).
 */
export function groupCopies(count: number, edges: CopyEdges, likeness: Likeness): Partition {
  const labels = alone(count);
  const members = new Map<number, number[]>();
  const membersOf = (label: number) => members.get(label) ?? [label];
  for (const i of byComponent(count, edges)) {
    const [x, y] = [labels[edges.a[i]], labels[edges.b[i]]];
    if (x === y) continue;
    const [ofX, ofY] = [membersOf(x), membersOf(y)];
    const isPair = ofX.length === 1 && ofY.length === 1;
    if (!isPair && !belong(ofX, ofY, likeness)) continue;
    const [from, into] = ofX.length < ofY.length ? [x, y] : [y, x];
    const [few, many] = from === x ? [ofX, ofY] : [ofY, ofX];
    for (const id of few) {
      many.push(id);
      labels[id] = into;
    }
    members.delete(from);
    members.set(into, many);
  }
  for (const list of members.values()) {
    const least = list.reduce((low, id) => Math.min(low, id));
    for (const id of list) labels[id] = least;
  }
  return labels;
}

/** The edges, strongest first, one component after the other: none asks for another, and articles in files are read while they are at hand. */
function byComponent(count: number, { a, b, strength }: CopyEdges): Uint32Array {
  const components = new DisjointSets(count);
  for (let i = 0; i < a.length; i++) components.join(a[i], b[i]);
  const componentOf = Uint32Array.from(a, (id) => components.find(id));
  return positions(a.length).sort((i, j) => componentOf[i] - componentOf[j] || strength[j] - strength[i] || a[i] - a[j] || b[i] - b[j]);
}

/**
 * Whether two groups are one: their cross pairs have to be alike on average, and most of them of one story:
 * of a round-up's two stories, as much as half of the pairs are strangers.
 */
function belong(xs: readonly number[], ys: readonly number[], likeness: Likeness): boolean {
  let related = 0;
  let looked = 0;
  const mean = meanScore(xs, ys, (a, b) => {
    const alike = likeness(a, b);
    looked++;
    if (alike > 0) related++;
    return alike;
  });
  return related > looked / 2 && mean >= LEAST_LIKENESS;
}
