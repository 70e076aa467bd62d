import { expect, test } from 'vitest';
import { cohesion } from '../../src/assemble.ts';

/** Not symmetric and not even, so that another pair gives another mean. */
const measure = (a: number, b: number) => ((a * 31 + b * 17) % 97) / 97;

/** All pairs in their order, of which each so-manieth counts. */
function naive(members: readonly number[]): number {
  const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const));
  const step = Math.max(1, Math.floor(pairs.length / 400));
  const taken = pairs.filter((_, at) => at % step === 0).slice(0, 400);
  return taken.length === 0 ? 0 : taken.reduce((sum, [a, b]) => sum + measure(a, b), 0) / taken.length;
}

test.each([0, 1, 2, 3, 28, 29, 30, 41, 100, 257])('the cohesion of %i articles is the mean over an even part of their pairs', (count) => {
  const members = Array.from({ length: count }, (_, i) => 3 * i + 1);
  expect(cohesion(members, measure)).toBe(naive(members));
});

test('that of a million copies of one text asks 400 times, and walks over no other pair', () => {
  const members = Array.from({ length: 1_000_000 }, (_, i) => i);
  let asked = 0;
  const begun = performance.now();
  cohesion(members, () => ++asked);
  expect(asked).toBe(400);
  expect(performance.now() - begun).toBeLessThan(1000);
});
