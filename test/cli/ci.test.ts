/** What runs in CI: the GitHub Action, the pre-commit hooks, the container. */
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseFlags } from '../../src/cli/flags.ts';
import { PURPOSE } from '../../src/cli/help.ts';
import { type Command, flagOf, OPTIONS } from '../../src/options.ts';
import { APART, NEWS } from './articles.ts';
import { dedupe, ended, folderWith, PROGRAM, start } from './program.ts';

const FLAGS = Object.keys(OPTIONS).map(flagOf);
const hasCheck = 'check' in PURPOSE;
const ofCheck = ['--against', '--max-copies'];
const flagsIn = (text: string) => [...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([flag]) => flag);

describe('the action', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;

  /** Runs the step as a runner does, npx being the built program, in a folder with these files. */
  async function run(inputs: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>) {
    const cwd = folderWith({
      ...files,
      '.runner/npx': `#!/bin/bash\nprintf '%s\\n' "$@" > "$RUNNER_TEMP/arguments"\nshift 5\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`,
      '.runner/arguments': '',
      '.runner/output': '',
      '.runner/summary': '',
      '.runner/step.sh': step.run,
    });
    const runner = join(cwd, '.runner');
    chmodSync(join(runner, 'npx'), 0o755);
    const variables = Object.entries(step.env as Record<string, string>).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, inputs[input] ?? String(action.inputs[input].default)];
    });
    const env = {
      ...Object.fromEntries(variables),
      PATH: `${runner}:${process.env['PATH']}`,
      RUNNER_TEMP: runner,
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    };
    // As GitHub starts it: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions, "shell".
    const result = await ended(start('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(runner, 'step.sh')], { cwd, env }));
    const written = (name: string) => readFileSync(join(runner, name), 'utf8');
    const outputs = Object.fromEntries(
      written('output')
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    );
    return { ...result, cwd, outputs, summary: written('summary'), given: written('arguments').trim().split('\n') };
  }

  test('copies are annotated, summed up, and fail the step', async () => {
    const { code, stdout, outputs, summary, given } = await run({ paths: 'news', sarif: 'dedupe.sarif' }, NEWS);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::warning file=news\/ferry\.txt,line=1,title=Copy%3A identical::Identical to news\/ferry-again\.txt/);
    expect(outputs).toMatchObject({ copies: '1', 'exit-code': '1' });
    expect(JSON.parse(readFileSync(outputs.report, 'utf8')).articles).toHaveLength(3);
    expect(summary).toMatch(/^# Duplicate articles\n/);
    expect(given.slice(0, 5)).toEqual(['--yes', '--package', `newsdedupe@${action.inputs.version.default}`, '--', 'dedupe']);
  });

  test('a clean batch passes', async () => {
    const { code, stdout, outputs } = await run({ paths: 'news' }, APART);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dedupe: 2 articles, 0 copies, 0 events\n' });
    expect(outputs).toMatchObject({ copies: '0', 'exit-code': '0' });
  });

  test('copies that the baseline has pass', async () => {
    const cwd = folderWith(NEWS);
    await dedupe(['news', '--baseline', 'base.json', '--update-baseline'], { cwd });
    const files = { ...NEWS, 'base.json': readFileSync(join(cwd, 'base.json'), 'utf8') };
    const { code, stdout } = await run({ paths: 'news', baseline: 'base.json' }, files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dedupe: 3 articles, 1 copy (1 known), 1 event (1 known)\n' });
  });

  test('a batch that repeats what the baseline has passes', async () => {
    const batch = { ...APART, 'batch/again.txt': NEWS['news/ferry.txt'] };
    const cwd = folderWith(batch);
    await dedupe(['check', 'batch', '--against', 'news', '--baseline', 'base.json', '--update-baseline'], { cwd });
    const files = { ...batch, 'base.json': readFileSync(join(cwd, 'base.json'), 'utf8') };
    const { code, stdout } = await run({ paths: 'batch', against: 'news', baseline: 'base.json' }, files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'dedupe: 1 incoming article, 1 copy (1 accepted), 0 on known events\n' });
  });

  test('fail-on none reports and passes', async () => {
    expect(await run({ paths: 'news', 'fail-on': 'none' }, NEWS)).toMatchObject({ code: 0, outputs: { copies: '1' } });
  });

  test('what cannot run fails with 2, and says why', async () => {
    const { code, stderr, outputs } = await run({ paths: 'gone' }, NEWS);
    expect(code).toBe(2);
    expect(stderr).toContain('gone');
    expect(outputs).toMatchObject({ copies: '', 'exit-code': '2' });
  });

  test('several paths, one a line, and none of them a command', async () => {
    const strange = 'a $(touch owned) `touch owned`; "b" \'c\'.txt';
    const { code, cwd, given } = await run(
      { paths: `news/ferry.txt\n\n--fail-on\n${strange}\n` },
      { ...NEWS, [strange]: NEWS['news/library.txt'], '--fail-on': 'x' },
    );
    expect(given.slice(given.indexOf('--', 4))).toEqual(['--', 'news/ferry.txt', '--fail-on', strange]);
    expect(code).toBe(0);
    expect(() => readFileSync(join(cwd, 'owned'))).toThrow();
  });

  test('config: none runs no code of the checkout', async () => {
    const files = { ...NEWS, 'dedupe.config.mjs': 'process.stdout.write("ran\\n"); export default {};' };
    expect((await run({ paths: 'news' }, files)).stdout).toMatch(/^ran\n/);
    expect((await run({ paths: 'news', config: 'none' }, files)).stdout).not.toMatch(/^ran\n/);
  });

  test.runIf(hasCheck)('a batch is checked against the archive', async () => {
    const { code, stdout, outputs, summary } = await run(
      { paths: 'batch', against: 'news', 'max-copies': '0' },
      { ...APART, 'batch/again.txt': NEWS['news/ferry.txt'] },
    );
    expect({ code, exit: outputs['exit-code'], copies: outputs.copies }).toEqual({ code: 1, exit: '1', copies: '1' });
    expect(stdout).toContain('::warning file=batch/again.txt,line=1,title=Copy%3A identical::Identical to news/ferry.txt');
    expect(summary).toMatch(/^# Incoming articles\n/);
  });

  test('names no flag that is not there, and the version of the package', () => {
    const own = flagsIn(step.run).filter((flag) => !['--yes', '--package'].includes(flag) && (hasCheck || !ofCheck.includes(flag)));
    for (const flag of own) expect(FLAGS).toContain(flag);
    expect(action.inputs.version.default).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  test('every input has a use and a description, every output a value; no input is written into the script', () => {
    const text = readFileSync('action.yml', 'utf8');
    for (const [name, { description }] of Object.entries(action.inputs as Record<string, { description: string }>)) {
      expect(description).not.toBe('');
      expect(text).toContain(`\${{ inputs.${name} }}`);
    }
    for (const [name, { value }] of Object.entries(action.outputs as Record<string, { value: string }>)) {
      expect(value).toBe(`\${{ steps.dedupe.outputs.${name} }}`);
      expect(step.run).toContain(`${name}=`);
    }
    expect(step.run).not.toContain('${{');
  });
});

test('the pre-commit hooks are calls that the program understands', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string; entry: string; language: string; files: string }[];
  expect(hooks.map(({ id }) => id)).toEqual(['dedupe', 'dedupe-check']);
  for (const { entry, language, files } of hooks) {
    const [program, ...args] = entry.split(' ');
    expect([program, language]).toEqual(['dedupe', 'node']);
    expect('news/a.txt').toMatch(new RegExp(files));
    if (args[0] === 'check' && !hasCheck) continue;
    const command = args[0] in PURPOSE ? (args[0] as Command) : 'run';
    expect(() => parseFlags(command, command === 'run' ? args : args.slice(1))).not.toThrow();
  }
});

test('a global install from git builds, though npm leaves out the packages for it', async () => {
  const cwd = folderWith({
    'prepare.js': readFileSync('prepare.js', 'utf8'),
    'build.js': "import 'esbuild';\nconsole.log('built');\n",
    'package.json': '{ "type": "module" }',
    '.bin/npm': `#!/bin/sh\n[ "$npm_config_global" = false ] && [ "$1 $2" = 'ci --include=dev' ] && mkdir -p node_modules/esbuild && touch node_modules/esbuild/index.js\n`,
  });
  chmodSync(join(cwd, '.bin/npm'), 0o755);
  const env = { PATH: `${join(cwd, '.bin')}:${process.env['PATH']}`, npm_config_global: 'true' };
  const { code, stdout } = await ended(start(process.execPath, ['prepare.js'], { cwd, env }));
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'built\n' });
  expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts.prepare).toBe('node prepare.js');
});

describe('the container', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const lines = readFileSync('.dockerignore', 'utf8').trim().split('\n');

  test('is given what the build reads, and no more', () => {
    expect(lines[0]).toBe('*');
    for (const line of lines.slice(1)) expect(existsSync(line.slice(1)), line).toBe(true);
  });

  test('runs the program of the package, as nobody, from images with a version', () => {
    const { name, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(dockerfile).toContain(`/app/node_modules/${name}/${bin.dedupe}"]`);
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    for (const image of images) expect(image).toMatch(/:(?!latest)/);
    expect(images.at(-1)).toMatch(/:nonroot$/);
  });
});
