/** Help, README and flags come from one table: these fail when one of them drifts. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlags } from '../../src/cli/flags.ts';
import { optionTable } from '../../src/cli/optionTable.ts';
import { COMMANDS, type Command, flagOf, OPTIONS, type OptionName, type OptionSpec } from '../../src/options.ts';
import { checkRenderers, renderers } from '../../src/stages/report/index.ts';
import { dedupe, folderWith } from './program.ts';

const ROWS = Object.entries(OPTIONS) as [OptionName, OptionSpec][]; // Object.entries forgets the keys' type
const argsOf = (command: Command) => (command === 'run' ? [] : [command]);

test.each(COMMANDS)('-h of %s fits a screen: a purpose, options, three examples', async (command) => {
  const { code, stdout, stderr } = await dedupe([...argsOf(command), '-h']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(36);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  const examples = lines.slice(lines.indexOf('Examples') + 1).filter((line) => line.startsWith('  dedupe '));
  expect(examples).toHaveLength(3);
});

test.each(COMMANDS)('the examples of %s are calls it understands', async (command) => {
  const { stdout } = await dedupe([...argsOf(command), '-h']);
  const calls = stdout.split('\n').filter((line) => line.startsWith('  dedupe '));
  for (const call of calls) {
    const [words] = call.trim().split(/ {3,}| >/);
    const [, ...args] = words.split(' ');
    expect(() => parseFlags(command, command === 'run' ? args : args.slice(1))).not.toThrow();
  }
});

test.each(COMMANDS)('--help of %s lists each of its options once, with its help', async (command) => {
  const { code, stdout } = await dedupe([...argsOf(command), '--help']);
  expect(code).toBe(0);
  const flags = stdout.split('\n').flatMap((line) => line.match(/^ {2}(?:-\w, | {4})(--[a-z-]+)/)?.[1] ?? []);
  const expected = ROWS.filter(([, spec]) => command === 'run' || spec.commands.includes(command)).map(([name]) => flagOf(name));
  expect(flags.toSorted()).toEqual([...expected, '--help', '--version'].toSorted());
  const text = stdout.replace(/\s+/g, ' ');
  for (const [name, spec] of ROWS) if (expected.includes(flagOf(name))) expect(text).toContain(spec.help);
});

test.each([
  ['explain', ['text', 'json']],
  ['check', Object.keys(checkRenderers)],
  ['run', Object.keys(renderers)],
] as const)('--help of %s names the formats that it has', async (command, formats) => {
  const { stdout } = await dedupe([...argsOf(command), '--help']);
  expect(stdout).toContain(`--format ${formats.join('|')}`);
});

test('every option of the table is a flag of its commands, and of no other', () => {
  for (const [name, spec] of ROWS) {
    const args = [flagOf(name), ...(spec.kind === 'flag' ? [] : [sampleOf(spec)])];
    for (const command of COMMANDS) {
      const parse = () => parseFlags(command, args);
      if (spec.commands.includes(command)) expect(parse().options).toHaveProperty(name);
      else expect(parse).toThrow(`unknown option ${flagOf(name)}`);
    }
    if (spec.short !== undefined) expect(parseFlags(spec.commands[0], [`-${spec.short}`]).options[name]).toBe(true);
  }
});

function sampleOf(spec: OptionSpec): string {
  if (spec.kind === 'furniture') return '/dev/null';
  if (spec.kind === 'size') return '2GB';
  if (spec.kind === 'list' && spec.choices) return spec.choices[0];
  if (spec.kind === 'number' || spec.kind === 'integer') return String(spec.default ?? spec.min);
  return spec.default === null || Array.isArray(spec.default) ? 'text' : String(spec.default);
}

test('lists add up and are split at commas; a file name of --output keeps its comma', () => {
  const { options } = parseFlags('run', [
    '--language',
    'en, de',
    '--language',
    'fr',
    '--output',
    'json:a,b.json',
    '--output',
    'csv:c.csv',
    'news',
  ]);
  expect(options.language).toEqual(['en', 'de', 'fr']);
  expect(options.output).toEqual(['json:a,b.json', 'csv:c.csv']);
});

test('options and paths may stand in any order; the last of two values counts', () => {
  const { paths, options } = parseFlags('run', ['a', '--top', '3', 'b', '-qv', '--top=4', '-']);
  expect(paths).toEqual(['a', 'b', '-']);
  expect(options).toMatchObject({ top: 4, quiet: true, verbose: true });
});

test.each(['--version', '-V'])('%s prints the version of the package and nothing else', async (flag) => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(await dedupe([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help wins over anything else that is wrong with the call', async () => {
  expect((await dedupe(['--simlarity', '--help'], { cwd: folderWith() })).code).toBe(0);
});

/** `npx vitest run test/cli/help.test.ts -u` writes the table into the README. */
test.runIf(existsSync('README.md'))("the README's table of options is that of the program", async () => {
  const readme = readFileSync('README.md', 'utf8');
  const marked = /(<!-- options -->\n)[\s\S]*?(\n<!-- \/?options( end)? -->)/;
  expect(readme).toMatch(marked);
  await expect(readme.replace(marked, (_, before, after) => `${before}\n${optionTable()}\n${after}`)).toMatchFileSnapshot(
    '../../README.md',
  );
});
