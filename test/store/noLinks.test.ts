/** A disk without hard links: exFAT, many a network drive. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeUnique } from '../../src/apply/unique.ts';
import { resolveOptions } from '../../src/options.ts';
import { placeNew } from '../../src/placeNew.ts';
import { lockForWriting } from '../../src/store/lock.ts';
import { openIndex } from '../../src/store/reader.ts';
import { buildIndex } from '../../src/store/writer.ts';
import { folderWith } from '../cli/program.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync() {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  },
}));

test('an index is built there, and not over another', () => {
  const path = join(folderWith(), 'a.idx');
  buildIndex(path, resolveOptions({}, 'index'));
  expect(openIndex(path, null).nextId).toBe(0);
  expect(() => buildIndex(path, resolveOptions({}, 'index'))).toThrow(`${path} exists`);
});

test('one writer at a time, there too; a lock that names nobody is not waited for', async () => {
  const folder = folderWith({ 'a.idx': '' });
  const path = join(folder, 'a.idx');
  const release = await lockForWriting(path, 0);
  await expect(lockForWriting(path, 0)).rejects.toThrow(`another process writes to ${path}`);
  release();
  writeFileSync(`${path}.lock`, '{"pid":');
  (await lockForWriting(path, 0))();
  expect(readdirSync(folder)).toEqual(['a.idx']);
});

test('--unique-to writes its list there', async () => {
  const target = join(folderWith(), 'unique.txt');
  expect(await writeUnique(target, [])).toEqual({ articles: 0, skipped: [] });
  expect(readFileSync(target, 'utf8')).toBe('');
});

test('what is there already stays as it is', () => {
  const folder = folderWith({ aside: 'new', taken: 'old' });
  expect(() => placeNew(join(folder, 'aside'), join(folder, 'taken'))).toThrow('EEXIST');
  expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('old');
});
