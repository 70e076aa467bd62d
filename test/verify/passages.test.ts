import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { sharedPassages } from '../../src/stages/verify/index.ts';
import { ownText, wordsOf } from '../kernel/scanned.ts';
import { FERRY, LINES, OTHER } from './written.ts';

/** The shared passages as they stand in the first text. */
function passagesOf(one: string, other: string, least = 8): string[] {
  const a = ownText(one);
  return sharedPassages(a.text, ownText(other).text, least).map(({ start, end }) => new TextDecoder().decode(a.bytes.subarray(start, end)));
}

describe('the passages that two texts share', () => {
  it('are whole runs, as long as both agree, with the signs inside them', () => {
    expect(passagesOf(`Before. ${LINES[2]} After.`, `Elsewhere, ${LINES[2].toUpperCase()} Nothing.`)).toEqual([LINES[2].slice(1, -1)]);
  });

  it('stand in the order of the first text, whatever their order in the second', () => {
    const swapped = `${LINES[4]} ${OTHER} ${LINES[0]}`;
    expect(passagesOf(FERRY, swapped)).toEqual([LINES[0].slice(0, -1), LINES[4].slice(0, -1)]);
    expect(passagesOf(swapped, FERRY)).toEqual([LINES[4].slice(0, -1), LINES[0].slice(0, -1)]);
  });

  it('end at an edit and go on behind it', () => {
    const edited = LINES[3].replace('dredged', 'marked');
    expect(passagesOf(LINES[3], edited, 5)).toEqual([
      'The harbour master, Tobias Wren, said the ship had left the',
      'channel in thick fog while avoiding a fishing boat that showed no lights',
    ]);
  });

  it.each([
    ['one word fewer than asked for', 'one two three four five six seven', 8],
    ['nothing at all', '', 8],
    ['no words', '— … !', 1],
  ])('are none where the texts share %s', (_, shared, least) => {
    expect(passagesOf(`alpha ${shared} omega`, `beta ${shared} gamma`, least)).toEqual([]);
  });

  it('may be two words long, or one', () => {
    expect(passagesOf('alpha one two omega', 'beta one two gamma', 2)).toEqual(['one two']);
    expect(passagesOf('alpha one omega', 'beta one gamma', 1)).toEqual(['one']);
  });
});

const words = fc.array(fc.constantFrom('the', 'ferry', 'sank', 'in', 'fog'), { maxLength: 60, size: 'max' });

test('each is a run of words of both texts, long enough, and they do not overlap', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 6 }), (one, other, least) => {
      const a = ownText(one.join(' '));
      let last = 0;
      for (const { start, end, words } of sharedPassages(a.text, ownText(other.join(' ')).text, least)) {
        const run = new TextDecoder().decode(a.bytes.subarray(start, end));
        expect(start).toBeGreaterThanOrEqual(last);
        expect(run.split(' ')).toHaveLength(words);
        expect(words).toBeGreaterThanOrEqual(least);
        expect(` ${other.join(' ')} `).toContain(` ${run} `);
        last = end;
      }
    }),
    { numRuns: 1000 },
  );
});

test('they are the longest runs that a search of every place finds, where no run comes more than eight times', () => {
  /** From each place the longest run that stands in the other text; then on behind it. */
  const naive = (one: readonly number[], other: readonly number[], least: number) => {
    const lengths: number[] = [];
    for (let i = 0; i < one.length; ) {
      let longest = 0;
      for (let k = 0; k < other.length; k++) {
        let length = 0;
        while (i + length < one.length && k + length < other.length && one[i + length] === other[k + length]) length++;
        longest = Math.max(longest, length);
      }
      if (longest >= least) lengths.push(longest);
      i += longest >= least ? longest : 1;
    }
    return lengths;
  };
  fc.assert(
    fc.property(words, words, fc.integer({ min: 3, max: 6 }), (one, other, least) => {
      fc.pre(!other.some((_, i) => other.filter((_, k) => other.slice(i, i + 3).join() === other.slice(k, k + 3).join()).length > 8));
      const found = sharedPassages(ownText(one.join(' ')).text, ownText(other.join(' ')).text, least);
      expect(found.map((passage) => passage.words)).toEqual(naive(wordsOf(one.join(' ')), wordsOf(other.join(' ')), least));
    }),
    { numRuns: 1000 },
  );
});

test('a text that says one thing over and over is compared in time', { timeout: 5000 }, () => {
  const chant = 'no more ferries '.repeat(20_000);
  const [passage, ...others] = sharedPassages(ownText(chant).text, ownText(`${chant} never`).text, 8);
  expect(passage.words).toBe(60_000);
  expect(others).toEqual([]);
  const broken = Array.from({ length: 5_000 }, (_, i) => `no more ferries no more ferries ${i}x`).join(' ');
  expect(sharedPassages(ownText(chant).text, ownText(broken).text, 8)).toEqual([]);
});
