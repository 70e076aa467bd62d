import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/stages/read/block.ts';
import { blocksOf } from '../../src/stages/read/blocks.ts';
import { readStretch } from '../../src/stages/read/stretch.ts';
import { folderOf, pathsOf, readIn, skippedOf, textsOf } from './folder.ts';

const MB = 1024 * 1024;

/** Each line of some blocks, or its length where that is above `longest`. */
function linesIn(blocks: readonly Block[], longest: number): (string | number)[] {
  return blocks.flatMap(({ bytes, tooLong }) => [
    ...bytes
      .toString()
      .split('\n')
      .slice(0, -1)
      .map((line) => shown(line, longest)),
    ...(tooLong === null ? [] : [tooLong]),
  ]);
}

function shown(line: string, longest: number): string | number {
  const bytes = Buffer.byteLength(line);
  return bytes > longest ? bytes : line;
}

describe('a file of records in pieces', () => {
  it('gives every line once, however it is cut, the longest as their length', () => {
    const folder = folderOf({});
    const path = join(folder, 'n.jsonl');
    const line = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\r'), maxLength: 12 });
    fc.assert(
      fc.property(
        fc.array(line),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        (lines, closed, size, longest) => {
          const bytes = Buffer.from(lines.join('\n') + (closed ? '\n' : ''));
          writeFileSync(path, bytes);
          const fd = openSync(path, 'r');
          const found: (string | number)[] = [];
          for (let from = 0; from < bytes.length; from += size) {
            const stretch = { from, past: Math.min(from + size, bytes.length), isFirst: from === 0 };
            found.push(...linesIn([readStretch(fd, stretch, longest)], longest));
          }
          closeSync(fd);
          const expected = bytes.toString().split('\n');
          if (expected.at(-1) === '') expected.pop();
          expect(found).toEqual(expected.map((text) => shown(text, longest)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('a record longer than several pieces is read, one beyond the bound is only measured', async () => {
    const long = 'word '.repeat(1.8 * MB);
    const folder = folderOf({
      'n.jsonl': [
        '{"text":"first"}',
        `{"more":"${long}","text":"behind nine megabytes"}`,
        `{"text":"${'x'.repeat(30 * MB)}"}`,
        '{"text":"last"}',
      ].join('\n'),
    });
    const corpus = await readIn(folder);
    expect(textsOf(corpus)).toEqual(['first', 'behind nine megabytes', 'last']);
    expect(pathsOf(corpus)).toEqual(['n.jsonl:1', 'n.jsonl:2', 'n.jsonl:4']);
    expect(skippedOf(corpus)).toEqual({ 'n.jsonl:3': 'larger than --max-article-bytes 10,000,000 (31,457,291 bytes)' });
  });

  it.each(['n.jsonl', 'n.jsonl.gz'])('lines are numbered through, in %s', async (name) => {
    const padding = ' '.repeat(40_000);
    const lines = Array.from({ length: 400 }, (_, i) =>
      i % 3 === 0 ? '' : i % 7 === 0 ? `{"text":7}${padding}` : `{"text":"t${i + 1}"}${padding}`,
    );
    const content = `\ufeff${lines.join('\r\n')}`;
    const corpus = await readIn(folderOf({ [name]: name.endsWith('.gz') ? gzipSync(content) : content }));
    const numbers = lines.map((_, i) => i + 1).filter((number) => lines[number - 1].includes(':"t'));
    expect(pathsOf(corpus)).toEqual(numbers.map((number) => `${name}:${number}`));
    expect(textsOf(corpus)).toEqual(numbers.map((number) => `t${number}`));
    expect(corpus.skipped.map(({ path }) => path)).toContain(`${name}:15`);
  });

  it('a thousand bad lines in a row end a file that had no record before them, and no other', async () => {
    const good = `{"text":"good","more":"${'x'.repeat(5 * MB)}"}\n`;
    const corpus = await readIn(
      folderOf({ 'a.jsonl': `${good}${'bad\n'.repeat(1500)}{"text":"end"}`, 'b.jsonl': `${'bad\n'.repeat(3 * MB)}${good}` }),
    );
    expect(pathsOf(corpus)).toEqual(['a.jsonl:1', 'a.jsonl:1502']);
    expect(corpus.skipped.filter(({ path }) => path.startsWith('a.jsonl:'))).toHaveLength(1500);
    expect(corpus.skipped.filter(({ path }) => path.startsWith('b.jsonl:'))).toHaveLength(1000);
    expect(skippedOf(corpus)['b.jsonl']).toBe('given up: no record in the first 1000 lines');
  });

  it('bad lines count from piece to piece, and records behind a thousand of them are not taken', async () => {
    const bad = `bad${' '.repeat(9000)}\n`.repeat(500);
    const files = {
      'a.jsonl': `${bad}${'bad\n'.repeat(600)}{"text":"too late"}`,
      'b.jsonl': `${bad}${'bad\n'.repeat(400)}{"text":"in time"}`,
      'c.txt': 'C',
    };
    const corpus = await readIn(folderOf(files));
    expect(pathsOf(corpus)).toEqual(['b.jsonl:901', 'c.txt']);
    expect(textsOf(corpus)).toEqual(['in time', 'C']);
    expect(corpus.skipped.filter(({ path }) => path.startsWith('a.jsonl:'))).toHaveLength(1000);
    expect(corpus.skipped.filter(({ path }) => path.startsWith('b.jsonl:'))).toHaveLength(900);
  });

  it('many files of a record each keep their texts apart', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `${String(i).padStart(3, '0')}.jsonl`);
    const corpus = await readIn(folderOf(Object.fromEntries(names.map((name, i) => [name, `{"text":"${'é'.repeat(i)} number ${i}"}`]))));
    expect(textsOf(corpus)).toEqual(names.map((_, i) => `${'é'.repeat(i)} number ${i}`));
    expect(corpus.texts.chunks).toHaveLength(1);
  });

  it('a stream is cut into blocks of whole lines, and a fault comes after the lines before it', async () => {
    async function* chunks() {
      yield Buffer.from(`one\n${'x'.repeat(0.7 * MB)}`);
      yield Buffer.from(`${'x'.repeat(0.7 * MB)}\ntwo\nthr`);
      throw new Error('broken');
    }
    const blocks: Block[] = [];
    await expect(
      (async () => {
        for await (const block of blocksOf(chunks(), 10 * MB)) blocks.push(block);
      })(),
    ).rejects.toThrow('broken');
    expect(linesIn(blocks, 100)).toEqual(['one', 2 * Math.floor(0.7 * MB), 'two']);
  });
});
