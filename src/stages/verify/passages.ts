import { kernel } from '../../kernel/index.ts';
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
  const keys = new Uint32Array(left.length);
  kernel.shingleHashes(left.hashes, left.length, width, keys);
  const passages: Passage[] = [];
  for (let i = 0; i + least <= left.length; ) {
    let longest = 0;
    for (const place of places.get(keys[i]) ?? []) {
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

function placesOf(hashes: Uint32Array, length: number, width: number): Map<number, number[]> {
  const keys = new Uint32Array(length);
  const runs = kernel.shingleHashes(hashes, length, width, keys);
  const places = new Map<number, number[]>();
  for (let i = 0; i < runs; i++) {
    const list = places.get(keys[i]);
    if (!list) places.set(keys[i], [i]);
    else if (list.length < MOST_PLACES) list.push(i);
  }
  return places;
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
  const runs = kernel.shingleHashes(words.hashes, words.length, size, keys);
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
