/** Pages that an exporter put on one line, whose furniture only the archive knows. */
import { expect, test } from 'vitest';
import { dedupe } from '../../src/index.ts';
import type { Article } from '../properties/corpora.ts';
import { UNLIKE } from '../strip/unlike.ts';
import { checkAgainst, indexOf } from './indexes.ts';

const MENU = 'Tarrin Post Town Harbour Chess Weather Puzzles';
const FOOT = [
  'More from the harbour desk',
  'Six gulls that learnt to open lunch boxes',
  'The paper is printed in Calder on wood from Tarrin. It smells of both.',
];
const joined = (page: string) => page.replace(/\s*\n\s*/g, ' ');
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length;

/** Stories of three subjects each that have nothing in common, long enough to be long on one line. */
const stories = [0, 3, 6, 9].map((at) =>
  [UNLIKE[at], ...UNLIKE.slice(at + 1, at + 3).map((text) => text.split('\n').slice(1).join('\n'))].join('\n'),
);
const pages = stories.map((story, at): Article => ({ id: `page-${at}`, text: [MENU, story, ...FOOT].join('\n') }));
const [incoming, ...archived] = pages;
const onOneLine: Article = { ...incoming, text: joined(incoming.text) };

test('a page on one line loses the furniture that only the archive knows', async () => {
  const report = await checkAgainst(await indexOf([archived]), [onOneLine]);
  expect(report.articles[0]).toMatchObject({
    verdict: 'new',
    words: wordsIn(stories[0]),
    furnitureWords: wordsIn([MENU, ...FOOT].join(' ')),
  });
});

test('it loses nothing that one archived article has, nor what the batch itself replaces', async () => {
  const all = wordsIn(onOneLine.text);
  const one = await checkAgainst(await indexOf([archived.slice(0, 1)]), [onOneLine]);
  expect(one.articles[0].words).toBe(all);
  const path = await indexOf([archived.slice(0, 2)]);
  const replacing = await checkAgainst(path, [onOneLine, { ...archived[0], text: stories[1] }]);
  expect(replacing.articles.find(({ path }) => path === onOneLine.id)?.words).toBe(all);
});

test('what is left between two known lines is asked for as the line that it then is', async () => {
  // More words than any run that a text is cut by.
  const places = `Tarrin ${'Market Quay Hills Lanes Ferries Gulls Bread Rain Wind Snow Fog Ice '.repeat(9)}`.trim();
  const pageOf = (story: string) => [story, FOOT[0], places, FOOT[1]].join('\n');
  const archive = UNLIKE.slice(3).map((story, at): Article => ({ id: `page-${at}`, text: pageOf(story) }));
  const page: Article = { id: 'page', text: joined(pageOf(UNLIKE.slice(0, 3).join('\n'))) };
  const report = await checkAgainst(await indexOf([archive]), [page]);
  const { articles } = await dedupe({ articles: [...archive, page] });
  expect(report.articles[0].words).toBe(articles.find(({ path }) => path === page.id)?.words);
  expect(report.articles[0].words).toBe(wordsIn(UNLIKE.slice(0, 3).join('\n')));
});

test('in an index, it is kept as it was cut when it came in', async () => {
  const path = await indexOf([archived, [onOneLine]]);
  const again = { ...onOneLine, id: 'again' };
  const [{ copies, words }] = (await checkAgainst(path, [again])).articles;
  expect(words).toBe(wordsIn(stories[0]));
  expect(copies).toMatchObject([{ path: onOneLine.id, relation: 'identical' }]);
});
