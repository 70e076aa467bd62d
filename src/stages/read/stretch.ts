import { readSync } from 'node:fs';
import type { Block } from './block.ts';
import { fill } from './open.ts';

const LF = 0x0a;
/** Bytes read at once beyond a stretch, where its last line goes on. */
const TAIL_BYTES = 256 * 1024;
/** Memory that is kept for the next stretch; what a longer line takes is let go. */
const KEPT_BYTES = 16 * 1024 * 1024;
const NO_LINES = Buffer.alloc(0);

/** A part of a file of records, by position: the lines that begin in it are its own, wherever they end. */
export interface Stretch {
  readonly from: number;
  readonly past: number;
  /** A line begins at `from`, whatever stands before. */
  readonly isFirst: boolean;
}

/** Memory of this thread, for one stretch after the other: memory that is new each time costs a fifth of reading them. */
let kept = NO_LINES;

/**
 * The lines of a stretch, good until the next call. Stretches that join give every line once, however they are cut. At most
 * `longest` bytes of a line are held, or little more. The end of the file ends its last line, too.
 */
export function readStretch(fd: number, { from, past, isFirst }: Stretch, longest: number): Block {
  const start = isFirst ? from : from - 1; // the byte before tells whether a line begins here
  const wanted = past - start;
  let room = roomOf(wanted + TAIL_BYTES);
  let { length } = fill(room.subarray(0, wanted), fd, start);
  const first = isFirst ? 0 : room.subarray(0, length).indexOf(LF) + 1;
  // A line that begins behind the last byte is the next stretch's.
  if (!isFirst && (first === 0 || first === length)) return { bytes: NO_LINES, tooLong: null };
  const last = room.subarray(0, length).lastIndexOf(LF) + 1;
  while (length === 0 || room[length - 1] !== LF) {
    if (length - last > longest) return { bytes: room.subarray(first, last), tooLong: length - last + bytesToLineEnd(fd, start + length) };
    if (length + TAIL_BYTES > room.length) room = grown(room);
    const read = readSync(fd, room, length, TAIL_BYTES, start + length);
    if (read === 0) room[length++] = LF;
    else length = pastLineEnd(room, length, length + read);
  }
  return { bytes: room.subarray(first, length), tooLong: null };
}

function roomOf(bytes: number): Buffer {
  const room = kept.length < bytes ? Buffer.allocUnsafeSlow(bytes) : kept;
  if (room.length <= KEPT_BYTES) kept = room;
  return room;
}

function grown(room: Buffer): Buffer {
  const wider = Buffer.allocUnsafeSlow(2 * room.length);
  wider.set(room);
  return wider;
}

/** The place after the line end between two places; the second where there is none. */
function pastLineEnd(bytes: Buffer, from: number, to: number): number {
  const at = bytes.subarray(from, to).indexOf(LF);
  return at < 0 ? to : from + at + 1;
}

/** Bytes until the line ends, which are not held. */
function bytesToLineEnd(fd: number, from: number): number {
  const room = Buffer.allocUnsafe(TAIL_BYTES);
  for (let position = from; ; ) {
    const read = readSync(fd, room, 0, room.length, position);
    const at = room.subarray(0, read).indexOf(LF);
    if (at >= 0 || read === 0) return position + Math.max(at, 0) - from;
    position += read;
  }
}
