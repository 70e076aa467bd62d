import { meanInside, meanScore } from './meanScore.ts';

/** Pairs below this make no neighbours: they could not bring two clusters together. */
const LEAST_SCORE = 0.1;

export interface AverageLinkInput {
  readonly count: number;
  /** Clusters to begin with: per article the least id of its cluster. */
  readonly begin: Uint32Array;
  /** Pairs known to be near each other, a < b. */
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  /** Two clusters become one while the mean score of their cross pairs reaches this. */
  readonly bound: number;
  /** A cluster takes in another only while their mean score is at most this much below its own cohesion; 1 asks nothing. */
  readonly slack: number;
  /** The score of any pair, near or not. */
  readonly scoreOf: (a: number, b: number) => number;
  /** Asked of two clusters that are about to become one; those that may not stay apart until either of them has grown. */
  readonly mayJoin?: (xs: readonly number[], ys: readonly number[]) => boolean;
}

/**
 * Average-link agglomeration: joins the two clusters with the greatest mean score, again and again, until none reaches
 * the bound. It cannot chain: a bridge between two groups is outweighed by all the pairs that it does not join.
 * Returns per article the least id of its cluster. Ties go to the least ids, so the result is a function of the pairs.
 * O(pairs · log) for groups much smaller than the corpus.
 */
export function averageLink(input: AverageLinkInput): Uint32Array {
  const { count, begin, bound } = input;
  const members: (number[] | undefined)[] = Array.from({ length: count });
  for (let article = 0; article < count; article++) (members[begin[article]] ??= []).push(article);
  /** Per cluster its neighbours, with the mean score of the cross pairs. */
  const neighbours: (Map<number, number> | undefined)[] = Array.from({ length: count });
  const version = new Uint32Array(count);
  const heap = new Heap();
  const least = Math.min(LEAST_SCORE, bound);

  /** Sums of the scores inside the clusters. */
  const inside = new Float64Array(count);
  for (let x = 0; x < count; x++) {
    const size = members[x]?.length ?? 0;
    if (size > 1) inside[x] = meanInside(members[x]!, input.scoreOf) * pairsIn(size);
  }
  const cohesion = (x: number) => inside[x] / pairsIn(members[x]!.length);

  const connect = (x: number, y: number, mean: number) => {
    (neighbours[x] ??= new Map()).set(y, mean);
    (neighbours[y] ??= new Map()).set(x, mean);
    if (!(mean >= bound) || mean < Math.max(cohesion(x), cohesion(y)) - input.slack) return;
    if (x < y) heap.push({ mean, x, y, versionX: version[x], versionY: version[y] });
    else heap.push({ mean, x: y, y: x, versionX: version[y], versionY: version[x] });
  };
  for (let i = 0; i < input.a.length; i++) {
    const x = begin[input.a[i]];
    const y = begin[input.b[i]];
    if (x === y || input.score[i] < least || neighbours[x]?.has(y)) continue;
    const isPair = members[x]!.length === 1 && members[y]!.length === 1;
    connect(x, y, isPair ? input.score[i] : meanScore(members[x]!, members[y]!, input.scoreOf));
  }

  for (let best = heap.pop(); best; best = heap.pop()) {
    const { x, y } = best;
    if (version[x] !== best.versionX || version[y] !== best.versionY || !members[x] || !members[y]) continue;
    if (input.mayJoin && !input.mayJoin(members[x], members[y])) continue;
    const [nearX, nearY] = [neighbours[x]!, neighbours[y]!];
    const [sizeX, sizeY] = [members[x].length, members[y].length];
    inside[x] += inside[y] + best.mean * sizeX * sizeY;
    neighbours[x] = new Map();
    neighbours[y] = undefined;
    version[x]++;
    version[y]++;
    nearX.delete(y);
    nearY.delete(x);
    const means = new Map<number, number>();
    for (const other of new Set([...nearX.keys(), ...nearY.keys()])) {
      neighbours[other]!.delete(y);
      // The mean of a union is the mean of the means, by size; one that is not known is measured.
      const meanX = nearX.get(other) ?? meanScore(members[x], members[other]!, input.scoreOf);
      const meanY = nearY.get(other) ?? meanScore(members[y], members[other]!, input.scoreOf);
      means.set(other, (meanX * sizeX + meanY * sizeY) / (sizeX + sizeY));
    }
    for (const article of members[y]) members[x].push(article);
    members[y] = undefined;
    for (const [other, mean] of means) connect(x, other, mean);
  }

  const labels = new Uint32Array(count);
  for (const list of members) {
    if (!list) continue;
    let least = list[0];
    for (const article of list) if (article < least) least = article;
    for (const article of list) labels[article] = least;
  }
  return labels;
}

/** Pairs of a cluster; 1 for one article, whose cohesion so is 0. */
function pairsIn(size: number): number {
  return Math.max(1, (size * (size - 1)) / 2);
}

interface Merge {
  readonly mean: number;
  readonly x: number;
  readonly y: number;
  readonly versionX: number;
  readonly versionY: number;
}

/** A binary heap, greatest mean first, then the least ids. */
class Heap {
  private readonly items: Merge[] = [];

  push(item: Merge): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(item, this.items[parent])) break;
      this.items[at] = this.items[parent];
      at = parent;
    }
    this.items[at] = item;
  }

  pop(): Merge | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.items.length) break;
      if (child + 1 < this.items.length && before(this.items[child + 1], this.items[child])) child++;
      if (!before(this.items[child], last)) break;
      this.items[at] = this.items[child];
      at = child;
    }
    this.items[at] = last;
    return top;
  }
}

function before(p: Merge, q: Merge): boolean {
  return p.mean > q.mean || (p.mean === q.mean && (p.x < q.x || (p.x === q.x && p.y < q.y)));
}
