import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync } from 'node:fs';

/** What link(2) says where it cannot: another file system, one without hard links, or files that may not be linked. */
export const NO_LINKS: ReadonlySet<string> = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/**
 * Gives a file that was written aside the name that it is meant for, and leaves the other name to the caller. Throws EEXIST where
 * the name is taken. On a disk without hard links (exFAT, many a network drive) it is copied there: never over another file
 * either, but a kill at that moment leaves a part of it.
 */
export function placeNew(aside: string, path: string): void {
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_LINKS.has(String(error.code)))) throw error;
    copyFileSync(aside, path, constants.COPYFILE_EXCL);
    flush(path);
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
