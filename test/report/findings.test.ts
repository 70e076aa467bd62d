/** What a review is shown: which articles are findings, and of what. */
import { expect, test } from 'vitest';
import { claimOf, findingsOf } from '../../src/stages/report/findings.ts';
import { article, copyGroup, event, judgedNewsroom, newsroom, pair, report } from './makeReport.ts';

const shown = (sample: Parameters<typeof findingsOf>[0]) =>
  findingsOf(sample).map((finding) => `${finding.article.path}: ${claimOf(finding, finding.of.path)}`);

test('copies hang on what they copy most closely, then come the articles that tell the event in other words', () => {
  expect(shown(newsroom())).toEqual([
    '2022/abc-news.txt: Reprint of 2022/ap-wire.txt (similarity 0.78)',
    '2022/mirror.txt: Reprint of 2022/abc-news.txt (similarity 0.91)',
    '2022/local-brief.txt: Excerpt of 2022/ap-wire.txt (0.97 of it stands there)',
    '2023/steel-b.txt: Identical to 2023/steel-a.txt',
    '2022/aljazeera.txt: Same event as 2022/ap-wire.txt (score 0.94)',
    '2022/newsweek.txt: Same event as 2022/ap-wire.txt (score 0.97)',
  ]);
});

test('no article is a finding twice, and what stands for a group is none', () => {
  for (const sample of [newsroom(), judgedNewsroom()]) {
    const paths = findingsOf(sample).map(({ article: { path } }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  }
  const findings = findingsOf(newsroom());
  const kept = ['2022/ap-wire.txt', '2023/steel-a.txt'];
  expect(findings.filter(({ article: { path } }) => kept.includes(path))).toEqual([]);
});

test('an article added to a group adds a finding and leaves the others', () => {
  const before = report({
    articles: ['a', 'b'].map((path) => article(path, { copy: 'c1' })),
    copies: [copyGroup('c1', ['a', 'b'])],
    pairs: [pair('a', 'b')],
  });
  const after = report({
    articles: ['a', 'b', 'c'].map((path) => article(path, { copy: 'c1' })),
    copies: [copyGroup('c1', ['a', 'b', 'c'])],
    pairs: [pair('a', 'b'), pair('a', 'c', { relation: 'excerpt', containment: [0.2, 1] })],
  });
  expect(shown(after)).toEqual([...shown(before), 'c: Excerpt of a (1.00 of it stands there)']);
});

test('a longer text below a shorter representative holds it', () => {
  const sample = report({
    articles: ['a', 'b'].map((path) => article(path, { copy: 'c1' })),
    copies: [copyGroup('c1', ['a', 'b'], { representative: 'a' })],
    pairs: [pair('a', 'b', { relation: 'excerpt', containment: [0.97, 0.2] })],
  });
  expect(shown(sample)).toEqual(['b: Holds 0.97 of a']);
});

test('a member that no reported pair ties to its group is a copy all the same', () => {
  const sample = report({
    articles: ['a', 'b', 'c'].map((path) => article(path, { copy: 'c1', event: 'e1' })),
    copies: [copyGroup('c1', ['a', 'b', 'c'])],
    events: [event('e1', ['a', 'b', 'c'], { copies: ['c1'] })],
    pairs: [pair('a', 'b')],
  });
  expect(shown(sample)).toEqual(['b: Reprint of a (similarity 0.90)', 'c: Copy of a']);
});

test('against a baseline every new article is a finding, also one that stands for its group', () => {
  const findings = findingsOf(judgedNewsroom());
  expect(findings.map((finding) => `${finding.state} ${finding.article.path}: ${claimOf(finding, finding.of.path)}`)).toEqual([
    'known 2022/mirror.txt: Reprint of 2022/abc-news.txt (similarity 0.91)',
    'new 2022/ap-wire.txt: Reprint of 2022/abc-news.txt (similarity 0.78)',
    'known 2022/local-brief.txt: Excerpt of 2022/ap-wire.txt (0.97 of it stands there)',
    'known 2023/steel-b.txt: Identical to 2023/steel-a.txt',
    'known 2022/aljazeera.txt: Same event as 2022/abc-news.txt',
    'new 2022/newsweek.txt: Same event as 2022/abc-news.txt',
  ]);
});

test('without a baseline no finding is new or known', () => {
  expect(findingsOf(newsroom()).every(({ state }) => state === null)).toBe(true);
});
