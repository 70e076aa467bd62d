import type { HashSet } from '../../kernel/hashSet.ts';
import { kernel, type Shingles } from '../../kernel/index.ts';
import type { Tokens } from '../../kernel/tokens.ts';

/**
 * Text → set of shingles: every run of `size` words, hashed to 32 bits, but for those that are common in all news
 * ("one of the"; `common`): they say nothing of a text, and make unlike texts look alike. Words are folded
 * tokens; signs do not count. A text shorter than `size` is one shingle of its words. O(words).
 */
export function shingle(tokens: Tokens, size: number, common: HashSet): Shingles {
  return kernel().shingleSet(tokens, size, common);
}
