/** Labels name articles as their authors do: from here, from the labels' folder, by file name, by a record's id. */
import { describe, expect, it } from 'vitest';
import { evaluate, parseLabels } from '../../src/evaluate/index.ts';
import { matcher } from '../../src/evaluate/match.ts';

const PATHS = [
  'news/2024/fire.txt',
  'news/2024/flood.txt',
  'news/2025/flood.txt',
  'old/feed.jsonl#17',
  'old/feed.jsonl#https://wire.example/a/9',
  'labels.txt',
];
const match = matcher(PATHS, 'news', '/home/desk');

describe.each([
  ['the path from here', 'news/2024/fire.txt', 0],
  ['with a dot', './news/2024/fire.txt', 0],
  ['the whole path', '/home/desk/news/2024/fire.txt', 0],
  ['as Windows writes it', 'news\\2024\\fire.txt', 0],
  ['from the folder of the labels', '2025/flood.txt', 2],
  ['from the folder of the labels, upwards', '../old/feed.jsonl#17', 3],
  ['the file name, where only one has it', 'fire.txt', 0],
  ['the file name without its ending', 'fire', 0],
  ['the end of a path', '2024/flood.txt', 1],
  ["a record's id", '17', 3],
  ['an id that is an address', 'https://wire.example/a/9', 4],
  ['a file name that several have', 'flood.txt', 'several'],
  ['no article', 'fires.txt', 'unknown'],
  ['a file of that name in another folder', 'other/fire.txt', 'unknown'],
])('%s', (_, name, id) => it(name, () => expect(match(name)).toBe(id)));

it('a file name with an accent, composed or not', () => {
  expect(matcher(['news/cafe\u0301.txt'], '.', '/')('caf\u00e9.txt')).toBe(0);
});

it('what cannot be used is left out and listed by line; the rest is scored', () => {
  const text = 'file\tlabel\na.txt\tx\nb.txt\tx\nno.txt\tx\nsame.txt\tx\nc.txt\ty\nc.txt\ty\nd.txt\tx\nd.txt\ty\n';
  const articles = ['a.txt', 'b.txt', 'c.txt', 'd.txt', '1/same.txt', '2/same.txt'];
  const { labels, relations } = evaluate({ articles, events: [['a.txt', 'b.txt', 'd.txt']] }, parseLabels(text, 'labels.tsv'));
  expect(labels.warnings).toEqual([
    { line: 4, message: 'no such article: no.txt' },
    { line: 5, message: 'same.txt is the name of several articles: give more of the path' },
    { line: 9, message: 'd.txt is in y here and in x in line 8: left out' },
  ]);
  expect(labels).toMatchObject({ kind: 'groups', articles: 3, groups: 1, pairs: 3 });
  expect(relations).toMatchObject([{ relation: 'event', precision: 1, recall: 1, pairs: { same: 1, joined: 1, right: 1 } }]);
});

it('pairs that contradict each other, whichever article comes first, are both left out', () => {
  const text = 'a\tb\tlabel\nx\ty\tcopy\ny\tx\tdifferent\nx\tz\tcopy\nz\tx\tcopy\nx\tx\tcopy\n';
  const { labels } = evaluate({ articles: ['x', 'y', 'z'], copies: [['x', 'z']] }, parseLabels(text, 'pairs.tsv'));
  expect(labels).toMatchObject({ kind: 'pairs', articles: 2, pairs: 1, groups: null });
  expect(labels.warnings).toEqual([
    { line: 3, message: 'y and x are different here and copy in line 2: left out' },
    { line: 6, message: 'x and x are one article' },
  ]);
});

it('labels of other articles altogether are refused, with the first line', () => {
  const labels = parseLabels('file\tlabel\nx.txt\t1\ny.txt\t1\n', 'labels.tsv');
  expect(() => evaluate({ articles: ['a.txt'], events: [] }, labels)).toThrow(/labels\.tsv:2: no such article: x\.txt/);
});

it('one article is refused: it makes no pair, and would be scored as perfect', () => {
  const labels = parseLabels('file\tlabel\na.txt\t1\nx.txt\t1\n', 'labels.tsv');
  expect(() => evaluate({ articles: ['a.txt', 'b.txt'], events: [] }, labels)).toThrow(
    /one labelled article makes no pair; labels\.tsv:3: no such article/,
  );
});
