import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { placeNew } from '../placeNew.ts';
import { diskError } from './diskError.ts';

/** Who writes to an index. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When it began, ISO 8601. */
  readonly since: string;
}

const LOOK_AGAIN_MS = 100;

/**
 * Takes the right to write to an index: a file beside it that names who holds it. Waits for another writer for so many seconds;
 * one that has died without giving it back is not waited for. Returns what gives it back. Throws UserError naming the holder.
 */
export async function lockForWriting(path: string, waitSeconds: number): Promise<() => void> {
  const lock = `${path}.lock`;
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() } satisfies Holder);
  const until = performance.now() + 1000 * waitSeconds;
  let unsigned: string | null = null;
  while (!take(path, lock, mine)) {
    const held = heldBy(lock);
    if (held === null) continue;
    if (held.holder === null && held.text !== unsigned) {
      unsigned = held.text; // perhaps it is being written
      await setTimeout(LOOK_AGAIN_MS);
      continue;
    }
    if (held.holder === null || isGone(held.holder)) {
      clear(lock, held.text);
      continue;
    }
    if (performance.now() >= until) throw busy(path, held.holder, waitSeconds);
    await setTimeout(LOOK_AGAIN_MS);
  }
  sweepBeside(lock);
  return () => {
    if (heldBy(lock)?.text === mine) rmSync(lock, { force: true });
  };
}

function take(path: string, lock: string, mine: string): boolean {
  // Written aside and put in place whole, so that nobody sees a lock without its holder, but for a moment where there are no hard links.
  const own = `${lock}-${process.pid}`;
  try {
    writeFileSync(own, mine);
    placeNew(own, lock);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw diskError(path, error, 'cannot write');
  } finally {
    rmSync(own, { force: true });
  }
}

function heldBy(lock: string): { text: string; holder: Holder | null } | null {
  try {
    const text = readFileSync(lock, 'utf8');
    return { text, holder: parse(text) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw diskError(lock, error, 'cannot read');
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, host, since } = JSON.parse(text);
    return Number.isInteger(pid) && typeof host === 'string' && typeof since === 'string' ? { pid, host, since } : null;
  } catch {
    return null;
  }
}

/** Takes away what writers have left that were killed while they took the lock. Only for who holds it. */
function sweepBeside(lock: string): void {
  const stem = `${basename(lock)}-`;
  for (const name of readdirSync(dirname(lock))) {
    const pid = name.startsWith(stem) ? Number(name.slice(stem.length)) : Number.NaN;
    if (!Number.isInteger(pid)) continue;
    const left = join(dirname(lock), name);
    const held = heldBy(left);
    if (held !== null && isGone(held.holder ?? { pid, host: hostname() })) rmSync(left, { force: true });
  }
}

/** Only of this machine can it be told. */
function isGone({ pid, host }: Pick<Holder, 'pid' | 'host'>): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Takes a dead holder's lock away; if another writer was quicker and it is that one's by now, gives it back. */
function clear(lock: string, text: string): void {
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== text) placeNew(aside, lock);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw diskError(lock, error, 'cannot write');
  } finally {
    rmSync(aside, { force: true });
  }
}

function busy(path: string, { pid, host, since }: Holder, seconds: number): UserError {
  return new UserError(
    `another process writes to ${path}: pid ${pid} on ${host}, since ${since}; waited ${seconds} s`,
    `wait until it is done, or give --wait SECONDS; if ${host} is no more, delete ${path}.lock`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
