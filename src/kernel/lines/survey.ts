import { withRoom } from '../../columns/grow.ts';
import { KIND, SIGN } from '../tokens.ts';
import { type Facts, readLines } from './facts.ts';
import { lineKey } from './keys.ts';
import { isJoined, LONG_LINE, MOST_PARTS, partEnd } from './parts.ts';
import { MOST_TAILS, tailsOf } from './tails.ts';

/**
 * What one article tells about its lines to `sharedLines`: a row per line that has words, then one per tail of its headline (tails.ts).
 * Where lines were joined (parts.ts), each part of a long one has a row before the line's own.
 */
export interface LineSurvey {
  readonly keys: Float64Array;
  /** Of a tail 0: they are part of a line. Of a line in parts 0: they are the parts'. */
  readonly words: Uint32Array;
  /** Where each line's part of the sample starts; one more entry than there are lines. */
  readonly sampleStarts: Uint32Array;
  /** Those shingles (three words in a row) whose hash falls in the first eighth of its range: the same in every article. */
  readonly sample: Uint32Array;
}

const SAMPLE_BITS = 3;

/** Scratch, grown as needed. */
let keys = new Float64Array(256);
let words = new Uint32Array(256);
let sampleStarts = new Uint32Array(257);
let sample = new Uint32Array(1024);
let count = 0;
let sampled = 0;

/** See Kernel. */
export function surveyLines(bytes: Uint8Array): LineSurvey {
  const facts = readLines(bytes);
  const most = facts.start.length + MOST_PARTS + MOST_TAILS;
  keys = withRoom(keys, most);
  words = withRoom(words, most);
  sampleStarts = withRoom(sampleStarts, most + 1);
  if (sample.length < facts.tokens.count) sample = new Uint32Array(2 * facts.tokens.count);
  count = 0;
  sampled = 0;
  const joined = isJoined(facts.firstToken, facts.count);
  let partsLeft = MOST_PARTS;
  for (let line = 0; line < facts.count; line++) {
    const first = facts.firstToken[line];
    const past = facts.firstToken[line + 1];
    let from = first;
    if (joined && past - first > LONG_LINE) {
      while (from < past && partsLeft > 0) {
        const to = --partsLeft === 0 ? past : partEnd(facts.tokens, from, past);
        addRow(facts, from, to, from);
        from = to;
      }
    }
    addRow(facts, first, past, from);
  }
  const past = facts.count === 0 ? 0 : facts.firstToken[1];
  for (const tail of tailsOf(facts.tokens, 0, past)) addRow(facts, tail, past, past);
  sampleStarts[count] = sampled;
  return {
    keys: keys.subarray(0, count),
    words: words.subarray(0, count),
    sampleStarts: sampleStarts.subarray(0, count + 1),
    sample: sample.subarray(0, sampled),
  };
}

/** Adds the row of tokens[from, past) with the words and shingles of those from `counted` on; none without words. */
function addRow(facts: Facts, from: number, past: number, counted: number): void {
  const key = lineKey(facts.tokens, from, past);
  if (key === 0) return;
  keys[count] = key;
  sampleStarts[count] = sampled;
  words[count++] = sampleLine(facts, counted, past);
}

/** Adds the sampled shingles of tokens[from, to); returns its words. A shingle never crosses a line. */
function sampleLine(facts: Facts, from: number, to: number): number {
  const { hash, flags } = facts.tokens;
  let before = 0;
  let beforeThat = 0;
  let count = 0;
  for (let at = from; at < to; at++) {
    if ((flags[at] & KIND) === SIGN) continue;
    const word = hash[at];
    if (++count >= 3) {
      let shingle = Math.imul(beforeThat, 0x9e3779b1) ^ Math.imul(before, 0x85ebca6b) ^ word;
      shingle = Math.imul(shingle ^ (shingle >>> 16), 0xc2b2ae35);
      shingle ^= shingle >>> 15;
      if (shingle >>> (32 - SAMPLE_BITS) === 0) sample[sampled++] = shingle >>> 0;
    }
    beforeThat = before;
    before = word;
  }
  return count;
}
