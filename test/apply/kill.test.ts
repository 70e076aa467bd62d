/** A run killed at any moment: nothing is lost, undo puts all back, and the same command goes on where it stopped. */
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { dedupe, ended, folderWith, PROGRAM, start } from '../cli/program.ts';
import { CORPUS, corpusFolder, journalIn, treeOf } from './corpus.ts';

const COPIES = 400;
const KILLS = 6;

/** One article and its many copies: the report is written by hand, since only its hashes matter here. */
const text = CORPUS['news/ferry.txt'];
const names = Array.from({ length: COPIES }, (_, at) => `news/${String(at).padStart(3, '0')}.txt`);
let report: string | null = null;
async function reportOnMany(): Promise<string> {
  const one = JSON.parse((await dedupe(['.', '--format', 'json'], { cwd: folderWith({ 'a.txt': text, 'b.txt': text }) })).stdout) as Report;
  const [article] = one.articles;
  return JSON.stringify({
    ...one,
    articles: names.map((path) => ({ ...article, path })),
    copies: [{ ...one.copies[0], articles: names, representative: names[0] }],
    events: [{ ...one.events[0], articles: names, representative: names[0] }],
    pairs: names.slice(1).map((b) => ({ ...one.pairs[0], a: names[0], b })),
  });
}

async function manyCopies(): Promise<string> {
  report ??= await reportOnMany();
  const cwd = folderWith({ ...Object.fromEntries(names.map((name) => [name, text])), 'report.json': report });
  for (const [at, name] of names.entries()) utimesSync(join(cwd, name), 1_700_000_000 + at, 1_700_000_000 + at);
  return cwd;
}

/** Kills the run some milliseconds after its journal is there; true when it was still at work. */
async function killed(cwd: string, args: readonly string[], milliseconds: number): Promise<boolean> {
  const child = start(process.execPath, [PROGRAM, 'apply', 'report.json', ...args, '--yes'], { cwd });
  const over = ended(child);
  let isOver = false;
  over.then(() => (isOver = true));
  const hasJournal = () => existsSync(join(cwd, '.dedupe')) && readdirSync(join(cwd, '.dedupe')).some((name) => name.endsWith('.jsonl'));
  while (!isOver && !hasJournal()) await setTimeout(1);
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await over;
  return child.signalCode === 'SIGKILL';
}

const delays = Array.from({ length: KILLS }, (_, at) => at * at * 6);

describe.each([[['--move-to', 'copies']], [['--delete']], [['--hardlink']]])('%j killed', (args) => {
  test.each(delays)('%i ms after its journal was there: undo gives the tree back as it was', async (delay) => {
    const cwd = await manyCopies();
    const before = treeOf(cwd);
    await killed(cwd, args, delay);
    const { code, stderr } = await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(treeOf(cwd)).toEqual(before);
  });

  test('the same command finishes it, and undo then takes all back', async () => {
    const cwd = await manyCopies();
    const before = treeOf(cwd);
    for (const delay of [0, 20]) await killed(cwd, args, delay);
    const { code, stdout } = await dedupe(['apply', 'report.json', ...args, '--yes'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^399 copies /) });
    expect((await dedupe(['apply', '--undo', journalIn(cwd)], { cwd })).code).toBe(0);
    expect(treeOf(cwd)).toEqual(before);
  });
});

function cutOff(from: string, to: string, bytes: number): void {
  copyFileSync(to, from);
  truncateSync(to, bytes);
}

/** Every state that a kill can leave a step in, made by hand from a finished run. */
describe.each<[story: string, args: string[], state: (from: string, to: string) => void]>([
  ['the second name is there, the first not yet gone', ['--move-to', 'copies'], (from, to) => linkSync(to, from)],
  ['a copy to another disk is cut off', ['--move-to', 'copies'], (from, to) => cutOff(from, to, 200)],
  ['a copy to another disk is empty', ['--delete'], (from, to) => cutOff(from, to, 0)],
  ['a copy to another disk is whole, its source not yet gone', ['--delete'], (from, to) => copyFileSync(to, from)],
  ['the file lies in the trash, its link is not yet made', ['--hardlink'], (from) => unlinkSync(from)],
  ['nothing has happened but the entry in the journal', ['--delete'], (from, to) => renameSync(to, from)],
])('when %s', (_, args, state) => {
  async function broken(): Promise<{ cwd: string; before: string[]; after: string[] }> {
    const cwd = await corpusFolder();
    const before = Object.keys(treeOf(cwd));
    await dedupe(['apply', 'report.json', ...args, '--yes'], { cwd });
    const after = Object.keys(treeOf(cwd));
    const target = args[0] === '--move-to' ? 'copies' : journalIn(cwd).replace('.jsonl', '.trash');
    state(join(cwd, 'news/ferry.txt'), join(cwd, target, 'news/ferry.txt'));
    return { cwd, before, after };
  }

  test('undo puts the file back', async () => {
    const { cwd, before } = await broken();
    expect((await dedupe(['apply', '--undo', journalIn(cwd)], { cwd })).code).toBe(0);
    expect(Object.keys(treeOf(cwd))).toEqual(before);
    expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(text);
  });

  test('the same command finishes it', async () => {
    const { cwd, after } = await broken();
    expect((await dedupe(['apply', 'report.json', ...args, '--yes'], { cwd })).code).toBe(0);
    expect(Object.keys(treeOf(cwd))).toEqual(after);
  });
});

describe('a journal', () => {
  async function moved(): Promise<{ cwd: string; journal: string; before: Record<string, string> }> {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    await dedupe(['apply', 'report.json', '--move-to', 'copies', '--yes'], { cwd });
    return { cwd, journal: journalIn(cwd), before };
  }

  test('cut short at any byte: in its plan an error, behind it nothing is forgotten', async () => {
    const { cwd, journal, before } = await moved();
    const whole = readFileSync(join(cwd, journal));
    const plan = whole.lastIndexOf('{"begin"');
    for (const length of [0, 5, 40, Math.floor(plan / 2), plan - 1]) {
      writeFileSync(join(cwd, journal), whole.subarray(0, length));
      const { code, stderr } = await dedupe(['apply', '--undo', journal], { cwd });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/ (is cut short|is no journal)/) });
    }
    writeFileSync(join(cwd, journal), whole.subarray(0, plan + 9));
    const { code, stdout } = await dedupe(['apply', '--undo', journal], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 files put back.\n' });
    rmSync(join(cwd, 'copies'), { recursive: true }); // of its folders nothing was known any more
    expect(treeOf(cwd)).toEqual(before);
  });

  test.each<[story: string, edit: (journal: string) => string, told: string]>([
    ['another path in a step', (text) => text.replace('"from":"news/', '"from":"other/'), 'was edited: its plan does not have the hash'],
    ['another target', (text) => text.replace('"target":"copies"', '"target":"/etc"'), 'was edited: its plan does not have the hash'],
    ['a step it does not have', (text) => text.replace('"begin":[0', '"begin":[99'), 'was edited: line 4 is no entry'],
    ['a later version', (text) => text.replace('"version":1', '"version":2'), 'has version 2; this dedupe reads 1'],
    ['nonsense at its end', (text) => `${text}hello\n`, 'was edited: line 5 is no entry'],
    ['another program', () => '{"name":"x"}\n', 'is no journal of dedupe apply'],
  ])('edited: %s', async (_, edit, told) => {
    const { cwd, journal } = await moved();
    const after = treeOf(cwd);
    writeFileSync(join(cwd, journal), edit(readFileSync(join(cwd, journal), 'utf8')));
    const { code, stderr } = await dedupe(['apply', '--undo', journal], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(told) });
    expect(treeOf(cwd)).toEqual(after);
  });

  test('of another folder', async () => {
    const { cwd, journal } = await moved();
    const elsewhere = folderWith();
    const { code, stderr } = await dedupe(['apply', '--undo', join(cwd, journal)], { cwd: elsewhere });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('was made in another folder') });
  });

  test('undo replaces nothing: what has come to stand there stays, and is listed', async () => {
    const { cwd, journal } = await moved();
    writeFileSync(join(cwd, 'news/ferry.txt'), 'A new article.');
    const { code, stdout } = await dedupe(['apply', '--undo', journal], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('news/ferry.txt: something else is there now; its own text stays at copies/news/ferry.txt');
    expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe('A new article.');
    expect(existsSync(join(cwd, 'copies/news/ferry.txt'))).toBe(true);
  });

  test('undo of a file that was changed where it was moved, or is gone', async () => {
    const { cwd, journal } = await moved();
    writeFileSync(join(cwd, 'copies/news/ferry.txt'), 'Edited.');
    unlinkSync(join(cwd, 'copies/wire/ferry.txt'));
    const { code, stdout } = await dedupe(['apply', '--undo', journal], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('news/ferry.txt: copies/news/ferry.txt has changed since it was moved there; it stays');
    expect(stdout).toContain('wire/ferry.txt: it is neither there nor at copies/wire/ferry.txt');
  });

  test('--journal keeps it elsewhere, with the trash beside it', async () => {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    mkdirSync(join(cwd, '.kept'));
    onTestFinished(() => rmSync(join(cwd, '.kept'), { recursive: true, force: true }));
    expect((await dedupe(['apply', 'report.json', '--delete', '--journal', '.kept/j.jsonl', '--yes'], { cwd })).code).toBe(0);
    expect(existsSync(join(cwd, '.kept/j.trash/news/ferry.txt'))).toBe(true);
    const other = await dedupe(['apply', 'report.json', '--delete', '--relation', 'identical', '--journal', '.kept/j.jsonl', '--yes'], {
      cwd,
    });
    expect({ code: other.code, stderr: other.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('is the journal of another plan'),
    });
    expect((await dedupe(['apply', '--undo', '.kept/j.jsonl'], { cwd })).code).toBe(0);
    rmSync(join(cwd, '.kept'), { recursive: true });
    expect(treeOf(cwd)).toEqual(before);
  });
});
