import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOf, UserError } from '../../errors.ts';
import { safe } from './safe.ts';

/** UTF-16 units gathered before a write: one system call for some hundred lines. */
const CHUNK = 1 << 16;

/** Small chunks gathered into large ones, for a file or for standard output. */
export function* inLargeChunks(chunks: Iterable<string>): Iterable<string> {
  let gathered = '';
  for (const chunk of chunks) {
    gathered += chunk;
    if (gathered.length < CHUNK) continue;
    yield gathered;
    gathered = '';
  }
  if (gathered !== '') yield gathered;
}

/**
 * Writes a report whole or not at all: into a temporary file in the same folder, flushed to disk, then renamed over the
 * old one. When anything fails, the chunks included, the old file stays as it was and the temporary one goes.
 *
 * Not write-file-atomic: it takes the whole text as one string, and a JSON report of a million articles is longer than
 * a string can be (512 MB). What it does beside that is done here too: a link is followed, mode and owner are kept.
 *
 * A pipe or a device (`--output json:/dev/null`) is written to directly: a rename would put a file in its place.
 */
export function writeReport(file: string, chunks: Iterable<string>): void {
  const refuse = refuserOf(file);
  const target = attempt(refuse, () => realTarget(file));
  const old = attempt(refuse, () => statSync(target, { throwIfNoEntry: false }));
  if (old?.isDirectory()) throw refuse({ code: 'EISDIR' });
  if (old !== undefined && !old.isFile()) {
    fill(
      attempt(refuse, () => openSync(target, 'w')),
      chunks,
      refuse,
    );
    return;
  }
  // A rename asks for rights on the folder alone; a file that its owner made read-only is meant to stay.
  if (old !== undefined) attempt(refuse, () => accessSync(target, constants.W_OK));
  replace(target, old, chunks, refuse);
}

type Refuse = (error: unknown) => UserError;

function replace(target: string, old: Stats | undefined, chunks: Iterable<string>, refuse: Refuse): void {
  // Short, since the target's own name may be as long as a name can be; hidden, so that no run reads it as an article.
  const temporary = join(dirname(target), `.dedupe-${randomBytes(6).toString('hex')}.tmp`);
  const handle = attempt(refuse, () => openSync(temporary, 'wx'));
  try {
    fill(handle, chunks, refuse, () => {
      if (old !== undefined) keepOwner(handle, old);
      fsyncSync(handle);
    });
    attempt(refuse, () => renameSync(temporary, target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Writes the chunks and closes the file. An error of the chunks themselves is thrown as it is: it is no one's disk. */
function fill(handle: number, chunks: Iterable<string>, refuse: Refuse, finish = () => {}): void {
  try {
    for (const chunk of inLargeChunks(chunks)) attempt(refuse, () => writeFileSync(handle, chunk));
    attempt(refuse, finish);
  } finally {
    closeSync(handle);
  }
}

function keepOwner(handle: number, { mode, uid, gid }: Stats): void {
  fchmodSync(handle, mode & 0o7777);
  try {
    fchownSync(handle, uid, gid);
  } catch {
    // Only root may give a file away; one's own name on it is what any editor would leave.
  }
}

/** Where a link leads; the path itself when there is no such file yet. */
function realTarget(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return file;
    throw error;
  }
}

function attempt<Result>(refuse: Refuse, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw refuse(error);
  }
}

const REASONS: Readonly<Record<string, readonly [reason: string, mend: string]>> = {
  EACCES: ['no permission', 'choose a folder you may write to, or change its permissions'],
  EPERM: ['no permission', 'choose a folder you may write to, or change its permissions'],
  ENOENT: ['its folder does not exist', 'create the folder first, or choose another'],
  ENOTDIR: ['a part of its path is a file, not a folder', 'choose another path'],
  EISDIR: ['it is a folder', 'give the name of a file in it'],
  ENOSPC: ['the disk is full', 'free some space, or choose another disk'],
  EDQUOT: ['your disk quota is used up', 'free some space, or choose another disk'],
  EROFS: ['the disk is read-only', 'choose another disk'],
  EBUSY: ['it is in use, or mounted on its own', 'choose another name'],
  ENAMETOOLONG: ['its name is too long', 'choose a shorter one'],
  ELOOP: ['it is a link that leads back to itself', 'choose another path'],
};

function refuserOf(file: string): Refuse {
  return (error) => {
    const [reason, mend] = REASONS[codeOf(error) ?? ''] ?? [reasonOf(error), 'choose another path'];
    return new UserError(`cannot write ${safe(file)}: ${reason}`, mend);
  };
}

function codeOf(error: unknown): string | null {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
