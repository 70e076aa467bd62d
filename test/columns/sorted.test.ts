import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairSet } from '../../src/columns/pairs.ts';
import { sorted, sortedBy } from '../../src/columns/sorted.ts';
import { seeded } from '../properties/random.ts';

/** Keys of all 32 bits, of a few, or of a narrow range far from zero; so many that they are compared, or counted byte by byte. */
const columns = fc
  .record({
    seed: fc.nat(),
    length: fc.constantFrom(0, 1, 2, 100, 511, 512, 3000),
    least: fc.constantFrom(0, 2 ** 31),
    range: fc.constantFrom(1, 7, 300, 2 ** 31),
  })
  .map(({ seed, length, least, range }) => {
    const random = seeded(seed);
    return Uint32Array.from({ length }, () => least + random.below(range));
  });

test('keys are sorted with what stands beside them, equal ones in their own order, and what was given stays as it was', () => {
  fc.assert(
    fc.property(columns, (keys) => {
      const given = keys.slice();
      const values = Uint32Array.from(keys, (_, i) => 7 * i);
      const order = Array.from(keys.keys()).sort((i, j) => keys[i] - keys[j] || i - j);
      const result = sorted(keys, values);
      expect(Array.from(result.keys)).toEqual(order.map((i) => keys[i]));
      expect(Array.from(result.values)).toEqual(order.map((i) => 7 * i));
      expect(Array.from(sortedBy(keys))).toEqual(order);
      expect(keys).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test('a set of pairs says of each pair once that it is new, in either order, among ids beyond 32 bits of keys', () => {
  const random = seeded(4);
  const count = 3_000_000;
  const pairs = new PairSet(count);
  const known = new Set<string>();
  for (let i = 0; i < 20_000; i++) {
    const x = random.below(2) === 0 ? random.below(100) : count - 1 - random.below(100);
    const y = (x + 1 + random.below(100)) % count;
    const key = `${Math.min(x, y)} ${Math.max(x, y)}`;
    expect(pairs.add(x, y)).toBe(!known.has(key));
    known.add(key);
  }
  expect(known.size).toBeLessThan(19_000); // else hardly any came twice
});
