import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lengthOf } from '../../src/columns/lists.ts';
import { resolveOptions } from '../../src/options.ts';
import { copyBounds, overlapOf, verifyPair } from '../../src/stages/verify/index.ts';
import { bothLegible } from '../../src/stages/verify/misread.ts';
import { raggedOf } from '../pair/sets.ts';
import { FERRY, OTHER, written } from './written.ts';

/** As a machine reads a bad scan: every `nth` word of five letters and more has a letter of another word in its midst. */
function scanned(text: string, nth: number, from = 0): string {
  let at = from;
  return text.replace(/[a-z]{5,}/g, (word) => {
    if (++at % nth !== 0) return word;
    const middle = word.length >> 1;
    return `${word.slice(0, middle)}${'qxzvk'[at % 5]}j${word.slice(middle + 1)}`;
  });
}

const DEFAULTS = resolveOptions();

describe('two scans of one story', () => {
  const pair = written([scanned(FERRY, 3), scanned(FERRY, 3, 1)]);

  it('are copies, though less than the bound of their shingles is the same', () => {
    const counted = overlapOf({ ...pair, strange: raggedOf([[], []]) }, 0, 1, DEFAULTS);
    expect(counted.jaccard).toBeLessThan(0.2);
    expect(Math.max(...counted.containment)).toBeLessThan(0.33);
    expect(verifyPair(0, 1, pair, DEFAULTS)).not.toBeNull();
    expect(copyBounds(0, 1, pair, DEFAULTS).filter(({ name, met }) => name === 'similarity' && met)).toHaveLength(1);
  });

  it('no containment is less than the similarity', () => {
    const { jaccard, containment } = overlapOf(pair, 0, 1, DEFAULTS);
    expect(jaccard).toBeGreaterThan(0.2);
    for (const share of containment) expect(share).toBeGreaterThanOrEqual(jaccard);
  });

  it('scans of two stories are none', () => {
    expect(verifyPair(0, 1, written([scanned(FERRY, 3), scanned(OTHER, 3)]), DEFAULTS)).toBeNull();
  });
});

describe('what is not misread', () => {
  it.each([
    ['a legible text', FERRY],
    ['a text of few words', 'Fzrry agrqund in fxg, hxrbour masqter sjays.'],
    ['another language', 'Die Fähre lief kurz nach der Einfahrt auf Grund, sagte der Hafenmeister, und niemand wurde verletzt. '.repeat(3)],
    [
      'a text about a trade, whose words are used again',
      Array.from(
        { length: 12 },
        (_, i) =>
          `The macroblok and the quantiseur meet the entropyk coder in chapter ${i}, where the bitrater of the demuxing unit is told.`,
      ).join(' '),
    ],
  ])('%s', (_, text) => {
    expect(lengthOf(written([text]).strange, 0)).toBe(0);
  });

  it('words of a trade in a bad scan count as right where the other text has them', () => {
    const scan = scanned(FERRY, 3);
    const same = written([scan, scan]);
    expect(bothLegible(same, 0, 1)).toBe(1);
    expect(bothLegible(written([scan, FERRY]), 0, 1)).toBeLessThan(0.9);
  });
});

test('the chance lies between 0 and 1, the same both ways, and falls with every strange word', () => {
  const words = fc.uniqueArray(fc.nat(500), { maxLength: 55 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 100, max: 300 }), (one, other, count) => {
      const ordinary = Uint32Array.from([count, 100]);
      const chance = bothLegible({ ordinary, strange: raggedOf([one, other]) }, 0, 1);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThanOrEqual(1);
      expect(bothLegible({ ordinary, strange: raggedOf([one, other]) }, 1, 0)).toBeCloseTo(
        bothLegible({ ordinary: ordinary.toReversed(), strange: raggedOf([other, one]) }, 0, 1),
        12,
      );
      expect(bothLegible({ ordinary, strange: raggedOf([[...one, 501], other]) }, 0, 1)).toBeLessThanOrEqual(chance);
    }),
  );
});
