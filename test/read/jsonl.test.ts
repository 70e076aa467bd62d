import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/stages/read/lines.ts';
import { folderOf, pathsOf, readIn, skippedOf, textsOf } from './folder.ts';

function jsonl(...records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

describe('JSON lines', () => {
  it('become articles with title, day and source', async () => {
    const folder = folderOf({
      'news.jsonl': jsonl(
        { id: 'x1', title: ' A\n title ', date: '2022-09-22T23:30:00-05:00', source: 'AP', text: 'one\r\ntwo' },
        { text: 'no more than text' },
      ),
    });
    const corpus = await readIn(folder);
    expect(corpus.articles).toEqual([
      {
        path: 'news.jsonl#x1',
        title: 'A title',
        day: 19_257,
        source: 'AP',
        encoding: 'utf-8',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      { path: 'news.jsonl:2', title: null, day: null, source: null, encoding: 'utf-8', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(textsOf(corpus)).toEqual(['one\ntwo', 'no more than text']);
  });

  it('stay in the order of their lines, among other files', async () => {
    const records = Array.from({ length: 12 }, (_, at) => ({ id: 12 - at, text: `t${at}` }));
    const corpus = await readIn(folderOf({ 'b.jsonl': jsonl(...records), 'a.txt': 'A', 'c.NDJSON': jsonl({ text: 'C' }) }));
    expect(pathsOf(corpus)).toEqual(['a.txt', ...records.map(({ id }) => `b.jsonl#${id}`), 'c.NDJSON:1']);
  });

  it('a bad line is skipped by its number, and the others are read', async () => {
    const lines = ['{"text":"good"}', '', '{"text":', '[1]', '{"body":"x","id":7}', '{"text":5}', '{}', '{"text":" "}', '{"text":"last"}'];
    const corpus = await readIn(folderOf({ 'n.jsonl': `\ufeff${lines.join('\r\n')}` }));
    expect(textsOf(corpus)).toEqual(['good', 'last']);
    expect(skippedOf(corpus)).toEqual({
      'n.jsonl:3': expect.stringMatching(/^not JSON: /),
      'n.jsonl:4': 'not a JSON object',
      'n.jsonl:5': 'no field "text"; it has body, id (choose with --field text=NAME)',
      'n.jsonl:6': 'field "text" is a number, not a text; it has text (choose with --field text=NAME)',
      'n.jsonl:7': 'no field "text"; it has none (choose with --field text=NAME)',
      'n.jsonl:8': 'empty',
    });
  });

  it('repeated ids keep apart, even those made to collide', async () => {
    const ids = ['x', 'x', 'x', 'x:2', 9, '9'];
    const folder = folderOf({ 'n.jsonl': jsonl(...ids.map((id) => ({ id, text: 't' }))), 'n.jsonl#y.txt': 'file' });
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual(
      ['n.jsonl#y.txt', 'n.jsonl#x', 'n.jsonl#x:2', 'n.jsonl#x:3', 'n.jsonl#x:2:4', 'n.jsonl#9', 'n.jsonl#9:6'].sort(
        (a, b) => Number(a.includes('y.txt')) - Number(b.includes('y.txt')),
      ),
    );
    const hostile = await readIn(folderOf({ 'n.jsonl': jsonl({ id: 'y.txt', text: 'record' }), 'n.jsonl#y.txt': 'file' }));
    expect(pathsOf(hostile)).toEqual(['n.jsonl#y.txt:1', 'n.jsonl#y.txt']);
  });

  it('--field says where the parts are, also inside of objects', async () => {
    const folder = folderOf({
      'n.jsonl': jsonl({
        uri: 'u',
        content: { body: 'B', 'head.line': 'no' },
        'meta.outlet': 'Reuters',
        meta: { outlet: 'no', at: 1_663_891_200 },
      }),
    });
    const corpus = await readIn(folder, ['.'], { field: ['text=content.body,id=uri', 'source=meta.outlet,date=meta.at'] });
    expect(corpus.articles).toEqual([
      {
        path: 'n.jsonl#u',
        title: null,
        day: 19_258,
        source: 'Reuters',
        encoding: 'utf-8',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('a record too long is skipped by its number', async () => {
    const folder = folderOf({
      'n.jsonl': jsonl({ text: 'é'.repeat(500) }, { text: 'é'.repeat(501) }, { text: 'x', more: 'y'.repeat(80_000) }, { text: 'last' }),
    });
    const corpus = await readIn(folder, ['.'], { maxArticleBytes: 1000 });
    expect(pathsOf(corpus)).toEqual(['n.jsonl:1', 'n.jsonl:4']);
    expect(skippedOf(corpus)).toEqual({
      'n.jsonl:2': 'larger than --max-article-bytes 1,000 (1,002 bytes)',
      'n.jsonl:3': 'larger than --max-article-bytes 1,000 (80,022 bytes)',
    });
  });

  it('what is no JSON lines at all does not flood the report', async () => {
    const folder = folderOf({
      'table.jsonl': 'a,b,c\n'.repeat(5000),
      'utf16.jsonl': Buffer.from(`\ufeff${jsonl({ text: 'x' })}`, 'utf16le'),
      'binary.ndjson': Buffer.from([1, 2, 0, 10, 3, 10]),
      'a.txt': 'A',
    });
    const corpus = await readIn(folder);
    expect(pathsOf(corpus)).toEqual(['a.txt']);
    expect(corpus.skipped).toHaveLength(1003);
    expect(skippedOf(corpus)).toMatchObject({
      'table.jsonl': 'given up: no record in the first 1000 lines',
      'utf16.jsonl': 'UTF-16; JSON lines must be UTF-8',
      'binary.ndjson': 'binary, not text',
    });
  });

  it('broken characters do not cost the article, and other encodings are not guessed', async () => {
    const damaged = Buffer.concat([Buffer.from('{"text":"“good” é'), Buffer.from([0xe2]), Buffer.from('"}\n')]);
    const latin = Buffer.from('{"text":"caf\u00e9"}\n', 'latin1');
    const corpus = await readIn(folderOf({ 'n.jsonl': Buffer.concat([damaged, latin, Buffer.from('{"text":"\\ud800 lone"}')]) }));
    expect(textsOf(corpus)).toEqual(['“good” é\ufffd', '\ufffd lone']);
    expect(corpus.articles[0].encoding).toBe('utf-8 (damaged)');
    expect(skippedOf(corpus)).toEqual({ 'n.jsonl:2': 'not UTF-8' });
  });

  it('keys that belong to objects as such are no fields', async () => {
    const corpus = await readIn(folderOf({ 'n.jsonl': '{"__proto__":{"text":"no"}}\n{"text":"yes"}' }), ['.'], {
      field: ['id=constructor.name,title=toString'],
    });
    expect(pathsOf(corpus)).toEqual(['n.jsonl:2']);
  });
});

describe('packed JSON lines', () => {
  const records = Array.from({ length: 5000 }, (_, at) => ({ id: at, text: `Article ${at}: ${Math.sin(at)} ${'words '.repeat(at % 50)}` }));

  it('are read like plain ones', async () => {
    const text = jsonl(...records);
    const plain = await readIn(folderOf({ 'n.jsonl': text }));
    const packed = await readIn(folderOf({ 'n.jsonl.gz': gzipSync(text) }));
    const inTwo = await readIn(
      folderOf({ 'n.jsonl.gz': Buffer.concat([gzipSync(text.slice(0, 70_001)), gzipSync(text.slice(70_001)), Buffer.alloc(512)]) }),
    );
    expect(textsOf(plain)).toEqual(records.map((record) => record.text));
    for (const other of [packed, inTwo]) {
      expect(other.skipped).toEqual([]);
      expect(other.articles).toHaveLength(records.length);
      expect(textsOf(other)).toEqual(textsOf(plain));
      expect(pathsOf(other)).toEqual(records.map(({ id }) => `n.jsonl.gz#${id}`));
    }
  });

  it('that end early give what they hold, the same in each run', async () => {
    const packed = gzipSync(jsonl(...records));
    const folder = folderOf({ 'cut.jsonl.gz': packed.subarray(0, packed.length / 2), 'header.jsonl.gz': packed.subarray(0, 5) });
    const [corpus, again] = [await readIn(folder), await readIn(folder)];
    expect(corpus.articles.length).toBeGreaterThan(1000);
    expect(textsOf(corpus)).toEqual(records.slice(0, corpus.articles.length).map((record) => record.text));
    expect(skippedOf(corpus)).toEqual({
      'cut.jsonl.gz': `gzip ends early after ${corpus.articles.length} records`,
      'header.jsonl.gz': 'gzip ends early after 0 records',
    });
    expect(again.articles).toEqual(corpus.articles);
  });

  it('that are damaged give what comes before', async () => {
    const packed = gzipSync(jsonl(...records));
    const middle = packed.length >> 1;
    packed.fill(0xff, middle, middle + 100);
    const corpus = await readIn(folderOf({ 'n.jsonl.gz': packed, 'a.txt': 'A' }));
    expect(skippedOf(corpus)['n.jsonl.gz']).toMatch(/^gzip is damaged \(.*\) after \d+ records$/);
  });

  it('that are not packed, or packed unawares, are told by their content', async () => {
    const corpus = await readIn(
      folderOf({ 'a.jsonl.gz': jsonl({ text: 'x' }), 'b.jsonl': gzipSync(jsonl({ text: 'B' })), 'c.ndjson.gz': gzipSync('') }),
    );
    expect(textsOf(corpus)).toEqual(['B']);
    expect(skippedOf(corpus)).toEqual({ 'a.jsonl.gz': 'not gzip, though named so', 'c.ndjson.gz': 'empty' });
  });

  it.each([
    ['zeros', '0', { 'n.jsonl.gz:2': 'larger than --max-article-bytes 10,000,000 (200,000,000 bytes)' }],
    ['NULs', '\0', { 'n.jsonl.gz': 'binary, not text' }],
  ])('a bomb of %s is dropped as it unpacks', async (_, filling, skipped) => {
    const folder = folderOf({ 'a.txt': 'A' });
    const block = Buffer.alloc(1_000_000, filling);
    const content = function* () {
      if (filling === '0') yield Buffer.from('{"text":"before"}\n');
      for (let megabytes = 0; megabytes < 200; megabytes++) yield block;
      yield Buffer.from('\n{"text":"after"}\n');
    };
    await pipeline(Readable.from(content()), createGzip({ level: 1 }), createWriteStream(join(folder, 'n.jsonl.gz')));
    const before = process.memoryUsage().rss;
    const corpus = await readIn(folder);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    expect(textsOf(corpus)).toEqual(filling === '0' ? ['A', 'before', 'after'] : ['A']);
    expect(skippedOf(corpus)).toEqual(skipped);
  });
});

describe('LineSplitter', () => {
  function split(chunks: Buffer[], longest: number): (string | number)[] {
    const lines: (string | number)[] = [];
    const splitter = new LineSplitter(longest, {
      line: (line, number) => expect(lines.push(line.toString())).toBe(number),
      tooLong: (bytes, number) => expect(lines.push(bytes)).toBe(number),
    });
    const memory = Buffer.alloc(1000); // used again for each chunk, as a reader does
    for (const chunk of chunks) splitter.push(memory.fill(chunk.length === 0 ? 0 : chunk).subarray(0, chunk.copy(memory)));
    splitter.end();
    return lines;
  }

  it('gives the same lines however the chunks fall', () => {
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(line), fc.boolean(), fc.array(fc.nat(20)), fc.integer({ min: 1, max: 60 }), (lines, closed, cuts, longest) => {
        const bytes = Buffer.from(lines.join('\n') + (closed ? '\n' : ''));
        const chunks: Buffer[] = [];
        let from = 0;
        for (const cut of [...cuts, bytes.length]) chunks.push(bytes.subarray(from, (from += cut)));
        const expected = bytes.toString().split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(split(chunks, longest)).toEqual(
          expected.map((text) => (Buffer.byteLength(text) > longest ? Buffer.byteLength(text) : text)),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
