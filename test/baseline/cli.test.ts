/** `--baseline FILE` on the built program: a check that fails for what is new alone. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { APART, FERRY, LIBRARY, NEWS } from '../cli/articles.ts';
import { canRunAsNobody, dedupe, ended, folderWith, PROGRAM, shell, start } from '../cli/program.ts';

const CHECK = ['news', '--baseline', 'base.json', '--fail-on', 'copies'];
const UPDATE = ['news', '--baseline', 'base.json', '--update-baseline', '--quiet'];

/** A folder of news whose copies are accepted. */
async function accepted(files: Readonly<Record<string, string>> = NEWS): Promise<string> {
  const cwd = folderWith(files);
  expect(await dedupe(UPDATE, { cwd })).toMatchObject({ code: 0, stderr: '' });
  return cwd;
}
const read = (cwd: string) => readFileSync(join(cwd, 'base.json'), 'utf8');
/** The baseline after a change by hand. */
function edit(cwd: string, from: string, to: string): void {
  const text = read(cwd);
  expect(text).toContain(from);
  writeFileSync(join(cwd, 'base.json'), text.replace(from, to));
}
const byHand = (cwd: string, more: string) => edit(cwd, '"relation": "copy",', `"relation": "copy",\n ${more},`);

test('copies fail the check until they are accepted; then the check passes, and says by what', async () => {
  const cwd = folderWith(NEWS);
  expect(await dedupe(['news', '--fail-on', 'copies'], { cwd })).toMatchObject({ code: 1 });
  const first = await dedupe([...CHECK, '--update-baseline'], { cwd });
  expect(first).toMatchObject({
    code: 0,
    stderr: 'dedupe: base.json: 1 entry written\ndedupe: passes: 0 new groups of copies, 1 known (--fail-on copies)\n',
  });
  expect(await dedupe(CHECK, { cwd })).toMatchObject({
    code: 0,
    stderr: 'dedupe: passes: 0 new groups of copies, 1 known (--fail-on copies)\n',
  });
  expect(read(cwd)).toBe(`{
  "baselineVersion": 1,
  "entries": [
    {
      "relation": "copy",
      "articles": [
        { "sha256": "eddfca024666635035c2831a880a36e722804b72ea32d3cb882eb9aee43bf8a7", "path": "news/ferry-again.txt" },
        { "sha256": "eddfca024666635035c2831a880a36e722804b72ea32d3cb882eb9aee43bf8a7", "path": "news/ferry.txt" }
      ]
    }
  ]
}
`);
});

test('a renamed file is known, a third copy is not, and the review is shown that one alone', async () => {
  const cwd = await accepted();
  renameSync(join(cwd, 'news/ferry.txt'), join(cwd, 'news/zz-moved.txt'));
  expect(await dedupe(CHECK, { cwd })).toMatchObject({ code: 0 });
  writeFileSync(join(cwd, 'news/again-and-again.txt'), FERRY.replace('Nobody was hurt.', 'No one was hurt.'));
  const { code, stdout, stderr } = await dedupe([...CHECK, '--format', 'github'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'dedupe: fails: 1 new group of copies, 0 known (--fail-on copies)\n' });
  expect(stdout.match(/^::\w+ file=[^,]*/gm)).toEqual(['::warning file=news/again-and-again.txt']);
  expect(stdout).toContain('dedupe: 4 articles, 2 copies (1 known), 1 event (0 known)\n');
  expect(await dedupe(UPDATE, { cwd })).toMatchObject({ code: 0 });
  expect(await dedupe(CHECK, { cwd })).toMatchObject({ code: 0 });
  expect(read(cwd).match(/"path": "[^"]*"/g)).toEqual(
    ['news/again-and-again.txt', 'news/ferry-again.txt', 'news/zz-moved.txt'].map((path) => `"path": "${path}"`),
  );
});

test('a new article on a known event', async () => {
  const cwd = folderWith();
  cpSync(resolve('fixtures/newsroom'), join(cwd, 'news'), { recursive: true });
  const late = join(cwd, 'news/nine-ferry.txt');
  renameSync(late, join(cwd, 'late.txt'));
  await dedupe(UPDATE, { cwd });
  renameSync(join(cwd, 'late.txt'), late);
  const check = ['news', '--baseline', 'base.json', '--format', 'github', '--fail-on'];
  const events = await dedupe([...check, 'events'], { cwd });
  expect({ code: events.code, stderr: events.stderr }).toEqual({
    code: 1,
    stderr: 'dedupe: fails: 1 new event, 2 known (--fail-on events)\n',
  });
  expect(events.stdout.match(/^::\w+ file=[^,]*/gm)).toEqual(['::notice file=news/nine-ferry.txt']);
  expect(await dedupe([...check, 'copies'], { cwd })).toMatchObject({ code: 0 });
});

describe('what is written by hand', () => {
  test('a reason and a last day are kept, and are a suppression for those who read SARIF', async () => {
    const cwd = await accepted();
    byHand(cwd, '"reason": "The agency sells it to both", "expires": "9999-12-31"');
    writeFileSync(join(cwd, 'news/third.txt'), FERRY);
    await dedupe([...UPDATE, '--prune-baseline'], { cwd });
    expect(read(cwd)).toContain('      "reason": "The agency sells it to both",\n      "expires": "9999-12-31",\n      "articles": [\n');
    expect(read(cwd)).toContain('news/third.txt');
    const { stdout } = await dedupe([...CHECK, '--format', 'sarif'], { cwd });
    const [result] = JSON.parse(stdout).runs[0].results;
    expect(result).toMatchObject({
      baselineState: 'unchanged',
      suppressions: [{ kind: 'external', status: 'accepted', justification: 'The agency sells it to both, until 9999-12-31' }],
    });
  });

  test('an entry that has expired accepts nothing, is named, and is not renewed in passing', async () => {
    const cwd = await accepted();
    byHand(cwd, '"reason": "until the \\u001b[31mmove", "expires": "2020-01-31"');
    const { code, stderr } = await dedupe(CHECK, { cwd });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: [
        'dedupe: base.json: accepted until 2020-01-31, and no longer: copy news/ferry-again.txt, news/ferry.txt (until the \\u{1b}[31mmove)',
        'dedupe: an entry is renewed by hand: write another day, or take it out and accept its group anew',
        'dedupe: fails: 1 new group of copies, 0 known (--fail-on copies)\n',
      ].join('\n'),
    });
    await dedupe(UPDATE, { cwd });
    expect(await dedupe(CHECK, { cwd })).toMatchObject({ code: 1 });
  });
});

describe('what is stale', () => {
  test('is counted, listed with -v, taken out by --prune-baseline, and kept by an update', async () => {
    const cwd = await accepted({ ...NEWS, 'news/library-2.txt': LIBRARY, 'news/ferry-3.txt': FERRY });
    rmSync(join(cwd, 'news/library.txt'));
    rmSync(join(cwd, 'news/ferry-3.txt'));
    const told = 'dedupe: base.json: 2 stale entries, 1 of them in part';
    expect((await dedupe(CHECK, { cwd })).stderr).toContain(`${told} (-v lists them, --prune-baseline takes them out)\n`);
    const { stderr } = await dedupe([...CHECK, '-v'], { cwd });
    expect(stderr).toContain('dedupe:   stale in part: copy news/ferry-3.txt, news/ferry-again.txt, news/ferry.txt\n');
    expect(stderr).toContain('dedupe:   stale: copy news/library-2.txt, news/library.txt\n');
    const before = read(cwd);
    await dedupe(UPDATE, { cwd });
    expect(read(cwd)).toBe(before);
    const pruned = await dedupe([...CHECK, '--prune-baseline'], { cwd });
    expect(pruned).toMatchObject({ code: 0, stderr: expect.stringContaining('dedupe: base.json: 1 entry, before 2\n') });
    expect(pruned.stderr).not.toContain('stale');
    expect(read(cwd)).not.toMatch(/library|ferry-3/);
    expect((await dedupe([...CHECK, '--prune-baseline'], { cwd })).stderr).toContain('dedupe: base.json: 1 entry, as before\n');
  });

  test('events are not, in a run that looks for copies only', async () => {
    const cwd = folderWith();
    cpSync(resolve('fixtures/newsroom'), join(cwd, 'news'), { recursive: true });
    await dedupe(UPDATE, { cwd });
    const before = read(cwd);
    const { stderr } = await dedupe([...CHECK, '--only', 'copies', '--prune-baseline'], { cwd });
    expect(stderr).toBe('dedupe: base.json: 5 entries, as before\ndedupe: passes: 0 new groups of copies, 2 known (--fail-on copies)\n');
    expect(read(cwd)).toBe(before);
  });
});

describe('what cannot be done is said before anything is read', () => {
  test.each<[story: string, args: string[], told: string]>([
    [
      'a file that is not there',
      ['--baseline', 'base.json'],
      'dedupe: --baseline base.json: there is no such file\n  make it of what is found today: add --update-baseline\n',
    ],
    ['nor can it be pruned', ['--baseline', 'base.json', '--prune-baseline'], '--baseline base.json: there is no such file'],
    [
      'an update of nothing',
      ['--update-baseline'],
      'dedupe: --update-baseline has no file to write\n  name it: --baseline baseline.json\n',
    ],
    ['pruning nothing', ['--prune-baseline'], '--prune-baseline has no file to write'],
    ['a folder', ['--baseline', 'news'], '--baseline news cannot be read: EISDIR'],
    ['a folder that is not there', ['--baseline', 'no/base.json', '--update-baseline'], '--baseline no/base.json: there is no folder'],
    ['a device', ['--baseline', '/dev/null', '--update-baseline'], '--baseline /dev/null is no file that can be rewritten'],
    [
      'the file of a report',
      ['--baseline', 'x.json', '--output', 'json:./x.json', '--update-baseline'],
      '--baseline and --output both name x.json',
    ],
    ['an article', ['--baseline', 'news/ferry.txt', '--update-baseline'], 'news/ferry.txt is no JSON'],
  ])('%s', async (_, args, told) => {
    const cwd = folderWith(NEWS);
    expect(await dedupe(['news', ...args], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(told) });
    expect(readdirSync(cwd)).toEqual(['news']);
    expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(FERRY);
  });

  test.each([
    ['another JSON file', '{"name": "my-package"}\n'],
    ['an empty file', ''],
    ['a baseline edited into nonsense', '{"baselineVersion": 1, "entries": [{"relation": "copy"}]}'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x7b])],
  ])('%s stays as it is', async (_, content) => {
    const cwd = folderWith({ ...NEWS, 'base.json': content });
    expect(await dedupe([...UPDATE, '--prune-baseline'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('base.json'),
    });
    expect(readFileSync(join(cwd, 'base.json'))).toEqual(Buffer.from(content));
  });

  test('a baseline that is read as an article', async () => {
    const cwd = await accepted();
    renameSync(join(cwd, 'base.json'), join(cwd, 'news/base.txt'));
    const result = await dedupe(['news', '--baseline', 'news/base.txt'], { cwd });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('--baseline news/base.txt is one of the inputs') });
  });

  test.runIf(canRunAsNobody())('a folder, or a file, that is read-only', async () => {
    const cwd = await accepted();
    const before = read(cwd);
    writeFileSync(join(cwd, 'news/third.txt'), FERRY);
    const { code, stderr } = await dedupe(UPDATE, { cwd, asNobody: true });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('no permission to write in') });
    expect(await dedupe(CHECK, { cwd, asNobody: true })).toMatchObject({ code: 1 });
    expect(read(cwd)).toBe(before);
  });
});

test('a configuration names the baseline, seen from its folder, but does not rewrite it', async () => {
  const cwd = await accepted();
  writeFileSync(join(cwd, 'dedupe.config.json'), '{"baseline": "base.json", "failOn": "copies"}');
  expect(await dedupe(['.'], { cwd: join(cwd, 'news') })).toMatchObject({ code: 0, stderr: expect.stringContaining('passes: 0 new') });
  writeFileSync(join(cwd, 'dedupe.config.json'), '{"baseline": "base.json", "updateBaseline": true}');
  expect(await dedupe(['news'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"updateBaseline" goes on the command line only'),
  });
});

test('a baseline from another branch comes through a pipe; one behind a link is written where it lies', async () => {
  const cwd = await accepted();
  expect(await shell('dedupe news --baseline <(cat base.json) --fail-on copies', { cwd })).toMatchObject({ code: 0 });
  symlinkSync('base.json', join(cwd, 'link.json'));
  writeFileSync(join(cwd, 'news/third.txt'), FERRY);
  expect(await dedupe(['news', '--baseline', 'link.json', '--update-baseline'], { cwd })).toMatchObject({ code: 0 });
  expect(read(cwd)).toContain('third.txt');
  expect(readdirSync(cwd).toSorted()).toEqual(['base.json', 'link.json', 'news']);
});

test('the same bytes from any order of the paths, number of workers, place and time zone; no path is absolute', async () => {
  const cwd = folderWith();
  cpSync(resolve('fixtures/newsroom'), join(cwd, 'news'), { recursive: true });
  await dedupe(UPDATE, { cwd });
  const paths = readdirSync(join(cwd, 'news'))
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .reverse()
    .map((name) => join(cwd, 'news', name));
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  await dedupe([...paths, '--workers', '2', '--baseline', 'other.json', '--update-baseline'], { cwd, env });
  expect(readFileSync(join(cwd, 'other.json'), 'utf8')).toBe(read(cwd));
  expect(read(cwd)).not.toContain(cwd);
});

describe('a saved report', () => {
  const savedOf = async () => (await dedupe(['news', '--format', 'json'], { cwd: folderWith(NEWS) })).stdout;

  test('makes a baseline, and is held against it, without its articles', async () => {
    const cwd = folderWith({ 'report.json': await savedOf() });
    const args = ['--from', 'report.json', '--baseline', 'base.json', '--fail-on', 'copies'];
    expect(await dedupe([...args, '--update-baseline'], { cwd })).toMatchObject({ code: 0 });
    expect(await dedupe(args, { cwd })).toMatchObject({ code: 0 });
    expect(await dedupe(CHECK, { cwd: folderWith({ ...NEWS, 'base.json': read(cwd) }) })).toMatchObject({ code: 0 });
  });

  test.each(['text', 'json', 'jsonl', 'markdown', 'sarif', 'junit', 'github'])('keeps what the baseline said, as %s', async (format) => {
    const cwd = await accepted();
    writeFileSync(join(cwd, 'news/third.txt'), FERRY);
    const run = await dedupe([...CHECK, '--output', 'json:r.json', '--format', format], { cwd });
    rmSync(join(cwd, 'news'), { recursive: true });
    expect(await dedupe(['--from', 'r.json', '--format', format], { cwd })).toMatchObject({ code: 0, stdout: run.stdout });
  });

  test('whose articles fall apart keeps what is said of each', async () => {
    const cwd = await accepted();
    writeFileSync(join(cwd, 'news/third.txt'), FERRY.replace('Nobody was hurt.', 'No one was hurt.'));
    await dedupe([...CHECK, '--output', 'json:r.json'], { cwd });
    const stricter = ['--from', 'r.json', '--similarity', '1', '--containment', '1', '--only', 'copies', '--format', 'json'];
    const { copies } = JSON.parse((await dedupe(stricter, { cwd })).stdout);
    expect(copies).toMatchObject([{ articles: ['news/ferry-again.txt', 'news/ferry.txt'], baseline: { new: [] } }]);
  });

  test('that names a stranger as new is refused', async () => {
    const cwd = await accepted();
    await dedupe([...CHECK, '--output', 'json:r.json'], { cwd });
    const text = readFileSync(join(cwd, 'r.json'), 'utf8').replace(/"new": \[\]/, '"new": ["/etc/passwd"]');
    writeFileSync(join(cwd, 'r.json'), text);
    const told = 'copies[0].baseline.new names "/etc/passwd", which is not one of its articles';
    expect(await dedupe(['--from', 'r.json'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(told) });
  });

  test('of what is known passes without the baseline, too', async () => {
    const cwd = await accepted();
    await dedupe([...CHECK, '--output', 'json:r.json'], { cwd });
    expect(await dedupe(['--from', 'r.json', '--fail-on', 'copies'], { cwd })).toMatchObject({ code: 0 });
  });

  test('of a version that knew no hashes: nothing is known, and that is said', async () => {
    const old = (await savedOf()).replaceAll(/,"sha256":"\w+"/g, '');
    const cwd = folderWith({ 'report.json': old });
    const { stderr } = await dedupe(['--from', 'report.json', '--baseline', 'base.json', '--update-baseline', '--fail-on', 'copies'], {
      cwd,
    });
    expect(stderr).toContain('dedupe: 2 articles without a content hash: always new, since the baseline is by content\n');
    expect(stderr).toContain('dedupe: fails: 1 new group of copies, 0 known');
  });
});

test('a full disk keeps the old baseline', async (context) => {
  const disk = mkdtempSync('/tmp/dedupe-disk-');
  onTestFinished(() => {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]).status !== 0)
    return context.skip('no small disk can be mounted here');
  const cwd = await accepted();
  const before = read(cwd);
  writeFileSync(join(disk, 'base.json'), before);
  for (let at = 0; at < 300; at++) writeFileSync(join(cwd, `news/more-${at}.txt`), FERRY);
  const { code, stderr } = await dedupe(['news', '--baseline', join(disk, 'base.json'), '--update-baseline'], { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('the disk is full') });
  expect(readFileSync(join(disk, 'base.json'), 'utf8')).toBe(before);
  expect(readdirSync(disk)).toEqual(['base.json']);
});

test('killed at any moment, the old baseline is whole, or the new one', async () => {
  const cwd = await accepted();
  const before = read(cwd);
  for (let at = 0; at < 8; at++) writeFileSync(join(cwd, `news/more-${at}.txt`), FERRY);
  await dedupe(['news', '--baseline', 'after.json', '--update-baseline'], { cwd });
  const after = readFileSync(join(cwd, 'after.json'), 'utf8');
  for (let at = 0; at < 15; at++) {
    writeFileSync(join(cwd, 'base.json'), before);
    const child = start(process.execPath, [PROGRAM, ...UPDATE], { cwd });
    setTimeout(() => child.kill('SIGKILL'), 150 + 25 * at);
    await ended(child);
    expect([before, after]).toContain(read(cwd));
  }
});

test('nothing that belongs together: an empty baseline is one', async () => {
  const cwd = await accepted(APART);
  expect(read(cwd)).toBe('{\n  "baselineVersion": 1,\n  "entries": []\n}\n');
  expect(await dedupe(CHECK, { cwd })).toMatchObject({
    code: 0,
    stderr: 'dedupe: passes: 0 new groups of copies, 0 known (--fail-on copies)\n',
  });
});
