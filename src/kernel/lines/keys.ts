import { KIND, NUMBER, SIGN, type Tokens } from '../tokens.ts';
import { isSignAt, POINT } from './signs.ts';

/** Any number in a line's key, so that "4 hours ago" and "5 hours ago" are one line. */
const A_NUMBER = 0x5bd1e995;
/** The dots at the end of a teaser: the lead that it was cut from is another line. */
const DOTS = 0x27d4eb2f;

/** The key of the words so far. Scratch. */
let high = 0;
let low = 0;

function startKey(): void {
  high = 0;
  low = 0x2545f491;
}

/** Adds a token; returns whether it is a word. */
function addToKey({ hash, flags }: Tokens, at: number): boolean {
  const kind = flags[at] & KIND;
  if (kind === SIGN) return false;
  const word = kind === NUMBER ? A_NUMBER : hash[at];
  high = Math.imul(((high << 5) | (high >>> 27)) ^ word, 0x9e3779b1);
  low = Math.imul(low ^ word, 0x85ebca6b);
  low ^= low >>> 15;
  return true;
}

/** The key of tokens[from, to), all of which have been added; more may be added after it. */
function keySoFar(tokens: Tokens, from: number, to: number): number {
  const dotted = to - from > 2 && isSignAt(tokens, to - 1, POINT, POINT) && isSignAt(tokens, to - 2, POINT, POINT);
  const last = dotted ? Math.imul(low ^ DOTS, 0x85ebca6b) : low;
  const first = Math.imul(high ^ (high >>> 16), 0xc2b2ae35);
  return ((first ^ (first >>> 14)) & 0x1fffff) * 0x100000000 + (last >>> 0);
}

/**
 * Key of the line of tokens[from, to) by its words, signs and case aside, all numbers alike; a whole number below 2^53. Only dots at the
 * end count as a word. 0 for a line without words. O(tokens of the line).
 */
export function lineKey(tokens: Tokens, from: number, to: number): number {
  startKey();
  let words = 0;
  for (let at = from; at < to; at++) if (addToKey(tokens, at)) words++;
  return words === 0 ? 0 : keySoFar(tokens, from, to);
}

/** A run of so many words has not more tokens for each. */
const TOKENS_A_WORD = 4;

/** Runs of tokens that begin at one place and end at later ones, by the number of their last place. Scratch. */
export interface RunKeys {
  count: number;
  place: Uint32Array;
  key: Float64Array;
  words: Uint32Array;
}

/**
 * Fills `runs` with the runs from the token places[first] to each later place up to `last`, as far as they have up to `mostWords`: those whose
 * slot is taken, by the low bits of their keys. `slots` are a power of two. O(mostWords).
 */
export function findRunKeys(
  tokens: Tokens,
  places: Uint32Array,
  first: number,
  last: number,
  mostWords: number,
  slots: Uint32Array,
  runs: RunKeys,
): void {
  const mask = slots.length - 1;
  const from = places[first];
  startKey();
  let words = 0;
  let count = 0;
  const reach = from + TOKENS_A_WORD * mostWords;
  for (let place = first + 1, at = from; place <= last && places[place] <= reach; place++) {
    for (const to = places[place]; at < to; at++) if (addToKey(tokens, at)) words++;
    if (words > mostWords) break;
    if (words === 0 || (slots[low & mask] === 0 && !isSignAt(tokens, at - 1, POINT, POINT))) continue;
    runs.place[count] = place;
    runs.key[count] = keySoFar(tokens, from, at);
    runs.words[count++] = words;
  }
  runs.count = count;
}
