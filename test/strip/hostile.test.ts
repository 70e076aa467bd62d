import { expect, test } from 'vitest';
import { judge, strip, survey } from '../../src/stages/strip/index.ts';
import { bytesOf } from './own.ts';

const MEGABYTE = 1 << 20;
const SENTENCE = 'The council voted on Tuesday to keep the ferry. ';

/** Megabytes that a rule of more than linear cost would never end on. Bounds are generous: a slow machine must pass. */
const TEXTS: Record<string, string> = {
  'one line of 5 MB': SENTENCE.repeat((5 * MEGABYTE) / SENTENCE.length),
  '120,000 lines': 'One more line.\n'.repeat(120_000),
  '120,000 different lines': Array.from({ length: 120_000 }, (_, line) => `Line ${line} of ${line * 7}`).join('\n'),
  '200,000 times Share on a line each': 'Share\n'.repeat(200_000),
  '200,000 times Share in one line': 'Share '.repeat(200_000),
  '100,000 openers': 'Related stories\nComments\nAbout the author\n'.repeat(33_000),
  '100,000 interruptions': 'He left. The story continues '.repeat(100_000),
  'advertisements only': 'Advertisement. '.repeat(100_000),
  'a megabyte of quotation marks': '"'.repeat(MEGABYTE),
  'a megabyte of full stops': '.'.repeat(MEGABYTE),
  'a megabyte of blanks': ' '.repeat(MEGABYTE),
  'a megabyte of blank lines': '\r\n'.repeat(MEGABYTE / 2),
  'picture counters': Array.from({ length: 100_000 }, (_, at) => `${at % 999} of 999`).join(' '),
  'names and slashes': 'Doe/'.repeat(MEGABYTE / 4),
  'phrases that almost end': 'story continues below this '.repeat(50_000),
  'no letters': '\u0301\u200b\u00ad'.repeat(MEGABYTE / 8),
  ideographs: '関連'.repeat(MEGABYTE / 6),
};

test.each(Object.entries(TEXTS))(
  '%s',
  (_, text) => {
    const bytes = bytesOf(text);
    const started = performance.now();
    strip(bytes, null);
    survey(bytes);
    judge(bytes, null);
    expect(performance.now() - started).toBeLessThan(20_000);
  },
  60_000,
);

test('an empty text, and one of nothing but white space', () => {
  for (const text of ['', ' ', '\n\n', '\ufeff']) {
    expect(strip(bytesOf(text), null)).toMatchObject({ words: 0, furnitureWords: 0, furnitureOnly: true });
    expect(judge(bytesOf(text), null)).toEqual([]);
  }
});

test('a usual text after a huge one is read as before', () => {
  const bytes = bytesOf(`${SENTENCE.repeat(3)}\nShare\n`);
  const before = strip(bytes, null);
  strip(bytesOf(TEXTS['120,000 different lines']), null);
  expect(strip(bytes, null)).toEqual(before);
});
