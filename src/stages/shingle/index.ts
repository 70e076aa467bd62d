import { type HashSet, has } from '../../kernel/hashSet.ts';
import { kernel } from '../../kernel/index.ts';
import { KIND, SIGN, type Tokens } from '../../kernel/tokens.ts';

let words = new Uint32Array(4096);
let hashes = new Uint32Array(4096);

/** The shingles of one text, and a fingerprint of its words in their order. */
export interface Shingles {
  /** Sorted, without repeats; a view that the next call overwrites. */
  readonly shingles: Uint32Array;
  readonly fingerprint: readonly [number, number];
}

/**
 * Text → set of shingles: every run of `size` words, hashed to 32 bits, but for those that are common in all news
 * ("one of the"; `common`): they say nothing of a text, and make unlike texts look alike. Words are folded
 * tokens; signs do not count. A text shorter than `size` is one shingle of its words. O(words).
 */
export function shingle(tokens: Tokens, size: number, common: HashSet): Shingles {
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
  const all = kernel.sortUnique(hashes, kernel.shingleHashes(words, count, size, hashes));
  return { shingles: hashes.subarray(0, withoutCommon(hashes, all, common)), fingerprint: [low >>> 0, (high ^ count) >>> 0] };
}

/** Drops the common values from values[0, count); returns how many are left. A text of nothing else keeps them all. */
function withoutCommon(values: Uint32Array, count: number, common: HashSet): number {
  let kept = 0;
  for (let i = 0; i < count; i++) if (!has(common, values[i])) values[kept++] = values[i];
  return kept || count; // none kept, none overwritten
}
