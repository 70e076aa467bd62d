/** --output [FORMAT:]FILE: reports beside the one on standard output. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NEWS } from './articles.ts';
import { canRunAsNobody, dedupe, folderWith } from './program.ts';

test('each format to a file of its own, the same as on standard output', async () => {
  const cwd = folderWith(NEWS);
  const formats = ['text', 'json', 'jsonl', 'csv', 'markdown', 'sarif', 'junit', 'github'];
  const { code, stdout } = await dedupe(['news', ...formats.flatMap((format) => ['--output', `${format}:report.${format}`])], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'report.text'), 'utf8')).toBe(stdout);
  for (const format of formats) {
    const alone = await dedupe(['news', '--format', format], { cwd });
    expect(readFileSync(join(cwd, `report.${format}`), 'utf8')).toBe(alone.stdout);
  }
});

test('a file that ends like a format is of that format', async () => {
  const cwd = folderWith(NEWS);
  const endings = { text: 'txt', json: 'JSON', jsonl: 'ndjson', csv: 'csv', markdown: 'md', sarif: 'sarif.json', junit: 'xml' };
  const outputs = Object.values(endings).flatMap((ending) => ['--output', `report.${ending}`]);
  expect((await dedupe(['news', ...outputs], { cwd })).code).toBe(0);
  for (const [format, ending] of Object.entries(endings)) {
    const alone = await dedupe(['news', '--format', format], { cwd });
    expect(readFileSync(join(cwd, `report.${ending}`), 'utf8')).toBe(alone.stdout);
  }
});

test('a format that is named counts for more than the ending', async () => {
  const cwd = folderWith(NEWS);
  await dedupe(['news', '--output', 'csv:report.txt'], { cwd });
  expect(readFileSync(join(cwd, 'report.txt'), 'utf8')).toMatch(/^path,/);
});

test('a file stays plain though the terminal is told to be coloured', async () => {
  const cwd = folderWith(NEWS);
  const { stdout } = await dedupe(['news', '--color', 'always', '--output', 'text:report.text'], { cwd });
  expect(stdout).toContain('\x1b[');
  expect(readFileSync(join(cwd, 'report.text'), 'utf8')).not.toContain('\x1b');
});

test('a wrong --output is told before anything is read', async () => {
  const cwd = folderWith();
  const { code, stderr } = await dedupe(['no-such-folder', '--output', 'json:no/such/report.json'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: --output json:no\/such\/report\.json: there is no folder/);
});

test.each(['ferry.txt', './ferry.txt', '../news/ferry.txt'])('an input is never written over: %s', async (file) => {
  const cwd = folderWith(NEWS);
  const { code, stderr } = await dedupe(['.', '--output', `text:${file}`], { cwd: join(cwd, 'news') });
  expect(code).toBe(2);
  expect(stderr).toContain('is one of the inputs');
  expect(readFileSync(join(cwd, 'news/ferry.txt'), 'utf8')).toBe(NEWS['news/ferry.txt']);
});

test('a JSONL file of articles is an input as well', async () => {
  const cwd = folderWith({ 'news.jsonl': `${JSON.stringify({ id: 1, text: NEWS['news/ferry.txt'] })}\n` });
  const { code, stderr } = await dedupe(['news.jsonl', '--output', 'jsonl:news.jsonl'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('is one of the inputs');
});

test('an older report is replaced; a failed run leaves it', async () => {
  const cwd = folderWith({ ...NEWS, 'report.json': 'old' });
  await dedupe(['nowhere', '--output', 'json:report.json'], { cwd });
  expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe('old');
  await dedupe(['news', '--output', 'json:report.json'], { cwd });
  expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).schemaVersion).toBe(1);
});

test.each([
  { story: 'a name too long', file: `${'x'.repeat(300)}.json` },
  { story: 'a folder that is a file', file: 'news/ferry.txt/report.json' },
])('an output that cannot be written is named before the run: $story', async ({ file }) => {
  const { code, stdout, stderr } = await dedupe(['news', '--output', `json:${file}`], { cwd: folderWith(NEWS) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^dedupe: --output json:\S+\.json: /);
  expect(stderr).not.toContain('bug');
});

test.runIf(canRunAsNobody())('a folder that may not be written to ends with 2', async () => {
  const cwd = folderWith({ ...NEWS, 'locked/x': '' });
  chmodSync(join(cwd, 'locked'), 0o555);
  const { code, stderr } = await dedupe(['news', '--output', 'json:locked/report.json'], { cwd, asNobody: true });
  chmodSync(join(cwd, 'locked'), 0o755);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^dedupe: --output json:locked\/report\.json: no permission to write in /);
});

test('a device is written to as it is', async () => {
  const { code } = await dedupe(['news', '--output', 'json:/dev/null'], { cwd: folderWith(NEWS) });
  expect(code).toBe(0);
});
