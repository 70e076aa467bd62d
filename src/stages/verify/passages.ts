import { shingleHashes } from '../../kernel/shingles.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { KIND, SIGN } from '../../kernel/tokens.ts';

/** A run of words that stands in both texts: its place in the first one. */
export interface Passage {
  /** First and past-the-end byte in the first text. */
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * The longest runs of words that two texts share, in the order of the first: from each place that shares `least` words
 * with the other text the run goes on as long as both agree. O(words of both), but for repeats within the second.
 */
export function sharedPassages(a: TextTokens, b: TextTokens, least: number): Passage[] {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const width = Math.min(least, 3);
  if (left.length < least || right.length < least) return [];
  const places = placesOf(right.hashes, right.length, width);
  const { slots, next } = places;
  const keys = new Uint32Array(left.length);
  shingleHashes(left.hashes, left.length, width, keys);
  const passages: Passage[] = [];
  for (let i = 0; i + least <= left.length; ) {
    let longest = 0;
    let slot = keys[i] & (slots.length - 1);
    while (slots[slot] >= 0 && places.keys[slots[slot]] !== keys[i]) slot = (slot + 1) & (slots.length - 1);
    for (let place = slots[slot], looked = 0; place >= 0 && looked < MOST_PLACES; place = next[place], looked++) {
      let length = 0;
      while (i + length < left.length && place + length < right.length && left.hashes[i + length] === right.hashes[place + length])
        length++;
      longest = Math.max(longest, length);
    }
    if (longest >= least) {
      const { start, end } = a.tokens;
      passages.push({ start: start[left.tokens[i]], end: end[left.tokens[i + longest - 1]], words: longest });
      i += longest;
    } else i++;
  }
  return passages;
}

/** Places looked at for one run of words: a text that says one thing over and over would make the search quadratic. */
const MOST_PLACES = 8;

/** Where each run of words stands: the first of its places through a table, and from place to place. */
interface Places {
  /** By the low bits of a key and open addressing, the first place of the run; −1 for an empty slot. */
  readonly slots: Int32Array;
  /** By place, the key of the run there, and the next place of the same run; −1 behind the last. */
  readonly keys: Uint32Array;
  readonly next: Int32Array;
}

function placesOf(hashes: Uint32Array, length: number, width: number): Places {
  const keys = new Uint32Array(length);
  const runs = shingleHashes(hashes, length, width, keys);
  let size = 16;
  while (size < 2 * runs) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const next = new Int32Array(length);
  // Backwards, so that the places of a run come out in their order.
  for (let place = runs - 1; place >= 0; place--) {
    let slot = keys[place] & (size - 1);
    while (slots[slot] >= 0 && keys[slots[slot]] !== keys[place]) slot = (slot + 1) & (size - 1);
    next[place] = slots[slot];
    slots[slot] = place;
  }
  return { slots, keys, next };
}

function wordsOf({ tokens }: TextTokens): { hashes: Uint32Array; tokens: Uint32Array; length: number } {
  const hashes = new Uint32Array(tokens.count);
  const indices = new Uint32Array(tokens.count);
  let length = 0;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.flags[i] & KIND) === SIGN) continue;
    hashes[length] = tokens.hash[i];
    indices[length++] = i;
  }
  return { hashes, tokens: indices, length };
}

/**
 * The longest run of words of a text all of whose shingles the other text has, where only those are known of it. A shingle
 * that the text's own set lacks is one of those that all news has, and goes with its neighbours. Null below `least` words.
 */
export function longestPassage(
  a: TextTokens,
  own: ReadonlySet<number>,
  other: ReadonlySet<number>,
  size: number,
  least: number,
): Passage | null {
  const words = wordsOf(a);
  const keys = new Uint32Array(words.length);
  const runs = shingleHashes(words.hashes, words.length, size, keys);
  const width = Math.min(size, words.length);
  let best: { from: number; to: number } | null = null;
  for (let i = 0; i < runs; i++) {
    if (!other.has(keys[i])) continue;
    let last = i;
    for (let next = i + 1; next < runs && (other.has(keys[next]) || !own.has(keys[next])); next++) if (other.has(keys[next])) last = next;
    if (best === null || last - i > best.to - best.from) best = { from: i, to: last };
    i = last;
  }
  if (best === null || best.to - best.from + width < least) return null;
  const { start, end } = a.tokens;
  return { start: start[words.tokens[best.from]], end: end[words.tokens[best.to + width - 1]], words: best.to - best.from + width };
}
