import { lstatSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { Refusal } from './refusal.ts';

/** True for a path of a report that leads below the working folder, as its words say: not absolute, no '..', no NUL. */
export function isInside(path: string): boolean {
  const parts = (path.startsWith('./') ? path.slice(2) : path).split('/');
  return !isAbsolute(path) && !path.includes('\0') && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Throws Refusal when a folder on the way from `root` to the file is a link, or no folder. What does not exist yet is none. */
export function refuseLinks(root: string, path: string): void {
  let at = root;
  for (const part of path.split('/').slice(0, -1)) {
    at = join(at, part);
    const status = lstatSync(at, { throwIfNoEntry: false });
    if (status === undefined) return;
    if (status.isSymbolicLink()) throw new Refusal(`${at} is a symbolic link, not followed`);
    if (!status.isDirectory()) throw new Refusal(`${at} is not a folder`);
  }
}

/** The folders above a file that do not exist yet, the uppermost first. */
export function missingFolders(file: string): string[] {
  const missing: string[] = [];
  for (let at = join(file, '..'); resolve(at) !== resolve(at, '..'); at = join(at, '..')) {
    if (lstatSync(at, { throwIfNoEntry: false }) !== undefined) break;
    missing.unshift(at);
  }
  return missing;
}
