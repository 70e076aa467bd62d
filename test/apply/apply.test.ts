/** `dedupe apply REPORT`: what goes, what stays, and that nothing is lost. */
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { canRunAsNobody, dedupe, folderWith } from '../cli/program.ts';
import { CORPUS, corpusFolder, corpusReport, journalIn, reportedFolder, treeOf } from './corpus.ts';

const goes = (stdout: string) =>
  JSON.parse(stdout)
    .groups.flatMap(({ goes }: { goes: { path: string }[] }) => goes.map(({ path }) => path))
    .sort();
const plan = async (cwd: string, ...args: string[]) =>
  goes((await dedupe(['apply', 'report.json', '--format', 'json', ...args], { cwd })).stdout);

describe('the preview', () => {
  test('shows what stays and what goes, and changes nothing', async () => {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await dedupe(['apply', 'report.json', '--delete'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}stays {2}news\/ferry-again\.txt .*\n(?: {2}stays .*\n)* {2}goes {3}news\/ferry\.txt .* identical$/m);
    expect(stdout).toContain('2 of 4 copies would go');
    expect(stdout).toContain('Nothing was changed');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(treeOf(cwd)).toEqual(before);
    expect(existsSync(join(cwd, '.dedupe'))).toBe(false);
  });

  test('by default only the same words and reprints go; events never', async () => {
    const cwd = await corpusFolder();
    expect(await plan(cwd)).toEqual(['news/ferry.txt', 'wire/ferry.txt']);
    expect(await plan(cwd, '--relation', 'identical')).toEqual(['news/ferry.txt']);
    expect(await plan(cwd, '--relation', 'identical,reprint,excerpt,revised')).toEqual([
      'news/ferry.txt',
      'wire/excerpt.txt',
      'wire/ferry.txt',
      'wire/revised.txt',
    ]);
  });

  test('the whole never goes for its excerpt, though a rule prefers that', async () => {
    const cwd = await corpusFolder();
    expect(await plan(cwd, '--relation', 'excerpt', '--keep-path', 'wire/excerpt.txt')).toEqual([]);
  });

  test('--keep-path always stays, and others may go for it', async () => {
    const cwd = await corpusFolder();
    expect(await plan(cwd, '--keep-path', 'wire/')).toEqual(['news/ferry-again.txt', 'news/ferry.txt']);
    expect(await plan(cwd, '--keep-path', '*.txt')).toEqual([]);
  });

  test('the earliest stays, or the preferred source', async () => {
    const files = {
      '2024-03-02-post.txt': CORPUS['news/ferry.txt'],
      '2024-03-01-mail.txt': CORPUS['news/ferry.txt'],
      '2024-03-03-wire.txt': CORPUS['news/ferry.txt'],
    };
    const { cwd, report } = await reportedFolder(files);
    expect(await plan(cwd, '--representative', 'earliest')).toEqual(['2024-03-02-post.txt', '2024-03-03-wire.txt']);
    const articles = report.articles.map((article) => ({ ...article, source: article.path.slice(11, -4) }));
    writeFileSync(join(cwd, 'report.json'), JSON.stringify({ ...report, articles }));
    expect(await plan(cwd, '--prefer-source', 'wire,mail')).toEqual(['2024-03-01-mail.txt', '2024-03-02-post.txt']);
  });
});

describe('with --yes', () => {
  test.each([['--move-to', 'copies'], ['--delete']])('%s, and --undo puts all back: byte by byte, with times', async (...action) => {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    const { code, stdout } = await dedupe(['apply', 'report.json', ...action, '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 copies (moved below copies|deleted), [\d.]+ KB\.\n/);
    expect(existsSync(join(cwd, 'news/ferry.txt'))).toBe(false);
    expect(existsSync(join(cwd, 'news/ferry-again.txt'))).toBe(true);
    if (action[0] === '--move-to') expect(readFileSync(join(cwd, 'copies/news/ferry.txt'), 'utf8')).toBe(CORPUS['news/ferry.txt']);
    const again = await dedupe(['.', '--format', 'json'], { cwd });
    expect(JSON.parse(again.stdout).articles.some(({ path }: { path: string }) => path.includes('.dedupe'))).toBe(false);
    const undone = await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect(undone).toMatchObject({ code: 0, stdout: '2 files put back.\n' });
    expect(treeOf(cwd)).toEqual(before);
    const twice = await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect(twice).toMatchObject({ code: 0, stdout: '0 files put back.\n' });
  });

  test('--hardlink links what has the same bytes, and nothing else', async () => {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    const inode = statSync(join(cwd, 'news/ferry.txt')).ino;
    expect((await dedupe(['apply', 'report.json', '--hardlink', '--yes'], { cwd })).stdout).toContain('1 copy linked');
    expect(statSync(join(cwd, 'news/ferry.txt')).ino).toBe(statSync(join(cwd, 'news/ferry-again.txt')).ino);
    expect(statSync(join(cwd, 'wire/ferry.txt')).nlink).toBe(1);
    await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect(statSync(join(cwd, 'news/ferry.txt')).ino).toBe(inode);
    expect(treeOf(cwd)).toEqual(before);
  });

  test('where nothing goes --yes says so, and does not ask for itself', async () => {
    const cwd = await corpusFolder();
    const { code, stdout } = await dedupe(['apply', 'report.json', '--delete', '--keep-path', '*', '--yes'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 of 4 copies would go, 0 B\.\nNothing was changed: there is nothing to do\.$/m);
    expect(existsSync(join(cwd, '.dedupe'))).toBe(false);
  });

  test('--purge frees the trash, previews first, and is the end of undo', async () => {
    const cwd = await corpusFolder();
    await dedupe(['apply', 'report.json', '--delete', '--yes'], { cwd });
    const journal = journalIn(cwd);
    const asked = await dedupe(['apply', '--purge', journal], { cwd });
    expect(asked.stdout).toContain('would be removed for good');
    const { code, stdout } = await dedupe(['apply', '--purge', journal, '--yes'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '2 files removed for good.\n' });
    expect(existsSync(join(cwd, journal))).toBe(false);
    expect(existsSync(join(cwd, journal.replace('.jsonl', '.trash')))).toBe(false);
  });

  test('the same command once more finds all done; after an undo it does it again', async () => {
    const cwd = await corpusFolder();
    const run = () => dedupe(['apply', 'report.json', '--move-to', 'copies', '--yes'], { cwd });
    const first = await run();
    expect(await run()).toEqual(first);
    await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect(await run()).toEqual(first);
    expect(existsSync(join(cwd, 'wire/ferry.txt'))).toBe(false);
  });

  test('to another file system and back', async (context) => {
    const shm = '/dev/shm';
    if (!existsSync(shm) || statSync(shm).dev === statSync('/tmp').dev) return context.skip('no second file system here');
    const target = mkdtempSync(`${shm}/dedupe-test-`);
    onTestFinished(() => rmSync(target, { recursive: true, force: true }));
    const cwd = await corpusFolder();
    chmodSync(join(cwd, 'news/ferry.txt'), 0o640);
    const before = treeOf(cwd);
    expect((await dedupe(['apply', 'report.json', '--move-to', target, '--yes'], { cwd })).code).toBe(0);
    expect(readFileSync(join(target, 'news/ferry.txt'), 'utf8')).toBe(CORPUS['news/ferry.txt']);
    expect((await dedupe(['apply', '--undo', journalIn(cwd)], { cwd })).code).toBe(0);
    expect(treeOf(cwd)).toEqual(before);
    expect(existsSync(join(target, 'news'))).toBe(false);
  });
});

describe('a file that is not what the report saw is left as it is, listed, and the exit code is 2', () => {
  async function changedBy(change: (cwd: string) => void, ...args: string[]) {
    const cwd = await corpusFolder();
    change(cwd);
    const before = treeOf(cwd);
    const ended = await dedupe(['apply', 'report.json', ...(args.length > 0 ? args : ['--move-to', 'copies']), '--yes'], { cwd });
    return { ...ended, cwd, before };
  }

  test('a copy has changed', async () => {
    const { code, stdout, stderr, cwd } = await changedBy((cwd) => writeFileSync(join(cwd, 'news/ferry.txt'), 'My own notes.'));
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'dedupe: 1 file left as it is\n' });
    expect(stdout).toContain('  news/ferry.txt: it has changed since the report\n');
    expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe('My own notes.');
    expect(existsSync(join(cwd, 'copies/wire/ferry.txt'))).toBe(true);
  });

  test('a copy has vanished', async () => {
    const { code, stdout } = await changedBy((cwd) => unlinkSync(join(cwd, 'news/ferry.txt')));
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('  news/ferry.txt: it has vanished\n') });
  });

  test.each([
    ['changed', (cwd: string) => writeFileSync(join(cwd, 'news/ferry-again.txt'), 'Lost.')],
    ['vanished', (cwd: string) => unlinkSync(join(cwd, 'news/ferry-again.txt'))],
  ])('the article that would stay has %s: nothing goes for it', async (_, change) => {
    const { code, stdout, cwd, before } = await changedBy(change);
    expect(code).toBe(2);
    expect(stdout).toContain('news/ferry.txt: news/ferry-again.txt, which would stay for it, has changed or vanished');
    expect(treeOf(cwd)).toEqual(before);
  });

  test('a name at the target is taken', async () => {
    const { code, stdout, cwd } = await changedBy((cwd) => {
      mkdirSync(join(cwd, 'copies/news'), { recursive: true });
      writeFileSync(join(cwd, 'copies/news/ferry.txt'), CORPUS['news/ferry.txt']);
    });
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: expect.stringContaining('news/ferry.txt: copies/news/ferry.txt is already there'),
    });
    expect(existsSync(join(cwd, 'news/ferry.txt'))).toBe(true);
    await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
    expect(readFileSync(join(cwd, 'copies/news/ferry.txt'), 'utf8')).toBe(CORPUS['news/ferry.txt']); // not ours to take away
  });

  test.each([['news'], ['news/ferry.txt']])('%s has become a symbolic link', async (path) => {
    const { code, stdout, cwd } = await changedBy((cwd) => {
      renameSync(join(cwd, path), join(cwd, 'elsewhere'));
      symlinkSync(join(cwd, 'elsewhere'), join(cwd, path));
    });
    expect(code).toBe(2);
    expect(stdout).toMatch(/symbolic link, not followed|has changed or vanished/);
    expect(lstatSync(join(cwd, path)).isSymbolicLink()).toBe(true);
    expect(existsSync(join(cwd, 'elsewhere'))).toBe(true);
  });

  test('a link among the folders of the target is not followed', async () => {
    const { code, stdout, cwd } = await changedBy((cwd) => {
      mkdirSync(join(cwd, 'copies'));
      symlinkSync(folderWith(), join(cwd, 'copies/news'));
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringContaining('copies/news is a symbolic link, not followed') });
    expect(existsSync(join(cwd, 'news/ferry.txt'))).toBe(true);
  });

  test('files that are one file already need no link', async () => {
    const { code, cwd } = await changedBy((cwd) => {
      unlinkSync(join(cwd, 'news/ferry.txt'));
      linkSync(join(cwd, 'news/ferry-again.txt'), join(cwd, 'news/ferry.txt'));
    }, '--hardlink');
    expect(code).toBe(0);
    expect(statSync(join(cwd, 'news/ferry.txt')).nlink).toBe(2);
  });

  test.runIf(canRunAsNobody())('a folder that may not be written to', async () => {
    const cwd = await corpusFolder({ 'copies/x': '' });
    for (const folder of ['', '.dedupe', 'copies', 'wire']) {
      mkdirSync(join(cwd, folder), { recursive: true });
      chmodSync(join(cwd, folder), 0o777);
    }
    const before = treeOf(cwd);
    const { code, stdout } = await dedupe(['apply', 'report.json', '--move-to', 'copies', '--yes'], { cwd, asNobody: true });
    expect(code).toBe(2);
    expect(stdout).toContain('news/ferry.txt: no permission');
    expect(treeOf(cwd)['news/ferry.txt']).toBe(before['news/ferry.txt']);
    expect(existsSync(join(cwd, 'copies/news/ferry.txt'))).toBe(false);
  });

  test.runIf(canRunAsNobody())('no journal can be written: nothing is done', async () => {
    const cwd = await corpusFolder();
    chmodSync(cwd, 0o555);
    const before = treeOf(cwd);
    const { code, stderr } = await dedupe(['apply', 'report.json', '--delete', '--yes'], { cwd, asNobody: true });
    chmodSync(cwd, 0o755);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^dedupe: the journal \S+ cannot be written: no permission\n/),
    });
    expect(treeOf(cwd)).toEqual(before);
  });
});

describe('what cannot be asked for is told', () => {
  test.each<[args: string[], told: string]>([
    [['report.json', '--delete', '--hardlink'], '--delete and --hardlink are given'],
    [['report.json', '--yes'], '--yes without an action'],
    [['report.json', 'other.json'], '2 reports are given'],
    [['report.json', '--move-to', 'news'], '--move-to news holds an article of the report'],
    [['report.json', '--move-to', '.'], 'holds an article of the report'],
    [['report.json', '--move-to', 'library.txt'], 'is not a folder'],
    [['report.json', '--relation', 'event'], '--relation is ["event"]'],
    [['nothing.json'], 'the report nothing.json cannot be read'],
    [['--undo', 'report.json'], 'report.json is no journal of dedupe apply'],
    [['report.json', '--undo', 'x'], 'report.json is given beside a journal'],
  ])('%j', async (args, told) => {
    const cwd = await corpusFolder();
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await dedupe(['apply', ...args], { cwd });
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
    expect(treeOf(cwd)).toEqual(before);
  });

  test.each(['../secret.txt', '/etc/hostname', 'news/../../secret.txt'])('a report that names %s', async (path) => {
    const report = (await corpusReport()).replaceAll('"news/ferry.txt"', JSON.stringify(path));
    const sorted = JSON.parse(report);
    sorted.pairs = sorted.pairs.map((pair: { a: string; b: string }) => (pair.a < pair.b ? pair : { ...pair, a: pair.b, b: pair.a }));
    const cwd = folderWith({ ...CORPUS, 'report.json': JSON.stringify(sorted) });
    const { code, stderr } = await dedupe(['apply', 'report.json', '--delete', '--yes'], { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(`${JSON.stringify(path)} lies outside the working folder`),
    });
  });

  test('a report of another version, or without hashes', async () => {
    const report = JSON.parse(await corpusReport());
    const without = { ...report, articles: report.articles.map(({ sha256: _, ...article }: { sha256: string }) => article) };
    const cwd = folderWith({ 'next.json': JSON.stringify({ ...report, schemaVersion: 2 }), 'old.json': JSON.stringify(without) });
    expect((await dedupe(['apply', 'next.json'], { cwd })).stderr).toContain('next.json has schemaVersion 2; this dedupe reads 1');
    expect((await dedupe(['apply', 'old.json'], { cwd })).stderr).toContain('holds no hash of any file');
  });
});
