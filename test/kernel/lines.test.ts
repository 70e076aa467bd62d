/** Both forms of the kernel tell the same of every line of a text, and the same of it to the corpus. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeHashSet } from '../../src/kernel/hashSet.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import type { Facts } from '../../src/kernel/lines/facts.ts';
import { reference } from '../../src/kernel/reference.ts';
import { makeTokens } from '../../src/kernel/tokens.ts';
import { phraseBook } from '../../src/stages/strip/phrasebook.ts';
import { BREAKS, PIECES, page, phrase, SIGNS } from '../properties/pages.ts';
import { seeded } from '../properties/random.ts';
import { anyText, newsText } from '../properties/texts.ts';
import { wasm } from './kernels.ts';

const encoder = new TextEncoder();
const FIXTURES = new URL('../../fixtures', import.meta.url).pathname;

const TOKEN_COLUMNS = ['hash', 'start', 'end', 'flags'] as const;
const COLUMNS = [
  ...(['start', 'end', 'words', 'claims', 'inner', 'commas', 'numbers', 'youWords', 'functionWords', 'functionShare'] as const),
  ...(['capitalShare', 'whole', 'starts', 'anywhere', 'pastPhrases', 'identity', 'key', 'repeated'] as const),
];

function told({ count, firstToken, tokens, entries, ...facts }: Facts) {
  const lines = COLUMNS.map((name) => [name, [...facts[name].subarray(0, count)]]);
  const columns = TOKEN_COLUMNS.map((name) => [name, [...tokens[name].subarray(0, tokens.count)]]);
  const whole = [
    ['firstToken', [...firstToken.subarray(0, count + 1)]],
    ['entries', [...entries.subarray(0, tokens.count)]],
  ];
  return Object.fromEntries([...whole, ...lines, ...columns]);
}

function surveyed(kernel: Kernel, bytes: Uint8Array) {
  return Object.fromEntries(Object.entries(kernel.surveyLines(bytes)).map(([name, column]) => [name, [...column]]));
}

function expectTwins(bytes: Uint8Array): void {
  expect(told(wasm.readFacts(bytes, phraseBook()))).toEqual(told(reference.readFacts(bytes, phraseBook())));
  expect(surveyed(wasm, bytes)).toEqual(surveyed(reference, bytes));
}

/** As expectTwins, without lists of a million numbers. */
function expectSame(bytes: Uint8Array): void {
  const [a, b] = [wasm, reference].map((kernel) => kernel.readFacts(bytes, phraseBook()));
  const isSame = (x: Facts[(typeof COLUMNS)[number]], y: typeof x, count: number) =>
    Buffer.compare(Buffer.from(x.slice(0, count).buffer), Buffer.from(y.slice(0, count).buffer)) === 0;
  expect([a.count, a.tokens.count]).toEqual([b.count, b.tokens.count]);
  expect(COLUMNS.filter((name) => !isSame(a[name], b[name], a.count))).toEqual([]);
  expect(TOKEN_COLUMNS.filter((name) => !isSame(a.tokens[name], b.tokens[name], a.tokens.count))).toEqual([]);
}

test('headlines with outlets behind them', () => {
  const mark = fc.constantFrom(' - ', ' | ', '|', ' :: ', '::', ' — ', ' · ', ' • ', '-', ' -', ': ', ' ');
  const word = fc.constantFrom('Ferry', 'runs', 'aground', 'Nine', '9', 'T.V', '…', 'U.S.', '"');
  const headline = fc.array(fc.tuple(fc.array(word, { maxLength: 8 }), mark), { maxLength: 6 });
  fc.assert(
    fc.property(headline, (parts) => expectTwins(encoder.encode(parts.map(([words, sign]) => words.join(' ') + sign).join('')))),
    { numRuns: 1000 },
  );
});

test('any page', () => {
  fc.assert(
    fc.property(fc.oneof(page, newsText, anyText), (text) => expectTwins(encoder.encode(text))),
    { numRuns: 3000, examples: [[''], ['\n'], ['\u2028'], ['a'], ['\u00a0'], ['日'], ['1'], ['.'], ['"'], ['\ue280'], ["'a"]] },
  );
});

test('a page of lines that are repeated', () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(3), { maxLength: 30 }), (pages, order) => {
      expectTwins(encoder.encode(order.map((i) => pages[i % pages.length]).join('\n')));
    }),
    { numRuns: 300 },
  );
});

test('a page whose lines were joined, with blanks between them or without', () => {
  const ended = fc.tuple(phrase, fc.constantFrom('.', '!', '?', '"', '.”', '。', ' |', ' •', ' Nov.', ' J.', ' U.S.', ''));
  const lines = fc.array(fc.oneof({ weight: 4, arbitrary: ended.map((parts) => parts.join('')) }, page), { minLength: 30, maxLength: 90 });
  fc.assert(
    fc.property(lines, fc.constantFrom(' ', ' ', '', '\u00a0'), fc.constantFrom('', '\nShare\n'), (parts, between, behind) => {
      expectTwins(encoder.encode((parts.join(between).replace(/\s*[\n\r\u2028]\s*/g, between) + behind).toWellFormed()));
    }),
    { numRuns: 300 },
  );
});

test('a line of more sentences than are told apart', () => {
  const random = seeded(12);
  const sentences = Array.from({ length: 1200 }, () => `The ${PIECES[random.below(PIECES.length)]} sank.`);
  for (const lines of [[sentences.join(' ')], [sentences.slice(0, 700).join(' '), sentences.slice(700).join(' ')]]) {
    expectTwins(encoder.encode(lines.join('\n')));
  }
});

describe('a text wrapped by hand', () => {
  const word = fc.oneof(
    { weight: 5, arbitrary: phrase },
    { weight: 1, arbitrary: fc.constantFrom(...SIGNS) },
    { weight: 1, arbitrary: newsText },
  );
  const paragraph = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 60 }),
    mark: fc.constantFrom('', '', '', '- ', '• ', '7. ', '    '),
  });
  test.each([48, 49, 50, 51, 66, 80, 99, 100, 101])('at %i signs', (width) => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('\n', '\n', '\n\n', '\r\n'),
        (paragraphs, between) => {
          const text = paragraphs.map(({ words, mark }) => mark + wrapped(words.join(' ').replace(/\s+/g, ' '), width)).join(between);
          expectTwins(encoder.encode(text.toWellFormed()));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{${width - 9},${width}}) `, 'gu'), '$1\n');
}

test('every page of the fixtures', () => {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  expect(files.length).toBeGreaterThan(60);
  for (const file of files) expectTwins(readFileSync(join(FIXTURES, file)));
});

test('every code point at the end and the start of a line, and as its bullet', () => {
  for (let from = 0; from < 0x20000; from += 0x400) {
    const lines = Array.from({ length: 0x400 }, (_, i) => String.fromCodePoint(from + i)).map((sign) => `${sign} a${sign}b c${sign}`);
    expectSame(encoder.encode(lines.join('\n').toWellFormed()));
  }
});

test('breaks at every place of 16 bytes, up to the very end', () => {
  for (const sign of [...BREAKS, '\u2027', '\u2122', '\u2000'])
    for (let at = 0; at < 40; at++) {
      for (const rest of [0, 1, 20]) expectTwins(encoder.encode(`${'a'.repeat(at)}${sign}${'b'.repeat(rest)}`));
    }
});

test('a page of 300,000 lines, then a long line, then short ones', () => {
  const random = seeded(11);
  const some = () => PIECES[random.below(PIECES.length)];
  expectSame(encoder.encode(Array.from({ length: 300_000 }, () => `${some()} ${some()}.`).join('\n')));
  expectSame(encoder.encode(Array.from({ length: 300_000 }, some).join(' ')));
  for (const text of ['', 'The ferry sank.', 'Share\nTweet\nShare']) expectTwins(encoder.encode(text));
});

test('what a caller does between two pages changes nothing', () => {
  const bytes = encoder.encode('Related stories\n\nThe “Skell” ferry sank on Monday, 12 May: all 1,200 swam ashore. Follow us on Twitter.');
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const expected = told(reference.readFacts(bytes, phraseBook()));
  const common = makeHashSet(Array.from({ length: 5000 }, (_, i) => i * 7919));
  for (const size of [10, 100_000, 3_000_000, 10]) {
    const text = encoder.encode('ferry '.repeat(size / 6));
    const tokens = makeTokens();
    wasm.scanRanges(text, Uint32Array.of(0), Uint32Array.of(text.length), 1, tokens, new Uint32Array(2));
    wasm.sketch(wasm.shingleSet(tokens, 3, common).shingles, 64, new Uint32Array(64), 0);
    expect(told(wasm.readFacts(shared, phraseBook()))).toEqual(expected);
    wasm.surveyLines(text);
    expect(told(wasm.readFacts(bytes, { ...phraseBook() }))).toEqual(expected);
  }
});
