import { describe, expect, it } from 'vitest';
import { resolveOptions } from '../../src/options.ts';
import { type ArticleInput, listFiles, read } from '../../src/stages/read/index.ts';
import { pathsOf, skippedOf, textsOf } from './folder.ts';

function readValues(articles: unknown) {
  return read({ articles: articles as ArticleInput[] }, resolveOptions({ maxArticleBytes: 1000 }));
}

describe('articles as values', () => {
  it('are texts, or texts with what is known of them', async () => {
    const corpus = await readValues([
      'one\r\ntwo',
      { text: 'known', id: 'x', title: 'T', date: '2022-09-22', source: 'AP' },
      { text: 'dated', id: 'w', date: new Date('2022-09-22') },
    ]);
    expect(corpus.articles).toEqual([
      { path: '1', title: null, day: null, source: null, encoding: 'utf-8', sha256: null },
      { path: 'w', title: null, day: 19_257, source: null, encoding: 'utf-8', sha256: null },
      { path: 'x', title: 'T', day: 19_257, source: 'AP', encoding: 'utf-8', sha256: null },
    ]);
    expect(textsOf(corpus)).toEqual(['one\ntwo', 'dated', 'known']);
  });

  it('without ids stay in their order', async () => {
    const texts = Array.from({ length: 120 }, (_, at) => `text ${at}`);
    const corpus = await readValues(texts);
    expect(textsOf(corpus)).toEqual(texts);
    expect(pathsOf(corpus)[8]).toBe('009');
  });

  it('come from generators, too, and be they asynchronous', async () => {
    async function* stream() {
      yield 'a';
      yield { text: 'b' };
    }
    expect(textsOf(await readValues(stream()))).toEqual(['a', 'b']);
    expect(textsOf(await readValues(new Set(['a', 'b'])))).toEqual(['a', 'b']);
    expect(pathsOf(await readValues([]))).toEqual([]);
  });

  it('with the same id keep apart', async () => {
    const corpus = await readValues(['x', 'x', 'x:2', 'x', '5'].map((id) => ({ id, text: id })).concat([{ id: '', text: 'sixth' }]));
    expect(pathsOf(corpus)).toEqual(['5', '6', 'x', 'x:2', 'x:2:2', 'x:3']);
  });

  it('empty or too long are skipped by name', async () => {
    const corpus = await readValues(['', { id: 'long', text: 'x'.repeat(1001) }, '\ud800 lone']);
    expect(skippedOf(corpus)).toEqual({ 1: 'empty', long: 'larger than --max-article-bytes 1,000 (1,001 bytes)' });
    expect(textsOf(corpus)).toEqual(['\ufffd lone']);
  });

  it.each([
    [['a', 5], 'article 2 is a number'],
    [[{ text: 5 }], 'the text of article 1 is a number'],
    [[null], 'article 1 is null'],
    [[{ body: 'x' }], 'the text of article 1 is undefined'],
    ['one text', 'articles is one text'],
  ])('%j is the user’s to mend', async (articles, message) => {
    await expect(readValues(articles)).rejects.toMatchObject({ name: 'UserError', message });
  });

  it('have no files', async () => {
    expect(await listFiles({ articles: ['a'] }, resolveOptions())).toEqual({ files: [], skipped: [] });
  });
});
