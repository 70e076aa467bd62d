import { join } from 'node:path';
import { expect, test } from 'vitest';
import { strip } from '../../src/stages/strip/index.ts';
import { hasSharedData, SHARED_DATA, textOf, textsIn } from './own.ts';

/** First and last words of the own text, its words, and words of furniture that must be gone. */
const EXPECTED: Record<string, { first: string; last: string; words: number; gone: string[] }> = {
  '000': {
    first: 'N. Korea says it has never',
    last: 'eastern Ukraine as independent states.',
    words: 351,
    gone: ['More from International', 'infected blood', 'Assange', 'Rafah'],
  },
  '001': { first: 'North Korea rejects US', last: 'border in some areas.', words: 356, gone: ['head to The Hill'] },
  '002': {
    first: "North Korea Tells U.S. to 'Keep",
    last: 'the White House for comment.',
    words: 508,
    gone: ['Arms Ukraine War', 'is pictured beside', 'Uncommon Knowledge', 'committed to', 'Aila Slisco', 'uses AI', 'cover', 'on-the-go'],
  },
  '003': { first: 'Last week, National Security', last: 'tensions in the region.', words: 597, gone: ['story continues', 'Follow AP'] },
  '004': {
    first: 'North Korea-Russia arms deal',
    last: 'enters its 19th month.',
    words: 371,
    gone: ['full report', 'Comment', 'Required fields', 'Scroll'],
  },
};

test.skipIf(!hasSharedData)('the seeds lose their furniture and nothing else (skipped without ../shared)', () => {
  const texts = textsIn(join(SHARED_DATA, 'seeds'));
  expect(texts.length).toBe(5);
  for (const { name, bytes } of texts) {
    const expected = EXPECTED[name.slice(0, 3)];
    const own = textOf(bytes, strip(bytes, null));
    expect(own.startsWith(expected.first), name).toBe(true);
    expect(own.endsWith(expected.last), `${name} ends: ${own.slice(-80)}`).toBe(true);
    expect(own.split(/\s+/).length, name).toBe(expected.words);
    for (const words of expected.gone) expect(own.includes(words), `${name}: ${words}`).toBe(false);
  }
});
