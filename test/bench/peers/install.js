import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const LIMIT_MS = 1_200_000;

/**
 * Installs a peer into a folder of its own below scratch, unless it is there: a virtual environment, or a folder of npm.
 * Returns the start of its command line, [interpreter, script], and what follows its own arguments. Throws, with the last
 * line that the installer printed, when it cannot be installed.
 */
export function install({ install: packages, script }, { scratch, python }) {
  const isNpm = script.endsWith('.js');
  const dir = join(scratch, packages[0].replace(/[^\w.-]+/g, '-'));
  const stamp = join(dir, 'installed.txt');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== packages.join('\n')) {
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
    if (isNpm) {
      writeFileSync(join(dir, 'package.json'), '{}');
      must('npm', ['install', '--prefix', dir, '--ignore-scripts', '--no-audit', '--no-fund', ...packages]);
    } else {
      must(python, ['-m', 'venv', dir]);
      must(join(dir, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
    }
    writeFileSync(stamp, packages.join('\n'));
  }
  return isNpm
    ? { start: [process.execPath, join(HERE, script)], end: [dir] }
    : { start: [join(dir, 'bin', 'python'), join(HERE, script)], end: [] };
}

/** "Python 3.11.7"; throws when there is none. */
export function versionOf(python) {
  const { status, stdout } = spawnSync(python, ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`--python is ${python}, which does not run; give the path of Python 3.10 or newer`);
  return stdout.trim();
}

function must(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: LIMIT_MS });
  if (status !== 0) throw new Error(error?.message ?? lastLine(stderr));
}

/** What a program that failed said last. */
export function lastLine(text) {
  return text.trim().split('\n').at(-1).trim();
}
