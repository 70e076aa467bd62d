/** Every command of the README and of docs/ is run, in order, and prints what stands below it. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ended, folderWith, shell, start } from '../cli/program.ts';
import { agrees, type Fence, fencesOf, shortened, stepsOf } from './console.ts';

const GUIDES = ['README.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) => name.endsWith('.md')).sort();

/** What a guide calls is the clone's own: nothing is installed, and TypeScript runs on any Node. */
const PRELUDE = `
npm() { :; }
npx() { "$@"; }
node() {
  if [[ $1 == *.ts ]]; then
    '${resolve('node_modules/.bin/esbuild')}' "$1" --format=esm --log-level=error --outfile="\${1%.ts}.mjs" && set -- "\${1%.ts}.mjs"
  fi
  '${process.execPath}' "$@"
}
exec 2>&1`;

/** Where a reader is: the fixtures are there, and the package is installed. */
function readersFolder(): string {
  const cwd = folderWith({ 'package.json': '{"type":"module"}' });
  cpSync('fixtures', join(cwd, 'fixtures'), { recursive: true });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(resolve('.'), join(cwd, 'node_modules/newsdedupe'));
  return cwd;
}

/** The guide as it would have to read: the output that agrees stays as written, the other is what was printed. */
async function rerun(guide: string): Promise<string> {
  const cwd = readersFolder();
  const markdown = readFileSync(guide, 'utf8');
  let read = '';
  let end = 0;
  for (const fence of fencesOf(markdown)) {
    if (fence.file) write(join(cwd, fence.file), fence.body);
    if (fence.language !== 'console') continue;
    read += markdown.slice(end, fence.at) + (await replay(fence, cwd));
    end = fence.at + fence.body.length;
  }
  return read + markdown.slice(end);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A command that fails has to be followed by `echo $?`, so that no guide shows an error as if it were none. */
async function replay(fence: Fence, cwd: string): Promise<string> {
  const steps = stepsOf(fence.body);
  let replayed = '';
  let status = 0;
  for (const [at, { command, output }] of steps.entries()) {
    const { code, stdout } = await shell(`${PRELUDE}\n(exit ${status})\n${command}`, { cwd });
    status = code ?? 1;
    replayed += `$ ${command.trimEnd().replaceAll('\n', '\n> ')}\n${agrees(output, stdout) ? output : shortened(output, stdout)}`;
    if (status !== 0 && steps[at + 1]?.command !== 'echo $?\n') replayed += `$ echo $?\n${status}\n`;
  }
  return replayed;
}

describe.each(GUIDES)('%s', (guide) => {
  const hasCommands = readFileSync(guide, 'utf8').includes('```console');

  /** `npx vitest run test/docs -u` writes what was printed into the guide. */
  test.runIf(hasCommands)('its commands print what it says', { timeout: 300_000 }, async () => {
    await expect(await rerun(guide)).toMatchFileSnapshot(`../../${guide}`);
  });

  test('its links lead somewhere', () => {
    const links = [...readFileSync(guide, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, link]) => link);
    expect(links.filter((link) => !existsSync(resolve(dirname(guide), link)))).toEqual([]);
  });
});

test('the examples in TypeScript have no errors of type', async () => {
  const cwd = readersFolder();
  const files = GUIDES.flatMap((guide) => fencesOf(readFileSync(guide, 'utf8'))).filter(({ file }) => file?.endsWith('.ts'));
  for (const { file, body } of files) writeFileSync(join(cwd, file!), body);
  const types = ['--typeRoots', resolve('node_modules/@types'), '--types', 'node'];
  const strict = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'];
  const tsc = [resolve('node_modules/typescript/bin/tsc'), ...strict, ...types, ...files.map(({ file }) => file!)];
  expect(await ended(start(process.execPath, tsc, { cwd }))).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(files.length).toBeGreaterThan(0);
});

test('the README leads to every guide', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(GUIDES.filter((guide) => guide !== 'README.md' && !readme.includes(`](${guide}`))).toEqual([]);
});

describe('what stands for left out', () => {
  test.each([
    ['the same', 'a\nb\n', 'a\nb\n', true],
    ['another word', 'a\nb\n', 'a\nc\n', false],
    ['a line more', 'a\n', 'a\nb\n', false],
    ['a line less', 'a\nb\n', 'a\n', false],
    ['… for lines', 'a\n…\nd\n', 'a\nb\nc\nd\n', true],
    ['… for no line', 'a\n…\nd\n', 'a\nd\n', true],
    ['… does not swallow the end', 'a\n…\nd\n', 'a\nb\nc\n', false],
    ['… for the rest of a line', 'took …\n', 'took 3 s\n', true],
    ['… not for another line', 'took …\n', 'took 3 s\nand more\n', false],
    ['signs mean themselves', 'a.c [x] (y)\n', 'abc [x] (y)\n', false],
    ['empty lines at the end', 'a\n\n', 'a\n', true],
    ['nothing', '', '', true],
    ['something for nothing', '', 'a\n', false],
  ])('%s', (_, written, printed, expected) => {
    expect(agrees(written, printed)).toBe(expected);
  });

  test.each([
    ['figures alone: the lines shown are those of before', 'a 1\n…\nd 2\n', 'a 10\nb\nc\nd 3\n', 'a 10\n…\nd 3\n'],
    ['the rest of a line', 'took 1: …\n2\n', 'took 1: x\n3\n', 'took 1: …\n3\n'],
    ['words: everything, to be shortened again', 'a\n…\nd\n', 'a\nb\ne\n', 'a\nb\ne\n'],
  ])('rewritten: %s', (_, written, printed, expected) => {
    expect(shortened(written, printed)).toBe(expected);
  });
});
