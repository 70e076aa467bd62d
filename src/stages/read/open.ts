import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** Why a path is not read, in words for `skipped`. */
export class Unreadable extends Error {}

// O_NOFOLLOW and O_NONBLOCK do not exist on Windows. Without O_NONBLOCK, opening a FIFO waits for its writer.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Runs `use` on an open file. The listing has refused what is no regular file; should it have been swapped since then,
 * these flags refuse a link, never wait for a pipe, and the caller reads a bounded number of bytes. (An fstat here
 * would cost a quarter of the time of reading.) Throws Unreadable with the reason.
 */
export function withFile<Result>(path: string, use: (fd: number) => Result): Result {
  const fd = open(path);
  try {
    return use(fd);
  } catch (error) {
    throw unreadable(error);
  } finally {
    closeSync(fd);
  }
}

/** As withFile, for a file of any length that is read piece by piece: so it must be a regular file. */
export async function withFileAsync<Result>(path: string, use: (fd: number) => Promise<Result>): Promise<Result> {
  const files = new OpenFiles();
  try {
    return await use(files.open(path));
  } catch (error) {
    throw unreadable(error);
  } finally {
    files.closeAll();
  }
}

/** Files of any length that are read piece by piece, by whatever thread; whoever opens them lets go of them all. */
export class OpenFiles {
  readonly #open = new Set<number>();

  /** Throws Unreadable with the reason, also for what is no regular file. */
  open(path: string): number {
    const fd = open(path);
    this.#open.add(fd);
    if (fstatSync(fd).isFile()) return fd;
    this.close(fd);
    throw new Unreadable('changed while it was read');
  }

  close(fd: number): void {
    this.#open.delete(fd);
    closeSync(fd);
  }

  closeAll(): void {
    for (const fd of this.#open) this.close(fd);
  }
}

/**
 * Reads until there is enough, the room is full, or the file ends, and returns what was read; from a position, or from where
 * the file stands.
 */
export function fill(room: Buffer, fd: number, position: number | null = null, enough: number = room.length): Buffer {
  let filled = 0;
  while (filled < enough) {
    const read = readSync(fd, room, filled, room.length - filled, position === null ? null : position + filled);
    if (read === 0) break;
    filled += read;
  }
  return room.subarray(0, filled);
}

function open(path: string): number {
  try {
    return openSync(path, FLAGS);
  } catch (error) {
    throw unreadable(error);
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'gone since it was listed, or its name is not UTF-8',
  ENOTDIR: 'gone since it was listed',
  ELOOP: 'symbolic link, not followed',
  ENAMETOOLONG: 'path too long for this system',
  ENXIO: 'not a regular file',
};

/** An error of the file system in words; any other error is a bug and goes on as it is. */
export function unreadable(error: unknown): unknown {
  return isSystemError(error) ? new Unreadable(REASONS[error.code] ?? error.message) : error;
}

export function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
