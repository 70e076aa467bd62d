import type { Ragged } from '../../article.ts';
import { withRoom } from '../../columns/grow.ts';

/** The keys of the lines of a corpus, wherever they lie. */
export interface LineKeys {
  /** Number of an article's first line among all lines, these end to end; one more entry than there are articles. */
  readonly firstLine: Uint32Array;
  /** Every article in the order of the ids; its keys are keys[from] … keys[past − 1], good until the next. */
  each(see: (keys: Float64Array, from: number, past: number, article: number) => void): void;
}

/** Lines of the corpus that several articles have, as rows; and in how many articles any line is. Plain data: a message may carry it. */
export interface LineCounts {
  /** Per row its key, how many articles have the line, and of how many it is the first. */
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
  readonly tops: Uint32Array;
  /** Ids of the articles that have the line, ascending, each once; of those of an archive only some. */
  readonly articles: Ragged;
  /** How many articles have each line of all, these end to end, as a power of two: see `magnitude`. */
  readonly magnitudeAt: Uint8Array;
  readonly firstLine: Uint32Array;
}

/** The power of two that a number from 1 reaches, by its exponent: a byte holds it, and nobody asks more exactly how common a line is. */
export function magnitude(articles: number): number {
  return 31 - Math.clz32(articles);
}

/** Of a slot: the two halves of its key, how many articles have that line, and the last of these + 1; in its place, A_ROW + its row. */
const LOW = 0;
const HIGH = 1;
const ARTICLES = 2;
const LAST = 3;
const A_ROW = 0x80000000;

/** Lines counted at once: their table takes 20 to 52 bytes each. */
const LINES_A_PASS = 4e6;

/**
 * Counts the articles of every line, in as many passes as keep the table of lines small: each takes the lines whose key falls
 * in its share of the hashes. O(lines), and one look at each line for every pass. Open addressing in typed arrays: a Map of
 * 2.5 million keys costs ten times as much.
 */
export function countLines(lines: LineKeys, linesAPass = LINES_A_PASS): LineCounts {
  const { firstLine } = lines;
  const magnitudeAt = new Uint8Array(firstLine[firstLine.length - 1]);
  const passes = Math.max(1, Math.ceil(magnitudeAt.length / linesAPass));
  const rows = new Rows();
  for (let pass = 0; pass < passes; pass++) countShare(lines, pass, passes, magnitudeAt, rows);
  return { ...rows.columns(), magnitudeAt, firstLine };
}

/** Counts the lines of one share, and opens their rows. */
function countShare(all: LineKeys, pass: number, passes: number, magnitudeAt: Uint8Array, rows: Rows): void {
  // The low bits of a hash give the slot; what is left of a product of all its bits gives the pass.
  const isOther = (key: number) => passes > 1 && (((Math.imul(hashOf(key), 0x9e3779b1) >>> 0) * passes) / 2 ** 32) >>> 0 !== pass;
  const lines = passes === 1 ? magnitudeAt.length : linesIn(all, (key) => !isOther(key));
  let slots = 64;
  while (slots < 1.5 * lines) slots *= 2;
  // Four values a slot, so that a look at one costs one line of the cache.
  const table = new Uint32Array(4 * slots);
  /** Of the lines of this share, one after the other. */
  const slotOf = new Uint32Array(lines);
  let seen = 0;
  all.each((keys, from, past, article) => {
    for (let line = from; line < past; line++) {
      const key = keys[line];
      if (isOther(key)) continue;
      const low = key >>> 0;
      const high = (key / 0x100000000) >>> 0;
      let slot = hashOf(key) & (slots - 1);
      while (table[4 * slot + ARTICLES] !== 0 && (table[4 * slot + LOW] !== low || table[4 * slot + HIGH] !== high)) {
        slot = (slot + 1) & (slots - 1);
      }
      slotOf[seen++] = slot;
      if (table[4 * slot + LAST] === article + 1) continue;
      table[4 * slot + LOW] = low;
      table[4 * slot + HIGH] = high;
      table[4 * slot + ARTICLES]++;
      table[4 * slot + LAST] = article + 1;
    }
  });
  let at = 0;
  seen = 0;
  all.each((keys, from, past, article) => {
    for (let line = from; line < past; line++, at++) {
      if (isOther(keys[line])) continue;
      const slot = slotOf[seen++];
      const articles = table[4 * slot + ARTICLES];
      magnitudeAt[at] = magnitude(articles);
      if (articles < 2) continue;
      if (table[4 * slot + LAST] < A_ROW) table[4 * slot + LAST] = A_ROW + rows.open(keys[line], articles);
      rows.add(table[4 * slot + LAST] - A_ROW, article, keys[line] === keys[from]);
    }
  });
}

function linesIn(all: LineKeys, isIn: (key: number) => boolean): number {
  let lines = 0;
  all.each((keys, from, past) => {
    for (let line = from; line < past; line++) if (isIn(keys[line])) lines++;
  });
  return lines;
}

/** The shared lines in columns that grow: numbered in the order of their first appearance in a pass. */
class Rows {
  #count = 0;
  #keys = new Float64Array(1024);
  #starts = new Uint32Array(1025);
  #filled = new Uint32Array(1024);
  #tops = new Uint32Array(1024);
  #members = new Uint32Array(4096);

  /** A new row, for so many articles. */
  open(key: number, articles: number): number {
    const row = this.#count++;
    this.#keys = withRoom(this.#keys, row + 1);
    this.#starts = withRoom(this.#starts, row + 2);
    this.#filled = withRoom(this.#filled, row + 1);
    this.#tops = withRoom(this.#tops, row + 1);
    this.#keys[row] = key;
    const end = this.#starts[row] + articles;
    this.#starts[row + 1] = end;
    this.#members = withRoom(this.#members, end);
    return row;
  }

  /** Articles come in the order of their ids; one that comes again counts once. */
  add(row: number, article: number, isFirstLine: boolean): void {
    const at = this.#starts[row] + this.#filled[row];
    if (this.#filled[row] > 0 && this.#members[at - 1] === article) return;
    this.#members[at] = article;
    this.#filled[row]++;
    if (isFirstLine) this.#tops[row]++;
  }

  columns(): Omit<LineCounts, 'magnitudeAt' | 'firstLine'> {
    const starts = this.#starts.slice(0, this.#count + 1);
    return {
      keys: this.#keys.slice(0, this.#count),
      counts: starts.subarray(1).map((end, row) => end - starts[row]),
      tops: this.#tops.slice(0, this.#count),
      articles: { starts, values: this.#members.slice(0, starts[this.#count]) },
    };
  }
}

function hashOf(key: number): number {
  const low = key >>> 0;
  const high = (key / 0x100000000) >>> 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
