/** SARIF as code scanning takes it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderSarif, safe } from '../../src/stages/report/index.ts';
import {
  article,
  copyGroup,
  event,
  HOSTILE,
  hostileReport,
  judgedNewsroom,
  manyGroups,
  newsroom,
  pair,
  report,
  textOf,
} from './makeReport.ts';

// The schema that OASIS published, in draft 04 of JSON Schema; it uses nothing that later drafts read otherwise.
const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
const isSarif = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(schema);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly justification: string }[];
}
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region: { readonly startLine: number };
  };
}

function runOf(sample: Report) {
  const text = textOf(renderSarif(sample));
  const [run] = JSON.parse(text).runs;
  return {
    bytes: Buffer.byteLength(text),
    rules: run.tool.driver.rules as { id: string; properties: { tags: string[] } }[],
    results: run.results as Result[],
    notes: run.invocations[0].toolExecutionNotifications as { descriptor: { id: string }; message: { text: string } }[],
  };
}
const uriOf = ({ physicalLocation }: Location) => physicalLocation.artifactLocation.uri;
const fingerprintsOf = (sample: Report) =>
  runOf(sample).results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

describe.each([
  ['the newsroom', newsroom()],
  ['the newsroom against a baseline', judgedNewsroom()],
  ['nothing', report()],
  ['hostile texts', hostileReport()],
  [
    'records of JSONL',
    report({
      articles: ['n.jsonl#7', 'n.jsonl:3'].map((path) => article(path, { copy: 'c1' })),
      copies: [copyGroup('c1', ['n.jsonl#7', 'n.jsonl:3'])],
    }),
  ],
])('SARIF of %s', (_name, sample) => {
  test('is as the official schema says', () => {
    isSarif(JSON.parse(textOf(renderSarif(sample))));
    expect(isSarif.errors).toBeNull();
  });

  test('is the same twice, and nothing in it acts on a terminal', () => {
    const text = textOf(renderSarif(sample));
    expect(textOf(renderSarif(sample))).toBe(text);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
  });

  test('every result names a rule of the list and places in the root of the checkout', () => {
    const { rules, results } = runOf(sample);
    for (const { ruleId, ruleIndex, locations, relatedLocations } of results) {
      expect(rules[ruleIndex].id).toBe(ruleId);
      for (const location of [...locations, ...relatedLocations]) {
        expect(location.physicalLocation.artifactLocation.uriBaseId).toBe('%SRCROOT%');
        expect(uriOf(location)).toMatch(/^(?:[\w.~!'()*-]|%[0-9A-F]{2}|\/)+$/);
        expect(location.physicalLocation.region.startLine).toBeGreaterThan(0);
      }
    }
  });
});

test('the schema is no rubber stamp', () => {
  const log = JSON.parse(textOf(renderSarif(newsroom())));
  log.runs[0].results[0].level = 'fatal';
  expect(isSarif(log)).toBe(false);
});

test('copies are warnings and come first, the same event is a note', () => {
  expect(runOf(newsroom()).results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
    'warning reprint',
    'warning reprint',
    'warning excerpt',
    'warning identical',
    'note event',
    'note event',
  ]);
});

test('a message links to what is copied, and no text from a file makes a link of its own', () => {
  const [first] = runOf(newsroom()).results;
  expect(first.message.text).toMatch(/^Reprint of \[2022\/ap-wire\.txt\]\(1\) \(similarity 0\.78\)\./);
  for (const { message } of runOf(hostileReport()).results) {
    const links = message.text.replace(/\\./g, '').match(/\[[^\]]*\]\([^)]*\)/g) ?? [];
    expect(links.map((link) => link.slice(link.lastIndexOf('(')))).toEqual(['(1)']);
  }
});

test('the URI of any path leads back to the path', () => {
  const { results } = runOf(hostileReport());
  const paths = results.map(({ locations: [location] }) => uriOf(location).split('/').map(decodeURIComponent).join('/'));
  const expected = HOSTILE.map((text, at) => `${at}/b ${text}`.toWellFormed());
  expect(paths.slice(0, HOSTILE.length)).toEqual(expected);
});

test('a record of a JSONL file is placed in the file, at its line where that is known', () => {
  const paths = ['day one.jsonl#id 7', 'day one.jsonl:3', 'day one.jsonl:4'];
  const sample = report({ articles: paths.map((path) => article(path, { copy: 'c1' })), copies: [copyGroup('c1', paths)] });
  const places = runOf(sample).results.map(({ locations: [location] }) => [uriOf(location), location.physicalLocation.region.startLine]);
  expect(places).toEqual([
    ['day%20one.jsonl', 3],
    ['day%20one.jsonl', 4],
  ]);
});

describe('fingerprints', () => {
  const pairOf = (...paths: string[]) =>
    report({
      articles: paths.map((path) => article(path, { title: 'Ferry aground', words: 300, copy: 'c1', event: 'e1' })),
      copies: [copyGroup('c1', paths)],
      events: [event('e1', paths, { copies: ['c1'] })],
      pairs: paths.slice(1).map((path) => pair(paths[0], path)),
    });

  test('stay when a file is renamed, and so do those of the others', () => {
    expect(fingerprintsOf(pairOf('a.txt', 'z-renamed.txt'))).toEqual(fingerprintsOf(pairOf('a.txt', 'b.txt')));
  });

  test('a third copy has a new one', () => {
    const before = fingerprintsOf(pairOf('a.txt', 'c.txt'));
    const after = fingerprintsOf(pairOf('a.txt', 'b.txt', 'c.txt'));
    expect(after).toHaveLength(2);
    expect(after.filter((each) => !before.includes(each))).toHaveLength(1);
  });

  test('follow the bytes, where they are known: not the headline, nor the count of words', () => {
    const withHash = (more: { title?: string; words?: number; sha256?: string }) => {
      const { articles, ...rest } = pairOf('a.txt', 'b.txt');
      return report({ ...rest, articles: articles.map((each) => ({ ...each, sha256: 'a'.repeat(64), ...more })) });
    };
    expect(fingerprintsOf(withHash({ title: 'Another', words: 7 }))).toEqual(fingerprintsOf(withHash({})));
    expect(fingerprintsOf(withHash({ sha256: 'b'.repeat(64) }))).not.toEqual(fingerprintsOf(withHash({})));
  });

  test('do not depend on other groups', () => {
    const { articles, copies, events, pairs } = newsroom();
    const withoutSteel = report({ articles, copies: copies.slice(0, 1), events: events.slice(0, 1), pairs });
    expect(fingerprintsOf(newsroom())).toEqual(expect.arrayContaining(fingerprintsOf(withoutSteel)));
  });

  test('are each used once', () => {
    const all = fingerprintsOf(hostileReport());
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the limits of GitHub', () => {
  test('10,000 groups: within 10 MB, nothing cut', () => {
    const { bytes, results, notes } = runOf(manyGroups(10_000));
    expect(bytes).toBeLessThan(10_000_000);
    expect(results).toHaveLength(10_000);
    expect(notes).toEqual([]);
  });

  test.each([
    ['30,000 groups', () => manyGroups(30_000)],
    [
      'paths that no packing makes small',
      () => JSON.parse(JSON.stringify(manyGroups(3_000)).replaceAll('news/', `${'日本'.repeat(600)}/`)),
    ],
  ])('%s: cut, which is said', (_, sampleOf) => {
    const sample: Report = sampleOf();
    const { bytes, results, notes } = runOf(sample);
    expect(bytes).toBeLessThan(10_000_000);
    expect(results.length).toBeLessThanOrEqual(25_000);
    expect(notes[0].descriptor.id).toBe('cut');
    expect(notes[0].message.text).toContain(`${(sample.copies.length - results.length).toLocaleString('en')} findings left out`);
  });

  test('neither ids of 100,000 characters nor long paths that were not read take the room', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `news.jsonl#${at}${'x'.repeat(100_000)}`);
    const skipped = Array.from({ length: 200 }, (_, at) => ({ path: `${at}${'é'.repeat(2_000)}`, reason: 'y'.repeat(100_000) }));
    const sample = report({ articles: ids.map((path) => article(path, { copy: 'c1' })), copies: [copyGroup('c1', ids)], skipped });
    const { bytes, results } = runOf(sample);
    expect(bytes).toBeLessThan(1_500_000);
    expect(results).toHaveLength(29);
  });

  test('rules have no more than 10 tags', () => {
    for (const { properties } of runOf(newsroom()).rules) expect(properties.tags.length).toBeLessThanOrEqual(10);
  });
});

describe('against a baseline', () => {
  test('every result is new or unchanged, and what was accepted with a reason is suppressed', () => {
    const { results } = runOf(judgedNewsroom());
    expect(
      results.map(({ baselineState, suppressions }) => [baselineState, suppressions?.map(({ justification }) => justification)]),
    ).toEqual([
      ['unchanged', []],
      ['new', []],
      ['unchanged', []],
      ['unchanged', ['The agency sells it to both [a], until 2027-01-31']],
      ['unchanged', []],
      ['new', []],
    ]);
  });

  test('without one neither is said', () => {
    for (const result of runOf(newsroom()).results) {
      expect(result).not.toHaveProperty('baselineState');
      expect(result).not.toHaveProperty('suppressions');
    }
  });
});

test('inputs that were not read are notifications, a hundred by name', () => {
  const skipped = Array.from({ length: 102 }, (_, at) => ({ path: `${at}.bin`, reason: 'not text' }));
  const { notes } = runOf(report({ skipped }));
  expect(notes).toHaveLength(101);
  expect(notes[0].message.text).toBe('Not read: not text');
  expect(notes[100].message.text).toBe('2 more inputs not read.');
  expect(safe(notes[100].message.text)).toBe(notes[100].message.text);
});
