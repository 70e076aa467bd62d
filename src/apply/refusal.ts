import { UserError } from '../errors.ts';

/** Why one file is left as it is; the run goes on, and lists it. */
export class Refusal extends Error {}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it has vanished',
  ENOTDIR: 'it has vanished',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ELOOP: 'a symbolic link, not followed',
  ENAMETOOLONG: 'the path is too long there',
  EISDIR: 'it is a folder now',
};
/** No other file would fare better: the run stops. */
const STOPS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the disk has a fault',
};

/** An error of the file system as a Refusal; as a UserError where the run cannot go on. Any other is a bug and stays as it is. */
export function refusalOf(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const code = codeOf(error);
  const stop = STOPS[code];
  if (stop !== undefined)
    return new UserError(`${path}: ${stop}`, 'nothing is lost: run the same command again to go on, or --undo the journal');
  return new Refusal(REASONS[code] ?? error.message);
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
