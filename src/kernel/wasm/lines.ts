/** ../lines/facts.ts and ../lines/survey.ts, for the text in hand; comments there. It is followed by 16 bytes of zero. */
import { KIND, SIGN } from '../flags';
import { TOKENS_FOUND } from '../layout';
import { END, FIRST_TOKEN, FROM, HASH, IDENTITY, REPEATED, SAMPLE, SAMPLE_START, START, TO, WORDS } from '../lines/columnLayout';
import { findBlocks } from './blocks';
import { byteColumn, flags, getLine, lineColumn, setKey, setLine, slots, tokenColumn } from './columns';
import { lineKey } from './keys';
import { readLine } from './line';
import { isJoined, LONG_LINE, MOST_PARTS, partEnd } from './parts';
import { scanRanges } from './scan';
import { MOST_TAILS, nextTail } from './tails';

const SAMPLE_BITS: u32 = 3;

/** Fills START, END and the tokens; returns the number of lines. */
function readLines(text: usize, size: u32): u32 {
  const lines = findBlocks(text, size);
  const opened = lineColumn(FIRST_TOKEN);
  const tokens = scanRanges(
    text,
    lineColumn(START),
    lineColumn(END),
    lines,
    tokenColumn(HASH),
    tokenColumn(FROM),
    tokenColumn(TO),
    flags,
    opened,
  );
  store<u32>(TOKENS_FOUND, tokens);
  return lines;
}

/** Fills all columns of the text; returns the number of lines and leaves that of the tokens. */
export function readFacts(text: usize, size: u32): u32 {
  const lines = readLines(text, size);
  for (let line: u32 = 0; line < lines; line++) readLine(text, line);
  findRepeats(lines);
  return lines;
}

/** Fills `repeated`. */
function findRepeats(lines: u32): void {
  const repeated = byteColumn(REPEATED);
  let room: u32 = 64;
  while (room < 2 * lines) room *= 2;
  memory.fill(slots, 0, room << 2);
  for (let line: u32 = 0; line < lines; line++) {
    const identity = getLine(IDENTITY, line);
    let slot = identity & (room - 1);
    let other: u32 = 0;
    while ((other = load<u32>(slots + (slot << 2))) !== 0 && getLine(IDENTITY, other - 1) !== identity) slot = (slot + 1) & (room - 1);
    if (other === 0) {
      store<u8>(repeated + line, 0);
      store<u32>(slots + (slot << 2), line + 1);
    } else {
      store<u8>(repeated + other - 1, load<u8>(repeated + other - 1) | 1);
      store<u8>(repeated + line, 3);
    }
  }
}

/** Of surveyLines: rows and shingles so far. */
let rows: u32 = 0;
let sampled: u32 = 0;

/** Fills the keys, WORDS, SAMPLE_START and SAMPLE, a row for each line, part and tail; returns how many. */
export function surveyLines(text: usize, size: u32): u32 {
  const lines = readLines(text, size);
  rows = 0;
  sampled = 0;
  const joined = isJoined(lines);
  let partsLeft = MOST_PARTS;
  for (let line: u32 = 0; line < lines; line++) {
    const first = getLine(FIRST_TOKEN, line);
    const past = getLine(FIRST_TOKEN, line + 1);
    let from = first;
    if (joined && past - first > LONG_LINE) {
      while (from < past && partsLeft > 0) {
        const to = --partsLeft === 0 ? past : partEnd(from, past);
        addRow(from, to, from);
        from = to;
      }
    }
    addRow(first, past, from);
  }
  const past: u32 = lines === 0 ? 0 : getLine(FIRST_TOKEN, 1);
  for (let tail: u32 = 0, from = past; past > 0 && tail < MOST_TAILS; tail++) {
    from = nextTail(0, past, from);
    if (from === 0) break;
    addRow(from, past, past);
  }
  setLine(SAMPLE_START, rows, sampled);
  return rows;
}

function addRow(from: u32, past: u32, counted: u32): void {
  const key = lineKey(from, past);
  if (key === 0) return;
  setKey(rows, key);
  setLine(SAMPLE_START, rows, sampled);
  setLine(WORDS, rows++, sampleLine(counted, past));
}

/** Adds the sampled shingles of the tokens; returns the words among them. */
function sampleLine(from: u32, to: u32): u32 {
  const hashes = tokenColumn(HASH);
  const sample = tokenColumn(SAMPLE);
  let found = sampled;
  let before: u32 = 0;
  let beforeThat: u32 = 0;
  let count: u32 = 0;
  for (let at = from; at < to; at++) {
    if ((load<u8>(flags + at) & KIND) === SIGN) continue;
    const word = load<u32>(hashes + (at << 2));
    if (++count >= 3) {
      let shingle = (beforeThat * 0x9e3779b1) ^ (before * 0x85ebca6b) ^ word;
      shingle = (shingle ^ (shingle >> 16)) * 0xc2b2ae35;
      shingle ^= shingle >> 15;
      // Written at once, and kept if it is of the sample: a branch would be guessed wrong.
      store<u32>(sample + (found << 2), shingle);
      found += <u32>(shingle >> (32 - SAMPLE_BITS) === 0);
    }
    beforeThat = before;
    before = word;
  }
  sampled = found;
  return count;
}
