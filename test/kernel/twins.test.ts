/** Both forms of the kernel give the same bytes for anything, so that no result depends on the machine. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { commonTrigrams } from '../../src/background/index.ts';
import { classOf, expansionOf, foldEntry, POINT_MASK, SEVERAL } from '../../src/kernel/fold.ts';
import { makeHashSet } from '../../src/kernel/hashSet.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { EXPANSION_BYTES, MOST_EXPANSIONS } from '../../src/kernel/layout.ts';
import { loadWasm } from '../../src/kernel/loadWasm.ts';
import { reference } from '../../src/kernel/reference.ts';
import { makeTokens } from '../../src/kernel/tokens.ts';
import { folderWith } from '../cli/program.ts';
import { seeded } from '../properties/random.ts';
import { anyText, newsText } from '../properties/texts.ts';
import { wasm } from './kernels.ts';

const encoder = new TextEncoder();
const NONE = makeHashSet([]);
const tables = { reference: makeTokens(1), wasm: makeTokens(1) };

/** All that a kernel says of a text in these ranges, its tables reused from text to text as a run does. */
function told(kernel: Kernel, bytes: Uint8Array, ranges: readonly (readonly [number, number])[], size = 3, common = NONE) {
  const tokens = kernel === wasm ? tables.wasm : tables.reference;
  const opened = new Uint32Array(ranges.length + 1);
  const [from, to] = [0, 1].map((end) => Uint32Array.from(ranges, (range) => range[end]));
  kernel.scanRanges(bytes, from, to, ranges.length, tokens, opened);
  const columns = [tokens.hash, tokens.start, tokens.end, tokens.flags].map((column) => [...column.subarray(0, tokens.count)]);
  const { shingles, fingerprint } = kernel.shingleSet(tokens, size, common);
  const signature = new Uint32Array(64);
  kernel.sketch(shingles, 64, signature, 0);
  return { columns, opened: [...opened], fingerprint, shingles: [...shingles], signature: [...signature] };
}

function expectTwins(bytes: Uint8Array, ranges: readonly (readonly [number, number])[], size?: number, common?: typeof NONE): void {
  expect(told(wasm, bytes, ranges, size, common)).toEqual(told(reference, bytes, ranges, size, common));
}

const whole = (bytes: Uint8Array) => [[0, bytes.length]] as const;

/** Lines as ranges; every other ends a sign early, so that texts end amid a line, a word, an abbreviation. */
function linesOf(text: string): [number, number][] {
  let at = 0;
  return text.split('\n').map((line, i) => {
    const start = at;
    at += encoder.encode(line).length + 1;
    const cut = i % 2 === 1 ? [...line].slice(0, -1).join('') : line;
    return [start, start + encoder.encode(cut).length];
  });
}

/** A letter of every script that Unicode has, and every sign that has a rule, in no order at all. */
const mixedText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x2ff }), fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff })), {
    maxLength: 40,
  })
  .map((points) =>
    points
      .map((point) => String.fromCodePoint(point))
      .join('')
      .toWellFormed(),
  );
const text = fc.oneof(newsText, anyText, mixedText);

test('any text, in whole and line by line, with shingles of any size', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 12 }), (one, other, size) => {
      const article = `${one}\n${other}`;
      const bytes = encoder.encode(article);
      expectTwins(bytes, whole(bytes), size);
      expectTwins(bytes, linesOf(article), size, commonTrigrams());
    }),
    {
      numRuns: 2000,
      examples: [
        ['', '', 3],
        ['U.S', "'s", 1],
        ["a's", 'govern-', 3],
        ['1,', '2:', 2],
      ],
    },
  );
});

test('every letter and sign, alone, in a word, after an apostrophe, after a digit', () => {
  // Beyond these planes there are rare signs of Han, which are all alike, and what is not assigned.
  for (let from = 0; from < 0x20000; from += 0x800) {
    let article = '';
    for (let point = from; point < from + 0x800; point++) {
      const char = String.fromCodePoint(point);
      article += `${char} a${char}b U'${char} 1${char}2 ${char}${char}\n`;
    }
    const bytes = new Uint8Array(Buffer.from(article.toWellFormed()));
    expect(sameColumns(bytes), `from U+${from.toString(16)}`).toBe(true);
  }
});

/** As told, without lists of a million numbers. */
function sameColumns(bytes: Uint8Array): boolean {
  const ranges = [Uint32Array.of(0), Uint32Array.of(bytes.length)] as const;
  for (const [kernel, table] of [
    [wasm, tables.wasm],
    [reference, tables.reference],
  ] as const)
    kernel.scanRanges(bytes, ...ranges, 1, table, new Uint32Array(2));
  const { wasm: a, reference: b } = tables;
  const same = (x: Uint8Array | Uint32Array, y: Uint8Array | Uint32Array) =>
    Buffer.compare(Buffer.from(x.slice(0, a.count).buffer), Buffer.from(y.slice(0, b.count).buffer)) === 0;
  return a.count === b.count && same(a.hash, b.hash) && same(a.start, b.start) && same(a.end, b.end) && same(a.flags, b.flags);
}

test('the memory of the twin has room for every sign that folds to several, and for all that they fold to', () => {
  let several = 0;
  for (let point = 0; point < 0x110000; point++) {
    const entry = foldEntry(point);
    if (classOf(entry) !== SEVERAL) continue;
    several = Math.max(several, (entry & POINT_MASK) + 1);
    expect(4 * expansionOf(entry).length + 4).toBeLessThanOrEqual(EXPANSION_BYTES);
  }
  expect(several).toBeLessThanOrEqual(MOST_EXPANSIONS);
});

test('surrogates written in three bytes each', () => {
  for (let high = 0xa0; high < 0xc0; high++) expectTwins(Uint8Array.of(0x61, 0xed, high, 0x80, 0x27, 0xed, high, 0xbf, 0x62), [[0, 9]]);
});

test('very long words, numbers, abbreviations and rows of signs', () => {
  const pieces = ['a', 'É', '한', 'ﷺ', 'A.', "o'", '1,', '½', 'ไ', '日', '…', '\u0301', '\u00ad', '-\n', '🚢'];
  for (const piece of pieces)
    for (const times of [15, 16, 17, 33, 5000]) {
      const bytes = encoder.encode(`x ${piece.repeat(times)} y`);
      expectTwins(bytes, whole(bytes));
    }
});

test('a text of ten megabytes, and then a short one', () => {
  const random = seeded(5);
  const words = ['ferry', 'Skell', 'U.S.', "harbour's", '1,200', 'naïve', '東京', 'ไทย', '½', '“so”', 'govern-\nment'];
  const long = encoder.encode(Array.from({ length: 1_700_000 }, () => words[random.below(words.length)]).join(' '));
  expect(long.length).toBeGreaterThan(10_000_000);
  expect(sameColumns(long)).toBe(true);
  const [a, b] = [wasm.shingleSet(tables.wasm, 3, NONE), reference.shingleSet(tables.reference, 3, NONE)];
  expect(a.fingerprint).toEqual(b.fingerprint);
  expect(Buffer.compare(Buffer.from(a.shingles.slice().buffer), Buffer.from(b.shingles.slice().buffer))).toBe(0);
  const short = encoder.encode('The ferry sank.');
  expectTwins(short, whole(short));
});

test('texts in shared memory', () => {
  const bytes = encoder.encode('The “Skell” ferry sank: 1,200 swam ashore.');
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  expectTwins(shared, whole(shared));
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('where there is no WebAssembly, or none with SIMD, there is no twin to choose', () => {
  expect(loadWasm()).not.toBeNull();
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  expect(loadWasm()).toBeNull();
  vi.stubGlobal('WebAssembly', undefined);
  expect(loadWasm()).toBeNull();
});

test('the program gives the same bytes where node runs without WebAssembly', () => {
  const story = 'The ferry Aurelia sank off Skell on Monday. All 214 people on board were rescued, the coast guard said.';
  const cwd = folderWith({
    'a.txt': story,
    'b.txt': `${story} An inquiry has begun.`,
    'c.txt': 'Kürze, Würze: İstanbul, 東京, ไทย; 1,5 %.',
  });
  const run = (...flags: string[]) =>
    execFileSync(process.execPath, [...flags, resolve('bin/dedupe.js'), '.', '--format', 'json'], { cwd, encoding: 'utf8' });
  expect(run('--jitless')).toBe(run());
});

// Room is made for as many tokens as a text of its length may have, so that blanks will do.
test.each([
  ['beyond 2 GB, where an address is negative as a signed number', 40],
  ['beyond 4 GB, where no address is left', 100],
])('a text whose columns would end %s', (_where, megabytes) => {
  const text = new Uint8Array(megabytes << 20).fill(0x20);
  text.set(encoder.encode('The ferry ran aground off Tarn Point.\n'), text.length >> 1);
  const [twin, own] = [wasm, reference].map((kernel) => {
    const { keys, words } = kernel.surveyLines(text);
    return { keys: [...keys], words: [...words] };
  });
  expect(twin).toEqual(own);
  expect(Math.max(...own.words)).toBe(7);
});
