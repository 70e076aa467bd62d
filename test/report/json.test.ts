import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderJson, renderJsonl } from '../../src/stages/report/index.ts';
import { article, copyGroup, judgedNewsroom, linesOf, newsroom, oneEvent, pair, report, textOf } from './makeReport.ts';

const schema = JSON.parse(readFileSync(new URL('../../src/report.schema.json', import.meta.url), 'utf8'));
const isReport = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

const rounded = (value: Report): unknown =>
  JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(4)) : each)));

const SAMPLES: [string, Report][] = [
  ['the newsroom', newsroom()],
  ['the newsroom against a baseline', judgedNewsroom()],
  ['nothing', report()],
  ['an event', oneEvent([article('a.txt', { date: '2022-09-22', source: 'AP' }), article('b.txt')])],
  [
    'copies alone',
    report({
      articles: [article('a', { copy: 'c1' }), article('b', { copy: 'c1' })],
      copies: [copyGroup('c1', ['a', 'b'])],
      pairs: [pair('a', 'b')],
    }),
  ],
  [
    'hostile',
    report({
      articles: [article('\x1b[31m\u202e\x9b\ud800\u{e0041}.txt', { title: '"\\\n\u2028</script>' })],
      skipped: [{ path: '-rf', reason: 'a\tb' }],
    }),
  ],
];

describe.each(SAMPLES)('JSON of %s', (_, sample) => {
  const json = textOf(renderJson(sample));

  test('is as the schema says', () => {
    isReport(JSON.parse(json));
    expect(isReport.errors).toBeNull();
  });

  test('parses back to the report, figures rounded to 4 decimals', () => {
    expect(JSON.parse(json)).toEqual(rounded(sample));
  });

  test('ends with a newline, holds nothing that acts on a terminal, and is the same twice', () => {
    expect(json).toMatch(/\n}\n$/);
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
    expect(textOf(renderJson(sample))).toBe(json);
  });
});

test('one article and one pair a line, one member of a group a line', () => {
  const lines = linesOf(renderJson(newsroom()));
  expect(lines).toContain(
    '    {"path":"2023/transit.txt","title":"Ferry timetable changes on Monday","words":180,"furnitureWords":3,"copy":null,"event":null,"date":null,"source":null,"sha256":null}',
  );
  expect(lines).toContain('        "2023/steel-a.txt",');
});

test('the order of keys does not depend on how the report was made', () => {
  const backwards = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(backwards)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, each]) => [key, backwards(each)]),
          )
        : value;
  expect(textOf(renderJson(backwards(newsroom()) as Report))).toBe(textOf(renderJson(newsroom())));
});

test('a field added to the report later is printed, and the schema lets it pass', () => {
  const sample = { ...newsroom(), tool: { version: '2' }, articles: [{ ...article('a.txt'), language: 'en' }] };
  const parsed = JSON.parse(textOf(renderJson(sample)));
  expect(parsed).toEqual(rounded(sample));
  isReport(parsed);
  expect(isReport.errors).toBeNull();
});

test('a field added beside one that is missing is printed all the same, its figures rounded', () => {
  const { date: _, ...undated } = article('a.txt');
  const sample = { ...newsroom(), articles: [{ ...undated, confidence: 0.123456 }] } as unknown as Report;
  expect(JSON.parse(textOf(renderJson(sample))).articles).toEqual([{ ...undated, confidence: 0.1235 }]);
});

test('the schema is no rubber stamp', () => {
  const broken = [
    { ...newsroom(), schemaVersion: 2 },
    { ...newsroom(), pairs: undefined },
    report({ articles: [article('a', { words: -1 })] }),
    report({ articles: [article('a', { copy: 'e1' })] }),
    report({ articles: [article('a', { date: 'Thursday' })] }),
    report({ copies: [copyGroup('c1', ['a'])] }),
    report({ pairs: [pair('a', 'b', { jaccard: 1.2 })] }),
    report({ pairs: [pair('a', 'b', { containment: [1] as unknown as [number, number] })] }),
    { ...report(), events: [copyGroup('e1', ['a', 'b'])] },
  ];
  for (const each of broken) expect(isReport(JSON.parse(JSON.stringify(each)))).toBe(false);
});

test('any title and path parses back', () => {
  const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
  fc.assert(
    fc.property(anything, anything, (path, title) => {
      const sample = oneEvent([article(path, { title }), article('b')]);
      expect(JSON.parse(textOf(renderJson(sample)))).toEqual(rounded(sample));
      for (const line of linesOf(renderJsonl(sample))) JSON.parse(line);
    }),
  );
});

test('a report of 100,000 articles comes in pieces', () => {
  const big = report({ articles: Array.from({ length: 100_000 }, (_, at) => article(`a/${at}.txt`)) });
  let longest = 0;
  for (const chunk of renderJson(big)) longest = Math.max(longest, chunk.length);
  expect(longest).toBeLessThan(1_000);
});

describe('JSONL', () => {
  test('one event a line, its copy groups inside', () => {
    const [first, second, ...others] = linesOf(renderJsonl(newsroom())).map((line) => JSON.parse(line));
    expect(Object.keys(first)).toEqual(['id', 'relation', 'articles', 'representative', 'cohesion', 'weakest', 'copies', 'evidence']);
    expect(first).toMatchObject({
      id: 'e1',
      relation: 'event',
      cohesion: 0.9312,
      copies: [{ id: 'c1', representative: '2022/ap-wire.txt', cohesion: 0.7346 }],
    });
    expect(second.copies).toEqual([newsroom().copies[1]]);
    expect(others).toEqual([]);
  });

  test('copy groups of no event have lines of their own', () => {
    expect(linesOf(renderJsonl(report({ copies: [copyGroup('c1', ['a', 'b'])] })))).toEqual([
      '{"id":"c1","relation":"copy","articles":["a","b"],"representative":"a","cohesion":0.9,"weakest":0.8}',
    ]);
  });

  test('no group, no line', () => {
    expect(textOf(renderJsonl(report()))).toBe('');
  });
});
