import type { ByteReader } from './bytes.ts';
import type { Entry, Shape } from './table.ts';

/**
 * The entries of a chunk, in their order; how they lie: see TableWriter. For each that is asked for hundreds are passed over,
 * so these are not decoded, and what changes from one to the next is kept in variables of the loop: a third of the time.
 */
export class ChunkReader {
  /** Of the entry whose key was read, and whose rest was not. */
  private key: number;
  private isSingle = false;
  private isOpen = false;

  constructor(
    private readonly reader: ByteReader,
    firstKey: number,
    private readonly shape: Shape,
  ) {
    this.key = firstKey;
  }

  /** Goes to the next entry whose key is not below this one; null when there is none, else its key. */
  seek(wanted: number): number | null {
    if (this.isOpen && this.key >= wanted) return this.key;
    const { reader, shape } = this;
    const { bytes } = reader;
    const { counters, weights } = shape;
    const hasIds = shape.ids > 0;
    let { at } = reader;
    let { key, isSingle } = this;
    let isOpen = this.isOpen;
    for (;;) {
      if (isOpen) {
        let numbers = counters;
        if (hasIds && isSingle) numbers++;
        for (; numbers > 0; numbers--) while (bytes[at++] >= 0x80);
        if (hasIds && !isSingle) {
          reader.at = at;
          const ids = reader.number();
          at = reader.at;
          for (let left = ids; left > 0; left--) while (bytes[at++] >= 0x80);
          if (weights) at += 4 * ids;
        } else if (weights && isSingle) at += 4;
      }
      isOpen = at < bytes.length;
      if (!isOpen) break;
      // Nearly all distances take one byte or two; a number's last bit is that of its first byte.
      const first = bytes[at];
      isSingle = (first & 1) === 1;
      const second = bytes[at + 1];
      if (first < 0x80) {
        key += first >>> 1;
        at++;
      } else if (second < 0x80) {
        key += ((first & 0x7f) | (second << 7)) >>> 1;
        at += 2;
      } else {
        reader.at = at;
        key += Math.floor(reader.number() / 2);
        at = reader.at;
      }
      if (key >= wanted) break;
    }
    reader.at = at;
    this.key = key;
    this.isSingle = isSingle;
    this.isOpen = isOpen;
    return isOpen ? key : null;
  }

  /** The entry that was sought, decoded. */
  take(entry: Entry): void {
    const { reader, shape } = this;
    this.isOpen = false;
    entry.key = this.key;
    for (let i = 0; i < shape.counters; i++) entry.counters[i] = reader.signed();
    if (shape.ids === 0) return;
    const length = this.isSingle ? 1 : reader.number();
    if (length > entry.ids.length) {
      entry.ids = new Uint32Array(2 * length);
      entry.weights = new Float32Array(2 * length);
    }
    for (let i = 0, id = 0; i < length; i++) entry.ids[i] = id += reader.number();
    if (shape.weights) reader.floats(entry.weights, length);
    entry.length = length;
  }
}
