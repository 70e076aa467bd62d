/** Names and titles made to deceive: shown, not obeyed, in every command. */
import { expect, test } from 'vitest';
import { FERRY } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

const EVIL_NAME = 'a\x1b[2J\u202etxt.exe\n.txt';
const COPY_NAME = 'copy\x1b]8;;http://evil\x07.txt';
const TEXT = `\x1b]0;owned\x07Breaking \u202eNews\n\n${FERRY}`;
const EVIL = { [EVIL_NAME]: TEXT, [COPY_NAME]: TEXT, 'b.txt': FERRY };
const ACTS = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;

test.each([
  ['the report', ['.']],
  ['the report of all', ['.', '--all', '--top', '0']],
  ['JSON', ['.', '--format', 'json']],
  ['JSONL', ['.', '--format', 'jsonl']],
  ['explain', ['explain', EVIL_NAME, 'b.txt']],
  ['clean --explain', ['clean', '.', '--explain']],
  ['a missing file', ['missing\x1b[2J\u202e']],
  ['an unknown option', ['--x\x1b[2J']],
  ['a bad value', ['.', '--format', '\x1b[2J']],
  ['a bad output', ['.', '--output', 'json:\x1b[2J/x']],
])('%s', async (_story, args) => {
  const { stdout, stderr } = await dedupe(args, { cwd: folderWith(EVIL) });
  expect(stdout + stderr).not.toMatch(ACTS);
  expect(stdout + stderr).not.toBe('');
});

test('own text goes into a pipe as it is, and the header above it does not act', async () => {
  const { stdout } = await dedupe(['clean', '.'], { cwd: folderWith(EVIL) });
  const headers = stdout.split('\n').filter((line) => line.startsWith('==>'));
  expect(headers).toHaveLength(3);
  for (const header of headers) expect(header).not.toMatch(ACTS);
});
