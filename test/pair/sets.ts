/** Articles as nothing but sets of shingles. */
import type { Ragged } from '../../src/article.ts';
import { RaggedBuilder } from '../../src/columns/ragged.ts';
import { sketch } from '../../src/kernel/sketch.ts';
import { distinctBits, type Random } from '../properties/random.ts';

export function raggedOf(sets: readonly (readonly number[])[]): Ragged {
  const builder = new RaggedBuilder();
  for (const set of sets) builder.push(Uint32Array.from(set).sort());
  return builder.finish();
}

export function signaturesOf({ starts, values }: Ragged, slots: number): Uint32Array {
  const signatures = new Uint32Array((starts.length - 1) * slots);
  for (let i = 0; i + 1 < starts.length; i++) sketch(values.subarray(starts[i], starts[i + 1]), slots, signatures, i * slots);
  return signatures;
}

/** Two random sets that share so many values, and have so many of their own. */
export function overlapping(random: Random, shared: number, onlyA: number, onlyB: number): [number[], number[]] {
  const values = distinctBits(random, shared + onlyA + onlyB);
  return [values.slice(0, shared + onlyA), [...values.slice(0, shared), ...values.slice(shared + onlyA)]];
}

/** Pairs as "a b", for asking whether one is among them. */
export function keysOf({ a, b }: { a: ArrayLike<number>; b: ArrayLike<number> }): Set<string> {
  return new Set(Array.from({ length: a.length }, (_, i) => `${a[i]} ${b[i]}`));
}

/** How many groups the pairs leave of so many articles. */
export function groupsLeft(count: number, { a, b }: { a: ArrayLike<number>; b: ArrayLike<number> }): number {
  const parent = Array.from({ length: count }, (_, i) => i);
  const rootOf = (x: number): number => {
    while (parent[x] !== x) x = parent[x] = parent[parent[x]];
    return x;
  };
  let groups = count;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [rootOf(a[i]), rootOf(b[i])];
    if (x === y) continue;
    parent[x] = y;
    groups--;
  }
  return groups;
}
