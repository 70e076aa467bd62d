/** `dedupe evaluate`: a newsroom that has labelled some articles asks how far it can trust the groups. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/evaluation.ts';
import { FERRY, LIBRARY, NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

const schema = JSON.parse(readFileSync('src/evaluation.schema.json', 'utf8'));
const isEvaluation = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true }).compile(schema);

const LABELS = 'file\tlabel\nferry.txt\tferry\nferry-again.txt\tferry\nlibrary.txt\tlibrary\n';
/** One who holds that the two prints are not the same, and that ferry and library are. */
const CONTRARY = 'file\tlabel\nferry.txt\tsea\nferry-again.txt\tagain\nlibrary.txt\tsea\n';
const newsroom = (labels: string | Uint8Array, name = 'labels.tsv') => folderWith({ ...NEWS, [name]: labels });
const evaluate = (cwd: string, ...flags: string[]) => dedupe(['evaluate', 'news', '--labels', 'labels.tsv', ...flags], { cwd });
async function evaluation(cwd: string, ...flags: string[]): Promise<Evaluation> {
  const { code, stdout, stderr } = await evaluate(cwd, '--format', 'json', ...flags);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const parsed = JSON.parse(stdout);
  isEvaluation(parsed);
  expect(isEvaluation.errors).toBeNull();
  return parsed;
}

describe('for a person', () => {
  test('the scores, the bounds, and nothing that went wrong', async () => {
    const { code, stdout, stderr } = await evaluate(newsroom(LABELS));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^3 articles labelled · 1 group of two or more · labels\.tsv\n/);
    expect(stdout).toMatch(/^events +1\.000 +1\.000 +1\.000 /m);
    expect(stdout).toMatch(/^ +0\.50 +1\.000 +1\.000 +1\.000 +in use, best$/m);
    expect(stdout).toContain('Keep 0.5: 1 labelled group is too few to choose a bound by.');
    expect(stdout).not.toMatch(/false joins|misses|left out/i);
  });

  test('the worst false joins and misses, with their reason, on 80 columns', async () => {
    const { stdout } = await evaluate(newsroom(CONTRARY), '--top', '1');
    expect(stdout).toMatch(
      /Events: false joins \(1\)\n {2}1 pair: again with sea\n {4}news\/ferry-again\.txt\n {4}news\/ferry\.txt\n {4}identical: /,
    );
    expect(stdout).toMatch(
      /Events: misses \(1\)\n {2}1 pair: sea in parts\n {4}news\/ferry\.txt\n {4}news\/library\.txt\n {4}missed: event score 0\.\d\d, bound 0\.50/,
    );
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('labels that act on a terminal are shown, not obeyed', async () => {
    const { stdout } = await evaluate(newsroom(CONTRARY.replace('again\n', '\x1b[31m\u202eagain\n')));
    expect(stdout).toContain('\\u{1b}[31m\\u{202e}again with sea');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });

  test('rows that cannot be used are counted and listed, and the rest is scored', async () => {
    const { code, stdout } = await evaluate(newsroom(`${LABELS}fery.txt\tferry\nferry.txt\tlibrary\n`));
    expect(code).toBe(0);
    expect(stdout).toContain('labels.tsv:5: no such article: fery.txt');
    expect(stdout).toContain('labels.tsv:6: ferry.txt is in library here and in ferry in line 2: left out');
  });
});

describe('for a program', () => {
  test.each([
    ['groups', LABELS],
    ['groups, with mistakes', CONTRARY],
    ['pairs', 'a,b,label\nferry.txt,ferry-again.txt,copy\nferry.txt,library.txt,event\nlibrary,ferry-again,boilerplate\n'],
    ['labels with a page that has no text of its own', `${LABELS}gate.txt\tferry\n`],
  ])('%s: as the schema says', async (_, labels) => {
    const cwd = folderWith({ ...NEWS, 'news/gate.txt': 'Sign in\nSubscribe now\n', 'labels.tsv': labels });
    const { schemaVersion, labels: used } = await evaluation(cwd);
    expect(schemaVersion).toBe(1);
    expect(used.skipped).toEqual(labels.includes('gate') ? ['news/gate.txt'] : []);
  });

  test.each(['ferry-again.txt', 'library.txt'])('the reason is what explain says of the two: ferry.txt and %s', async (other) => {
    const cwd = newsroom(CONTRARY);
    const [{ falseJoins, misses }] = (await evaluation(cwd)).relations;
    const mistake = [...falseJoins.worst, ...misses.worst].find(({ a, b }) => a.endsWith(other) || b.endsWith(other))!;
    const call = ['explain', mistake.a, mistake.b, '--within', 'news', '--format', 'json'];
    const { relation, jaccard, containment, bounds, event, conflicts } = JSON.parse((await dedupe(call, { cwd })).stdout);
    expect(mistake.why).toMatchObject({ relation, jaccard, containment, bounds, event, conflicts });
  });

  test('the bound in use is a point of the sweep, with the figures of the run', async () => {
    const { relations } = await evaluation(newsroom(CONTRARY), '--event-score', '0.53');
    const [{ sweep, precision, recall, f1 }] = relations;
    expect(sweep).toMatchObject({ option: 'eventScore', inUse: 0.53, advice: 'few', suggested: 0.53 });
    expect(sweep?.points).toContainEqual({ bound: 0.53, containment: null, precision, recall, f1 });
    expect(sweep?.points.map(({ bound }) => bound)).toEqual(sweep?.points.map(({ bound }) => bound).sort());
  });

  test('--only copies: the labels are of copies, and the sweep is over their similarity', async () => {
    const { relations } = await evaluation(newsroom(LABELS), '--only', 'copies');
    expect(relations).toMatchObject([{ relation: 'copy', isJudged: true, f1: 1, sweep: { option: 'similarity', inUse: 0.2 } }]);
    expect(relations[0].sweep?.points.find(({ bound }) => bound === 0.3)).toMatchObject({ containment: 0.46, f1: 1 });
  });

  test('the same bytes with any number of threads, and from any order of the rows', async () => {
    const shuffled = newsroom(`${LABELS.split('\n').slice(0, 1)}\n${LABELS.trim().split('\n').slice(1).reverse().join('\n')}\n`);
    const [one, other] = [
      await evaluate(newsroom(LABELS), '--format', 'json', '--workers', '1'),
      await evaluate(shuffled, '--format', 'json', '--workers', '3'),
    ];
    expect(other.stdout).toBe(one.stdout);
  });

  test('rows left out are counted on standard error, unless it is to be quiet', async () => {
    const cwd = newsroom(`${LABELS}fery.txt\tferry\n`);
    expect((await evaluate(cwd, '--format', 'json')).stderr).toBe('dedupe: labels.tsv: 1 row left out, listed in labels.warnings\n');
    expect((await evaluate(cwd, '--format', 'json', '-q')).stderr).toBe('');
  });
});

describe('labels beside the articles', () => {
  test('are found from their own folder, in UTF-16 as a spreadsheet saves it', async () => {
    const cwd = folderWith({
      ...NEWS,
      'desk/labels.tsv': Buffer.from(`\ufeff${LABELS.replaceAll('ferry', '../news/ferry').replaceAll('\n', '\r\n')}`, 'utf16le'),
    });
    const { code, stdout } = await dedupe(['evaluate', 'news', '--labels', 'desk/labels.tsv'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^3 articles labelled/);
  });

  test('records are named by their id', async () => {
    const lines = [FERRY, FERRY, LIBRARY].map((text, i) => JSON.stringify({ id: `n${i}`, text })).join('\n');
    const cwd = folderWith({ 'news.jsonl': lines, 'labels.csv': 'id,story\nn0,ferry\nn1,ferry\nn2,library\n' });
    const { stdout } = await dedupe(['evaluate', 'news.jsonl', '--labels', 'labels.csv', '--format', 'json'], { cwd });
    expect(JSON.parse(stdout).relations[0]).toMatchObject({ relation: 'event', f1: 1, pairs: { same: 1, right: 1 } });
  });
});

describe('what cannot be done', () => {
  test.each([
    ['an empty file', '', 'dedupe: labels.tsv is empty'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4]), 'dedupe: labels.tsv: binary, not text'],
    ['one column', 'ferry.txt\nlibrary.txt\n', 'dedupe: labels.tsv:1: no columns'],
    ['an open quote', `${LABELS}"ferry.txt\tferry\n`, 'dedupe: labels.tsv:5: a quote is never closed'],
    [
      'labels of other articles',
      'file\tlabel\nx.txt\t1\n',
      'dedupe: labels.tsv: no label fits an article that was read; labels.tsv:2: no such article: x.txt',
    ],
  ])('%s', async (_, labels, message) => {
    const { code, stdout, stderr } = await evaluate(newsroom(labels));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('bug');
  });

  test('no labels, labels that are not there, labels that are a folder, a format it has not', async () => {
    const cwd = newsroom(LABELS);
    mkdirSync(join(cwd, 'folder'));
    for (const [args, message] of [
      [['news'], 'no labels given'],
      [['news', '--labels', 'lables.tsv'], '--labels lables.tsv cannot be read'],
      [['news', '--labels', 'folder'], '--labels folder cannot be read'],
      [['news', '--labels', 'labels.tsv', '--format', 'csv'], 'give one of text, json'],
      [['--labels', 'labels.tsv'], 'no paths given'],
    ] as const) {
      const { code, stdout, stderr } = await dedupe(['evaluate', ...args], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(message);
    }
  });
});

test('--fail-under is the check in CI: 1 below it, 0 at it, and the F1 is said', async () => {
  const cwd = newsroom(CONTRARY);
  const { code, stderr } = await evaluate(cwd, '--fail-under', '0.85');
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'dedupe: F1 of events is 0.0000 (--fail-under 0.85)\n' });
  expect((await evaluate(newsroom(LABELS), '--fail-under', '1')).code).toBe(0);
});
