import type { LineSurvey } from './survey.ts';

/** Lines of the corpus that several articles have, as rows; and in how many articles any line is. */
export interface LineCounts {
  readonly shared: number;
  keyOf(row: number): number;
  /** Ids of the articles that have the line, ascending, each once; of those of an archive only some. */
  articlesOf(row: number): Uint32Array;
  /** How many articles have the line, and of how many it is the first. */
  countOf(row: number): number;
  topsOf(row: number): number;
  /** How many articles have each line of all surveys, these end to end. */
  readonly articlesAt: Uint32Array;
  /** Number of an article's first line among the lines of all surveys. */
  readonly firstLine: Uint32Array;
}

/** Counts the articles of every line. O(lines). Open addressing in typed arrays: a Map of 2.5 million keys costs ten times as much. */
export function countLines(surveys: readonly LineSurvey[]): LineCounts {
  const firstLine = new Uint32Array(surveys.length + 1);
  for (let article = 0; article < surveys.length; article++) {
    firstLine[article + 1] = firstLine[article] + surveys[article].keys.length;
  }
  const total = firstLine[surveys.length];
  let slots = 64;
  while (slots < 1.5 * total) slots *= 2;
  const slotKeys = new Float64Array(slots);
  const slotArticles = new Uint32Array(slots);
  const slotLast = new Int32Array(slots).fill(-1);
  const slotOfLine = new Uint32Array(total);
  for (let article = 0; article < surveys.length; article++) {
    const { keys } = surveys[article];
    for (let line = 0; line < keys.length; line++) {
      const key = keys[line];
      let slot = hashOf(key) & (slots - 1);
      while (slotArticles[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & (slots - 1);
      slotOfLine[firstLine[article] + line] = slot;
      if (slotLast[slot] === article) continue;
      slotKeys[slot] = key;
      slotArticles[slot]++;
      slotLast[slot] = article;
    }
  }
  return gatherShared(surveys, firstLine, slotKeys, slotArticles, slotLast, slotOfLine);
}

/** Numbers the shared lines in order of their first appearance and lists their articles, by counting. */
function gatherShared(
  surveys: readonly LineSurvey[],
  firstLine: Uint32Array,
  slotKeys: Float64Array,
  slotArticles: Uint32Array,
  rowOfSlot: Int32Array,
  slotOfLine: Uint32Array,
): LineCounts {
  rowOfSlot.fill(-1);
  const slotOfRow: number[] = [];
  const starts: number[] = [0];
  const articlesAt = new Uint32Array(slotOfLine.length);
  for (let at = 0; at < slotOfLine.length; at++) {
    const slot = slotOfLine[at];
    articlesAt[at] = slotArticles[slot];
    if (articlesAt[at] < 2 || rowOfSlot[slot] >= 0) continue;
    rowOfSlot[slot] = slotOfRow.length;
    slotOfRow.push(slot);
    starts.push(starts[starts.length - 1] + slotArticles[slot]);
  }
  const members = new Uint32Array(starts[starts.length - 1]);
  const filled = new Uint32Array(slotOfRow.length);
  for (let article = 0; article < surveys.length; article++) {
    for (let at = firstLine[article]; at < firstLine[article + 1]; at++) {
      if (articlesAt[at] < 2) continue;
      const row = rowOfSlot[slotOfLine[at]];
      const last = starts[row] + filled[row] - 1;
      if (filled[row] > 0 && members[last] === article) continue;
      members[last + 1] = article;
      filled[row]++;
    }
  }
  const articlesOf = (row: number) => members.subarray(starts[row], starts[row + 1]);
  return {
    shared: slotOfRow.length,
    keyOf: (row) => slotKeys[slotOfRow[row]],
    articlesOf,
    countOf: (row) => starts[row + 1] - starts[row],
    topsOf: (row) => articlesOf(row).filter((article) => surveys[article].keys[0] === slotKeys[slotOfRow[row]]).length,
    articlesAt,
    firstLine,
  };
}

function hashOf(key: number): number {
  const low = key >>> 0;
  const high = (key / 0x100000000) >>> 0;
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
