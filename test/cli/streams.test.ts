/** What goes where: the result alone on standard output; pipes, devices, terminals and signals that end before it does. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { FERRY, NEWS } from './articles.ts';
import { dedupe, ended, folderWith, PROGRAM, shell, start } from './program.ts';

/** So many articles, two and two the same, that the report of 600 does not fit into a pipe (64 KB). */
function manyArticles(count: number): Record<string, string> {
  const name = (at: number) => `news/${String(at).padStart(5, '0')}.txt`;
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), wordsOf(at >> 1, 60)]));
}

/** A text that shares no word with that of another seed. */
function wordsOf(seed: number, count: number): string {
  return `${Array.from({ length: count }, (_, at) => `w${((seed * 1000 + at) * 2654435761).toString(36)}`).join(' ')}.\n`;
}

test('standard output is the report alone, with -v and with skipped inputs', async () => {
  const cwd = folderWith({ ...NEWS, 'news/empty.txt': '' });
  const { stdout, stderr } = await dedupe(['news', '--format', 'json', '-v'], { cwd });
  expect(JSON.parse(stdout).schemaVersion).toBe(1);
  expect(stderr).toContain('news/empty.txt');
});

test('-v tells the stages with their times, aligned', async () => {
  const { stderr } = await dedupe(['news', '-v'], { cwd: folderWith(NEWS) });
  const stages = stderr.split('\n').flatMap((line) => line.match(/^([a-z]+) +\d+ ms( {2}.*)?$/)?.[1] ?? []);
  expect(stages).toEqual(expect.arrayContaining(['read', 'pair', 'verify', 'link', 'group']));
  const columns = stderr.split('\n').flatMap((line) => (/^[a-z]+ +\d+ ms/.test(line) ? [line.indexOf(' ms')] : []));
  expect(new Set(columns).size).toBe(1);
});

test('-q says nothing on standard error', async () => {
  const cwd = folderWith({ ...NEWS, 'news/empty.txt': '' });
  const { code, stderr } = await dedupe(['news', '-q', '--format', 'csv', '--fail-on', 'copies'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});

test('no progress and no colour into a pipe', async () => {
  const { stdout, stderr } = await dedupe(['news'], { cwd: folderWith(manyArticles(400)) });
  expect(stdout + stderr).not.toContain('\x1b');
  expect(stderr).toBe('');
});

test('a slow reader gets the whole report', async () => {
  const cwd = folderWith(manyArticles(600));
  const { code, stdout } = await shell('dedupe news --format json | (sleep 1; cat)', { cwd });
  expect(code).toBe(0);
  expect(stdout.length).toBeGreaterThan(65_536);
  expect(JSON.parse(stdout).articles).toHaveLength(600);
});

test.each(['--format json', '--format jsonl', '--format csv', '--top 0 --all'])(
  'dedupe %s | head -1 ends quietly, with the exit code of the run',
  async (format) => {
    const cwd = folderWith(manyArticles(600));
    const { code, stdout, stderr } = await shell(`set -o pipefail; dedupe news ${format} | head -1`, { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toHaveLength(2);
    const failing = await shell(`set -o pipefail; dedupe news ${format} -q --fail-on copies | head -1`, { cwd });
    expect({ code: failing.code, stderr: failing.stderr }).toEqual({ code: 1, stderr: '' });
  },
);

test('dedupe clean | head -1 ends quietly, too', async () => {
  const { code, stderr } = await shell('set -o pipefail; dedupe clean news | head -1', { cwd: folderWith(manyArticles(600)) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test.runIf(existsSync('/dev/full'))('a full disk behind standard output is an error, not a success', async () => {
  const { code, stderr } = await shell('dedupe news > /dev/full', { cwd: folderWith(NEWS) });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: standard output cannot be written: .*ENOSPC/);
});

test('a closed standard error does no harm', async () => {
  const { code, stdout } = await shell('dedupe news -v --format json 2>&-', { cwd: folderWith(NEWS) });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).articles).toHaveLength(3);
});

test('a closed standard input does no harm, neither does a folder there', async () => {
  const cwd = folderWith(NEWS);
  expect(await shell('dedupe news --format csv <&- | wc -l', { cwd })).toEqual({ code: 0, stdout: '4\n', stderr: '' });
  expect((await shell('dedupe news < news', { cwd })).code).toBe(0);
});

test('one article on standard input', async () => {
  const cwd = folderWith(NEWS);
  const { code, stdout } = await dedupe(['-', 'news', '--format', 'json'], { cwd, input: FERRY });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).copies[0].articles).toHaveLength(3);
});

test.each([
  { story: 'a line each', flags: [], input: 'news/ferry.txt\nnews/library.txt\n' },
  { story: 'a NUL byte after each', flags: ['-0'], input: 'news/ferry.txt\0news/library.txt\0' },
])('--files-from - reads the paths from standard input: $story', async ({ flags, input }) => {
  const { code, stdout } = await dedupe(['--files-from', '-', ...flags, '--format', 'json'], { cwd: folderWith(NEWS), input });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).articles.map(({ path }: { path: string }) => path)).toEqual(['news/ferry.txt', 'news/library.txt']);
});

test('--files-from FILE', async () => {
  const cwd = folderWith({ ...NEWS, 'list.lst': 'news/library.txt\n' });
  const { stdout } = await dedupe(['--files-from', 'list.lst', '--format', 'json'], { cwd });
  expect(JSON.parse(stdout).articles.map(({ path }: { path: string }) => path)).toEqual(['news/library.txt']);
});

test.each([[[]], [['clean']]])('--list-files prints what would be read, sorted, and stops %j', async (command) => {
  const cwd = folderWith({ ...NEWS, 'news/.hidden.txt': FERRY, 'news/page.html': FERRY });
  const { code, stdout, stderr } = await dedupe([...command, 'news', '--list-files'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe('news/ferry-again.txt\nnews/ferry.txt\nnews/library.txt\n');
});

test('the same bytes for another order of the paths, another time zone, language and number of workers', async () => {
  const cwd = folderWith(manyArticles(60));
  const paths = Array.from({ length: 60 }, (_, at) => `news/${String(at).padStart(5, '0')}.txt`);
  for (const format of ['text', 'json', 'jsonl', 'csv']) {
    const first = await dedupe(['news', '--format', format], { cwd });
    expect(first.code).toBe(0);
    const env = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const second = await dedupe([...paths.toReversed(), '--format', format, '--workers', '2'], { cwd, env });
    expect(second.stdout).toBe(first.stdout);
  }
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s while it waits for standard input ends it', async (signal) => {
  const child = start(process.execPath, [PROGRAM, '-'], { cwd: folderWith() });
  setTimeout(() => child.kill(signal), 1500);
  await new Promise((done) => child.on('close', done));
  expect(child.signalCode).toBe(signal);
});

test.each(['read', 'digest'])('Ctrl-C after %s ends it, with nothing half-written', async (stage) => {
  const cwd = folderWith(manyArticles(3000));
  const child = start(process.execPath, [PROGRAM, 'news', '-v', '--output', 'json:report.json', '--output', 'csv:report.csv'], { cwd });
  child.stderr?.on('data', (piece) => {
    if (new RegExp(`^${stage} `, 'm').test(String(piece))) child.kill('SIGINT');
  });
  const { stdout, stderr } = await ended(child);
  expect({ signal: child.signalCode, stdout }).toEqual({ signal: 'SIGINT', stdout: '' });
  expect(stderr).not.toContain('dedupe:');
  expect(readdirSync(cwd)).toEqual(['news']);
});

test('Ctrl-C ends it while it opens a pipe that nobody writes to', async () => {
  const cwd = folderWith();
  await shell('mkfifo pipe', { cwd });
  const child = start(process.execPath, [PROGRAM, '--from', 'pipe'], { cwd });
  setTimeout(() => child.kill('SIGINT'), 1500);
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended(child);
  clearTimeout(late);
  expect(child.signalCode).toBe('SIGINT');
});

test('main answers with a code and writes to the streams it was given', async () => {
  const written = { out: '', err: '' };
  const streams = {
    stdin: (async function* () {})(),
    stdout: {
      write: (text: string, done?: () => void) => {
        written.out += text;
        done?.();
        return true;
      },
      isTTY: true,
      columns: 60,
    },
    stderr: {
      write: (text: string, done?: () => void) => {
        written.err += text;
        done?.();
        return true;
      },
    },
    env: { TERM: 'xterm' },
  };
  const cwd = folderWith(NEWS);
  expect(await main([join(cwd, 'news')], streams)).toBe(0);
  expect(written.err).toBe('');
  expect(written.out, 'a terminal gets colour and the time').toContain('\x1b[');
  expect(written.out).toMatch(/\d s\b/);
  expect(process.exitCode).toBeUndefined();
});
