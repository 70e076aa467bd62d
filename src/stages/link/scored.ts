import type { Pairs } from '../../columns/pairs.ts';

/**
 * The score of any pair. Most that are asked for are of one event, and have been scored: they are looked up. The others are
 * measured once. O(log of an article's pairs).
 */
export function scoreKnown(
  { a, b }: Pairs,
  scores: Float32Array,
  count: number,
  measure: (a: number, b: number) => number,
): (a: number, b: number) => number {
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < a.length; i++) starts[a[i] + 1] = i + 1;
  for (let article = 0; article < count; article++) starts[article + 1] = Math.max(starts[article], starts[article + 1]);
  const measured = new Map<number, number>();
  return (x, y) => {
    const [first, other] = x < y ? [x, y] : [y, x];
    const at = firstFrom(b, other, starts[first], starts[first + 1]);
    if (at < starts[first + 1] && b[at] === other) return scores[at];
    const key = first * count + other;
    const score = measured.get(key) ?? measure(first, other);
    measured.set(key, score);
    return score;
  };
}

/** The first place from `low` on, and before `high`, whose value reaches this one; values rise. */
function firstFrom(values: Uint32Array, wanted: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
