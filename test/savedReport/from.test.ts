/** `dedupe --from report.json`: a saved report shown again, and under stricter bounds, without its articles. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { APART, NEWS } from '../cli/articles.ts';
import { dedupe, folderWith, shell } from '../cli/program.ts';

// biome-ignore lint/suspicious/noExplicitAny: a report is taken apart here in ways that no type allows
type Loose = any;

const FIXTURES = resolve('fixtures');
const FORMATS = ['text', 'json', 'jsonl', 'csv'];
let saved: string;
beforeAll(async () => {
  saved = (await dedupe(['newsroom', 'updates', '--format', 'json'], { cwd: FIXTURES })).stdout;
});

/** The report after a change by hand, shown again in an empty folder. */
async function shownAfter(change: (report: Loose) => void, ...args: string[]) {
  const report = JSON.parse(saved);
  change(report);
  return dedupe(['--from', 'report.json', ...args], { cwd: folderWith({ 'report.json': JSON.stringify(report) }) });
}

test.each(FORMATS)('the same bytes as the run gave, as %s, though the articles are gone', async (format) => {
  const run = await dedupe(['newsroom', 'updates', '--format', format], { cwd: FIXTURES });
  const again = await dedupe(['--from', 'report.json', '--format', format], { cwd: folderWith({ 'report.json': saved }) });
  expect(again).toMatchObject({ code: 0, stdout: run.stdout });
});

test('the bounds it was made with may be named; a pipe may bring it', async () => {
  const { code, stdout } = await shell('dedupe newsroom updates --format json | dedupe --from - --similarity 0.2 --format json', {
    cwd: FIXTURES,
  });
  expect({ code, same: stdout === saved }).toEqual({ code: 0, same: true });
});

test.each([
  ['--similarity', '0.6', '--containment', '0.96'],
  ['--event-score', '0.9'],
  ['--event-score', '0.99', '--similarity', '0.9', '--containment', '0.9'],
  ['--representative', 'cleanest'],
  ['--only', 'copies'],
])('stricter bounds group as a run with them does: %s %s', async (...args) => {
  const groups = ({ copies, events, madeWith }: Report) => ({
    copies: copies.map(({ id, articles, representative }) => ({ id, articles, representative })),
    events: events.map(({ id, articles, representative, copies }) => ({ id, articles, representative, copies })),
    madeWith,
  });
  const run = await dedupe(['newsroom', 'updates', '--format', 'json', ...args], { cwd: FIXTURES });
  const again = await shownAfter(() => {}, '--format', 'json', ...args);
  expect(groups(JSON.parse(again.stdout))).toEqual(groups(JSON.parse(run.stdout)));
});

test('a stricter report is a report: it can be saved, and narrowed again', async () => {
  const once = await shownAfter(() => {}, '--similarity', '0.6', '--containment', '0.9', '--format', 'json');
  const cwd = folderWith({ 'report.json': once.stdout });
  expect((await dedupe(['--from', 'report.json', '--format', 'json'], { cwd })).stdout).toBe(once.stdout);
  const { code, stderr } = await dedupe(['--from', 'report.json', '--similarity', '0.5'], { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--similarity 0.5 is below 0.6') });
});

test('--fail-on counts what is left', async () => {
  expect((await shownAfter(() => {}, '--fail-on', 'copies')).code).toBe(1);
  const none = await shownAfter((report) => report.copies.splice(0), '--fail-on', 'copies');
  expect(none.code).toBe(2); // its articles still name the groups
  const cwd = folderWith(APART);
  await dedupe(['news', '--output', 'json:r.json'], { cwd });
  expect((await dedupe(['--from', 'r.json', '--fail-on', 'copies'], { cwd })).code).toBe(0);
});

describe('what cannot be done from a report is said', () => {
  test.each<[args: string[], told: string]>([
    [['--similarity', '0.1'], '--similarity 0.1 is below 0.2, with which report.json was made'],
    [['--containment', '0.1'], '--containment 0.1 is below 0.33'],
    [['--event-score', '0.4'], '--event-score 0.4 is below 0.5'],
    [['--shingle-size', '4'], '--shingle-size 4 needs the articles: report.json was made with 3'],
    [['--language', 'de'], '--language de needs the articles: report.json was made with none'],
    [['news'], '--from reads no articles, and news was given'],
    [['--output', 'json:report.json'], 'is one of the inputs'],
  ])('%j', async (args, told) => {
    const { code, stdout, stderr } = await shownAfter(() => {}, ...args);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
  });

  test('a relation that was not looked for', async () => {
    const { code, stderr } = await shownAfter((report) => (report.madeWith.only = 'copies'), '--only', 'events');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('made with --only copies: it cannot show events') });
  });

  test('a report that does not know its bounds is shown, but not narrowed', async () => {
    const forget = (report: Loose) => delete report.madeWith;
    expect((await shownAfter(forget)).code).toBe(0);
    const { code, stderr } = await shownAfter(forget, '--similarity', '0.9');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('does not say what it was made with') });
  });
});

describe('a report that is none, or no longer one, is refused with the place', () => {
  test.each<[story: string, change: (report: Loose) => void, told: string]>([
    ['a later version', (r) => (r.schemaVersion = 2), 'report.json has schemaVersion 2; this dedupe reads 1'],
    ['a version that is no number', (r) => (r.schemaVersion = { x: 1 }), 'has schemaVersion an object'],
    ['a figure in words', (r) => (r.articles[3].words = 'many'), 'articles[3].words is "many", but must be integer'],
    ['a wrong kind of id', (r) => (r.articles[2].copy = 7), 'articles[2].copy is 7, but must be string or must be null'],
    ['a part that is missing', (r) => delete r.pairs[0].score, "pairs[0] is an object, but must have required property 'score'"],
    ['a similarity above 1', (r) => (r.pairs[0].jaccard = 1.5), 'pairs[0].jaccard is 1.5, but must be <= 1'],
    ['a hash that is none', (r) => (r.articles[0].sha256 = 'abc'), 'articles[0].sha256 is "abc"'],
    ['an unknown path in a pair', (r) => (r.pairs[0].a = '../../etc/passwd'), 'pairs[0].a is "../../etc/passwd", which is not among'],
    ['an unknown path in a group', (r) => (r.copies[0].articles[0] = '/etc/passwd'), 'copies[0].articles[0] is "/etc/passwd", which'],
    ['a stranger for a group', (r) => (r.copies[0].representative = 'x.txt'), 'copies[0].representative is "x.txt", which is not one'],
    ['an unknown group', (r) => (r.events[0].copies = ['c99']), 'events[0].copies names c99'],
    ['an id that is there twice', (r) => (r.copies[1].id = 'c1'), 'copies[1].id is c1, which is there twice'],
    ['an article that is there twice', (r) => r.articles.push(r.articles[0]), 'which is there twice'],
    ['an article moved to another group', (r) => (r.articles.find((a: Loose) => a.copy === 'c2').copy = 'c1'), 'not c2'],
  ])('%s', async (_, change, told) => {
    const { code, stdout, stderr } = await shownAfter(change);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
  });

  test('cut short at any byte', async () => {
    const cwd = folderWith();
    for (const share of [0, 0.001, 0.3, 0.7, 0.999]) {
      writeFileSync(join(cwd, 'cut.json'), saved.slice(0, Math.floor(share * saved.length)));
      const { code, stderr } = await dedupe(['--from', 'cut.json'], { cwd });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^dedupe: cut\.json is (cut short|not JSON): /) });
    }
  });

  test.each([
    ['one of --format jsonl', '{"id":"c1"}\n{"id":"c2"}\n', 'is not JSON'],
    ['another JSON file', '{"articles":[]}', 'has no schemaVersion'],
    ['brackets without end', '['.repeat(100_000), 'is cut short'],
  ])('%s', async (_, content, told) => {
    const { code, stderr } = await dedupe(['--from', 'r.json'], { cwd: folderWith({ 'r.json': content }) });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(told) });
  });

  test('a folder, or nothing at all', async () => {
    const cwd = folderWith(NEWS);
    for (const from of ['news', 'nothing.json']) {
      const { code, stderr } = await dedupe(['--from', from], { cwd });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`the report ${from} cannot be read`) });
    }
    expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(NEWS['news/ferry.txt']);
  });
});
