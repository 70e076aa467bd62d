import { type HashSet, has } from '../../kernel/hashSet.ts';
import { kernel, type Shingles } from '../../kernel/index.ts';
import type { Tokens } from '../../kernel/tokens.ts';

/**
 * Text → set of shingles: every run of `size` words, hashed to 32 bits, but for those that are common in all news
 * ("one of the"; `common`), and for those that the furniture of the corpus is made of: they say nothing of a text, and make
 * unlike texts look alike. Words are folded tokens; signs do not count. A text shorter than `size` is one shingle of its
 * words, and one that would be left with none keeps them. O(words).
 */
export function shingle(tokens: Tokens, size: number, common: HashSet, furniture: HashSet | null = null): Shingles {
  const set = kernel().shingleSet(tokens, size, common);
  return furniture === null ? set : { ...set, shingles: without(set.shingles, furniture) };
}

/** In place. */
function without(values: Uint32Array, dropped: HashSet): Uint32Array {
  let kept = 0;
  for (let i = 0; i < values.length; i++) if (!has(dropped, values[i])) values[kept++] = values[i];
  return values.subarray(0, kept || values.length); // none kept, none overwritten
}
