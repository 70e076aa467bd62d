/** --unique-to: the corpus without its copies, as a tree, a list or records; and JSONL files, that cannot be moved from. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FERRY, LIBRARY } from '../cli/articles.ts';
import { dedupe } from '../cli/program.ts';
import { CORPUS, corpusFolder, journalIn, reportedFolder, treeOf } from './corpus.ts';

const LINES = [
  { id: 1, body: FERRY, desk: 'news' },
  { id: 2, body: LIBRARY },
  { id: 3, body: FERRY, extra: { kept: 'as it is' } },
].map((record) => JSON.stringify(record));
const RECORDS = `${LINES.join('\n')}\n`;

test('a tree of all but the copies', async () => {
  const cwd = await corpusFolder();
  const before = treeOf(cwd);
  const asked = await dedupe(['apply', 'report.json', '--unique-to', 'unique'], { cwd });
  expect(asked.stdout).toContain('4 articles would be written to unique.');
  expect(treeOf(cwd)).toEqual(before);
  const { code, stdout } = await dedupe(['apply', 'report.json', '--unique-to', 'unique', '--yes'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '4 articles written to unique, 2 copies left out.\n' });
  const unique = treeOf(join(cwd, 'unique'));
  expect(Object.keys(unique).filter((path) => path.endsWith('.txt'))).toEqual([
    'library.txt',
    'news/ferry-again.txt',
    'wire/excerpt.txt',
    'wire/revised.txt',
  ]);
  for (const path of Object.keys(unique)) expect(unique[path]).toBe(before[path]);
  rmSync(join(cwd, 'unique'), { recursive: true });
  expect(treeOf(cwd)).toEqual(before);
});

test('a list of paths, that --files-from reads', async () => {
  const cwd = await corpusFolder();
  await dedupe(['apply', 'report.json', '--unique-to', 'unique.txt', '--yes'], { cwd });
  expect(readFileSync(join(cwd, 'unique.txt'), 'utf8')).toBe('library.txt\nnews/ferry-again.txt\nwire/excerpt.txt\nwire/revised.txt\n');
  expect((await dedupe(['--files-from', 'unique.txt'], { cwd })).stdout).toContain('4 articles');
});

test('records: those of JSONL files as they were, text files with id and text', async () => {
  const { cwd } = await reportedFolder({ 'a.jsonl': RECORDS, 'b.txt': CORPUS['wire/excerpt.txt'] }, '--field', 'text=body');
  const { code } = await dedupe(['apply', 'report.json', '--unique-to', 'unique.jsonl', '--yes'], { cwd });
  expect(code).toBe(0);
  const written = readFileSync(join(cwd, 'unique.jsonl'), 'utf8').trimEnd().split('\n');
  expect(written.slice(1)).toEqual([LINES[0], LINES[1]]);
  expect(JSON.parse(written[0])).toEqual({ id: 'b.txt', text: CORPUS['wire/excerpt.txt'] });
});

test('JSONL files keep the lines that stay, byte by byte; packed ones are packed again', async () => {
  const { cwd } = await reportedFolder({ 'a.jsonl': RECORDS, 'b.jsonl.gz': gzipSync(`${LINES[2]}\n`) }, '--field', 'text=body');
  expect((await dedupe(['apply', 'report.json', '--unique-to', 'unique', '--yes'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, 'unique/a.jsonl'), 'utf8')).toBe(`${LINES[0]}\n${LINES[1]}\n`);
  expect(existsSync(join(cwd, 'unique/b.jsonl.gz'))).toBe(false);
  const kept = await dedupe(['apply', 'report.json', '--unique-to', 'other', '--keep-path', 'b.jsonl.gz*', '--yes'], { cwd });
  expect(kept.code).toBe(0);
  expect(gunzipSync(readFileSync(join(cwd, 'other/b.jsonl.gz'))).toString()).toBe(`${LINES[2]}\n`);
});

test('records cannot be moved or deleted: they stay, with the reason; but a text file goes for one', async () => {
  const { cwd } = await reportedFolder({ 'a.jsonl': RECORDS, 'z.txt': FERRY }, '--field', 'text=body');
  const { code, stdout } = await dedupe(['apply', 'report.json', '--delete', '--yes'], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^1 copy deleted/) });
  expect(existsSync(join(cwd, 'z.txt'))).toBe(false);
  await dedupe(['apply', '--undo', journalIn(cwd)], { cwd });
  writeFileSync(join(cwd, 'a.jsonl'), RECORDS.replaceAll('Tarn Point', 'Tern Point'));
  const changed = await dedupe(['apply', 'report.json', '--delete', '--yes'], { cwd });
  expect({ code: changed.code, stdout: changed.stdout }).toEqual({
    code: 2,
    stdout: expect.stringContaining('a.jsonl#1, which would stay for it, has changed'),
  });
  expect(existsSync(join(cwd, 'z.txt'))).toBe(true);
});

describe('nothing is written over, and nothing half', () => {
  test.each(['unique', 'unique.txt', 'unique.jsonl'])('%s is there already', async (target) => {
    const cwd = await corpusFolder();
    if (target === 'unique') mkdirSync(join(cwd, 'unique/mine'), { recursive: true });
    else writeFileSync(join(cwd, target), 'mine');
    const before = treeOf(cwd);
    const { code, stderr } = await dedupe(['apply', 'report.json', '--unique-to', target, '--yes'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`${target} is already there`) });
    expect(treeOf(cwd)).toEqual(before);
  });

  test('a changed article is listed; a copy whose better half changed is not left out', async () => {
    const cwd = await corpusFolder();
    writeFileSync(join(cwd, 'news/ferry-again.txt'), 'Changed.');
    const { code, stdout } = await dedupe(['apply', 'report.json', '--unique-to', 'unique', '--yes'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('news/ferry-again.txt: it has changed since the report');
    expect(readFileSync(join(cwd, 'unique/news/ferry.txt'), 'utf8')).toBe(CORPUS['news/ferry.txt']);
  });
});

/** A disk of 64 KB, where the machine lets us have one. */
function smallDisk(context: { skip: (why: string) => void }): string | null {
  const folder = mkdtempSync('/tmp/dedupe-disk-');
  onTestFinished(() => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0) return folder;
  context.skip('no small disk can be mounted here');
  return null;
}

describe('a full disk', () => {
  const long = {
    ...CORPUS,
    'big/a.txt': `${FERRY}\n${LIBRARY.repeat(60)}`,
    'big/b.txt': `${FERRY}\n${LIBRARY.repeat(60)}`,
    'big/c.txt': `${FERRY}\n${LIBRARY.repeat(60)}`,
    'big/d.txt': `${FERRY}\n${LIBRARY.repeat(60)}`,
  };

  test('ends a move with what was moved in its place, and the rest where it was; undo takes it back', async (context) => {
    const disk = smallDisk(context);
    if (disk === null) return;
    const { cwd } = await reportedFolder(long);
    const before = treeOf(cwd);
    const { code, stderr } = await dedupe(['apply', 'report.json', '--move-to', join(disk, 'copies'), '--yes'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the disk is full') });
    expect((await dedupe(['apply', '--undo', journalIn(cwd)], { cwd })).code).toBe(0);
    expect(treeOf(cwd)).toEqual(before);
    expect(readdirSync(disk)).toEqual([]);
  });

  test('leaves nothing of a tree that did not fit', async (context) => {
    const disk = smallDisk(context);
    if (disk === null) return;
    const { cwd } = await reportedFolder(long);
    const { code, stderr } = await dedupe(['apply', 'report.json', '--unique-to', join(disk, 'unique'), '--keep-path', 'big/', '--yes'], {
      cwd,
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the disk is full') });
    expect(readdirSync(disk)).toEqual([]);
  });

  test('of the journal: nothing is done', async (context) => {
    const disk = smallDisk(context);
    if (disk === null) return;
    const { cwd } = await reportedFolder(long);
    const before = treeOf(cwd);
    writeFileSync(join(disk, 'filler'), Buffer.alloc(64 * 1024));
    const { code, stderr } = await dedupe(['apply', 'report.json', '--delete', '--journal', join(disk, 'j.jsonl'), '--yes'], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the disk is full') });
    expect(treeOf(cwd)).toEqual(before);
  });
});
