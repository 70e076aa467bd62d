import { KIND, NUMBER, SIGN, type Tokens } from '../tokens.ts';
import { isSignAt, POINT } from './signs.ts';

/** Any number in a line's key, so that "4 hours ago" and "5 hours ago" are one line. */
const A_NUMBER = 0x5bd1e995;
/** The dots at the end of a teaser: the lead that it was cut from is another line. */
const DOTS = 0x27d4eb2f;

/**
 * Key of the line of tokens[from, to) by its words, signs and case aside, all numbers alike; a whole number below 2^53. Only dots at the
 * end count as a word. 0 for a line without words. O(tokens of the line).
 */
export function lineKey(tokens: Tokens, from: number, to: number): number {
  const { hash, flags } = tokens;
  let high = 0;
  let low = 0x2545f491;
  let words = 0;
  for (let at = from; at < to; at++) {
    const kind = flags[at] & KIND;
    if (kind === SIGN) continue;
    const word = kind === NUMBER ? A_NUMBER : hash[at];
    high = Math.imul(((high << 5) | (high >>> 27)) ^ word, 0x9e3779b1);
    low = Math.imul(low ^ word, 0x85ebca6b);
    low ^= low >>> 15;
    words++;
  }
  return words === 0 ? 0 : keyOf(tokens, from, to, high, low);
}

function keyOf(tokens: Tokens, from: number, to: number, high: number, low: number): number {
  if (to - from > 2 && isSignAt(tokens, to - 1, POINT, POINT) && isSignAt(tokens, to - 2, POINT, POINT)) {
    low = Math.imul(low ^ DOTS, 0x85ebca6b);
  }
  high = Math.imul(high ^ (high >>> 16), 0xc2b2ae35);
  return ((high ^ (high >>> 14)) & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** Keys of runs of tokens that begin at one token and end at several, with their words. Scratch. */
export interface RunKeys {
  count: number;
  key: Float64Array;
  words: Uint32Array;
}

/** Fills `runs` with the runs from places[first] to each later place, as far as they have up to `mostWords`. O(tokens of the longest). */
export function findRunKeys(tokens: Tokens, places: Uint32Array, first: number, last: number, mostWords: number, runs: RunKeys): void {
  const { hash, flags } = tokens;
  const from = places[first];
  let high = 0;
  let low = 0x2545f491;
  let words = 0;
  runs.count = 0;
  for (let place = first + 1, at = from; place <= last; place++) {
    for (; at < places[place]; at++) {
      const kind = flags[at] & KIND;
      if (kind === SIGN) continue;
      const word = kind === NUMBER ? A_NUMBER : hash[at];
      high = Math.imul(((high << 5) | (high >>> 27)) ^ word, 0x9e3779b1);
      low = Math.imul(low ^ word, 0x85ebca6b);
      low ^= low >>> 15;
      words++;
    }
    if (words > mostWords) return;
    runs.key[runs.count] = words === 0 ? 0 : keyOf(tokens, from, at, high, low);
    runs.words[runs.count++] = words;
  }
}
