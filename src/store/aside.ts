import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names of files are at most 255 bytes; the longest index keeps room for what is put around its name. */
const LONGEST = 60;
const ENDINGS = ['.rewrite', '.tables'];

/** Two files beside an index, hidden, for it to be written anew: the index itself, and its tables while they are made. */
export function asideOf(path: string): string[] {
  const stem = `${stemOf(path)}${randomBytes(6).toString('hex')}`;
  return ENDINGS.map((ending) => join(dirname(path), `${stem}${ending}`));
}

/** Takes away what a writer that was killed left aside. Only for who holds the lock. */
export function sweepAside(path: string): void {
  const stem = stemOf(path);
  for (const name of readdirSync(dirname(path))) {
    const rest = name.startsWith(stem) ? name.slice(stem.length) : '';
    if (ENDINGS.some((ending) => rest.endsWith(ending)) && /^[0-9a-f]{12}\.[a-z]+$/.test(rest))
      rmSync(join(dirname(path), name), { force: true });
  }
}

function stemOf(path: string): string {
  return `.${basename(path).slice(0, LONGEST)}-`;
}
