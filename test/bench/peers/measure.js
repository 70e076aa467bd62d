import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { busyMs, othersOf } from '../machine.js';
import { lastLine } from './install.js';

const MEASURED = fileURLToPath(new URL('./measured.py', import.meta.url));

/**
 * Runs a command under measured.py, its standard output and error going to files: { wallMs, cpuMs,
 * peakBytes, others, failure }. others is the share of the processors that everything else on the machine took meanwhile, 0–1; failure
 * says why there is no result, or is null.
 */
export async function measure([command, ...args], { python, limitSeconds, cwd, output, errors }) {
  const files = [openSync(output, 'w'), openSync(errors, 'w')];
  const [busyBefore, started] = [busyMs(), performance.now()];
  const stdio = ['ignore', ...files, 'pipe'];
  // Progress bars and warnings would only cost time, and hide the last word of one that fails.
  const env = { ...process.env, PYTHONWARNINGS: 'ignore', TQDM_DISABLE: '1' };
  const child = spawn(python, [MEASURED, String(limitSeconds), command, ...args], { cwd, env, stdio });
  const [told] = await Promise.all([text(child.stdio[3]), once(child, 'exit')]);
  for (const file of files) closeSync(file);
  const { code, ...figures } = JSON.parse(told);
  const others = othersOf(busyMs() - busyBefore - figures.cpuMs, performance.now() - started);
  return { ...figures, others, failure: failureOf(code, { limitSeconds, errors }) };
}

function failureOf(code, { limitSeconds, errors }) {
  if (code === 0) return null;
  if (code === null) return `not done within ${limitSeconds} s`;
  return lastLine(readFileSync(errors, 'utf8')) || `ended with ${code}`;
}
