/** A budget decides where things lie, never what is found. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../src/article.ts';
import { Memory } from '../../src/columns/memory.ts';
import { dedupe, type Options, resolveOptions } from '../../src/index.ts';
import { plain } from '../../src/stages/read/citations.ts';
import { readCorpus } from '../../src/stages/read/corpus.ts';
import { generate } from '../bench/generate.js';
import { builtLibrary } from '../properties/built.ts';
import { corpora, corpusOf } from '../properties/corpora.ts';
import { folderOf, readIn } from '../read/folder.ts';

const LONG = { timeout: 120_000 };
/** Less than the program itself takes: everything that can lie in a file does. */
const SCARCE = '1MB';

test('with no memory to spare, small corpora give the report that they give with plenty', LONG, async () => {
  const options = fc.constantFrom<Partial<Options>>(
    {},
    { only: 'copies' },
    { only: 'events' },
    { shingleSize: 1 },
    { hashes: 16 },
    { eventScore: 0.05 },
  );
  let pairs = 0;
  await fc.assert(
    fc.asyncProperty(corpora, options, async ({ seed, size }, given) => {
      const articles = corpusOf(seed, size);
      const report = await dedupe({ articles }, given);
      expect(await dedupe({ articles }, { ...given, memory: SCARCE })).toEqual(report);
      pairs += report.pairs.length;
    }),
    { numRuns: 30 },
  );
  expect(pairs).toBeGreaterThan(50); // else nothing was found
});

test('so do a thousand articles, by one worker or two, and each stage says what went to disk', LONG, async () => {
  const library = await builtLibrary();
  const articles = [...generate({ count: 1000 })].map(({ name, text, day, source }) => ({ id: name, text, date: day, source }));
  const report = await library.dedupe({ articles }, { workers: 1 });
  expect(report.pairs.length).toBeGreaterThan(200);
  for (const workers of [1, 2]) {
    const notes = new Map<string, string>();
    const scarce = await library.dedupe(
      { articles },
      { workers, memory: SCARCE },
      { finished: (stage, _, note) => notes.set(stage, note) },
    );
    expect(scarce).toEqual(report);
    expect(notes.get('read')).toMatch(/; on disk: texts \d MB; the rest needs about \d+ MB, more than --memory$/);
    expect(notes.get('survey')).toMatch(/; on disk: line keys \d MB, lines \d MB$/);
    expect(notes.get('digest')).toMatch(/; on disk: spans \d MB, shingles \d MB, signatures \d MB, stems/);
    expect(notes.get('link')).toMatch(/; on disk: vectors \d MB$/);
  }
});

test('texts longer than a chunk of memory, among short ones, survive the way to disk and back, in any order', async () => {
  const texts = [1, 6_000_000, 2, 300_000, 4_100_000, 3, 9_000_000, 5].map((length, i) => String.fromCharCode(97 + i).repeat(length));
  const memory = new Memory({ memory: 1e6, only: 'all' });
  const articles = texts.map((text, i) => ({ id: `${(i * 5) % 8}`, text }));
  const corpus = await readCorpus({ articles }, resolveOptions(), {}, undefined, memory);
  expect(corpus.texts.chunks.some((chunk) => chunk instanceof SharedArrayBuffer)).toBe(false);
  const found = corpus.articles.map(({ path }, id) => [path, Buffer.from(textOf(corpus.texts, id)).toString()]);
  expect(new Map(found as [string, string][])).toEqual(new Map(articles.map(({ id, text }) => [id, text])));
  memory.close();
});

test('so do records and small files in turn, where memory runs short amid the reading', async () => {
  const records = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => JSON.stringify({ id: `${name}${i}`, text: `${name} ${i}: ${'é — '.repeat(100)}` })).join('\n');
  const brief = (i: number) => [`${i}.txt`, `brief ${i} ${'x'.repeat(20 * i)}`];
  const briefs = Object.fromEntries(Array.from({ length: 60 }, (_, i) => brief(i)));
  const cwd = folderOf({ ...briefs, '15.jsonl': records('a', 3000), '35.jsonl': records('b', 4000), '45.txt': 'long '.repeat(900_000) });
  const memory = new Memory({ memory: 165e6, only: 'all' });
  const corpus = await readCorpus({ paths: ['.'], cwd }, resolveOptions(), {}, undefined, memory);
  const { articles, texts } = await readIn(cwd);
  expect(memory.isShort).toBe(true);
  expect(texts.chunks.every((chunk) => chunk instanceof SharedArrayBuffer)).toBe(true);
  expect(corpus.texts.chunks.some((chunk) => chunk instanceof SharedArrayBuffer)).toBe(false);
  expect(corpus.articles.map(plain)).toEqual(articles);
  for (const id of articles.keys()) expect(Buffer.compare(textOf(corpus.texts, id), textOf(texts, id))).toBe(0);
  memory.close();
});
