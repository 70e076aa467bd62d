import { expect, test } from 'vitest';
import { judge, type SharedLines, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { bytesOf, ownTextOf, textOf } from './own.ts';
import { UNLIKE } from './unlike.ts';

/** An exporter that knows no lines. */
const joined = (page: string) => page.replace(/\s*\n\s*/g, ' ');
/** A scraper that puts paragraphs together as they are. */
const glued = (page: string) => page.replace(/([.!?])\n/g, '$1');
const surveyed = (pages: readonly string[]): SharedLines => sharedLines(pages.map((page) => survey(bytesOf(page))));
const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Articles of one outlet that have nothing in common but what stands around them; long enough to be long on one line. */
const stories = [0, 3, 6, 9].map((at) =>
  [UNLIKE[at], ...UNLIKE.slice(at + 1, at + 3).map((text) => text.split('\n').slice(1).join('\n'))].join('\n'),
);
const HEAD = 'Tarrin Post Town Harbour Chess Weather Puzzles';
const FOOT = [
  'More from the harbour desk',
  'Six gulls that learnt to open lunch boxes',
  'The paper is printed in Calder on wood from Tarrin. It smells of both.',
];
const pageOf = (story: string) => [HEAD, ...story.split('\n'), ...FOOT].join('\n');
const pages = stories.map(pageOf);

test('on one line, a page loses what other pages of its outlet have as lines, and nothing else', () => {
  const page = joined(pages[0]);
  const shared = surveyed([page, ...pages.slice(1)]);
  expect(ownTextOf(page)).toBe(page); // alone, nothing tells
  expect(words(ownTextOf(page, shared))).toEqual(words(stories[0]));
  for (const other of pages.slice(1)) expect(words(ownTextOf(other, shared))).toEqual(words(ownTextOf(other, surveyed(pages))));
});

test('where all pages are on one line, the sentences that they share go', () => {
  const notice =
    'The paper is printed in Calder on wood from Tarrin. Readers who find a mistake in it get a free bookmark from the editor.';
  const all = stories.map((story) => joined(`${story}\n${notice}`));
  const shared = surveyed(all);
  for (const [at, page] of all.entries()) expect(words(ownTextOf(page, shared))).toEqual(words(stories[at]));
});

test('lines put together without a blank are told apart, and places are those of the text', () => {
  const page = `${glued(`${stories[0]}\n${FOOT[2]}\n${FOOT[0]}`)}`;
  const shared = surveyed([page, ...pages.slice(1)]);
  const bytes = bytesOf(page);
  expect(words(textOf(bytes, strip(bytes, shared)))).toEqual(words(stories[0]));
});

test('a report that five outlets print on one line is theirs', () => {
  const report = joined(stories[0]);
  const prints = [0, 1, 2, 3, 4].map((at) => `${report} Desk ${'abcde'[at]} of paper ${'vwxyz'[at]} had a hand in it.`);
  const shared = surveyed([...prints, ...pages.slice(1)]);
  for (const print of prints) expect(ownTextOf(print, shared)).toBe(print);
});

test('a statement that otherwise unlike articles quote on one line stays', () => {
  const quoting = stories.map((story) =>
    joined(`${story.replace('\n', '\n“The harbour will open again when the last diver is out of the water,” the mayor said. ')}`),
  );
  const shared = surveyed(quoting);
  for (const page of quoting) expect(words(ownTextOf(page, shared))).toEqual(words(page));
});

test('a known line is no furniture amid a sentence', () => {
  const named = stories.map((story) => `Channel Nine\n${story}`);
  const page = joined(`${stories[0]}\nShe told Channel Nine on Friday that the fog had come from nowhere.`);
  const shared = surveyed([page, ...named.slice(1)]);
  expect(ownTextOf(page, shared)).toBe(page);
});

test('pictures that one line counts do not take the article with them', () => {
  const pictures = [1, 2, 3, 4, 5].map((at) => `Image ${at} of 5 Divers look at hull number ${at} of the ferry.`).join(' ');
  const [headline, ...paragraphs] = stories[0].split('\n');
  const lead = paragraphs[0];
  const page = joined(
    [headline, lead, pictures, ...paragraphs, ...stories[1].split('\n'), ...stories[2].split('\n'), ...stories[3].split('\n')].join('\n'),
  );
  const own = ownTextOf(page);
  expect(own).not.toContain('Image 3 of 5');
  for (const paragraph of paragraphs) expect(own).toContain(paragraph);
});

test('each part is told with its reason', () => {
  const page = joined(pages[0]);
  const lines = judge(bytesOf(page), surveyed([page, ...pages.slice(1)]));
  expect(lines.map(({ text }) => text).join(' ')).toBe(page);
  expect(lines.filter(({ rule }) => rule === null).map(({ own }) => own)).toEqual([joined(stories[0])]);
});

test.each([['. " '], ['" '], ['| '], ['A '], ['A. '], ['a '], ['"A" '], ['1 of 9 ']])('a line of nothing but %j takes no time', (piece) => {
  const shared = surveyed(pages);
  const bytes = bytesOf(piece.repeat(400_000 / piece.length));
  const start = performance.now();
  survey(bytes);
  strip(bytes, shared);
  expect(performance.now() - start).toBeLessThan(5000); // the square of its tokens would be minutes
});
