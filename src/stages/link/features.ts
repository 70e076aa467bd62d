import type { Features } from '../../kernel/features/describe.ts';
import { makeWords, readWords } from '../../kernel/features/stems.ts';
import { kernel } from '../../kernel/index.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { lexicon } from './lexicon.ts';

export type { Features } from '../../kernel/features/describe.ts';

/**
 * The features of an article's own text; lists are views that the next call of the kernel overwrites. `allowed` is the mask of
 * languages it may be in. O(words) but for the first sight of a word, which is stemmed.
 */
export function describe(bytes: Uint8Array, text: TextTokens, allowed: number): Features {
  return kernel().describe(bytes, text, lexicon(), allowed);
}

/** The stems of a text's words, NO_STEM for stop words: as `describe` has them. */
export function stemmer(bytes: Uint8Array, { tokens }: TextTokens, allowed: number): (token: number) => number {
  const words = makeWords();
  readWords(bytes, tokens, lexicon(), allowed, words);
  return (i) => words.stems[i];
}
