import { type HashSet, has } from '../../kernel/hashSet.ts';
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

/** The words of a text in a row, and its runs of so many words. Two are reused from pair to pair. */
class Wording {
  /** Per word its hash, its token, and the hash of the run that begins with it. */
  hashes = new Uint32Array(1024);
  tokens = new Uint32Array(1024);
  keys = new Uint32Array(1024);
  length = 0;
  runs = 0;

  read({ tokens }: TextTokens, width: number): this {
    const { hash, flags, count } = tokens;
    if (count > this.hashes.length) {
      this.hashes = new Uint32Array(2 * count);
      this.tokens = new Uint32Array(2 * count);
      this.keys = new Uint32Array(2 * count);
    }
    let length = 0;
    for (let i = 0; i < count; i++) {
      if ((flags[i] & KIND) === SIGN) continue;
      this.hashes[length] = hash[i];
      this.tokens[length++] = i;
    }
    this.length = length;
    this.runs = shingleHashes(this.hashes, length, width, this.keys);
    return this;
  }
}

const first = new Wording();
const second = new Wording();

/**
 * The longest runs of words that two texts share, in the order of the first: from each place that shares `least` words
 * with the other text the run goes on as long as both agree. O(words of both), but for repeats within the second.
 */
export function sharedPassages(a: TextTokens, b: TextTokens, least: number): Passage[] {
  const width = Math.min(least, 3);
  const left = first.read(a, width);
  const right = second.read(b, width);
  if (left.length < least || right.length < least) return [];
  const mask = places.fill(right);
  const { slots, next } = places;
  const { start, end } = a.tokens;
  const passages: Passage[] = [];
  for (let i = 0; i + least <= left.length; ) {
    const key = left.keys[i];
    let longest = 0;
    let slot = key & mask;
    while (slots[slot] >= 0 && right.keys[slots[slot]] !== key) slot = (slot + 1) & mask;
    for (let place = slots[slot], looked = 0; place >= 0 && looked < MOST_PLACES; place = next[place], looked++)
      longest = Math.max(longest, agreement(left, i, right, place));
    if (longest >= least) {
      passages.push({ start: start[left.tokens[i]], end: end[left.tokens[i + longest - 1]], words: longest });
      i += longest;
    } else i++;
  }
  return passages;
}

/** For how many words two texts agree from a place in each. */
function agreement(a: Wording, i: number, b: Wording, k: number): number {
  const most = Math.min(a.length - i, b.length - k);
  let length = 0;
  while (length < most && a.hashes[i + length] === b.hashes[k + length]) length++;
  return length;
}

/** Places looked at for one run of words: a text that says one thing over and over would make the search quadratic. */
const MOST_PLACES = 8;

/** Where each run of words stands: the first of its places through a table, and from place to place. Reused as well. */
class Places {
  /** By the low bits of a key and open addressing, the first place of the run; −1 for an empty slot. */
  slots = new Int32Array(2048);
  /** By place, the next place of the same run; −1 behind the last. */
  next = new Int32Array(1024);

  /** Returns the bits of a key that choose a slot. */
  fill({ keys, runs }: Wording): number {
    let size = 16;
    while (size < 2 * runs) size *= 2;
    if (size > this.slots.length) {
      this.slots = new Int32Array(size);
      this.next = new Int32Array(size / 2);
    }
    const { slots, next } = this;
    slots.fill(-1, 0, size);
    // Backwards, so that the places of a run come out in their order.
    for (let place = runs - 1; place >= 0; place--) {
      let slot = keys[place] & (size - 1);
      while (slots[slot] >= 0 && keys[slots[slot]] !== keys[place]) slot = (slot + 1) & (size - 1);
      next[place] = slots[slot];
      slots[slot] = place;
    }
    return size - 1;
  }
}

const places = new Places();

/**
 * The longest run of words of a text all of whose shingles the other text has, where only those are known of it. A shingle
 * that the text's own set lacks is one of those that all news has, and goes with its neighbours. Null below `least` words.
 */
export function longestPassage(a: TextTokens, own: HashSet, other: HashSet, size: number, least: number): Passage | null {
  const { tokens, keys, length, runs } = first.read(a, size);
  const width = Math.min(size, length);
  let best: { from: number; to: number } | null = null;
  for (let i = 0; i < runs; i++) {
    if (!has(other, keys[i])) continue;
    let last = i;
    for (let next = i + 1; next < runs; next++) {
      if (has(other, keys[next])) last = next;
      else if (has(own, keys[next])) break;
    }
    if (best === null || last - i > best.to - best.from) best = { from: i, to: last };
    i = last;
  }
  if (best === null || best.to - best.from + width < least) return null;
  const { start, end } = a.tokens;
  return { start: start[tokens[best.from]], end: end[tokens[best.to + width - 1]], words: best.to - best.from + width };
}
