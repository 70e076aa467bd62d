import type { Texts } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import type { Place } from '../../columns/spool.ts';

const FIRST_CHUNK_BYTES = 256 * 1024;
const CHUNK_BYTES = 32 * 1024 * 1024;
/** A longer text gets a chunk of its own, so that at most an eighth of a chunk is lost at its tail. */
const LONE_BYTES = 4 * 1024 * 1024;

/** Shared memory of less than this is not kept for itself: a hundred thousand files of one record would be as many chunks. */
const FEW_BYTES = 64 * 1024;
/** V8 copies into shared memory by words where both places lie alike in a word, else by bytes: four times as long. */
const WORD = 8;

export interface ArenaSettings {
  /** Of all texts, where that is known. */
  readonly expectedBytes?: number;
  /** The budget of the run; without one, all texts stay in memory. */
  readonly memory?: Memory | null;
}

/**
 * Shared memory that texts are read into, without a copy: ask for room, write into it, keep what is an article.
 *
 *     chunk 0 [ article 0 | article 1 | … | free ]   chunk 1 [ one long article ]   chunk 2 …
 *
 * A text never crosses a chunk. Chunks double from 256 KB, or from what the texts are expected to take, to 32 MB, and the
 * last is trimmed: five articles cost five articles. Once memory is short, chunks go to disk when they are full.
 */
export class Arena {
  readonly #memory: Memory | null;
  #chunks: (SharedArrayBuffer | Place)[] = [];
  /** Chunks before this one are on disk. */
  #settled = 0;
  /** Of all texts. */
  #bytes = 0;
  /** The chunk being filled, its number and how far it is filled. Without a number its memory is free: what lay there is on disk. */
  #current: Buffer = Buffer.alloc(0);
  #currentChunk = -1; // none yet
  #used = 0;
  #nextBytes: number;
  #chunk: number[] = [];
  #start: number[] = [];
  #end: number[] = [];

  constructor({ expectedBytes = FIRST_CHUNK_BYTES, memory = null }: ArenaSettings = {}) {
    this.#memory = memory;
    this.#nextBytes = Math.min(expectedBytes, CHUNK_BYTES);
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
      const room = this.room(text.length + WORD - 1);
      const shift = (text.byteOffset - room.byteOffset) & (WORD - 1);
      const copy = room.subarray(shift, shift + text.length);
      copy.set(text);
      this.keep(copy);
    }
  }

  /** Keeps texts that lie in shared memory: where they are, or copied together when they are few. */
  adopt(texts: Texts): void {
    const { chunks, chunk, start, end } = texts;
    if (chunks.every(isInMemory) && chunks.reduce((bytes, { byteLength }) => bytes + byteLength, 0) < FEW_BYTES) {
      for (let i = 0; i < start.length; i++) this.keep(Buffer.from(chunks[chunk[i]], start[i], end[i] - start[i]));
      return;
    }
    const shift = this.#chunks.length;
    this.#chunks.push(...chunks);
    for (let i = 0; i < start.length; i++) this.#push(shift + chunk[i], start[i], end[i] - start[i]);
    this.#settle();
  }

  /** The texts, article i being the order[i]-th that was kept; in the order of keeping without one. */
  finish(order?: readonly number[]): Texts {
    this.#settle();
    const spare = this.#current.length - this.#used;
    // What was never written to takes no memory, so a little of it is not worth a copy.
    if (this.#currentChunk >= 0 && spare > this.#used / 8) this.#chunks[this.#currentChunk] = copyOf(this.#current.subarray(0, this.#used));
    const column = (values: readonly number[]) => new Uint32Array(order === undefined ? values : order.map((kept) => values[kept]));
    return { chunks: this.#chunks, chunk: column(this.#chunk), start: column(this.#start), end: column(this.#end) };
  }

  #openChunk(leastBytes: number): void {
    this.#settle();
    const isFree = this.#currentChunk < 0 && this.#current.length > 0;
    if (!isFree || leastBytes > this.#current.length) {
      this.#current = Buffer.from(new SharedArrayBuffer(Math.max(this.#nextBytes, leastBytes)));
      this.#nextBytes = Math.min(CHUNK_BYTES, 2 * this.#nextBytes);
    }
    this.#currentChunk = this.#chunks.push(this.#current.buffer as SharedArrayBuffer) - 1; // made above
    this.#used = 0;
  }

  /** Puts all chunks on disk when memory is short; the one being filled ends there. */
  #settle(): void {
    if (!this.#memory?.weigh(this.#start.length, this.#bytes)) return;
    for (; this.#settled < this.#chunks.length; this.#settled++) {
      const chunk = this.#chunks[this.#settled];
      const bytes = this.#settled === this.#currentChunk ? this.#used : undefined; // the rest is free
      if (isInMemory(chunk)) this.#chunks[this.#settled] = this.#filed(chunk, this.#memory, bytes);
    }
    this.#currentChunk = -1;
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

function isInMemory(chunk: SharedArrayBuffer | Place): chunk is SharedArrayBuffer {
  return chunk instanceof SharedArrayBuffer;
}

// Not SharedArrayBuffer.slice: it throws on an empty one.
function copyOf(bytes: Buffer): SharedArrayBuffer {
  const memory = new SharedArrayBuffer(bytes.length);
  Buffer.from(memory).set(bytes);
  return memory;
}
