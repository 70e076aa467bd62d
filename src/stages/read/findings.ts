import { type BigIntStats, type Dirent, lstatSync, realpathSync, type Stats } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';
import type { Skipped } from '../../article.ts';
import type { FoundFile } from './foundFile.ts';
import { compare } from './gather.ts';

/** The endings that are read in folders. */
const READ_ENDING = /\.(txt|md|jsonl|ndjson|jsonl\.gz|ndjson\.gz)$/i;
const RECORDS_ENDING = /\.(jsonl|ndjson)(\.gz)?$/i;
export const ENDINGS = '.txt, .md, .jsonl, .ndjson, .jsonl.gz and .ndjson.gz';
/** Standard input among the files; a file of this name is shown as './-'. */
export const STDIN = '-';

export function isRead(name: string): boolean {
  return READ_ENDING.test(name);
}

export function holdsRecords(name: string): boolean {
  return RECORDS_ENDING.test(name);
}

/** Why a thing that is neither file nor folder is not opened; null for those. */
export function refusalOf(entry: Stats | Dirent): string | null {
  if (entry.isFile() || entry.isDirectory()) return null;
  if (entry.isSymbolicLink()) return 'symbolic link, not followed';
  if (entry.isFIFO()) return 'named pipe, not opened';
  return entry.isSocket() ? 'socket, not opened' : 'device, not opened';
}

const FILES_PER_WORD = 500;

/** What the search has found so far, each path once. */
export class Findings {
  readonly #files = new Map<string, FoundFile & { readonly links: number }>();
  readonly #skipped = new Map<string, string>();
  /** Folders that have been walked, by absolute path. */
  readonly walked = new Set<string>();
  /** The folders of the given paths; and whether one leads through a symbolic link, so that any file may have two paths. */
  readonly #folders = new Set<string>();
  #byAlias = false;
  readonly #onFound: (files: number, bytes: number) => void;
  #bytes = 0;

  /** onFound: called now and then with what has been found so far. */
  constructor(onFound: (files: number, bytes: number) => void) {
    this.#onFound = onFound;
  }

  skip(shown: string, reason: string): void {
    this.#skipped.set(shown, reason);
  }

  /** A link in the folders above a path is followed, as the user's own words. */
  noteFolder(folder: string): void {
    if (this.#byAlias || this.#folders.has(folder)) return;
    this.#folders.add(folder);
    try {
      this.#byAlias = realpathSync.native(folder) !== folder;
    } catch {
      // it cannot be looked at, so nothing is read from it
    }
  }

  addStdin(): void {
    this.#files.set(STDIN, { shown: STDIN, path: STDIN, bytes: 0, links: 1 });
  }

  addFile(shown: string, path: string, status: Stats): void {
    this.#files.set(shown, { shown, path, bytes: status.size, links: status.nlink });
    this.#bytes += status.size;
    if (this.#files.size % FILES_PER_WORD === 0) this.#onFound(this.#files.size, this.#bytes);
  }

  /** All files by path, each content on disk once: of hard links the first stays. */
  sorted(): { files: FoundFile[]; skipped: Skipped[] } {
    const first = new Map<string, string>();
    const files = [...this.#files.values()]
      .sort((a, b) => compare(a.shown, b.shown))
      .filter(({ shown, path, links }) => {
        const inode = links > 1 || this.#byAlias ? inodeOf(path) : null;
        if (inode === null) return true;
        const known = first.get(inode);
        if (known === undefined) first.set(inode, shown);
        else this.skip(shown, links > 1 ? `hard link to ${known}` : `the same file as ${known}`);
        return known === undefined;
      });
    return { files, skipped: [...this.#skipped].map(([path, reason]) => ({ path, reason })).sort((a, b) => compare(a.path, b.path)) };
  }
}

/** Only for files that may repeat: a number cannot hold every inode, and the exact ones are slow. */
function inodeOf(path: string): string | null {
  const status: BigIntStats | undefined = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return status === undefined ? null : `${status.dev}:${status.ino}`;
}

/** A path as reports show it: relative to the working folder, with "/"; '' is the working folder itself. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path);
  const posix = sep === '/' ? shown : shown.split(sep).join('/');
  return posix === STDIN && !isAbsolute(shown) ? './-' : posix;
}
