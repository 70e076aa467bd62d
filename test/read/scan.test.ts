import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/article.ts';
import { readBlock } from '../../src/stages/read/block.ts';
import { parseFields } from '../../src/stages/read/fields.ts';
import { jsonBytes } from '../../src/stages/read/json.ts';
import { isBlank } from '../../src/stages/read/newlines.ts';
import type { Part } from '../../src/stages/read/part.ts';
import { PartBuilder } from '../../src/stages/read/partBuilder.ts';
import { parseRecord } from '../../src/stages/read/record.ts';
import { RecordScanner } from '../../src/stages/read/scan.ts';

const FIELDS = [
  parseFields([]),
  parseFields(['text=body.text', 'id=body.id,title=body', 'date=body.at.day']),
  parseFields(['text=a.b', 'title=a.b', 'source=a.b.c', 'id=a']),
  parseFields(['text=é', 'id=\\', 'title=__proto__']),
];
const MAX_BYTES = 1000;

/** Some of each, so that long plain runs, escapes and characters of all lengths meet at every place of a word. */
const inString = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', 'bc', 'plain words and more of them ', 'é', '”', '😀', '\u0085', '\u2028', '\ufeff', '\u007f', '/', "'"),
      fc.constantFrom(
        '\\n',
        '\\r\\n',
        '\\t',
        '\\b',
        '\\f',
        '\\/',
        '\\"',
        '\\\\',
        '\\u000b',
        '\\u0000',
        '\\u0041',
        '\\u00E9',
        '\\u201d',
        '\\ufeff',
      ),
      fc.constantFrom('\\ud83d\\ude00', '\\uD83D', '\\uDE00', '\\ud83d\\u0041', '\\ud83d\\ud83d\\ude00', '\\ud83d😀', '\\ud83d\\n'),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => `"${pieces.join('')}"`);
const space = fc.constantFrom('', '', '', ' ', '\t', '\r', ' \t ');
const key = fc.constantFrom(
  ...[
    'text',
    '\\u0074ext',
    'te\\u0078t',
    'title',
    'id',
    'date',
    'source',
    'body',
    'at',
    'day',
    'a',
    'b',
    'c',
    'a.b',
    'body.text',
    'a\\u002eb',
  ],
  ...['é', '\\u00e9', 'e\u0301', '\\\\', '__proto__', 'constructor', '', 'textx', 'tex'],
);
const value = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'json' },
    inString,
    fc.constantFrom(
      'true',
      'false',
      'null',
      '0',
      '-0',
      '20220922',
      '1663891200',
      '1.50',
      '-2E-3',
      '1e400',
      '123456789012345678901',
      '"2022-09-22"',
    ),
    tie('object'),
    tie('list'),
  ),
  object: fc
    .array(fc.tuple(space, key, space, space, tie('value'), space), { maxLength: 6, depthIdentifier: 'json' })
    .map((members) => `{${members.map(([a, name, b, c, item, d]) => `${a}"${name}"${b}:${c}${item}${d}`).join(',')}}`),
  list: fc
    .array(fc.tuple(space, tie('value'), space), { maxLength: 4, depthIdentifier: 'json' })
    .map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
}));
/** An object, most often with a text, in a line with space around it. */
const record = fc
  .tuple(space, value.object, fc.option(fc.tuple(key, inString), { freq: 8 }), space)
  .map(([before, object, extra, after]) => {
    const more = extra === null ? '' : `"${extra[0]}":${extra[1]}`;
    return `${before}{${[more, object.slice(1, -1)].filter((part) => part.trim() !== '').join(',')}}${after}`;
  });

/** One wrong, missing or added byte. */
const damage = fc.record({
  at: fc.nat(),
  removed: fc.constantFrom(0, 1, 1, 5),
  added: fc.constantFrom<number[]>(
    [],
    [0x22],
    [0x5c],
    [0x7b],
    [0x7d],
    [0x2c],
    [0x30],
    [0x01],
    [0x09],
    [0x80],
    [0xe2],
    [0x65],
    [0x2e],
    [0xef, 0xbb, 0xbf],
  ),
});

function damaged(line: Buffer, { at, removed, added }: { at: number; removed: number; added: number[] }): Buffer {
  const place = at % (line.length + 1);
  return Buffer.concat([line.subarray(0, place), Buffer.from(added), line.subarray(place + removed)]);
}

function readLine(line: Buffer, fields: (typeof FIELDS)[number]): Part {
  return readBlock({ bytes: Buffer.concat([line, Buffer.from('\n')]), tooLong: null }, { fields, maxArticleBytes: MAX_BYTES }, true);
}

/** What the line is by JSON.parse alone. */
function parsedLine(line: Buffer, fields: (typeof FIELDS)[number]): Part {
  const part = new PartBuilder(MAX_BYTES);
  const parsed = parseRecord(line, fields);
  if ('refused' in parsed) part.skip(parsed.refused, 1);
  else part.addString({ ...parsed, line: 1 }, parsed.text);
  return part.finish(1);
}

function told({ texts, ...columns }: Part) {
  return { ...columns, texts: Array.from(texts.start, (_, i) => Buffer.from(textOf(texts, i)).toString('hex')) };
}

describe('a line of JSON, looked over as bytes', () => {
  it('says what JSON.parse says, whatever the white space, nesting, escapes and repeated keys', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...FIELDS), (text, fields) => {
        const line = Buffer.from(text);
        expect(told(readLine(line, fields))).toEqual(told(parsedLine(line, fields)));
      }),
      { numRuns: 1500 },
    );
  });

  it('is refused when JSON.parse refuses it, in its words', () => {
    fc.assert(
      fc.property(record, fc.array(damage, { minLength: 1, maxLength: 3 }), fc.constantFrom(...FIELDS), (text, damages, fields) => {
        const line = damages.reduce(damaged, Buffer.from(text));
        fc.pre(!isBlank(line)); // which is passed over
        expect(told(readLine(line, fields))).toEqual(told(parsedLine(line, fields)));
      }),
      { numRuns: 3000 },
    );
  });

  it('is understood without JSON.parse when it holds a text', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...FIELDS), fc.nat(7), (text, fields, shift) => {
        const bytes = Buffer.from(`${'.'.repeat(shift)}${text}\n`);
        const isRecord = !('refused' in parseRecord(Buffer.from(text), fields));
        expect(new RecordScanner(fields).scan(jsonBytes(bytes), shift, bytes.length - 1)).toBe(isRecord);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['an endless list', '['.repeat(60_000)],
    ['deep lists, all closed', `{"text":"t","deep":${'['.repeat(5000)}${']'.repeat(5000)}}`],
    ['an open string', `{"text":"${'x'.repeat(60_000)}`],
    ['a line break in a string', '{"text":"a\u0009b"}'],
    ['a key for two parts', '{"text":"t","title":1,"id":{"text":"no"},"id":null}'],
    ['a comma too many', '{"text":"t",}'],
    ['a number with a zero in front', '{"text":"t","n":01}'],
    ['another value behind it', '{"text":"t"} {}'],
    ['an escape that does not exist', '{"text":"\\x41"}'],
    ['an escape cut off', '{"text":"\\u00e'],
  ])('%s', (_, text) => {
    const line = Buffer.from(text);
    expect(told(readLine(line, FIELDS[0]))).toEqual(told(parsedLine(line, FIELDS[0])));
  });
});
