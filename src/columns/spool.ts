import { randomBytes } from 'node:crypto';
import { closeSync, constants, openSync, readSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reasonOf, UserError } from '../errors.ts';

/** What is written and read, in the byte order of the machine. */
type Column = Uint8Array | Uint32Array | Float64Array;

/** A temporary file, open for every thread of the process, and where in it something begins. Plain data: a message may carry it. */
export interface Place {
  readonly file: number;
  /** Bytes from the start of the file. */
  readonly at: number;
}

/**
 * A temporary file that is written once, from its start to its end, and read back anywhere. It has no name from the moment it
 * is open, so that it is gone with the process however that ends. Reads come from the page cache while there is room for it.
 */
export class Spool {
  readonly file: number;
  /** What was written so far. */
  bytes = 0;
  #path: string | null;

  /** Throws UserError when there is no folder to write to. */
  constructor(folder = spoolFolder()) {
    const path = join(folder, `dedupe-${randomBytes(8).toString('hex')}.tmp`);
    // O_EXCL: never a file, nor a link, that somebody else has put there.
    this.file = attempt(folder, () => openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600));
    this.#path = removed(path) ? null : path;
  }

  /** Writes the bytes behind what is there, and returns where they begin. Throws UserError when the disk is full. */
  append(values: Column): number {
    const at = this.bytes;
    const end = at + values.byteLength;
    while (this.bytes < end) {
      this.bytes += attempt(null, () => writeSync(this.file, values, this.bytes - at, end - this.bytes, this.bytes));
    }
    return at;
  }

  close(): void {
    closeSync(this.file);
    if (this.#path !== null) rmSync(this.#path, { force: true });
  }
}

/** Fills `into` from a place on. Throws UserError when the disk fails. */
export function readAt<Values extends Column>({ file, at }: Place, into: Values): Values {
  for (let done = 0; done < into.byteLength; ) {
    const read = attempt(null, () => readSync(file, into, done, into.byteLength - done, at + done));
    if (read === 0) throw new Error(`a spool ends at byte ${at + done}, before what was asked for`);
    done += read;
  }
  return into;
}

/** statfs's word for a file system that lies in memory itself. */
const TMPFS = 0x01021994;

/** The folder for temporary files: $TMPDIR, or the system's; where that is memory and nobody chose it, /var/tmp. */
export function spoolFolder(): string {
  const folder = tmpdir();
  if (process.env['TMPDIR'] || process.platform !== 'linux') return folder;
  try {
    return statfsSync(folder).type === TMPFS && statfsSync('/var/tmp').type !== TMPFS ? '/var/tmp' : folder;
  } catch {
    return folder;
  }
}

/** False on a system that does not take the name of an open file away; there it goes when the spool is closed. */
function removed(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be larger than the system allows',
  EACCES: 'no permission',
  EROFS: 'the disk is read-only',
  ENOENT: 'the folder does not exist',
};

/** `folder`: where a file cannot be made; null for one that is open. */
function attempt<Result>(folder: string | null, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UserError(
      `cannot use a temporary file in ${folder ?? spoolFolder()}: ${REASONS[code] ?? reasonOf(error)}`,
      'what exceeds --memory goes there: set TMPDIR to a folder with more room, or raise --memory',
    );
  }
}
