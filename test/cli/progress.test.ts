/** Progress: a calm line on a terminal, after a second, gone at the end. */
import { expect, test } from 'vitest';
import { watch } from '../../src/cli/progress.ts';
import { type Options, resolveOptions } from '../../src/options.ts';

function watched(given: Partial<Options>, stderr: { isTTY?: boolean; columns?: number }, env = {}) {
  const clock = { ms: 0 };
  const written: string[] = [];
  const out = { ...stderr, write: (text: string) => written.push(text) > 0 };
  const streams = { stdin: (async function* () {})(), stdout: out, stderr: out, env };
  return { clock, written, progress: watch(streams, resolveOptions(given), () => clock.ms) };
}

test('nothing in the first second, then a line, refreshed ten times a second at most, and cleared', () => {
  const { clock, written, progress } = watched({}, { isTTY: true, columns: 80 });
  for (; clock.ms < 1500; clock.ms += 10) progress.progress('strip', clock.ms, 12_345);
  expect(written).toHaveLength(5);
  expect(written[0]).toBe('\rstrip: 1,000 of 12,345\x1b[K');
  progress.clear();
  progress.clear();
  expect(written.slice(5)).toEqual(['\r\x1b[K']);
});

test('a short run shows none, and clears none', () => {
  const { written, progress } = watched({}, { isTTY: true });
  progress.progress('read', 1, 2);
  progress.clear();
  expect(written).toEqual([]);
});

test.each([
  { story: 'no terminal', given: {}, stderr: {}, env: {} },
  { story: '--quiet', given: { quiet: true }, stderr: { isTTY: true }, env: {} },
  { story: 'a dumb terminal', given: {}, stderr: { isTTY: true }, env: { TERM: 'dumb' } },
])('never with $story', ({ given, stderr, env }) => {
  const { clock, written, progress } = watched(given, stderr, env);
  clock.ms = 5000;
  progress.progress('read', 1, 2);
  expect(written).toEqual([]);
});

test('a narrow terminal gets a line that does not wrap', () => {
  const { clock, written, progress } = watched({}, { isTTY: true, columns: 12 });
  clock.ms = 2000;
  progress.progress('verify', 1_000_000, 2_000_000);
  expect(written).toEqual(['\rverify: 1,0\x1b[K']);
});

test('--verbose: a line for each stage done, which takes the progress line away first', () => {
  const { clock, written, progress } = watched({ verbose: true }, { isTTY: true });
  clock.ms = 2000;
  progress.progress('pair', 1, 2);
  progress.finished('pair', 41.7, '1,204 candidates');
  progress.finished('group', 0.2, '');
  expect(written.slice(1)).toEqual(['\r\x1b[K', 'pair          42 ms  1,204 candidates\n', 'group          0 ms\n']);
});
