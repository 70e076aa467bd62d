/** Furniture that many pages have as a line is told by its runs of words where a page has it in no line of its own. */
import { describe, expect, test } from 'vitest';
import { dedupe } from '../../src/index.ts';
import { furnishedArticles, furnitureRuns, type SharedLines, sharedLines, survey } from '../../src/stages/strip/index.ts';
import { bytesOf } from './own.ts';
import { UNLIKE } from './unlike.ts';

const STORIES = UNLIKE.slice(0, 10);
const BOX =
  'Odile Varga has walked every lane of the valley for the Bugle since she came down from the high farms, and keeps the kettle on at the tollhouse.';
/** The box as a bad scan has it, grown together with the last sentence of the page. */
const glued = (story: string, from: string, to: string) => `${story} ${BOX.replace(from, to)}`;
const BRIEFS = [
  glued('Two men were fined on Monday for fishing at night, a clerk said.', 'lane', 'lanc'),
  glued('Snow closed the pass until noon, and a milk lorry had to be dug out.', 'tollhouse', 'tollhonse'),
];
const sharedOf = (pages: readonly string[]): SharedLines => sharedLines(pages.map((page) => survey(bytesOf(page))));
const articlesOf = (pages: readonly string[]) => pages.map((text, at) => ({ id: `${at}`, text }));

describe('the runs of words in a line that many unlike pages have', () => {
  const pages = STORIES.map((story) => `${story}\n${BOX}`);

  test('are read from the first of them, and are those of the line', () => {
    const shared = sharedOf(pages);
    expect([...furnishedArticles(shared)]).toEqual([0]);
    const runs = furnitureRuns(bytesOf(pages[0]), 0, shared, null, 3);
    expect(runs).toHaveLength(BOX.split(' ').length - 2);
    expect(furnitureRuns(bytesOf(pages[1]), 1, shared, null, 3)).toHaveLength(0);
  });

  test('make no copies of two briefs that bring it along', async () => {
    const among = async (others: readonly string[]) =>
      (await dedupe({ articles: articlesOf([...BRIEFS, ...others]) }, { only: 'copies' })).copies;
    expect(await among([])).toHaveLength(1); // alone with each other nothing tells the box from a story
    expect(await among(pages)).toHaveLength(0);
  });

  test('leave copies together that bring it along', async () => {
    const long = STORIES[0].replaceAll('\n', ' ');
    const copies = [
      glued(long, 'lane', 'lanc'),
      glued(long, 'tollhouse', 'tollhonse'),
      ...STORIES.slice(1).map((story) => `${story}\n${BOX}`),
    ];
    const report = await dedupe({ articles: articlesOf(copies) }, { only: 'copies' });
    expect(report.copies.map(({ articles }) => articles)).toEqual([['0', '1']]);
  });
});

describe('own text that many pages have lends no runs', () => {
  test('the headline of an article that others list', () => {
    const headline = 'Ferry pilot was asleep when thirty were hurt in the fog';
    const pages = STORIES.map((story, at) => (at === 0 ? `${headline}\n${story}` : `${story}\nMost read\n${headline}`));
    const shared = sharedOf(pages);
    const runs = new Set([...furnishedArticles(shared)].flatMap((id) => [...furnitureRuns(bytesOf(pages[id]), id, shared, null, 3)]));
    expect(runs.size).toBe(0);
  });

  test('a story in pages that else are unlike', () => {
    const story = STORIES[0];
    const pages = STORIES.slice(1).map((other) => `${story}\n${other.split('\n')[1]}`);
    expect(furnishedArticles(sharedOf(pages))).toHaveLength(0);
  });
});
