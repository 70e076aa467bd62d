import { classOf, expansionOf, foldEntry, POINT_MASK, SEVERAL } from './fold.ts';
import type { HashSet } from './hashSet.ts';
import type { Kernel } from './kernel.ts';
import { ENDS_WORD, EXPANSION_BYTES, EXPANSIONS, FINGERPRINT, FOLD, HEAP, LETTERS, SIGNATURE } from './layout.ts';
import { reference } from './reference.ts';
import { ASCII_ENTRIES, ASCII_LETTERS, WORD_ENDERS } from './scan.ts';
import { reserve, roomFor } from './tokens.ts';

/** What wasm/index.ts exports: addresses and counts in, counts out. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  scanRanges(
    text: number,
    first: number,
    last: number,
    ranges: number,
    hash: number,
    start: number,
    end: number,
    flags: number,
    opened: number,
  ): number;
  shingleSet(
    hash: number,
    flags: number,
    count: number,
    size: number,
    common: number,
    mask: number,
    dropsZero: number,
    words: number,
    spare: number,
    out: number,
  ): number;
  noteCommon(common: number, mask: number): void;
  sketch(shingles: number, count: number, slots: number, out: number): void;
}

const PAGE = 65536;
const MOST_BYTES = 65536 * PAGE;
/** Memory only grows: above this it is given back after an unusual text, by starting anew. */
const LARGE = 32 << 20;

/**
 * The kernel in WebAssembly with SIMD: the host of wasm/. What goes in and what comes out are ordinary arrays: the copies
 * take 1 µs an article, and nobody has to know how long a view of its memory lives. A text too large for its memory
 * goes to the reference.
 */
export function wasmKernel(module: WebAssembly.Module): Kernel {
  let { exports, bytes, values } = start(module);
  /** The set of common shingles that lies at the bottom of the heap, and where the rest of it begins. */
  let common: HashSet | null = null;
  let base = HEAP;

  /** Makes sure of memory up to this address; false when there cannot be so much. */
  function reach(top: number): boolean {
    if (top > MOST_BYTES) return false;
    if (bytes.length > LARGE && top <= LARGE) {
      ({ exports, bytes, values } = start(module));
      common = null;
    }
    if (top <= bytes.length) return true;
    try {
      exports.memory.grow(Math.ceil((top - bytes.length) / PAGE));
    } catch {
      return false;
    }
    bytes = new Uint8Array(exports.memory.buffer);
    values = new Uint32Array(exports.memory.buffer);
    return true;
  }

  /** Puts a column into memory. */
  function put(column: Uint32Array, length: number, at: number): void {
    values.set(column.length === length ? column : column.subarray(0, length), at / 4);
  }

  /** `length` values of memory; a view. */
  function taken(at: number, length: number): Uint32Array {
    return values.subarray(at / 4, at / 4 + length);
  }

  return {
    scanRanges(text, from, to, ranges, tokens, opened) {
      let room = 0;
      for (let i = 0; i < ranges; i++) room += roomFor(to[i] - from[i]);
      const first = past(base, text.length);
      const last = past(first, 4 * ranges);
      const open = past(last, 4 * ranges);
      const hash = past(open, 4 * ranges + 4);
      const start = past(hash, 4 * room);
      const end = past(start, 4 * room);
      const flags = past(end, 4 * room);
      if (!reach(past(flags, room))) return reference.scanRanges(text, from, to, ranges, tokens, opened);
      bytes.set(text, base);
      bytes.fill(0, base + text.length, first);
      put(from, ranges, first);
      put(to, ranges, last);
      const count = exports.scanRanges(base, first, last, ranges, hash, start, end, flags, open);
      tokens.count = 0;
      reserve(tokens, count);
      tokens.hash.set(taken(hash, count));
      tokens.start.set(taken(start, count));
      tokens.end.set(taken(end, count));
      tokens.flags.set(bytes.subarray(flags, flags + count));
      tokens.count = count;
      opened.set(taken(open, ranges + 1));
    },

    shingleSet(tokens, size, dropped) {
      const { count } = tokens;
      const heap = past(HEAP, 4 * dropped.slots.length);
      const flags = past(heap, 4 * count);
      const words = past(flags, count);
      const spare = past(words, 4 * count);
      const out = past(spare, 4 * count);
      if (!reach(past(out, 4 * count))) return reference.shingleSet(tokens, size, dropped);
      if (common !== dropped) {
        put(dropped.slots, dropped.slots.length, HEAP);
        exports.noteCommon(HEAP, dropped.slots.length - 1);
        common = dropped;
        base = heap;
      }
      put(tokens.hash, count, heap);
      bytes.set(tokens.flags.subarray(0, count), flags);
      const mask = dropped.slots.length - 1;
      const left = exports.shingleSet(heap, flags, count, size, HEAP, mask, dropped.hasZero ? 1 : 0, words, spare, out);
      return { shingles: taken(out, left), fingerprint: [values[FINGERPRINT / 4], values[FINGERPRINT / 4 + 1]] };
    },

    sketch(shingles, slots, out, at) {
      let where = shingles.byteOffset;
      if (shingles.buffer !== bytes.buffer) {
        where = base;
        if (!reach(past(where, 4 * shingles.length))) return reference.sketch(shingles, slots, out, at);
        put(shingles, shingles.length, where);
      }
      exports.sketch(where, shingles.length, slots, SIGNATURE);
      out.set(taken(SIGNATURE, slots), at);
    },
  };
}

/** Where the next thing may lie: a multiple of 16, with room for a vector that is read or written whole. */
function past(at: number, size: number): number {
  return Math.ceil((at + size + 16) / 16) * 16;
}

/** An instance whose tables are those of the reference. */
function start(module: WebAssembly.Module) {
  const instance = new WebAssembly.Instance(module, { fold: { makeEntry } });
  const exports = instance.exports as unknown as Exports; // built from wasm/index.ts
  const bytes = new Uint8Array(exports.memory.buffer);
  const values = new Uint32Array(exports.memory.buffer);
  values.set(ASCII_ENTRIES, FOLD / 4);
  bytes.set(ASCII_LETTERS, LETTERS);
  bytes.set(WORD_ENDERS, ENDS_WORD);
  return { exports, bytes, values };

  /** Copies an entry from the table of the reference, with its expansion. */
  function makeEntry(point: number): number {
    // Memory may have grown since.
    const table = new Uint32Array(exports.memory.buffer);
    const entry = foldEntry(point);
    if (classOf(entry) === SEVERAL) {
      const parts = expansionOf(entry);
      const at = (EXPANSIONS + (entry & POINT_MASK) * EXPANSION_BYTES) / 4;
      table[at] = parts.length;
      table.set(parts, at + 1);
    }
    table[FOLD / 4 + point] = entry;
    return entry;
  }
}
