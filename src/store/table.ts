import { crc32 } from 'node:zlib';
import { ByteReader, ByteWriter } from './bytes.ts';
import { ChunkReader } from './chunk.ts';
import type { Appender, IndexFile } from './file.ts';
import type { TableBlock } from './layout.ts';

/** What a table knows of a key: so many counters; ids of articles, at most so many; a weight for each id. */
export interface Shape {
  readonly counters: 0 | 1 | 2;
  readonly ids: number;
  readonly weights: boolean;
}

/** What one key says. Ids rise. A counter may be negative: a batch that replaces articles takes their features back. */
export interface Entry {
  key: number;
  readonly counters: [number, number];
  /** The first `length` of ids and weights count. */
  ids: Uint32Array;
  weights: Float32Array;
  length: number;
}

/** Entries one after another, keys rising. The entry is good until the next; false when there are no more. */
export interface Walk {
  readonly entry: Entry;
  next(): boolean;
}

export function walkOf(entries: Iterable<Entry>): Walk {
  const iterator = entries[Symbol.iterator]();
  let entry = makeEntry();
  return {
    get entry() {
      return entry;
    },
    next() {
      const { done, value } = iterator.next();
      if (done) return false;
      entry = value;
      return true;
    },
  };
}

export function makeEntry(): Entry {
  return { key: 0, counters: [0, 0], ids: new Uint32Array(64), weights: new Float32Array(64), length: 0 };
}

/**
 * A chunk is closed at so many bytes: a look-up reads and decodes one. With 8 KB, 1,000 articles against 100,000 took half as long
 * again; with less, the list of chunks, which every run reads whole, weighs more.
 */
const CHUNK_BYTES = 2048;
const CHUNK_ENTRY = 20;

/**
 * Writes a table: keys rising, each once. An entry is the distance from the key before, twice, plus 1 when it has exactly one
 * id; its counters; the number of ids, unless it is that one; the distances between the ids; the weights.
 */
export class TableWriter {
  private readonly writer = new ByteWriter();
  private readonly first: number[] = [];
  private readonly starts: number[] = [];
  private readonly crcs: number[] = [];
  private readonly at: number;
  private keys = 0;
  private last = 0;

  constructor(
    private readonly out: Appender,
    private readonly shape: Shape,
  ) {
    this.at = out.at;
  }

  add({ key, counters, ids, weights, length }: Entry): void {
    const { writer, shape } = this;
    if (writer.length === 0) {
      this.first.push(key);
      this.starts.push(this.out.at - this.at);
      this.last = key;
    }
    const single = shape.ids > 0 && length === 1;
    writer.number(2 * (key - this.last) + (single ? 1 : 0));
    for (let i = 0; i < shape.counters; i++) writer.signed(counters[i]);
    if (shape.ids > 0) {
      if (!single) writer.number(length);
      for (let i = 0, before = 0; i < length; before = ids[i++]) writer.number(ids[i] - before);
      if (shape.weights) for (let i = 0; i < length; i++) writer.float(weights[i]);
    }
    this.last = key;
    this.keys++;
    if (writer.length >= CHUNK_BYTES) this.flush();
  }

  /** Null for a table without keys. */
  finish(): TableBlock | null {
    this.flush();
    if (this.keys === 0) return null;
    const bytes = this.out.at - this.at;
    const { first, starts, crcs } = this;
    const columns = [Float64Array.from(first), Float64Array.from(starts), Uint32Array.from(crcs)];
    const list = Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer)));
    return { at: this.at, bytes, keys: this.keys, chunks: this.out.block(list) };
  }

  private flush(): void {
    if (this.writer.length === 0) return;
    const bytes = this.writer.take();
    this.crcs.push(crc32(bytes));
    this.out.write(bytes);
  }
}

/** Chunks read at once at most, and chunks between two that are read along with them: a call costs as much as 16 KB. */
const WINDOW_CHUNKS = 128;
const WINDOW_GAP = 8;

/** The last of the chunks, from that of key `at` on, that lie so near each other that they are read at once. */
function lastOfWindow(chunks: Int32Array, at: number): number {
  let last = chunks[at];
  for (let next = at + 1; next < chunks.length; next++) {
    if (chunks[next] - last > WINDOW_GAP || chunks[next] - chunks[at] >= WINDOW_CHUNKS) break;
    last = chunks[next];
  }
  return last;
}

/** An open table: its list of chunks in memory, the chunks read when asked for. */
export class Table {
  private readonly first: Float64Array;
  private readonly starts: Float64Array;
  private readonly crcs: Uint32Array;
  private readonly scratch = { buffer: Buffer.alloc(0) };
  /** Chunks from … to − 1, as they lie in the file; a view of the scratch. */
  private window: { from: number; to: number; bytes: Buffer } = { from: 0, to: 0, bytes: Buffer.alloc(0) };

  constructor(
    private readonly file: IndexFile,
    private readonly block: TableBlock,
    readonly shape: Shape,
  ) {
    const { buffer, byteOffset, length } = file.read(block.chunks);
    const count = length / CHUNK_ENTRY;
    this.first = new Float64Array(buffer, byteOffset, count);
    this.starts = new Float64Array(buffer, byteOffset + 8 * count, count);
    this.crcs = new Uint32Array(buffer, byteOffset + 16 * count, count);
  }

  /** Calls back for each of the keys that the table has, with its position among them. Keys rise, each once. */
  lookUp(keys: Float64Array, see: (at: number, entry: Entry) => void): void {
    const chunks = this.chunksOf(keys);
    const entry = makeEntry();
    let open = -1;
    let reader: ChunkReader | null = null;
    for (let at = 0; at < keys.length; at++) {
      const chunk = chunks[at];
      if (chunk < 0) continue;
      if (chunk !== open || reader === null) {
        if (chunk >= this.window.to) this.load(chunk, lastOfWindow(chunks, at));
        reader = this.open(chunk);
        open = chunk;
      }
      if (reader.seek(keys[at]) !== keys[at]) continue;
      reader.take(entry);
      see(at, entry);
    }
    this.window.to = 0;
  }

  /** All entries; nothing else may be asked meanwhile. No generator: a merge takes hundreds of millions of steps. */
  walk(): Walk {
    const entry = makeEntry();
    let chunk = -1;
    let reader: ChunkReader | null = null;
    const next = () => {
      while (reader === null || reader.seek(0) === null) {
        if (++chunk >= this.crcs.length) {
          this.window.to = 0;
          return false;
        }
        if (chunk >= this.window.to) this.load(chunk, Math.min(chunk + WINDOW_CHUNKS, this.crcs.length) - 1);
        reader = this.open(chunk);
      }
      reader.take(entry);
      return true;
    };
    return { entry, next };
  }

  /** The chunk that each key would be in, the last that begins at the key or before it; −1 for none. */
  private chunksOf(keys: Float64Array): Int32Array {
    const { first } = this;
    const chunks = new Int32Array(keys.length);
    let low = -1;
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at];
      // Keys rise, so that the next is near: in steps that double, then between the last two.
      let step = 1;
      while (low + step < first.length && first[low + step] <= key) {
        low += step;
        step *= 2;
      }
      for (step >>>= 1; step > 0; step >>>= 1) if (low + step < first.length && first[low + step] <= key) low += step;
      chunks[at] = low;
    }
    return chunks;
  }

  private startOf(chunk: number): number {
    return chunk < this.starts.length ? this.starts[chunk] : this.block.bytes;
  }

  /** Reads the chunks first … last, unchecked. */
  private load(first: number, last: number): void {
    const at = this.startOf(first);
    const bytes = this.startOf(last + 1) - at;
    this.window = { from: first, to: last + 1, bytes: this.file.readInto(this.scratch, this.block.at + at, bytes) };
  }

  /** A chunk of the window, checked. */
  private open(chunk: number): ChunkReader {
    const shift = this.startOf(this.window.from);
    const [from, to] = [this.startOf(chunk) - shift, this.startOf(chunk + 1) - shift];
    const bytes = this.window.bytes.subarray(from, to);
    if (bytes.length < to - from || crc32(bytes) !== this.crcs[chunk]) throw this.file.unlike(this.block.at + shift + from, to - from);
    return new ChunkReader(new ByteReader(bytes), this.first[chunk], this.shape);
  }
}
