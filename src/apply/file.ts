import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { NO_LINKS } from '../placeNew.ts';
import { codeOf, Refusal } from './refusal.ts';

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const PIECE_BYTES = 1 << 20;

/** A name on disk; null when there is none. A link is not followed. */
export function look(path: string): BigIntStats | null {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

export function isSame(one: BigIntStats | null, other: BigIntStats | null): boolean {
  return one !== null && other !== null && one.ino === other.ino && one.dev === other.dev;
}

/** Reads the file and throws Refusal unless its bytes have that hash. Returns what it was at that moment. */
export function verify(path: string, sha256: string): BigIntStats {
  return withRegular(path, (fd, status) => {
    const hash = createHash('sha256');
    eachPiece(fd, (piece) => hash.update(piece));
    if (hash.digest('hex') !== sha256) throw new Refusal('it has changed since the report');
    return status;
  });
}

export function isIntact(path: string, sha256: string): boolean {
  try {
    verify(path, sha256);
    return true;
  } catch (error) {
    if (error instanceof Refusal || codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** True when one file's bytes are what the other begins with: a copy that was cut off, or a whole one. */
export function isBeginOf(part: string, whole: string): boolean {
  return withRegular(part, (partFd, { size }) =>
    withRegular(whole, (wholeFd, { size: wholeSize }) => {
      if (size > wholeSize) return false;
      const beside = Buffer.allocUnsafe(PIECE_BYTES);
      let same = true;
      eachPiece(partFd, (piece) => {
        const bytes = readFully(wholeFd, beside.subarray(0, piece.length));
        same &&= piece.equals(beside.subarray(0, bytes));
      });
      return same;
    }),
  );
}

/**
 * Moves a file with that hash to a name that is free, in two steps of which neither can lose anything: a second name, by
 * a hard link or else by a copy that is on disk and verified, then the first name goes. Never a rename: that would
 * replace what has come to stand there meanwhile. Throws Refusal, or an error of the file system, with all as it was.
 */
export function move(from: string, to: string, sha256: string): void {
  const seen = verify(from, sha256);
  secondName(from, to, sha256, seen);
  try {
    removeName(from, seen);
  } catch (error) {
    unlinkSync(to);
    throw error;
  }
}

/** Takes away a name of a file that has another by now; one that leads to something else since stays. */
export function removeName(path: string, seen: BigIntStats): void {
  const now = look(path);
  if (now === null) return;
  if (!isSame(now, seen) || now.size !== seen.size || now.mtimeNs !== seen.mtimeNs) throw new Refusal('it was changed at this very moment');
  unlinkSync(path);
}

function secondName(from: string, to: string, sha256: string, seen: BigIntStats): void {
  try {
    linkNew(from, to);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    copyNew(from, to, sha256);
    return;
  }
  if (isSame(look(to), seen)) return;
  unlinkSync(to); // another file had taken the name since it was read
  throw new Refusal('it was changed at this very moment');
}

/** A second name for a file; Refusal when the name is taken. The order on disk is the journal's of the file system. */
export function linkNew(existing: string, to: string): void {
  try {
    linkSync(existing, to);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken(to) : error;
  }
}

export function taken(path: string): Refusal {
  return new Refusal(`${path} is already there`);
}

/**
 * A copy under a free name, with mode and times, of a file with that hash. When its source is to go afterwards, it is on
 * disk and read back before this returns; `isLast` false saves that time.
 */
export function copyNew(from: string, to: string, sha256: string, isLast = true): void {
  const out = openNew(to);
  try {
    try {
      withRegular(from, (fd, { mode, atimeNs, mtimeNs }) => {
        const hash = createHash('sha256');
        eachPiece(fd, (piece) => {
          hash.update(piece);
          for (let at = 0; at < piece.length; ) at += writeSync(out, piece, at);
        });
        if (hash.digest('hex') !== sha256) throw new Refusal('it has changed since the report');
        fchmodSync(out, Number(mode & 0o777n));
        futimesSync(out, Number(atimeNs) / 1e9, Number(mtimeNs) / 1e9);
        if (isLast) fsyncSync(out);
      });
    } finally {
      closeSync(out);
    }
    if (!isLast) return;
    verify(to, sha256);
    syncFolder(dirname(to));
  } catch (error) {
    unlinkSync(to);
    throw error;
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? taken(path) : error;
  }
}

/** Puts a folder's new names on disk; where folders cannot be opened (Windows), the file system sees to it. */
export function syncFolder(folder: string): void {
  let fd: number;
  try {
    fd = openSync(folder, constants.O_RDONLY);
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    // some file systems have no fsync of folders
  } finally {
    closeSync(fd);
  }
}

function withRegular<Result>(path: string, use: (fd: number, status: BigIntStats) => Result): Result {
  const fd = openSync(path, FLAGS);
  try {
    const status = fstatSync(fd, { bigint: true });
    if (!status.isFile()) throw new Refusal('it is not a regular file');
    return use(fd, status);
  } finally {
    closeSync(fd);
  }
}

function eachPiece(fd: number, take: (piece: Buffer) => void): void {
  const room = Buffer.allocUnsafe(PIECE_BYTES);
  for (let bytes = readSync(fd, room); bytes > 0; bytes = readSync(fd, room)) take(room.subarray(0, bytes));
}

function readFully(fd: number, room: Buffer): number {
  let filled = 0;
  while (filled < room.length) {
    const bytes = readSync(fd, room, filled, room.length - filled, null);
    if (bytes === 0) break;
    filled += bytes;
  }
  return filled;
}
