import { mix } from './hash.ts';
import { type HashSet, has } from './hashSet.ts';
import type { Shingles } from './kernel.ts';
import { KIND, SIGN, type Tokens } from './tokens.ts';

let words = new Uint32Array(4096);
let hashes = new Uint32Array(4096);

/** See Kernel. */
export function shingleSet(tokens: Tokens, size: number, common: HashSet): Shingles {
  if (tokens.count > words.length) {
    words = new Uint32Array(tokens.count * 2);
    hashes = new Uint32Array(tokens.count * 2);
  }
  let count = 0;
  let low = 0;
  let high = 0x9e3779b9;
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.flags[i] & KIND) === SIGN) continue;
    const word = tokens.hash[i];
    words[count++] = word;
    low = Math.imul(low ^ word, 0x01000193);
    high = Math.imul(((high << 7) | (high >>> 25)) + word, 0x85ebca6b);
  }
  const all = sortUnique(hashes, shingleHashes(words, count, size, hashes));
  return { shingles: hashes.subarray(0, withoutCommon(hashes, all, common)), fingerprint: [low >>> 0, (high ^ count) >>> 0] };
}

/** Drops the common values from values[0, count); returns how many are left. A text of nothing else keeps them all. */
function withoutCommon(values: Uint32Array, count: number, common: HashSet): number {
  let kept = 0;
  for (let i = 0; i < count; i++) if (!has(common, values[i])) values[kept++] = values[i];
  return kept || count; // none kept, none overwritten
}

/**
 * Hashes of every run of `size` words into out[0 …]; a text shorter than that is one shingle of all its words.
 * Order counts: "dog bites man" is not "man bites dog". Returns how many. O(words · size).
 */
export function shingleHashes(words: Uint32Array, count: number, size: number, out: Uint32Array): number {
  if (count === 0) return 0;
  const width = Math.min(size, count);
  const last = count - width;
  for (let first = 0; first <= last; first++) {
    let hash = width;
    for (let at = first; at < first + width; at++) hash = Math.imul((hash << 13) | (hash >>> 19), 5) + words[at];
    out[first] = mix(hash | 0);
  }
  return last + 1;
}

/** Below this, the counts of a radix sort cost more than they save. */
const SHORT_LIST = 80;

function insertionSort(values: Uint32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const value = values[i];
    let at = i;
    while (at > 0 && values[at - 1] > value) {
      values[at] = values[at - 1];
      at--;
    }
    values[at] = value;
  }
}

const counts = new Uint32Array(4 * 256);
let spare: Uint32Array = new Uint32Array(4096);

/** Sorts values[0, count) and drops repeats, in place; returns how many are left. O(count). */
export function sortUnique(values: Uint32Array, count: number): number {
  sort(values, count);
  let unique = 0;
  for (let i = 0; i < count; i++) if (i === 0 || values[i] !== values[unique - 1]) values[unique++] = values[i];
  return unique;
}

/** Sorts values[0, count) in place. Radix sort, least significant byte first: four times as fast as TypedArray.sort at 500 values. */
export function sort(values: Uint32Array, count: number): void {
  if (count < SHORT_LIST) return insertionSort(values, count);
  if (count > spare.length) spare = new Uint32Array(count * 2);
  counts.fill(0);
  for (let i = 0; i < count; i++) {
    const value = values[i];
    counts[value & 255]++;
    counts[256 + ((value >>> 8) & 255)]++;
    counts[512 + ((value >>> 16) & 255)]++;
    counts[768 + (value >>> 24)]++;
  }
  let from: Uint32Array = values;
  let to: Uint32Array = spare;
  for (let pass = 0; pass < 4; pass++) {
    const base = pass * 256;
    let sum = 0;
    for (let i = base; i < base + 256; i++) {
      const n = counts[i];
      counts[i] = sum;
      sum += n;
    }
    const shift = pass * 8;
    for (let i = 0; i < count; i++) {
      const value = from[i];
      to[counts[base + ((value >>> shift) & 255)]++] = value;
    }
    [from, to] = [to, from];
  }
  // Four passes end where they began, in `values`.
}

/** How many values stand in both of two sorted lists without repeats. O(lengths). */
export function intersection(a: Uint32Array, aStart: number, aEnd: number, b: Uint32Array, bStart: number, bEnd: number): number {
  let shared = 0;
  while (aStart < aEnd && bStart < bEnd) {
    const left = a[aStart];
    const right = b[bStart];
    // Sums of truths, not branches: which list goes on is a toss-up, and half of all guesses would be wrong.
    shared += Number(left === right);
    aStart += Number(left <= right);
    bStart += Number(right <= left);
  }
  return shared;
}
