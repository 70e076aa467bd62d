import type { HashSet } from './hashSet.ts';
import type { Kernel } from './kernel.ts';
import { FINGERPRINT, HEAP, SIGNATURE, TOKENS_FOUND } from './layout.ts';
import type { PhraseBook } from './lines/book.ts';
import { MOST_PARTS } from './lines/parts.ts';
import { MOST_TAILS } from './lines/tails.ts';
import { reference } from './reference.ts';
import { reserve, roomFor } from './tokens.ts';
import { type Columns, sizeOfColumns, viewColumns } from './wasmColumns.ts';
import { describeAt } from './wasmFeatures.ts';
import { MOST_BYTES, past, WasmMemory } from './wasmMemory.ts';

/** The columns have room for so many lines and tokens at first, and for twice as many and more when that is too little. */
const LEAST_LINES = 1024;
const LEAST_TOKENS = 16384;

/**
 * The kernel in WebAssembly with SIMD: the host of wasm/. What goes in is copied, 0.3 µs an article. What comes out is copied
 * too, so that nobody has to know how long it lives, but for what the contract says: all columns of a text would take 2 µs, and
 * strip keeps none. A text too large for its memory goes to the reference.
 */
export function wasmKernel(module: WebAssembly.Module): Kernel {
  const memory = new WasmMemory(module);
  // What lies in memory from call to call, each behind the one before: when one changes, those behind it are gone.
  let book: PhraseBook | null = null;
  let pastBook = HEAP;
  let laid = { lines: 0, tokens: 0 };
  let pastColumns = HEAP;
  let common: HashSet | null = null;
  let base = HEAP;
  /** Made anew when the columns, or all memory, have moved. */
  let views: Columns | null = null;

  /** Before every call: gives back what an unusual text took, when this one needs so much. */
  function begin(needed: number): void {
    if (!memory.renew(needed)) return;
    book = common = views = null;
    laid = { lines: 0, tokens: 0 };
    pastBook = pastColumns = base = HEAP;
  }

  function putBook(wanted: PhraseBook): boolean {
    const { first, steps, kinds } = wanted;
    const stepsAt = past(HEAP, 4 * first.length);
    const kindsAt = past(stepsAt, 4 * steps.length);
    pastBook = past(kindsAt, 4 * kinds.length);
    book = common = views = null;
    laid = { lines: 0, tokens: 0 };
    if (!memory.reach(pastBook)) return false;
    memory.put(first, first.length, HEAP);
    memory.put(steps, steps.length, stepsAt);
    memory.put(kinds, kinds.length, kindsAt);
    memory.exports.useBook(HEAP, stepsAt, kindsAt, wanted.navigation, wanted.buttons, wanted.credit, wanted.outlet);
    book = wanted;
    return true;
  }

  /** Lays the columns out with room for so many lines and tokens; false where there cannot be so much. */
  function lay(lines: number, tokens: number): boolean {
    if (lines <= laid.lines && tokens <= laid.tokens) return true;
    const room = { lines: roomFrom(LEAST_LINES, lines), tokens: roomFrom(LEAST_TOKENS, tokens) };
    if (pastBook + sizeOfColumns(room.lines, room.tokens) > MOST_BYTES) return false;
    laid = room;
    // An address comes out signed: beyond 2 GB it would be negative.
    base = pastColumns = past(memory.exports.layColumns(pastBook, laid.lines, laid.tokens) >>> 0, 0);
    common = views = null;
    return true;
  }

  /** Puts a text into memory, with room in the columns for all that may be in it, and for so many parts of its lines; false where there is no such room. */
  function putText(text: Uint8Array, parts = 0): boolean {
    if (!(lay(0, roomFor(text.length)) && memory.reach(past(base, text.length)))) return false;
    memory.putText(text, base);
    const lines = memory.exports.mostLines(base, text.length) + 1 + MOST_TAILS + parts;
    if (lines <= laid.lines) return true;
    if (!(lay(lines, laid.tokens) && memory.reach(past(base, text.length)))) return false;
    memory.putText(text, base);
    return true;
  }

  function columns(): Columns {
    if (views === null || views.facts.start.buffer !== memory.bytes.buffer) {
      views = viewColumns(memory.exports.memory.buffer, pastBook, laid.lines, laid.tokens);
    }
    return views;
  }

  return {
    scanRanges(text, from, to, ranges, tokens, opened) {
      let room = 0;
      for (let i = 0; i < ranges; i++) room += roomFor(to[i] - from[i]);
      begin(text.length + 13 * room);
      const first = past(base, text.length);
      const last = past(first, 4 * ranges);
      const open = past(last, 4 * ranges);
      const hash = past(open, 4 * ranges + 4);
      const start = past(hash, 4 * room);
      const end = past(start, 4 * room);
      const flags = past(end, 4 * room);
      if (!memory.reach(past(flags, room))) return reference.scanRanges(text, from, to, ranges, tokens, opened);
      memory.putText(text, base);
      memory.put(from, ranges, first);
      memory.put(to, ranges, last);
      const count = memory.exports.scanRanges(base, first, last, ranges, hash, start, end, flags, open);
      tokens.count = 0;
      reserve(tokens, count);
      tokens.hash.set(memory.taken(hash, count));
      tokens.start.set(memory.taken(start, count));
      tokens.end.set(memory.taken(end, count));
      tokens.flags.set(memory.bytes.subarray(flags, flags + count));
      tokens.count = count;
      opened.set(memory.taken(open, ranges + 1));
    },

    readFacts(text, wanted) {
      begin(BYTES_IN_COLUMNS * text.length);
      if (!((book === wanted || putBook(wanted)) && putText(text))) return reference.readFacts(text, wanted);
      const count = memory.exports.readFacts(base, text.length);
      const { facts } = columns();
      facts.bytes = text;
      facts.count = count;
      facts.tokens.count = memory.values[TOKENS_FOUND / 4];
      return facts;
    },

    surveyLines(text) {
      begin(BYTES_IN_COLUMNS * text.length);
      if (!putText(text, MOST_PARTS)) return reference.surveyLines(text);
      const count = memory.exports.surveyLines(base, text.length);
      const { facts, sampleStarts, sample } = columns();
      return {
        keys: facts.key.subarray(0, count),
        words: facts.words.subarray(0, count),
        sampleStarts: sampleStarts.subarray(0, count + 1),
        sample: sample.subarray(0, sampleStarts[count]),
      };
    },

    shingleSet(tokens, size, dropped) {
      const { count } = tokens;
      begin(13 * count + 4 * dropped.slots.length);
      const heap = past(pastColumns, 4 * dropped.slots.length);
      const flags = past(heap, 4 * count);
      const words = past(flags, count);
      const spare = past(words, 4 * count);
      const out = past(spare, 4 * count);
      if (!memory.reach(past(out, 4 * count))) return reference.shingleSet(tokens, size, dropped);
      if (common !== dropped) {
        memory.put(dropped.slots, dropped.slots.length, pastColumns);
        memory.exports.noteCommon(pastColumns, dropped.slots.length - 1);
        common = dropped;
        base = heap;
      }
      memory.put(tokens.hash, count, heap);
      memory.bytes.set(tokens.flags.subarray(0, count), flags);
      const mask = dropped.slots.length - 1;
      const left = memory.exports.shingleSet(heap, flags, count, size, pastColumns, mask, dropped.hasZero ? 1 : 0, words, spare, out);
      const [low, high] = memory.taken(FINGERPRINT, 2);
      return { shingles: memory.taken(out, left), fingerprint: [low, high] };
    },

    sketch(shingles, slots, out, at) {
      begin(4 * shingles.length);
      let where = shingles.byteOffset;
      if (shingles.buffer !== memory.bytes.buffer) {
        where = base;
        if (!memory.reach(past(where, 4 * shingles.length))) return reference.sketch(shingles, slots, out, at);
        memory.put(shingles, shingles.length, where);
      }
      memory.exports.sketch(where, shingles.length, slots, SIGNATURE);
      out.set(memory.taken(SIGNATURE, slots), at);
    },

    describe(text, own, lexicon, allowed) {
      begin(text.length + BYTES_A_TOKEN * own.tokens.count);
      return describeAt(base, memory, text, own, lexicon, allowed) ?? reference.describe(text, own, lexicon, allowed);
    },
  };
}

/** About what the columns and the text take for a byte of text: two tokens of 21 bytes, and the byte. */
const BYTES_IN_COLUMNS = 43;
/** The same for a token of an own text, see features/featureLayout.ts. */
const BYTES_A_TOKEN = 65;

/** Doubles the room until that is enough. The odd 16 keep columns from meeting in the same sets of the cache. */
function roomFrom(least: number, wanted: number): number {
  let room = least;
  while (room + 16 < wanted) room *= 2;
  return room + 16;
}
