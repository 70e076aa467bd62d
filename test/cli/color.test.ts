/** --color, then NO_COLOR, then FORCE_COLOR, then whether the stream is a terminal. */
import { expect, test } from 'vitest';
import { colorLevel } from '../../src/cli/color.ts';
import { NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

test.each([
  { story: 'a terminal', color: 'auto', isTTY: true, env: {}, level: 1 },
  { story: 'a pipe', color: 'auto', isTTY: false, env: {}, level: 0 },
  { story: 'a dumb terminal', color: 'auto', isTTY: true, env: { TERM: 'dumb' }, level: 0 },
  { story: 'NO_COLOR on a terminal', color: 'auto', isTTY: true, env: { NO_COLOR: '1' }, level: 0 },
  { story: 'an empty NO_COLOR says nothing', color: 'auto', isTTY: true, env: { NO_COLOR: '' }, level: 1 },
  { story: 'FORCE_COLOR into a pipe', color: 'auto', isTTY: false, env: { FORCE_COLOR: '1' }, level: 1 },
  { story: 'FORCE_COLOR=0 on a terminal', color: 'auto', isTTY: true, env: { FORCE_COLOR: '0' }, level: 0 },
  { story: 'NO_COLOR beats FORCE_COLOR', color: 'auto', isTTY: true, env: { NO_COLOR: '1', FORCE_COLOR: '1' }, level: 0 },
  { story: '--color always beats NO_COLOR', color: 'always', isTTY: false, env: { NO_COLOR: '1' }, level: 1 },
  { story: '--color never beats FORCE_COLOR', color: 'never', isTTY: true, env: { FORCE_COLOR: '1' }, level: 0 },
] as const)('$story', ({ color, isTTY, env, level }) => {
  expect(colorLevel(color, { write: () => true, isTTY }, env)).toBe(level);
});

test.each([
  { story: 'a pipe gets none', flags: [], env: {}, coloured: false },
  { story: '--color always', flags: ['--color', 'always'], env: { NO_COLOR: '1' }, coloured: true },
  { story: 'FORCE_COLOR', flags: [], env: { FORCE_COLOR: '1' }, coloured: true },
  { story: 'NO_COLOR', flags: [], env: { FORCE_COLOR: '1', NO_COLOR: '1' }, coloured: false },
])('the program: $story', async ({ flags, env, coloured }) => {
  const cwd = folderWith(NEWS);
  for (const args of [['news'], ['clean', 'news', '--explain'], ['explain', 'news/ferry.txt', 'news/library.txt']]) {
    const { code, stdout } = await dedupe([...args, ...flags], { cwd, env });
    expect(code).toBe(0);
    expect(stdout.includes('\x1b[')).toBe(coloured);
  }
});

test('formats for programs are never coloured', async () => {
  const cwd = folderWith(NEWS);
  for (const format of ['json', 'jsonl', 'csv']) {
    expect((await dedupe(['news', '--format', format, '--color', 'always'], { cwd })).stdout).not.toContain('\x1b');
  }
});
