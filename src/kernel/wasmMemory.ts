import type { Lexicon } from './features/lexicon.ts';
import { stemOfAny } from './features/stems.ts';
import { classOf, expansionOf, foldEntry, POINT_MASK, SEVERAL } from './fold.ts';
import { ENDS_WORD, EXPANSION_BYTES, EXPANSIONS, FOLD, HEAP, LETTERS } from './layout.ts';
import { ASCII_ENTRIES, ASCII_LETTERS, WORD_ENDERS } from './scan.ts';

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
  useBook(first: number, steps: number, kinds: number, navigation: number, buttons: number, credit: number, outlet: number): void;
  mostLines(text: number, size: number): number;
  layColumns(at: number, lines: number, tokens: number): number;
  readFacts(text: number, size: number): number;
  surveyLines(text: number, size: number): number;
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
  useLexicon(languages: number, english: number): void;
  describe(text: number, at: number, room: number, tokens: number, lines: number, allowed: number): void;
}

const PAGE = 65536;
/** What 32 bits can address. */
export const MOST_BYTES = 65536 * PAGE;
/** Memory only grows: when it is so much beyond the tables, it is given back, by starting anew, once half of that is enough. */
const LARGE = 24 << 20;

/** An instance of the WASM kernel and its memory, which grows. Addresses are bytes. */
export class WasmMemory {
  exports: Exports;
  bytes!: Uint8Array;
  values!: Uint32Array;
  /** Where the stems of words come from that are not plain English; the WASM asks. */
  lexicon: Lexicon | null = null;
  private readonly module: WebAssembly.Module;

  constructor(module: WebAssembly.Module) {
    this.module = module;
    this.exports = this.start();
  }

  /** Makes sure of memory up to this address, which may move it all; false when there cannot be so much. */
  reach(top: number): boolean {
    if (top > MOST_BYTES) return false;
    if (top <= this.bytes.length) return true;
    try {
      this.exports.memory.grow(Math.ceil((top - this.bytes.length) / PAGE));
    } catch {
      return false;
    }
    this.look();
    return true;
  }

  /** Gives memory that an unusual text took back before a call that needs so much; true when all that was in it is gone. */
  renew(needed: number): boolean {
    if (this.bytes.length - HEAP <= LARGE || needed > LARGE / 2) return false;
    this.lexicon = null;
    this.exports = this.start();
    return true;
  }

  /** Puts the first `length` values of a column into memory. */
  put(column: Uint32Array, length: number, at: number): void {
    this.values.set(column.length === length ? column : column.subarray(0, length), at / 4);
  }

  /** Puts a text into memory, followed by zeros where a vector may read on. */
  putText(text: Uint8Array, at: number): void {
    this.bytes.set(text, at);
    this.bytes.fill(0, at + text.length, past(at, text.length));
  }

  /** `length` values of memory; a view. */
  taken(at: number, length: number): Uint32Array {
    return this.values.subarray(at / 4, at / 4 + length);
  }

  /** Memory that grew lies elsewhere. */
  private look(): void {
    this.bytes = new Uint8Array(this.exports.memory.buffer);
    this.values = new Uint32Array(this.exports.memory.buffer);
  }

  /** An instance whose tables are those of the reference. */
  private start(): Exports {
    const { exports } = new WebAssembly.Instance(this.module, {
      fold: { makeEntry: (point: number) => this.makeEntry(point) },
      stems: { stemOfAny: (at: number, end: number, language: number) => this.stemOfAny(at, end, language) },
    });
    this.exports = exports as unknown as Exports; // built from wasm/index.ts
    this.look();
    this.values.set(ASCII_ENTRIES, FOLD / 4);
    this.bytes.set(ASCII_LETTERS, LETTERS);
    this.bytes.set(WORD_ENDERS, ENDS_WORD);
    return this.exports;
  }

  private stemOfAny(at: number, end: number, language: number): number {
    if (this.lexicon === null) throw new Error('words are stemmed with a lexicon'); // describeAt gives one first
    return stemOfAny(this.bytes.slice(at, end), this.lexicon, language);
  }

  /** Copies an entry from the table of the reference, with its expansion. */
  private makeEntry(point: number): number {
    const entry = foldEntry(point);
    if (classOf(entry) === SEVERAL) {
      const parts = expansionOf(entry);
      const at = (EXPANSIONS + (entry & POINT_MASK) * EXPANSION_BYTES) / 4;
      this.values[at] = parts.length;
      this.values.set(parts, at + 1);
    }
    this.values[FOLD / 4 + point] = entry;
    return entry;
  }
}

/** Where the next thing may lie: a multiple of 16, with room for a vector that is read or written whole. */
export function past(at: number, size: number): number {
  return Math.ceil((at + size + 16) / 16) * 16;
}
