import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { UserError } from '../errors.ts';
import { diskError } from './diskError.ts';
import type { Block } from './layout.ts';

/** Memory that small reads share. */
const SLAB_BYTES = 1 << 16;

/** An open index file. Reads are checked; nothing is mapped into memory, so that a damaged file is an error and no crash. */
export class IndexFile {
  private slab = Buffer.alloc(0);
  private used = 0;

  private constructor(
    readonly path: string,
    private readonly handle: number,
  ) {}

  /** Throws UserError, naming what is wrong with the path. */
  static open(path: string, forWriting: boolean): IndexFile {
    try {
      const status = statSync(path);
      if (status.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
      if (!status.isFile()) throw new UserError(`${path} is no file`, 'an index is one file: name it'); // to open a pipe would wait for ever
      return new IndexFile(path, openSync(path, forWriting ? 'r+' : 'r'));
    } catch (error) {
      throw diskError(path, error, forWriting ? 'cannot write' : 'cannot read');
    }
  }

  get bytes(): number {
    return fstatSync(this.handle).size;
  }

  /** Throws UserError when the bytes are not those that were written. */
  read({ at, bytes, crc }: Block): Buffer {
    const buffer = this.readRaw(at, bytes);
    if (buffer.length < bytes || crc32(buffer) !== crc) throw this.unlike(at, bytes);
    return buffer;
  }

  /** What is there, unchecked, into memory that is used again and grows when it has to. */
  readInto(scratch: { buffer: Buffer }, at: number, bytes: number): Buffer {
    if (scratch.buffer.length < bytes) scratch.buffer = Buffer.allocUnsafeSlow(2 * bytes);
    return scratch.buffer.subarray(0, this.fill(scratch.buffer.subarray(0, bytes), at));
  }

  /** What is there, unchecked; shorter at the end of the file. In memory of its own, so that typed arrays may view it. */
  readRaw(at: number, bytes: number): Buffer {
    const buffer = this.room(bytes);
    const filled = this.fill(buffer, at);
    return filled === bytes ? buffer : buffer.subarray(0, filled);
  }

  /** Small reads share memory, at places that every typed array takes: to ask for each of 100,000 costs more than to read. */
  private room(bytes: number): Buffer {
    if (bytes > SLAB_BYTES / 4) return Buffer.allocUnsafeSlow(bytes);
    if (this.used + bytes > this.slab.length) {
      this.slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
      this.used = 0;
    }
    const room = this.slab.subarray(this.used, this.used + bytes);
    this.used += (bytes + 7) & ~7;
    return room;
  }

  private fill(buffer: Buffer, at: number): number {
    let filled = 0;
    try {
      while (filled < buffer.length) {
        const read = readSync(this.handle, buffer, filled, buffer.length - filled, at + filled);
        if (read === 0) break;
        filled += read;
      }
    } catch (error) {
      throw diskError(this.path, error, 'cannot read');
    }
    return filled;
  }

  unlike(at: number, bytes: number): UserError {
    return damaged(this.path, `bytes ${at} to ${at + bytes} are not what was written`);
  }

  /** Throws UserError for a full disk and the like. */
  write(bytes: Uint8Array, at: number): void {
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.handle, bytes, done, bytes.length - done, at + done);
    } catch (error) {
      throw diskError(this.path, error, 'cannot write');
    }
  }

  /** To the disk itself. */
  flush(): void {
    try {
      fsyncSync(this.handle);
    } catch (error) {
      throw diskError(this.path, error, 'cannot write');
    }
  }

  cut(bytes: number): void {
    try {
      ftruncateSync(this.handle, bytes);
    } catch (error) {
      throw diskError(this.path, error, 'cannot write');
    }
  }

  close(): void {
    closeSync(this.handle);
  }
}

export function damaged(path: string, what: string): UserError {
  return new UserError(`${path} is damaged: ${what}`, 'restore it from a backup, or build it again with: dedupe index build');
}

const BUFFER_BYTES = 1 << 20;

/** Appends to a file from a place on, through a buffer. */
export class Appender {
  private readonly buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  private filled = 0;

  constructor(
    private readonly file: IndexFile,
    private flushed: number,
  ) {}

  get at(): number {
    return this.flushed + this.filled;
  }

  write(bytes: Uint8Array): void {
    if (this.filled + bytes.length > BUFFER_BYTES) this.flush();
    if (bytes.length > BUFFER_BYTES) {
      this.file.write(bytes, this.flushed);
      this.flushed += bytes.length;
      return;
    }
    this.buffer.set(bytes, this.filled);
    this.filled += bytes.length;
  }

  block(bytes: Buffer): Block {
    const block = { at: this.at, bytes: bytes.length, crc: crc32(bytes) };
    this.write(bytes);
    return block;
  }

  flush(): void {
    this.file.write(this.buffer.subarray(0, this.filled), this.flushed);
    this.flushed += this.filled;
    this.filled = 0;
  }
}
