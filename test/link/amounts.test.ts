import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareAmounts } from '../../src/amounts.ts';
import { tableOf } from './written.ts';

/** How often two texts count the same thing alike, and how often differently. */
function agreementOf(one: string, other: string) {
  const { amounts } = tableOf([one, other]);
  const agreement = { same: 0, other: 0 };
  compareAmounts(amounts.values, 0, amounts.starts[1], amounts.starts[1], amounts.starts[2], agreement);
  return agreement;
}

describe('amounts', () => {
  it.each([
    ['a number and what it counts', 'seized 23 pirates', 'took 23 pirates', { same: 1, other: 0 }],
    ['another number of the same', 'seized 23 pirates', 'took 26 pirates', { same: 0, other: 1 }],
    ['a number in words', 'seized eleven pirates', 'took 11 pirates', { same: 1, other: 0 }],
    ['an ordinal', 'in the seventh round', 'in the sixth round', { same: 0, other: 1 }],
    ['what stands before the number', 'of magnitude 5.5.', 'of magnitude 6.1.', { same: 0, other: 1 }],
    ['other things', '23 pirates', '26 hostages', { same: 0, other: 0 }],
    ['“round 7” is not “7 rounds”', 'round 7.', '9 rounds', { same: 0, other: 0 }],
    ['one of several that agrees is enough', '3 dead. Later 5 dead.', '5 dead', { same: 1, other: 0 }],
    ['no number', 'pirates', 'pirates', { same: 0, other: 0 }],
  ])('%s', (_, one, other, expected) => {
    expect(agreementOf(one, other)).toEqual(expected);
  });
});

test('agree with the plain definition: words that both count, by whether they share a number', () => {
  const amounts = fc.uniqueArray(
    fc.record({ word: fc.nat(5), number: fc.nat(4) }).map(({ word, number }) => (word << 16) | number),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(amounts, amounts, (one, other) => {
      const [a, b] = [one, other].map((values) => Uint32Array.from(values).sort());
      const wordsOf = (values: Uint32Array) => new Set(Array.from(values, (value) => value >>> 16));
      const common = [...wordsOf(a)].filter((word) => wordsOf(b).has(word));
      const same = common.filter((word) => a.some((value) => value >>> 16 === word && b.includes(value))).length;
      const agreement = { same: 0, other: 0 };
      compareAmounts(Uint32Array.from([...a, ...b]), 0, a.length, a.length, a.length + b.length, agreement);
      expect(agreement).toEqual({ same, other: common.length - same });
    }),
  );
});
