/** Whatever lies where an index should be is named, with what to do; nothing is lost. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { resolveOptions } from '../../src/options.ts';
import { openIndex, verifyIndex } from '../../src/store/index.ts';
import { FORMAT } from '../../src/store/layout.ts';
import { indexOf } from '../check/indexes.ts';
import { NEWS } from '../cli/articles.ts';
import { canRunAsNobody, dedupe, folderWith, shell } from '../cli/program.ts';
import { corpusOf } from '../properties/corpora.ts';
import { seeded } from '../properties/random.ts';

async function built(): Promise<string> {
  const cwd = folderWith(NEWS);
  await dedupe(['index', 'build', 'a.idx', 'news'], { cwd });
  return cwd;
}
const check = (cwd: string, against: string, ...more: string[]) => dedupe(['check', 'news', '--against', against, ...more], { cwd });
/** The index with some bytes changed. */
function altered(cwd: string, change: (bytes: Buffer) => Buffer | undefined): void {
  const bytes = readFileSync(join(cwd, 'a.idx'));
  writeFileSync(join(cwd, 'a.idx'), change(bytes) ?? bytes);
}

test('no file, a folder, a text', async () => {
  const cwd = await built();
  expect(await check(cwd, 'none.idx')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/cannot read the index none\.idx: there is no such file\n {2}build it with/),
  });
  expect(await dedupe(['index', 'info', 'news'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/the index news: it is a folder\n {2}an index is one file/),
  });
  expect(await dedupe(['index', 'build', 'news', 'news'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('news exists'),
  });
  expect(await dedupe(['index', 'build', 'shelf/a.idx', 'news'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the index shelf/a.idx: its folder does not exist'),
  });
  for (const command of [
    ['check', 'news', '--against'],
    ['index', 'add'],
    ['index', 'verify'],
  ]) {
    const [first, ...rest] = command;
    const args =
      first === 'check' ? [first, ...rest, 'news/ferry.txt'] : [first, ...rest, 'news/ferry.txt', ...(rest[0] === 'add' ? ['news'] : [])];
    expect(await dedupe(args, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('news/ferry.txt is no index of dedupe') });
  }
  expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(NEWS['news/ferry.txt']);
  expect(readdirSync(cwd).sort()).toEqual(['a.idx', 'news']);
});

/** What an index can be asked for, but for building it. */
const ACTIONS = [['info'], ['verify'], ['compact'], ['export'], ['add', 'news'], ['remove', 'news/ferry.txt']];
const act = (cwd: string, index: string, [action, ...paths]: readonly string[], ...more: string[]) =>
  dedupe(['index', action, index, ...paths, ...more], { cwd });

test.each(ACTIONS)('index %s of a folder is refused, and the folder is as it was', async (...action) => {
  const cwd = await built();
  expect(await act(cwd, 'news', action)).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/the index news: it is a folder\n {2}an index is one file: name a file\n$/),
  });
  expect(readdirSync(cwd).sort()).toEqual(['a.idx', 'news']);
  expect(readdirSync(join(cwd, 'news')).map((name) => `news/${name}`)).toEqual(Object.keys(NEWS).sort());
});

test('a newer and an older format', async () => {
  const cwd = await built();
  altered(cwd, (bytes) => void bytes.writeUInt32LE(FORMAT + 1, 16));
  expect(await check(cwd, 'a.idx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`has format ${FORMAT + 1}, and this version of dedupe knows ${FORMAT} at most\n  use a newer dedupe`),
  });
  altered(cwd, (bytes) => void bytes.writeUInt32LE(FORMAT - 1, 16));
  expect(await check(cwd, 'a.idx')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(`has format ${FORMAT - 1}, of an older dedupe`),
  });
});

test('other options are named, with what to give', async () => {
  const cwd = await built();
  expect((await check(cwd, 'a.idx', '--shingle-size', '4')).stderr).toBe(
    'dedupe: a.idx was built with --shingle-size 3, this run is with --shingle-size 4\n  give --shingle-size 3, or build another index\n',
  );
  expect((await check(cwd, 'a.idx', '--language', 'de')).stderr).toBe(
    'dedupe: a.idx was built without --language, this run is with --language de\n  leave out --language, or build another index\n',
  );
  expect((await dedupe(['index', 'add', 'a.idx', 'news', '--shingle-size', '2'], { cwd })).code).toBe(2);
});

test('rules of furniture are a part of the index: the same in another order, but no others', async () => {
  const [one, other] = ['line: Gull app', 'starts: readers of the Gull'];
  const cwd = await built();
  writeFileSync(join(cwd, 'own.txt'), `# The Gull\n${one}\n${other}\n`);
  writeFileSync(join(cwd, 'turned.txt'), `${other}\n${one}\n${other}\n`);
  writeFileSync(join(cwd, 'fewer.txt'), `${one}\n`);
  await dedupe(['index', 'build', 'taught.idx', 'news', '--furniture', 'own.txt'], { cwd });
  const [, rules] = /furniture rules ([0-9a-f]{16})\n/.exec((await dedupe(['index', 'info', 'taught.idx'], { cwd })).stdout) ?? [];
  expect((await check(cwd, 'taught.idx', '--furniture', 'turned.txt')).stderr).toBe('');
  expect((await check(cwd, 'taught.idx')).stderr).toBe(
    `dedupe: taught.idx was built with --furniture rules ${rules}, this run is without --furniture\n  give --furniture with the rules that it was built with, or build another index\n`,
  );
  expect((await check(cwd, 'taught.idx', '--furniture', 'fewer.txt')).stderr).toMatch(
    `taught.idx was built with --furniture rules ${rules}, this run is with --furniture rules `,
  );
  expect((await check(cwd, 'a.idx', '--furniture', 'own.txt')).stderr).toContain(
    'a.idx was built without --furniture, this run is with --furniture rules',
  );
  expect((await dedupe(['index', 'add', 'taught.idx', 'news'], { cwd })).code).toBe(2);
});

test('a truncated file, wherever it ends', async () => {
  const path = await indexOf([corpusOf(3, 8)]);
  const whole = readFileSync(path);
  for (const part of [0, 0.0001, 0.02, 0.3, 0.7, 0.9999]) {
    writeFileSync(path, whole.subarray(0, Math.floor(part * whole.length)));
    const message = part < 0.001 ? /is no index of dedupe/ : /is truncated: \d+ bytes of at least \d+/;
    expect(() => openIndex(path, null)).toThrow(message);
    expect(() => openIndex(path, null)).toThrow(UserError);
  }
});

test('a flipped bit is never taken for an answer', async () => {
  const path = await indexOf([corpusOf(3, 8), corpusOf(4, 6)]);
  const whole = readFileSync(path);
  const random = seeded(5);
  let named = 0;
  for (let flip = 0; flip < 300; flip++) {
    const bytes = Buffer.from(whole);
    bytes[random.below(flip < 60 ? 64 : bytes.length)] ^= 1 << random.below(8);
    writeFileSync(path, bytes);
    try {
      const index = openIndex(path, resolveOptions());
      try {
        verifyIndex(index);
        // Only in what nothing refers to: the gaps of the head, catalogues of earlier batches, tables that were merged.
        expect(index.count).toBeGreaterThan(5);
      } finally {
        index.close();
      }
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect((error as UserError).hint).toBeDefined();
      named++;
    }
  }
  expect(named).toBeGreaterThan(240);
});

test('two writers: the second waits, and else says who holds the index', async () => {
  const cwd = await built();
  writeFileSync(join(cwd, 'a.idx.lock'), JSON.stringify({ pid: process.pid, host: hostname(), since: '2024-03-05T06:07:08.000Z' }));
  const before = readFileSync(join(cwd, 'a.idx'));
  for (const action of ACTIONS.filter(([name]) => ['add', 'remove', 'compact'].includes(name))) {
    expect(await act(cwd, 'a.idx', action, '--wait', '0')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        `another process writes to a.idx: pid ${process.pid} on ${hostname()}, since 2024-03-05T06:07:08.000Z; waited 0 s`,
      ),
    });
  }
  expect(readFileSync(join(cwd, 'a.idx'))).toEqual(before);
  expect((await check(cwd, 'a.idx')).code).toBe(1); // readers do not mind
  const { code } = await shell('dedupe index add a.idx news --wait 20 & sleep 1; rm a.idx.lock; wait $!', { cwd });
  expect(code).toBe(0);
  expect(readdirSync(cwd).sort()).toEqual(['a.idx', 'news']);
});

test('a writer that has died is not waited for; a lock of nonsense is none', async () => {
  const cwd = await built();
  const { pid } = spawnSync('true');
  for (const lock of [JSON.stringify({ pid, host: hostname(), since: '2024-03-05T06:07:08.000Z' }), 'nonsense', '']) {
    writeFileSync(join(cwd, 'a.idx.lock'), lock);
    expect((await dedupe(['index', 'add', 'a.idx', 'news', '--wait', '0'], { cwd })).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(['a.idx', 'news']);
  }
});

test('what a writer left that was killed while it took the lock is swept away; what a living one is about to put there stays', async () => {
  const cwd = await built();
  const { pid } = spawnSync('true');
  const since = '2024-03-05T06:07:08.000Z';
  writeFileSync(join(cwd, `a.idx.lock-${pid}`), JSON.stringify({ pid, host: hostname(), since }));
  writeFileSync(join(cwd, `a.idx.lock-${process.pid}`), JSON.stringify({ pid: process.pid, host: hostname(), since }));
  writeFileSync(join(cwd, 'a.idx.lock-notes'), 'mine');
  expect((await dedupe(['index', 'add', 'a.idx', 'news'], { cwd })).code).toBe(0);
  expect(readdirSync(cwd).filter((name) => name.startsWith('a.idx.lock'))).toEqual([`a.idx.lock-${process.pid}`, 'a.idx.lock-notes']);
});

test('many writers at once: all of them get through, and all that they add is there', async () => {
  const cwd = await built();
  for (const name of ['b', 'c', 'd', 'e']) {
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, 'x.txt'), `${name} ${NEWS['news/library.txt']}`);
  }
  const { code, stderr } = await shell(
    'for f in b c d e; do dedupe index add a.idx $f --wait 60 -q & done; while dedupe index verify a.idx -q && [ $(jobs -r | wc -l) -gt 0 ]; do :; done; wait; dedupe index verify a.idx',
    { cwd },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('sound: 7 articles') });
});

test.runIf(canRunAsNobody())('a folder that may not be written to: no index is built or changed there, but it can be asked', async () => {
  const cwd = await built();
  chmodSync(cwd, 0o555);
  onTestFinished(() => chmodSync(cwd, 0o755));
  const asNobody = { cwd, asNobody: true };
  expect(await dedupe(['index', 'build', 'b.idx', 'news'], asNobody)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot create the index b.idx: no permission'),
  });
  expect(await dedupe(['index', 'add', 'a.idx', 'news'], asNobody)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a.idx: no permission'),
  });
  expect((await dedupe(['check', 'news/library.txt', '--against', 'a.idx'], asNobody)).code).toBe(0);
});

/** A small disk of its own, where this may be asked for: as root, on Linux. */
function smallDisk(): string | null {
  const folder = folderWith();
  const mounted = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder]).status === 0;
  if (mounted) onTestFinished(() => void spawnSync('umount', ['-l', folder]));
  return mounted ? folder : null;
}

test('a disk that is read-only: nothing is built or changed there, but it can be asked', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('no small disk can be mounted here');
  const cwd = await built();
  const index = join(disk, 'a.idx');
  await dedupe(['index', 'build', index, 'news'], { cwd });
  const before = readFileSync(index);
  expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
  const refused = { code: 2, stderr: expect.stringMatching(/the disk is read-only\n {2}choose another disk\n$/) };
  expect(await dedupe(['index', 'build', join(disk, 'b.idx'), 'news'], { cwd })).toMatchObject(refused);
  for (const action of ACTIONS.filter(([name]) => ['add', 'remove', 'compact'].includes(name)))
    expect(await act(cwd, index, action)).toMatchObject(refused);
  expect(readFileSync(index)).toEqual(before);
  expect(readdirSync(disk)).toEqual(['a.idx']);
  expect((await dedupe(['index', 'verify', index], { cwd })).code).toBe(0);
  expect((await check(cwd, index)).code).toBe(1);
});

test('a full disk: the batch is refused, what was there stays, and there is room again afterwards', async ({ skip }) => {
  const disk = smallDisk();
  if (disk === null) return skip('no small disk can be mounted here');
  const cwd = await built();
  const index = join(disk, 'a.idx');
  writeFileSync(
    join(cwd, 'many.jsonl'),
    corpusOf(9, 200)
      .map((article) => JSON.stringify({ ...article, text: `${article.id} ${article.text}` }))
      .join('\n'),
  );
  await dedupe(['index', 'build', index, 'news'], { cwd });
  const before = readFileSync(index);
  expect(await dedupe(['index', 'add', index, 'many.jsonl'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/the disk is full\n {2}free some space/),
  });
  expect(readFileSync(index)).toEqual(before);
  expect(readdirSync(disk)).toEqual(['a.idx']);
  expect((await dedupe(['index', 'verify', index], { cwd })).stderr).toContain('sound: 3 articles');
  writeFileSync(join(disk, 'filler'), Buffer.alloc(409_600 - 4096 * Math.ceil(before.length / 4096) - 8192));
  for (const action of [['remove', 'news/ferry.txt'], ['compact']])
    expect(await act(cwd, index, action)).toMatchObject({ code: 2, stderr: expect.stringContaining('the disk is full') });
  expect(readFileSync(index)).toEqual(before);
  expect(readdirSync(disk).sort()).toEqual(['a.idx', 'filler']);
});
