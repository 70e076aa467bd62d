import { reasonOf, UserError } from '../errors.ts';

const REASONS: Readonly<Record<string, readonly [reason: string, mend: string]>> = {
  ENOENT: ['there is no such file', 'build it with: dedupe index build INDEX PATHS…'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'choose another path'],
  EISDIR: ['it is a folder', 'an index is one file: name a file'],
  EACCES: ['no permission', 'change its permissions, or those of its folder, or choose another path'],
  EPERM: ['no permission', 'change its permissions, or those of its folder, or choose another path'],
  EROFS: ['the disk is read-only', 'choose another disk'],
  ENOSPC: ['the disk is full', 'free some space and do it again: the index is as it was before this batch'],
  EDQUOT: ['your disk quota is used up', 'free some space and do it again: the index is as it was before this batch'],
  EFBIG: ['the file may not grow any further', 'raise the limit and do it again: the index is as it was before this batch'],
};

/** An error of the file system as one that a user can mend. `act`: what was not possible, 'cannot write'. */
export function diskError(path: string, error: unknown, act: string): UserError {
  if (error instanceof UserError) return error;
  if (!(error instanceof Error && 'code' in error)) throw error; // a bug, not the disk
  const code = String(error.code);
  const [reason, mend] = REASONS[code] ?? [reasonOf(error), 'choose another path'];
  return new UserError(`${act} the index ${path}: ${reason}`, mend);
}
