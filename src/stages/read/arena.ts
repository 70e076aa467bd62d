import type { Texts } from '../../article.ts';
import type { Memory } from '../../memory.ts';
import type { Place } from '../../spool.ts';

const FIRST_CHUNK_BYTES = 256 * 1024;
const CHUNK_BYTES = 32 * 1024 * 1024;
/** A longer text gets a chunk of its own, so that at most an eighth of a chunk is lost at its tail. */
const LONE_BYTES = 4 * 1024 * 1024;

/**
 * Shared memory that texts are read into, without a copy: ask for room, write into it, keep what is an article.
 *
 *     chunk 0 [ article 0 | article 1 | … | free ]   chunk 1 [ one long article ]   chunk 2 …
 *
 * A text never crosses a chunk. Chunks double from 256 KB to 32 MB, and the last is trimmed: five articles cost five
 * articles. Once memory is short, a chunk goes to disk when it is full.
 */
export class Arena {
  readonly #memory: Memory | null;
  #chunks: (SharedArrayBuffer | Place)[] = [];
  /** Chunks before this one are on disk. */
  #settled = 0;
  #bytes = 0;
  /** The chunk being filled, its number and how far it is filled. */
  #current: Buffer = Buffer.alloc(0);
  #currentChunk = -1; // none yet
  #used = 0;
  #nextBytes = FIRST_CHUNK_BYTES;
  #chunk: number[] = [];
  #start: number[] = [];
  #end: number[] = [];

  constructor(memory: Memory | null = null) {
    this.#memory = memory;
  }

  /** Free memory of so many bytes, good until the next call of room or keep. */
  room(bytes: number): Buffer {
    if (bytes > LONE_BYTES) return Buffer.from(new SharedArrayBuffer(bytes));
    if (this.#currentChunk < 0 || bytes > this.#current.length - this.#used) this.#openChunk(bytes);
    return this.#current.subarray(this.#used, this.#used + bytes);
  }

  /** Makes the bytes the next article: in place when they lie in the last room, else by a copy. */
  keep(text: Buffer): void {
    const inRoom = text.buffer === this.#current.buffer && text.byteOffset >= this.#used;
    if (inRoom) {
      this.#push(this.#currentChunk, text.byteOffset, text.length);
      this.#used = text.byteOffset + text.length;
    } else if (text.length > LONE_BYTES) {
      this.#keepAlone(text);
    } else {
      const room = this.room(text.length);
      room.set(text);
      this.keep(room);
    }
  }

  /** The texts, article i being the order[i]-th that was kept; in the order of keeping without one. */
  finish(order?: readonly number[]): Texts {
    if (this.#currentChunk >= 0) this.#chunks[this.#currentChunk] = copyOf(this.#current.subarray(0, this.#used));
    this.#settle(this.#chunks.length);
    const column = (values: readonly number[]) => new Uint32Array(order === undefined ? values : order.map((kept) => values[kept]));
    return { chunks: this.#chunks, chunk: column(this.#chunk), start: column(this.#start), end: column(this.#end) };
  }

  #openChunk(leastBytes: number): void {
    this.#settle(this.#chunks.length);
    // What went to disk has left its memory free.
    const isFree = this.#currentChunk >= 0 && !(this.#chunks[this.#currentChunk] instanceof SharedArrayBuffer);
    if (!isFree || leastBytes > this.#current.length) {
      this.#current = Buffer.from(new SharedArrayBuffer(Math.max(this.#nextBytes, leastBytes)));
      this.#nextBytes = Math.min(CHUNK_BYTES, 2 * this.#nextBytes);
    }
    this.#currentChunk = this.#chunks.push(this.#current.buffer as SharedArrayBuffer) - 1; // made above
    this.#used = 0;
  }

  /** Puts the chunks before `past` on disk when memory is short. */
  #settle(past: number): void {
    if (!this.#memory?.weigh(this.#start.length, this.#bytes)) return;
    for (; this.#settled < past; this.#settled++) {
      const chunk = this.#chunks[this.#settled];
      const bytes = this.#settled === this.#currentChunk ? this.#used : undefined; // the rest is free
      if (chunk instanceof SharedArrayBuffer) this.#chunks[this.#settled] = this.#filed(chunk, this.#memory, bytes);
    }
  }

  /** A chunk for one text, whose number is returned: on disk at once when memory is short. */
  #lone(chunk: SharedArrayBuffer): number {
    return this.#chunks.push(this.#memory?.isShort ? this.#filed(chunk, this.#memory) : chunk) - 1;
  }

  #filed(chunk: SharedArrayBuffer, memory: Memory, bytes?: number): Place {
    const spool = memory.spool('texts')!; // memory is short
    return { file: spool.file, at: spool.append(new Uint8Array(chunk, 0, bytes)) };
  }

  #keepAlone(text: Buffer): void {
    const spare = text.buffer.byteLength - text.length;
    if (text.buffer instanceof SharedArrayBuffer && spare < text.length / 8) {
      this.#push(this.#lone(text.buffer), text.byteOffset, text.length);
      return;
    }
    this.#push(this.#lone(copyOf(text)), 0, text.length);
  }

  #push(chunk: number, start: number, length: number): void {
    this.#chunk.push(chunk);
    this.#start.push(start);
    this.#end.push(start + length);
    this.#bytes += length;
  }
}

// Not SharedArrayBuffer.slice: it throws on an empty one.
function copyOf(bytes: Buffer): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  Buffer.from(memory).set(bytes);
  return memory;
}
