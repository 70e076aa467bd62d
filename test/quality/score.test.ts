/** The rules that quality is measured by, on figures worked out by hand and with ../shared/eval/score.py. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.ts';
import { rowsOf, scoreCopies, scoreGroups, scoreTexts } from './score.ts';

function reportOf(groups: Readonly<Record<string, string>>): Report {
  const articles = Object.entries(groups).map(([path, group]) => ({
    path: `news/${path}`,
    title: '',
    words: 1,
    furnitureWords: 0,
    copy: group,
    event: group,
    date: null,
    source: null,
    sha256: null,
  }));
  return { schemaVersion: 1, madeWith: null, articles, copies: [], events: [], pairs: [], skipped: [] };
}

describe('groups', () => {
  const labels = new Map(Object.entries({ a: '1', b: '1', c: '1', d: '2', e: '2' }));

  it.each([
    ['all right', { a: 'e1', b: 'e1', c: 'e1', d: 'e2', e: 'e2' }, 1, 1],
    ['none found', {}, 1, 0],
    ['all in one', { a: 'e1', b: 'e1', c: 'e1', d: 'e1', e: 'e1' }, 0.4, 1],
    ['one in the wrong group', { a: 'e1', b: 'e1', c: 'e2', d: 'e2', e: 'e2' }, 0.5, 0.5],
    ['one left out', { a: 'e1', b: 'e1', d: 'e2', e: 'e2' }, 1, 0.5],
    ['others that nobody labelled', { a: 'e1', b: 'e1', c: 'e1', d: 'e2', e: 'e2', x: 'e1', y: 'e1' }, 1, 1],
  ])('%s', (_, groups, precision, recall) => {
    expect(scoreGroups(labels, reportOf(groups))).toMatchObject({ precision, recall });
  });
});

it('copies: partial counts for neither side, furniture is wrong', () => {
  const pairs = rowsOf('file_a\tfile_b\tlabel\r\na\tb\tcopy\r\na\tc\tcopy\r\nd\te\tboilerplate\r\nf\tg\tpartial\r\nh\ti\tevent\r\n');
  const report = reportOf({ a: '1', b: '1', d: '2', e: '2', f: '3', g: '3', h: '4', i: '4' });
  expect(scoreCopies(pairs, report)).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 0.4, wrong: ['d e: boilerplate'] });
});

it('texts: runs of four words, each page counts the same, a page that is empty counts on its other side alone', () => {
  const score = scoreTexts([
    { gold: 'one two three four five', kept: 'one two three four five six' },
    { gold: 'one two three four', kept: '' },
    { gold: '', kept: 'menu' },
  ]);
  expect(score.precision).toBeCloseTo((2 / 3 + 0) / 2, 12);
  expect(score.recall).toBeCloseTo((1 + 0) / 2, 12);
});
