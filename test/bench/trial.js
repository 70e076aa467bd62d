import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, cpSync, createReadStream, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { busyMs, othersOf } from './machine.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** What the program needs to run: dist has all of its code bundled. */
const PROGRAM = ['bin', 'dist', 'package.json'];
const PEAK = new URL('./peak.js', import.meta.url).href;
/** "digest      7890 ms  strip, shingle, sketch, features" */
const STAGE = /^(\w+) +(\d+) ms(?: +(.*))?$/gm;

/** Copies the program as it is built now: a build during a long bench would otherwise put two programs into one table. */
export function freeze(dir) {
  for (const part of PROGRAM) cpSync(join(PROJECT, part), join(dir, part), { recursive: true });
  return join(dir, 'bin', 'dedupe.js');
}

/**
 * One run of the real program in a process of its own, its report written to reportFile: { wallMs, cpuMs, peakBytes, others,
 * stages: [{ name, ms, note }], hash }; others is the share of the processors, 0–1, that everything else took. Throws when it fails.
 */
export async function trial({ dir, input }, { program, workers, only, reportFile }) {
  const report = openSync(reportFile, 'w');
  const args = ['--import', PEAK, program, input, '--format', 'json', '-v', '--workers', String(workers), '--only', only];
  const [busyBefore, started] = [busyMs(), performance.now()];
  const child = spawn(process.execPath, args, { cwd: dir, stdio: ['ignore', report, 'pipe', 'pipe'] });
  const [told, peak, [code, signal]] = await Promise.all([text(child.stderr), text(child.stdio[3]), once(child, 'exit')]);
  const wallMs = performance.now() - started;
  const busy = busyMs() - busyBefore;
  closeSync(report);
  if (code !== 0) throw new Error(`dedupe ended with ${signal ?? code}:\n${told}`);
  const stages = Array.from(told.matchAll(STAGE), ([, name, ms, note = '']) => ({ name, ms: Number(ms), note }));
  const used = JSON.parse(peak);
  return { wallMs, ...used, others: othersOf(busy - used.cpuMs, wallMs), stages, hash: await hashOf(reportFile) };
}

async function hashOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}
