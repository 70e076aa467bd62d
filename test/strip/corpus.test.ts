import { describe, expect, test } from 'vitest';
import { sharedLines, survey } from '../../src/stages/strip/index.ts';
import { bytesOf, ownTextOf, rulesOn } from './own.ts';
import { UNLIKE } from './unlike.ts';

const STORIES = [
  'A ferry struck the breakwater in thick fog on Tuesday, and thirty people were hurt, four of them badly, the harbour master said.\nDivers will look at the hull in the afternoon.',
  'The school on Kettle Lane keeps bees on its roof, and each class looks after a hive of its own from the third year on.\nThe honey is sold at the summer fair by the oldest pupils.',
  'Pension funds have bought three forests since January, betting that an asset that grows by itself will outlast dearer money.\nThe largest deal was closed last week.',
  'A library in the valley lends out seeds, and readers bring back a dozen for each that they took, or pay a small fine.\nBeans are the favourite, tomatoes come second.',
];
const SLOGAN = 'Small print for those who like it small';
const sharedOf = (pages: readonly string[]) => sharedLines(pages.map((page) => survey(bytesOf(page))));

describe('a line that unlike articles share is furniture', () => {
  const pages = STORIES.map((story) => `${story}\n${SLOGAN}`);

  test('it goes from each of them, and nothing else', () => {
    const shared = sharedOf(pages);
    for (const [at, page] of pages.entries()) {
      expect(ownTextOf(page, shared)).toBe(STORIES[at]);
      expect(rulesOn(page, shared).at(-1)).toBe('shared by other articles');
    }
  });

  test('numbers in it make no difference', () => {
    const dated = STORIES.map((story, at) => `${story}\nRead by ${at + 1},${at}00 people so far this week`);
    const shared = sharedOf(dated);
    for (const [at, page] of dated.entries()) expect(ownTextOf(page, shared)).toBe(STORIES[at]);
  });

  test('alone it stays', () => {
    expect(ownTextOf(pages[0])).toBe(pages[0]);
  });
});

describe('what reprints share is own text', () => {
  test('copies of one article', () => {
    const pages = [STORIES[0], STORIES[0], `${STORIES[0]}\n${SLOGAN}`];
    const shared = sharedOf(pages);
    for (const page of pages) expect(ownTextOf(page, shared)).toBe(page);
  });

  test('a quotation in articles on one event', () => {
    const quote = '"I heard a bang and everyone was flying," said Tomas Wiik, a teacher who makes the crossing three times a week.';
    const pages = STORIES.map((story) => story.replace('\n', `\n${quote}\n`));
    const shared = sharedOf(pages);
    for (const page of pages) expect(ownTextOf(page, shared)).toBe(page);
  });
});

describe('a headline and a lead that other articles list stay on top of their own article', () => {
  const headlines = ['Fog blamed', 'Bees above class', 'Woods for pensions', 'Beans lent out again'].map((words) => `${words} this week`);
  const leads = ['Thirty were hurt when a ferry struck the wall in fog.', ...STORIES.slice(1).map((story) => story.split('\n')[0])];
  const own = STORIES.map((story, at) => (at === 0 ? [headlines[0], leads[0], story] : [headlines[at], story]).join('\n'));
  const listOf = (at: number) => headlines.flatMap((headline, other) => (other === at ? [] : [`• ${headline}`, `    ${leads[other]}..`]));
  const pages = own.map((text, at) => ['The Calder Bugle', text, 'Most read', ...listOf(at)].join('\n'));

  test('below the name of the outlet, which goes', () => {
    const shared = sharedOf(pages);
    for (const [at, page] of pages.entries()) expect(rulesOn(page, shared)[0], own[at]).toBe('shared by other articles');
  });

  test('as the first line', () => {
    const bare = pages.map((page) => page.replace('The Calder Bugle\n', ''));
    const shared = sharedOf(bare);
    for (const [at, page] of bare.entries()) expect(ownTextOf(page, shared)).toBe(own[at]);
  });
});

test('a survey has a row for each line with words', () => {
  const rows = survey(bytesOf('One two three\n---\n\nfour 5\n'));
  expect([...rows.words]).toEqual([3, 2]);
  expect(rows.sampleStarts.length).toBe(3);
  expect(rows.keys[0]).not.toBe(rows.keys[1]);
  expect(rows.keys.every((key) => Number.isSafeInteger(key) && key > 0)).toBe(true);
});

test('the same shingle is sampled wherever it stands', () => {
  const words = Array.from({ length: 400 }, (_, at) => `word${at}`).join(' ');
  const alone = survey(bytesOf(words)).sample;
  const after = survey(bytesOf(`Something before it\n${words}`));
  expect([...after.sample.subarray(after.sampleStarts[1])]).toEqual([...alone]);
  // An eighth of about 800: "word7" is two tokens.
  expect(alone.length).toBeGreaterThan(60);
  expect(alone.length).toBeLessThan(140);
});

describe('stock phrases of the trade stay, however many unlike reports have them', () => {
  const of = (line: string) => UNLIKE.slice(0, 8).map((story) => `${story}\n${line}`);

  test.each(['He was 75.', 'No arrests have been made.', '"It makes me sad."', '"No."'])('%s', (line) => {
    const pages = of(line);
    const shared = sharedOf(pages);
    for (const page of pages) expect(ownTextOf(page, shared)).toBe(page);
  });

  test('a dateline', () => {
    const pages = UNLIKE.slice(0, 8).map((story) => story.replace('\n', '\nTARRIN —\n'));
    const shared = sharedOf(pages);
    for (const page of pages) expect(ownTextOf(page, shared)).toBe(page);
  });

  test('but not amid lines that go', () => {
    const pages = of(`${SLOGAN}\nIt is all here.\n${SLOGAN} again`);
    const shared = sharedOf(pages);
    for (const [at, page] of pages.entries()) expect(ownTextOf(page, shared)).toBe(UNLIKE[at]);
  });
});
