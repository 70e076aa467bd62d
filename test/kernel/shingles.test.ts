import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { has, makeHashSet } from '../../src/kernel/hashSet.ts';
import { intersection, shingleHashes, sortUnique } from '../../src/kernel/shingles.ts';
import { makeTokens, SIGN, type Tokens, WORD } from '../../src/kernel/tokens.ts';
import { seeded } from '../properties/random.ts';
import { KERNELS } from './kernels.ts';

/** 32-bit values, small ones often so that they repeat. */
const value = fc.oneof(
  fc.nat(20),
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 0xff, 0x100, 0xffff, 0x10000, 0x80000000, 0xffffffff),
);
const values = fc.array(value, { maxLength: 300 });
const byNumber = (x: number, y: number) => x - y;
const naiveSet = (list: readonly number[]) => [...new Set(list)].sort(byNumber);

function hashesOf(words: readonly number[], size: number): number[] {
  const out = new Uint32Array(words.length + 1);
  return [...out.subarray(0, shingleHashes(Uint32Array.from(words), words.length, size, out))];
}

describe('shingles', () => {
  it.each([
    [[], 3, 0],
    [[1], 3, 1],
    [[1, 2], 3, 1],
    [[1, 2, 3], 3, 1],
    [[1, 2, 3, 4], 3, 2],
    [[1, 2, 3, 4], 1, 4],
    [[1, 2, 3, 4], 12, 1],
  ])('of %j, %i words each: %i', (words, size, count) => {
    expect(hashesOf(words, size)).toHaveLength(count);
  });

  it('are told apart by the order of the words', () => {
    expect(hashesOf([1, 2, 3], 3)).not.toEqual(hashesOf([3, 2, 1], 3));
    expect(hashesOf([1, 2, 3], 3)).not.toEqual(hashesOf([2, 1, 3], 3));
  });

  it('a text of two words is not part of a longer one', () => {
    expect(hashesOf([1, 2, 3], 3)).not.toContain(hashesOf([1, 2], 3)[0]);
  });

  test('are equal exactly where the runs of words are', () => {
    const words = fc.array(fc.oneof(fc.nat(3), value), { maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 12 }), (words, size) => {
        const width = Math.min(size, words.length);
        const runs = words.slice(0, words.length - width + 1).map((_, i) => words.slice(i, i + width).join(' '));
        const hashes = hashesOf(words, size);
        expect(hashes).toHaveLength(words.length === 0 ? 0 : runs.length);
        for (let i = 0; i < hashes.length; i++) expect(hashes.indexOf(hashes[i])).toBe(runs.indexOf(runs[i]));
      }),
    );
  });

  test('of one run of words are the same wherever it stands', () => {
    fc.assert(
      fc.property(values, fc.array(value, { minLength: 3, maxLength: 3 }), values, (before, run, after) => {
        expect(hashesOf([...before, ...run, ...after], 3)[before.length]).toBe(hashesOf(run, 3)[0]);
      }),
    );
  });
});

/** A table with these hashes, of which every third is a sign. */
function tokensWith(hashes: readonly number[]): Tokens {
  const tokens = makeTokens(hashes.length + 1);
  tokens.hash.set(hashes);
  tokens.flags.set(hashes.map((_, i) => (i % 3 === 2 ? SIGN : WORD)));
  tokens.count = hashes.length;
  return tokens;
}
const wordsAmong = (hashes: readonly number[]) => hashes.filter((_, i) => i % 3 !== 2);

describe.each(KERNELS)('the set of shingles, by the %s kernel', (_, kernel) => {
  const setOf = (hashes: readonly number[], size: number, common: readonly number[] = []) => [
    ...kernel.shingleSet(tokensWith(hashes), size, makeHashSet(common)).shingles,
  ];

  test('is what a Set and a sort make of the runs of words, without the common ones', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 12 }), values, fc.nat(9), (hashes, size, others, every) => {
        const all = naiveSet(hashesOf(wordsAmong(hashes), size));
        const common = [...others, ...all.filter((_, i) => i % (every + 1) === 0)];
        const telling = all.filter((hash) => !common.includes(hash));
        expect(setOf(hashes, size)).toEqual(all);
        expect(setOf(hashes, size, common)).toEqual(telling.length > 0 ? telling : all);
      }),
    );
  });

  test('goes on being right when a long text follows a short one', () => {
    const random = seeded(2);
    for (const length of [10, 5_000, 3, 200_000, 0, 40]) {
      const hashes = Array.from({ length }, () => random.bits());
      expect(setOf(hashes, 3)).toEqual(naiveSet(hashesOf(wordsAmong(hashes), 3)));
    }
  });

  test('is found quickly in a text made to fill one bucket of the sort', () => {
    // Of a million hashes, those that begin alike; single words as shingles, so that each is one of these.
    const random = seeded(3);
    const alike = Array.from({ length: 1_000_000 }, () => random.bits()).filter((word) => hashesOf([word], 1)[0] < 1 << 20);
    expect(alike.length).toBeGreaterThan(200);
    expect(setOf([...alike, ...alike], 1)).toEqual(naiveSet(hashesOf(wordsAmong([...alike, ...alike]), 1)));
  });
});

test('sorting and dropping repeats is what a Set and a sort do', () => {
  fc.assert(
    fc.property(values, values, (list, behind) => {
      const array = Uint32Array.from([...list, ...behind]);
      const kept = sortUnique(array, list.length);
      expect([...array.subarray(0, kept)]).toEqual(naiveSet(list));
      expect([...array.subarray(list.length)]).toEqual(behind);
    }),
  );
});

test('sorting goes on being right when a long list follows a short one', () => {
  const random = seeded(1);
  for (const length of [10, 5_000, 3, 20_000, 0]) {
    const list = Array.from({ length }, () => random.bits() >>> random.below(30));
    const array = Uint32Array.from(list);
    expect([...array.subarray(0, sortUnique(array, length))]).toEqual(naiveSet(list));
  }
});

test('the intersection of two sets is the values that both have', () => {
  fc.assert(
    fc.property(values, values, values, (one, other, around) => {
      const [a, b, shift] = [naiveSet(one), naiveSet(other), around.length];
      const left = Uint32Array.from([...around, ...a, ...around]);
      const right = Uint32Array.from(b);
      const shared = a.filter((value) => b.includes(value)).length;
      expect(intersection(left, shift, shift + a.length, right, 0, b.length)).toBe(shared);
      expect(intersection(right, 0, b.length, left, shift, shift + a.length)).toBe(shared);
    }),
  );
});

test('a hash set has what was put into it, and nothing else', () => {
  fc.assert(
    fc.property(values, values, (inside, asked) => {
      const set = makeHashSet(inside);
      for (const value of [...inside, ...asked]) expect(has(set, value)).toBe(inside.includes(value));
    }),
  );
});
