/** --memory, as a user meets it. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from '../bench/generate.js';
import { dedupe, folderWith, PROGRAM, start } from './program.ts';

function records(count: number): string {
  return [...generate({ count })].map(({ name, text, day, source }) => JSON.stringify({ id: name, text, date: day, source })).join('\n');
}

test('a budget below what is needed gives the same bytes, says what went to disk, and leaves nothing behind', async () => {
  const cwd = folderWith({ 'news.jsonl': records(300), 'tmp/.keep': '' });
  const env = { TMPDIR: join(cwd, 'tmp') };
  const plenty = await dedupe(['news.jsonl', '--format', 'json', '-v'], { cwd, env });
  const scarce = await dedupe(['news.jsonl', '--format', 'json', '-v', '--memory', '1.5mb'], { cwd, env });
  expect(scarce.code).toBe(0);
  expect(scarce.stdout).toBe(plenty.stdout);
  expect(plenty.stderr).not.toContain('on disk');
  expect(scarce.stderr).toMatch(/^read .*on disk: texts 2 MB/m);
  expect(readdirSync(join(cwd, 'tmp'))).toEqual(['.keep']);
});

test('a run that is killed leaves nothing behind', async () => {
  const cwd = folderWith({ 'news.jsonl': records(2000), 'tmp/.keep': '' });
  const child = start(process.execPath, [PROGRAM, 'news.jsonl', '-v', '--memory', '1MB'], { cwd, env: { TMPDIR: join(cwd, 'tmp') } });
  await once(child.stderr!, 'data'); // the first stage is done, and its texts are on disk
  child.kill('SIGKILL');
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(readdirSync(join(cwd, 'tmp'))).toEqual(['.keep']);
});

test('where no temporary file can be made, the error names the folder and the ways out', async () => {
  const cwd = folderWith({ 'news.jsonl': records(20) });
  const { code, stdout, stderr } = await dedupe(['news.jsonl', '--memory', '1MB'], { cwd, env: { TMPDIR: join(cwd, 'none') } });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `dedupe: cannot use a temporary file in ${join(cwd, 'none')}: the folder does not exist\n` +
      '  what exceeds --memory goes there: set TMPDIR to a folder with more room, or raise --memory\n',
  );
});

test.each([
  ['lots', '"lots"'],
  ['2', '2'],
  ['-1GB', '"-1GB"'],
  ['1.5.2GB', '"1.5.2GB"'],
])('--memory %s is refused', async (size, shown) => {
  const { code, stderr } = await dedupe([`--memory=${size}`, 'x'], { cwd: folderWith() });
  expect(code).toBe(2);
  expect(stderr).toBe(`dedupe: --memory is ${shown}\n  give a size from 1MB on: 800MB, 2GB\n`);
});

test('a configuration file may set it', async () => {
  const cwd = folderWith({ 'news.jsonl': records(20), 'dedupe.config.json': '{ "memory": "800 MB" }' });
  const { stdout } = await dedupe(['--print-config'], { cwd });
  expect(stdout).toMatch(/"?memory"?.*800/);
});
