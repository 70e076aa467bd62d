import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { agreement, bandKey } from '../../src/kernel/sketch.ts';
import { KERNELS } from '../kernel/kernels.ts';
import { distinctBits, type Random, seeded } from '../properties/random.ts';

interface Two {
  readonly onlyA: number;
  readonly shared: number;
  readonly onlyB: number;
}

/** Two random sets with so many values in one, in both, and in the other. */
function twoSets(random: Random, { onlyA, shared, onlyB }: Two): [number[], number[]] {
  const values = distinctBits(random, onlyA + shared + onlyB);
  return [values.slice(0, onlyA + shared), values.slice(onlyA)];
}

/** MinHash as it is taught (Broder 1997): for each slot a hash function of its own, and the least value under it. */
function classicMinHash(set: readonly number[], slots: number): number[] {
  return Array.from({ length: slots }, (_, slot) =>
    set.reduce((least, value) => Math.min(least, seeded(value ^ (slot * 0x3c6ef372)).bits()), Infinity),
  );
}

function classicEstimate(a: readonly number[], b: readonly number[], slots: number): number {
  const other = classicMinHash(b, slots);
  return classicMinHash(a, slots).filter((least, slot) => least === other[slot]).length / slots;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const CASES: readonly (readonly [string, Two])[] = [
  ['one shingle, the same', { onlyA: 0, shared: 1, onlyB: 0 }],
  ['one shingle each, another', { onlyA: 1, shared: 0, onlyB: 1 }],
  ['one of two', { onlyA: 0, shared: 1, onlyB: 1 }],
  ['two each, one in common', { onlyA: 1, shared: 1, onlyB: 1 }],
  ['five each, two in common', { onlyA: 3, shared: 2, onlyB: 3 }],
  ['five each, four in common', { onlyA: 1, shared: 4, onlyB: 1 }],
  ['five in twenty', { onlyA: 0, shared: 5, onlyB: 15 }],
  ['a brief and a story', { onlyA: 10, shared: 10, onlyB: 400 }],
  ['as many shingles as slots', { onlyA: 64, shared: 64, onlyB: 64 }],
  ['two stories, a third in common', { onlyA: 150, shared: 150, onlyB: 150 }],
  ['two stories, near copies', { onlyA: 15, shared: 400, onlyB: 10 }],
  ['two stories, a phrase in common', { onlyA: 400, shared: 8, onlyB: 350 }],
  ['a story inside a book', { onlyA: 0, shared: 300, onlyB: 5_000 }],
];

const set = fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 60 });
const slotCount = fc.constantFrom(16, 64, 128, 256);

describe.each(KERNELS)('the %s kernel', (_, kernel) => {
  function signatureOf(set: readonly number[], slots: number): Uint32Array {
    const out = new Uint32Array(slots);
    kernel.sketch(Uint32Array.from(set), slots, out, 0);
    return out;
  }

  function estimate(a: readonly number[], b: readonly number[], slots: number): number {
    return agreement(Uint32Array.from([...signatureOf(a, slots), ...signatureOf(b, slots)]), 0, 1, slots);
  }

  describe.each([16, 128, 512])('the share of %i slots that agree estimates the Jaccard similarity', (slots) => {
    const TRIALS = 60;

    it.each(CASES)('%s', (_, two) => {
      const random = seeded(slots);
      const jaccard = two.shared / (two.onlyA + two.shared + two.onlyB);
      const standardError = Math.sqrt((jaccard * (1 - jaccard)) / slots);
      const estimates = Array.from({ length: TRIALS }, () => estimate(...twoSets(random, two), slots));
      for (const one of estimates) expect(Math.abs(one - jaccard)).toBeLessThanOrEqual(5 * standardError);
      // No bias: the mean of many is nearer still.
      expect(Math.abs(mean(estimates) - jaccard)).toBeLessThanOrEqual((5 * standardError) / Math.sqrt(TRIALS));
    });
  });

  test('the error is that of the textbook’s MinHash, which hashes every shingle once for every slot', () => {
    const random = seeded(7);
    const slots = 128;
    const errors = { ours: [] as number[], classic: [] as number[] };
    for (let trial = 0; trial < 80; trial++) {
      const two = { onlyA: 1 + random.below(60), shared: 1 + random.below(60), onlyB: 1 + random.below(60) };
      const jaccard = two.shared / (two.onlyA + two.shared + two.onlyB);
      const [a, b] = twoSets(random, two);
      errors.ours.push(Math.abs(estimate(a, b, slots) - jaccard));
      errors.classic.push(Math.abs(classicEstimate(a, b, slots) - jaccard));
    }
    expect(mean(errors.classic)).toBeLessThan(0.05); // the oracle itself works
    expect(mean(errors.ours)).toBeLessThan(1.25 * mean(errors.classic));
  });

  test('the order of the shingles does not matter, nor what lies around them', () => {
    fc.assert(
      fc.property(set, set, slotCount, fc.integer(), (shingles, around, slots, seed) => {
        const shuffled = seeded(seed).shuffled(shingles);
        const out = new Uint32Array(slots + 2).fill(9);
        const inside = Uint32Array.from([...around, ...shuffled, ...around]).subarray(around.length, around.length + shuffled.length);
        kernel.sketch(inside, slots, out, 1);
        expect([...out]).toEqual([9, ...signatureOf(shingles, slots), 9]);
      }),
    );
  });

  test('the same set agrees in all slots; two sets without a shingle in common in none', () => {
    fc.assert(
      fc.property(set, set, slotCount, (one, other, slots) => {
        expect(estimate(one, one, slots)).toBe(1);
        const apart = other.filter((value) => !one.includes(value));
        if (one.length > 0 && apart.length > 0) expect(estimate(one, apart, slots)).toBe(0);
      }),
    );
  });

  test('the estimate is the same both ways', () => {
    fc.assert(
      fc.property(set, set, slotCount, (one, other, slots) => {
        expect(estimate(one, other, slots)).toBe(estimate(other, one, slots));
      }),
    );
  });

  test('no slot of a set with one shingle or more stays empty', () => {
    const random = seeded(3);
    for (const size of [1, 2, 5, 50]) {
      const signature = signatureOf(distinctBits(random, size), 512);
      expect(signature.filter((value) => value === 0)).toHaveLength(0);
    }
    expect([...signatureOf([], 16)]).toEqual(new Array(16).fill(0));
  });

  test('slots agree or not each on its own, so that the number that agree is binomial', () => {
    // With J = ½ the number of agreeing slots is binomial; its variance over many pairs tells whether slots move together.
    const random = seeded(11);
    const slots = 64;
    const counts = Array.from({ length: 600 }, () => slots * estimate(...twoSets(random, { onlyA: 25, shared: 50, onlyB: 25 }), slots));
    const middle = mean(counts);
    const variance = mean(counts.map((count) => (count - middle) ** 2));
    expect(variance).toBeLessThan(1.3 * slots * 0.25);
  });
});

test('the key of a band is that of its rows, in their order, wherever they lie', () => {
  const keysOf = (signature: number[], rows: number) => {
    const padded = Uint32Array.from([7, ...signature]);
    return Array.from({ length: signature.length / rows }, (_, band) => bandKey(padded, 1 + band * rows, rows));
  };
  const [one, other] = [keysOf([1, 2, 3, 4, 5, 6], 2), keysOf([1, 2, 3, 9, 5, 6], 2)];
  expect(one.map((key, band) => key === other[band])).toEqual([true, false, true]);
  expect(keysOf([1, 2], 2)).not.toEqual(keysOf([2, 1], 2));
  expect(keysOf([1, 2, 1, 2], 2)).toEqual([one[0], one[0]]);
});
