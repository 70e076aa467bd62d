/** Completion scripts, run by the shells that are here, and the manual page. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { COMMANDS, flagOf, OPTIONS } from '../../src/options.ts';
import { dedupe, folderWith, shell } from './program.ts';

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const FLAGS = Object.keys(OPTIONS).map(flagOf);

describe('bash', () => {
  /** What bash offers for the last word of a line. */
  async function offered(...words: string[]): Promise<string[]> {
    const { stdout, stderr } = await shell(
      `source <(dedupe completion bash)
       COMP_WORDS=("$@"); COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
       _dedupe 2>/dev/null # compopt has nothing to set outside of a completion
       printf '%s\\n' "\${COMPREPLY[@]}"`.replace('"$@"', ['dedupe', ...words].map((word) => `'${word}'`).join(' ')),
      { cwd: folderWith({ 'news one.txt': '', '*.txt': '', 'clean-up.txt': '' }) },
    );
    expect(stderr).toBe('');
    return stdout
      .split('\n')
      .slice(0, -1)
      .filter((line) => line !== '');
  }

  test('commands and files at first', async () => {
    expect(await offered('cle')).toEqual(['clean', 'clean-up.txt']);
    expect((await offered('')).sort()).toEqual(
      ['*.txt', 'clean-up.txt', 'news one.txt', ...COMMANDS.filter((command) => command !== 'run')].sort(),
    );
  });

  test("a command's own flags", async () => {
    expect(await offered('--with')).toEqual([]);
    expect(await offered('explain', '--with')).toEqual(['--within']);
    expect(await offered('clean', 'news', '--di')).toEqual(['--diff']);
    expect(await offered('-')).toEqual(expect.arrayContaining(['-q', '--quiet', '--fail-on', '--help']));
  });

  test('the values of a choice, after a blank or an =', async () => {
    expect(await offered('--fail-on', '')).toEqual(['none', 'copies', 'events']);
    expect(await offered('--fail-on', '=', 'co')).toEqual(['copies']);
    expect(await offered('--language', 'd')).toEqual(['de']);
    expect(await offered('completion', 'z')).toEqual(['zsh']);
  });

  test('a format and a colon, and then files, which readline completes', async () => {
    expect(await offered('--output', 'j')).toEqual(['json:', 'jsonl:', 'junit:']);
    expect(await offered('--output', 'json', ':', 'ne')).toEqual([]);
    expect(await offered('--files-from', 'ne')).toEqual([]);
  });

  test('what index is told to do, and then files', async () => {
    expect(await offered('index', 're')).toEqual(['remove']);
    expect(await offered('index', '-q', '')).toEqual(['build', 'add', 'remove', 'info', 'verify', 'compact', 'export']);
    expect(await offered('index', 'add', '')).toEqual([]);
    expect(await offered('index', 'remove', '--by')).toEqual(['--by-content']);
  });

  test('nothing of ours after --', async () => {
    expect(await offered('--', '--fo')).toEqual([]);
  });
});

test.each(['bash', 'zsh', 'fish'])('every flag is in the script for %s', async (name) => {
  const { code, stdout, stderr } = await dedupe(['completion', name]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const written = name === 'fish' ? FLAGS.map((flag) => `-l ${flag.slice(2)} `) : FLAGS;
  for (const flag of written) expect(stdout).toContain(flag);
});

test.runIf(has('zsh'))('zsh offers commands, flags and values', { timeout: 60_000 }, async () => {
  const { stdout } = await dedupe(['completion', 'zsh']);
  const cwd = folderWith({ script: stdout, 'news.txt': '' });
  expect(spawnSync('zsh', ['-n', 'script'], { cwd }).stderr.toString()).toBe('');
  /** What an interactive zsh shows when a line is followed by a tab: with a text, a pattern of zsh. */
  const offered = (line: string, text: string) =>
    stripVTControlCharacters(spawnSync('zsh', ['-fc', ZSH_TAB, 'zsh', line, text], { cwd }).stdout.toString());
  const first = offered('dedupe ', 'news.txt');
  expect(first).toMatch(/^apply +-- Moves, deletes .* all but them\.\s+check +-- /m);
  expect(first).toContain('news.txt');
  expect(offered('dedupe apply --keep', 'path')).toContain('--keep-path');
  expect(offered('dedupe --fail-on ', 'none')).toMatch(/copies +events +none/);
  expect(offered('dedupe --output j', 'junit')).toMatch(/json +jsonl +junit/);
  expect(offered('dedupe index ', 'verify*--')).toMatch(/remove +-- takes articles out, without a trace/);
});

/** A terminal of 120 columns in which zsh completes its first argument; prints what it wrote until its second was in it, 20 seconds at most. */
const ZSH_TAB = String.raw`
  zmodload zsh/zpty
  zpty tty zsh -fi
  heard= said=
  hear() { repeat 400 { while zpty -rt tty said; do heard+=$said; done; [[ $heard == *$~1* ]] && return; sleep 0.05 } }
  zpty -w tty 'PS1=; stty cols 120; autoload -Uz compinit; compinit -u -D; source ./script'
  zpty -w tty 'zle-line-init() { print RE''ADY }; zle -N zle-line-init'
  hear READY
  heard=
  zpty -wn tty "$1"$'\t'
  hear "$2"
  print -r -- "$heard"
  zpty -d tty`;

test.runIf(has('fish'))('fish offers commands, flags and values', async () => {
  const { stdout } = await dedupe(['completion', 'fish']);
  const offered = (line: string) =>
    spawnSync('fish', ['--no-config', '-c', `source script; complete -C '${line}'`], {
      cwd: folderWith({ script: stdout }),
    }).stdout.toString();
  expect(offered('dedupe cl')).toMatch(/^clean\t/);
  expect(offered('dedupe explain --wi')).toMatch(/^--within\t/);
  expect(offered('dedupe --fail-on co')).toMatch(/^copies\t/);
  expect(offered('dedupe index re')).toMatch(/^remove\ttakes articles out/);
  expect(offered('dedupe index add re')).not.toContain('remove');
});

test.each([
  { args: ['bsh'], meant: 'bash' },
  { args: [], meant: 'bash|zsh|fish' },
  { args: ['fish', 'zsh'], meant: 'bash|zsh|fish' },
])('a wrong shell: $args', async ({ args, meant }) => {
  const { code, stdout, stderr } = await dedupe(['completion', ...args]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`give: dedupe completion ${meant}\n`);
});

test('a shell that starts in a strange folder runs no configuration there', async () => {
  const cwd = folderWith({ 'dedupe.config.mjs': 'process.stdout.write("ran"); export default {};' });
  expect((await dedupe(['completion', 'bash'], { cwd })).stdout).toMatch(/^# bash completion/);
});

describe('the manual page', () => {
  const page = readFileSync('dist/dedupe.1', 'utf8');

  test('has every option, and nothing but ASCII', () => {
    for (const flag of FLAGS) expect(page).toContain(`${flag.replaceAll('-', '\\-')}`);
    expect(page).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test.runIf(has('groff'))('groff has no complaint, and shows it', () => {
    const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-P-cbou', '-ww', 'dist/dedupe.1']);
    expect(stderr.toString()).toBe('');
    expect(stdout.toString()).toMatch(/^EXIT STATUS\n +0 +All +is +done/m);
    expect(stdout.toString()).toMatch(/^ +-q, --quiet\n/m);
  });

  test.runIf(has('mandoc'))('mandoc misses the date alone', () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint', 'dist/dedupe.1']);
    expect(stdout.toString().trim().split('\n')).toEqual([expect.stringContaining('missing date')]);
  });
});
