import { withRoom } from './grow.ts';

/** Bytes that are asked of the system at once; a longer string gets a chunk of its own. */
const CHUNK = 1 << 20;
/** Before each string: twice its length in bytes, and one more where it takes two bytes a character. */
const HEAD = 4;
const LATIN1 = /^[\0-\xff]*$/;

/**
 * Strings by number, each distinct one once, in bytes: a million paths are 60 MB as strings of their own, in as many objects that
 * every collection of garbage walks through. Any string comes back as it was, lone surrogates included.
 */
export class Strings {
  readonly #chunks: Buffer[] = [];
  #used = CHUNK;
  /** Per string: its chunk · CHUNK + its first byte there. */
  #places = new Float64Array(1024);
  #hashes = new Uint32Array(1024);
  /** Number + 1 by hash, open addressing at half load at most; 0 is a free slot. */
  #slots = new Uint32Array(4096);
  #count = 0;
  /** Nobody who names a million records can know which of them fall into one slot. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32);

  /** The number of a string; −1 when it was not added. */
  find(text: string): number {
    return this.#slots[this.#slotOf(text, this.#hashOf(text))] - 1;
  }

  /** The number of a string: its own, or the next one. O(length). */
  add(text: string): number {
    const hash = this.#hashOf(text);
    const slot = this.#slotOf(text, hash);
    if (this.#slots[slot] !== 0) return this.#slots[slot] - 1;
    const number = this.#count++;
    this.#places = withRoom(this.#places, this.#count);
    this.#hashes = withRoom(this.#hashes, this.#count);
    this.#places[number] = this.#write(text);
    this.#hashes[number] = hash;
    this.#slots[slot] = this.#count;
    if (2 * this.#count > this.#slots.length) this.#spread(2 * this.#slots.length);
    return number;
  }

  at(number: number): string {
    const place = this.#places[number];
    const chunk = this.#chunks[Math.floor(place / CHUNK)];
    const start = place % CHUNK;
    const head = chunk.readUInt32LE(start);
    const [from, to] = [start + HEAD, start + HEAD + (head >>> 1)];
    return chunk.toString(head & 1 ? 'utf16le' : 'latin1', from, to);
  }

  #write(text: string): number {
    const isWide = !LATIN1.test(text);
    const bytes = isWide ? 2 * text.length : text.length;
    if (this.#used + HEAD + bytes > CHUNK) {
      this.#chunks.push(Buffer.allocUnsafeSlow(Math.max(CHUNK, HEAD + bytes)));
      this.#used = 0;
    }
    const chunk = this.#chunks[this.#chunks.length - 1];
    const start = this.#used;
    chunk.writeUInt32LE(2 * bytes + (isWide ? 1 : 0), start);
    chunk.write(text, start + HEAD, isWide ? 'utf16le' : 'latin1');
    this.#used += HEAD + bytes;
    return (this.#chunks.length - 1) * CHUNK + start;
  }

  #hashOf(text: string): number {
    let hash = this.#seed;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  }

  /** The slot of the string, or the free one where it would be. */
  #slotOf(text: string, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0 && !(this.#hashes[this.#slots[slot] - 1] === hash && this.at(this.#slots[slot] - 1) === text))
      slot = (slot + 1) & mask;
    return slot;
  }

  #spread(length: number): void {
    const slots = new Uint32Array(length);
    for (let number = 0; number < this.#count; number++) {
      let slot = this.#hashes[number] & (length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
