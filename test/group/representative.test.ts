import { describe, expect, it } from 'vitest';
import { type Options, resolveOptions } from '../../src/options.ts';
import { chooseRepresentative } from '../../src/stages/group/index.ts';

const ARTICLES = [
  { path: 'a.txt', day: null, source: null, words: 300, furniture: 0 },
  { path: 'b.txt', day: 19_002, source: 'Skell Mail', words: 500, furniture: 400 },
  { path: 'c.txt', day: 19_001, source: 'TWN', words: 200, furniture: 10 },
  { path: 'd.txt', day: 19_001, source: 'Nine News', words: 250, furniture: 30 },
  { path: 'e.txt', day: 19_003, source: 'twn', words: 500, furniture: 100 },
];

function chosen(given: Partial<Options>, members = [0, 1, 2, 3, 4]): string {
  const corpus = {
    articles: ARTICLES.map(({ path, day, source }) => ({ path, day, source, title: null, encoding: 'utf-8' })),
    texts: { chunks: [], chunk: new Uint32Array(), start: new Uint32Array(), end: new Uint32Array() },
    skipped: [],
  };
  const lengths = {
    words: Uint32Array.from(ARTICLES, ({ words }) => words),
    furnitureWords: Uint32Array.from(ARTICLES, ({ furniture }) => furniture),
  };
  return ARTICLES[chooseRepresentative(members, corpus, lengths, resolveOptions(given))].path;
}

describe('which article stands for its group', () => {
  it.each<readonly [string, Partial<Options>, string]>([
    ['the longest', {}, 'b.txt'],
    ['the earliest; of two the longer', { representative: 'earliest' }, 'd.txt'],
    [
      'that of the preferred source, in any case of letters; of two the longer',
      { representative: 'source', preferSource: ['TWN', 'Skell Mail'] },
      'e.txt',
    ],
    ['of the second choice where the first is not there', { representative: 'source', preferSource: ['Herald', 'Nine News'] }, 'd.txt'],
    ['the longest, where no source is one of those asked for', { representative: 'source', preferSource: ['Herald'] }, 'b.txt'],
    ['the one with the least furniture for its length', { representative: 'cleanest' }, 'a.txt'],
  ])('%s', (_, given, path) => {
    expect(chosen(given)).toBe(path);
  });

  it('the first of two that are alike in all that', () => {
    expect(chosen({}, [1, 4])).toBe('b.txt');
    expect(chosen({ representative: 'source', preferSource: ['Herald'] }, [1, 4])).toBe('b.txt');
  });

  it('an article whose day is not known is the earliest of none', () => {
    expect(chosen({ representative: 'earliest' }, [0, 4])).toBe('e.txt');
  });
});
