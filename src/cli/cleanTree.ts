import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Skipped } from '../article.ts';
import { reasonOf, UserError } from '../errors.ts';
import { fileOf } from '../fileOf.ts';
import type { Cleaned } from '../report.ts';
import { renderOwn, safe, writeReport } from '../stages/report/index.ts';

/**
 * Writes the own texts below a folder, in the tree of the input: of one folder `given` its own tree, of anything else the
 * paths as they are shown. Everything is checked before the first file is written;
 * no name leads out of the folder: '..' and a leading '/' fall away, and a link in it is not followed.
 */
export function writeTree(out: string, given: readonly string[], cleaned: readonly Cleaned[], skipped: readonly Skipped[]): void {
  refuseInputs(out, [...cleaned, ...skipped]);
  const names = namesOf(
    withoutRoot(
      given,
      cleaned.map(({ path }) => path),
    ),
  );
  const folders = new Folders(out);
  for (const [at, article] of cleaned.entries()) {
    const file = join(out, names[at]);
    folders.make(dirname(names[at]));
    if (linkStatus(file)?.isSymbolicLink()) throw refusal(file, 'it is a link');
    writeReport(file, [renderOwn(article, 'file')]);
  }
}

/** Refuses a folder that is an input, or holds one: what is written would be read by the next run, or overwrite it. */
function refuseInputs(out: string, inputs: readonly { readonly path: string }[]): void {
  const root = realPath(out);
  const real = new Map<string, string>();
  for (const { path } of inputs) {
    const folder = dirname(resolve(path));
    if (!real.has(folder)) real.set(folder, realPath(folder));
    if (isBelow(root, real.get(folder)!))
      throw new UserError(`--out ${safe(out)} holds an input: ${safe(path)}`, 'choose a folder apart from the input');
  }
}

/** Where a path leads, links followed as far as it exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(resolve(path));
    return parent === resolve(path) ? parent : join(realPath(parent), basename(path));
  }
}

function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Paths below the one folder that was given, seen from it. */
function withoutRoot(given: readonly string[], paths: readonly string[]): readonly string[] {
  if (given.length !== 1) return paths;
  const root = `${relative('.', given[0]).split(sep).join('/')}/`;
  return paths.every((path) => path.startsWith(root)) ? paths.map((path) => path.slice(root.length)) : paths;
}

/** A file name for each path, none twice: `../a.txt` beside `a.txt` becomes `a~2.txt`. */
export function namesOf(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const name = nameOf(path);
    let free = name;
    for (let copy = 2; taken.has(free); copy += 1) free = name.replace(/(\.[^./]*)?$/, `~${copy}$1`);
    taken.add(free);
    return free;
  });
}

/** `../news/a.txt` → `news/a.txt`; the record `a.jsonl#x/1` → `a.jsonl/x%2F1.txt`. */
function nameOf(path: string): string {
  if (path === '-') return 'stdin.txt';
  const { file, record } = fileOf(path);
  const segments = file.split('/').filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (record !== null) segments.push(`${shortened(encodeURIComponent(wellFormed(record)))}.txt`);
  return segments.join('/');
}

/** A lone surrogate, which no file name can hold, becomes U+FFFD. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** File systems take names of 255 bytes; the hash keeps two long ones apart. */
function shortened(name: string): string {
  if (name.length <= 200) return name;
  return `${name.slice(0, 180)}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}

/** The folders of the tree, made when first needed; a link among them would lead the next file elsewhere. */
class Folders {
  readonly #root: string;
  readonly #made = new Set<string>();
  constructor(root: string) {
    this.#root = root;
    attempt(root, () => mkdirSync(root, { recursive: true }));
  }

  make(folder: string): void {
    if (folder === '.' || this.#made.has(folder)) return;
    this.make(dirname(folder));
    const path = join(this.#root, folder);
    const status = linkStatus(path);
    if (status === undefined) attempt(path, () => mkdirSync(path));
    else if (!status.isDirectory()) throw refusal(path, 'it is not a folder');
    this.#made.add(folder);
  }
}

function linkStatus(path: string): Stats | undefined {
  return attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

function attempt<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw refusal(path, reasonOf(error));
  }
}

function refusal(path: string, reason: string): UserError {
  return new UserError(`cannot write ${safe(path)}: ${reason}`, 'choose another folder with --out');
}
