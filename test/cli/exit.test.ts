/** What the shell is told: 0 done, 1 found what the user asked to fail on, 2 could not run as asked. */
import { chmodSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describe as describeError } from '../../src/cli/exit.ts';
import { UserError } from '../../src/errors.ts';
import { APART, FERRY, NEWS } from './articles.ts';
import { canRunAsNobody, dedupe, folderWith } from './program.ts';

test('copies were found, and nobody asked to fail on them: 0', async () => {
  const { code, stderr } = await dedupe(['news'], { cwd: folderWith(NEWS) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.each(['copies', 'events'])('--fail-on %s ends with 1 when there are any, and says so', async (relation) => {
  const { code, stdout, stderr } = await dedupe(['news', '--fail-on', relation], { cwd: folderWith(NEWS) });
  expect(code).toBe(1);
  expect(stdout).toContain('ferry-again.txt');
  expect(stderr).toMatch(new RegExp(`^dedupe: 1 .* found \\(--fail-on ${relation}\\)\n$`));
});

test.each(['copies', 'events'])('--fail-on %s ends with 0 when there are none', async (relation) => {
  const { code, stderr } = await dedupe(['news', '--fail-on', relation], { cwd: folderWith(APART) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a missing path is named, and ends with 2', async () => {
  const { code, stdout, stderr } = await dedupe(['news', 'nwes'], { cwd: folderWith(NEWS) });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^dedupe: no such file or folder: .*nwes/);
});

test('an empty folder ends with 2, unless --allow-empty', async () => {
  const cwd = folderWith({ 'empty/picture.png': 'no article' });
  const refused = await dedupe(['empty'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/empty/);
  const allowed = await dedupe(['empty', '--allow-empty', '--format', 'json'], { cwd });
  expect(allowed.code).toBe(0);
  expect(JSON.parse(allowed.stdout).articles).toEqual([]);
});

test('a gate does not take a batch for new because nothing of it could be read', async () => {
  const cwd = folderWith({ 'batch/a.txt': '', 'batch/b.txt': ' \n', 'old/c.txt': 'The ferry sank off Skell Point.\n' });
  for (const args of [
    ['batch', '--fail-on', 'copies'],
    ['check', 'batch', '--against', 'old'],
  ]) {
    const { code, stderr } = await dedupe(args, { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `dedupe: no article in any of 2 files found
  give files with text; --allow-empty makes this an empty result; skipped: batch/a.txt (empty) and 1 more
`,
    });
    expect((await dedupe([...args, '--allow-empty'], { cwd })).code).toBe(0);
  }
  expect((await dedupe(['batch'], { cwd })).code).toBe(0);
});

test('a glob that matches nothing ends with 2 and is named', async () => {
  const { code, stderr } = await dedupe(['news/*.md'], { cwd: folderWith(NEWS) });
  expect(code).toBe(2);
  expect(stderr).toContain('news/*.md');
});

test('one bad article does not stop the run: it is counted, listed and the rest compared', async () => {
  const cwd = folderWith({ ...NEWS, 'news/noise.txt': new Uint8Array([0, 1, 2, 0, 255, 254, 0, 3]) });
  const { code, stdout, stderr } = await dedupe(['news', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(report.copies).toHaveLength(1);
  expect(report.skipped.map(({ path }: { path: string }) => path)).toEqual(['news/noise.txt']);
  expect(stderr).toBe('dedupe: 1 input skipped; -v says which and why\n');
});

test.runIf(canRunAsNobody())('what may not be read is skipped with its reason, a file or a folder', async () => {
  const cwd = folderWith({ ...NEWS, 'news/secret.txt': FERRY, 'news/vault/gold.txt': FERRY });
  chmodSync(`${cwd}/news/secret.txt`, 0);
  chmodSync(`${cwd}/news/vault`, 0);
  const { code, stdout } = await dedupe(['news', '--format', 'json'], { cwd, asNobody: true });
  chmodSync(`${cwd}/news/vault`, 0o755);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).skipped).toEqual([
    { path: 'news/secret.txt', reason: 'permission denied' },
    { path: 'news/vault', reason: 'permission denied' },
  ]);
});

test('an error of the user has no stack; with --verbose it has', async () => {
  const cwd = folderWith();
  expect((await dedupe(['missing.txt'], { cwd })).stderr).not.toMatch(/\n\s+at /);
  expect((await dedupe(['missing.txt', '-v'], { cwd })).stderr).toMatch(/\n\s+at /);
});

test('a configuration that awaits what never comes ends with 2, not as if all were done', async () => {
  const cwd = folderWith({ ...NEWS, 'dedupe.config.mjs': 'await new Promise(() => {});\nexport default {};\n' });
  const { code, stdout, stderr } = await dedupe(['news', '--fail-on', 'copies'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('the run came to no end');
});

test('a bug keeps its stack and cause, and asks to be reported', () => {
  const bug = describeError(new TypeError('x is not a function', { cause: new Error('the first') }), '9.9.9', false);
  expect(bug).toMatch(/^dedupe: this is a bug in dedupe 9\.9\.9; please report it/);
  expect(bug).toMatch(/TypeError: x is not a function\n\s+at /);
  expect(bug).toMatch(/caused by Error: the first/);
  expect(describeError(new UserError('a is b', 'make it c'), '9.9.9', false)).toBe('dedupe: a is b\n  make it c\n');
});
