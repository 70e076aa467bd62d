import type { LineSurvey } from './survey.ts';

/** What the articles of a corpus tell of their lines, wherever it lies. */
export interface Surveys {
  readonly count: number;
  /** The keys of every article's lines, in the order of the ids; good until the next. */
  eachKeys(see: (keys: Float64Array, article: number) => void): void;
  of(article: number): LineSurvey;
}

/** Lines of the corpus that several articles have, as rows. */
export interface LineCounts {
  readonly shared: number;
  keyOf(row: number): number;
  /** Ids of the articles that have the line, ascending, each once; of those of an archive only some. */
  articlesOf(row: number): Uint32Array;
  /** How many articles have the line, and of how many it is the first. */
  countOf(row: number): number;
  topsOf(row: number): number;
  /** Articles that have the line of this key. */
  articlesWith(key: number): number;
}

/** Lines counted at once: their table takes 16 to 48 bytes each. */
const LINES_A_PASS = 4e6;

/**
 * Counts the articles of every line, in as many passes as keep the table of lines small: each takes the lines whose key falls
 * in its share of the hashes. O(lines), and one look at each line for every pass. Open addressing in typed arrays: a Map of
 * 2.5 million keys costs ten times as much.
 */
export function countLines(surveys: Surveys, linesAPass = LINES_A_PASS): LineCounts {
  let total = 0;
  surveys.eachKeys((keys) => {
    total += keys.length;
  });
  const passes = Math.max(1, Math.ceil(total / linesAPass));
  const rows = new Rows();
  for (let pass = 0; pass < passes; pass++) countShare(surveys, pass, passes, total, rows);
  return rows.counts();
}

function countShare(surveys: Surveys, pass: number, passes: number, total: number, rows: Rows): void {
  // The low bits of a hash give the slot; what is left of a product of all its bits gives the pass.
  const isOther = (hash: number) => passes > 1 && (((Math.imul(hash, 0x9e3779b1) >>> 0) * passes) / 2 ** 32) >>> 0 !== pass;
  const lines = passes === 1 ? total : linesIn(surveys, (key) => !isOther(hashOf(key)));
  let slots = 64;
  while (slots < 1.5 * lines) slots *= 2;
  const slotKeys = new Float64Array(slots);
  const slotArticles = new Uint32Array(slots);
  const slotLast = new Int32Array(slots).fill(-1);
  const slotOf = (key: number, hash: number) => {
    let slot = hash & (slots - 1);
    while (slotArticles[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  surveys.eachKeys((keys, article) => {
    for (let line = 0; line < keys.length; line++) {
      const hash = hashOf(keys[line]);
      if (isOther(hash)) continue;
      const slot = slotOf(keys[line], hash);
      if (slotLast[slot] === article) continue;
      slotKeys[slot] = keys[line];
      slotArticles[slot]++;
      slotLast[slot] = article;
    }
  });
  const rowOfSlot = slotLast.fill(-1);
  surveys.eachKeys((keys, article) => {
    for (let line = 0; line < keys.length; line++) {
      const hash = hashOf(keys[line]);
      if (isOther(hash)) continue;
      const slot = slotOf(keys[line], hash);
      if (slotArticles[slot] < 2) continue;
      if (rowOfSlot[slot] < 0) rowOfSlot[slot] = rows.open(keys[line], slotArticles[slot]);
      rows.add(rowOfSlot[slot], article, keys[line] === keys[0]);
    }
  });
}

function linesIn(surveys: Surveys, isIn: (key: number) => boolean): number {
  let lines = 0;
  surveys.eachKeys((keys) => {
    for (let line = 0; line < keys.length; line++) if (isIn(keys[line])) lines++;
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
    if (row === this.#keys.length) {
      this.#keys = grown(this.#keys, 2 * row);
      this.#starts = grown(this.#starts, 2 * row + 1);
      this.#filled = grown(this.#filled, 2 * row);
      this.#tops = grown(this.#tops, 2 * row);
    }
    this.#keys[row] = key;
    const end = this.#starts[row] + articles;
    this.#starts[row + 1] = end;
    if (end > this.#members.length) this.#members = grown(this.#members, Math.max(end, 2 * this.#members.length));
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

  counts(): LineCounts {
    const starts = this.#starts;
    const keys = this.#keys;
    const rowOf = indexed(keys, this.#count);
    return {
      shared: this.#count,
      keyOf: (row) => keys[row],
      articlesOf: (row) => this.#members.subarray(starts[row], starts[row + 1]),
      countOf: (row) => starts[row + 1] - starts[row],
      topsOf: (row) => this.#tops[row],
      articlesWith: (key) => {
        const row = rowOf(key);
        return row < 0 ? 1 : starts[row + 1] - starts[row];
      },
    };
  }
}

/** The row of a key; −1 for a line that one article has. */
function indexed(keys: Float64Array, count: number): (key: number) => number {
  let slots = 16;
  while (slots < 2 * count) slots *= 2;
  const rows = new Uint32Array(slots);
  const slotOf = (key: number) => {
    let slot = hashOf(key) & (slots - 1);
    while (rows[slot] !== 0 && keys[rows[slot] - 1] !== key) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  for (let row = 0; row < count; row++) rows[slotOf(keys[row])] = row + 1;
  return (key) => rows[slotOf(key)] - 1;
}

function grown<Column extends Float64Array | Uint32Array>(column: Column, length: number): Column {
  const larger = new (column.constructor as new (length: number) => Column)(length); // its own kind
  larger.set(column);
  return larger;
}

function hashOf(key: number): number {
  const low = key >>> 0;
  const high = (key / 0x100000000) >>> 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
