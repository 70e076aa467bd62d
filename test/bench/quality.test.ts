import { expect, test } from 'vitest';
import { generate } from './generate.js';
import { groupsOf, measureGroups } from './quality.js';

const articles = [...generate({ count: 400, seed: 3 })];
const truth = Object.fromEntries(articles.map(({ name, truth }) => [name, truth]));
const stories = new Map<number, string[]>();
for (const [id, { name, truth }] of articles.entries()) {
  const story = truth.copyOf ?? id;
  stories.set(story, [...(stories.get(story) ?? []), name]);
}
const right = [...stories.values()].filter(({ length }) => length > 1);

test('the groups that the generator made are all found and all right', () => {
  const { precision, recall, kinds } = measureGroups(right, truth);
  expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
  for (const { copies, found } of Object.values(kinds)) expect(found).toBe(copies);
});
test('one group of everything finds all, and is hardly ever right', () => {
  const { precision, recall } = measureGroups([articles.map(({ name }) => name)], truth);
  expect(recall).toBe(1);
  expect(precision).toBeLessThan(0.01);
});
test('a story torn in two loses the pairs between the halves', () => {
  const story = right.find(({ length }) => length >= 4)!;
  const { precision, foundPairs, truePairs } = measureGroups([story.slice(0, 2), story.slice(2, 4)], truth);
  expect({ precision, foundPairs }).toEqual({ precision: 1, foundPairs: 2 });
  expect(truePairs).toBeGreaterThan(6);
});
test('nothing found is not wrong, but finds nothing', () => {
  expect(measureGroups([], truth)).toMatchObject({ precision: 1, recall: 0, f1: 0 });
});
test('paths of a report are names, of a file or of a record', () => {
  const articles = ['news/2024/01/the-post-000001.txt', 'news.jsonl#2024/01-2/the-post-000002.txt'];
  expect(groupsOf({ copies: [{ articles }] })).toEqual([['2024/01/the-post-000001.txt', '2024/01-2/the-post-000002.txt']]);
});
