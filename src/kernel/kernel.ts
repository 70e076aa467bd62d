import type { Features } from './features/describe.ts';
import type { Lexicon } from './features/lexicon.ts';
import type { HashSet } from './hashSet.ts';
import type { PhraseBook } from './lines/book.ts';
import type { Facts } from './lines/facts.ts';
import type { LineSurvey } from './lines/survey.ts';
import type { TextTokens } from './text.ts';
import type { Tokens } from './tokens.ts';

/** The shingles of one text, and a fingerprint of its words in their order. */
export interface Shingles {
  /** Sorted, without repeats; a view that the next call of the kernel overwrites. */
  readonly shingles: Uint32Array;
  readonly fingerprint: readonly [number, number];
}

/**
 * The hot loops of an article behind one border: arrays in, arrays out, no options, nothing kept that grows with the
 * corpus. The reference says what each of them does; the WASM twin gives the same bytes.
 */
export interface Kernel {
  /**
   * Fills the table with the tokens of the ranges bytes[from[i], to[i]) of a text, in place of what it held. opened[i] is the
   * first token of range i, and opened[ranges] their number. The bytes must be valid UTF-8. O(bytes).
   */
  scanRanges(bytes: Uint8Array, from: Uint32Array, to: Uint32Array, ranges: number, tokens: Tokens, opened: Uint32Array): void;
  /**
   * Finds the lines of a text and all that is known of them. The bytes must be valid UTF-8. O(bytes). The columns are the
   * kernel's own, longer than need be, and good until its next call of any kind; the caller may write to them.
   */
  readFacts(bytes: Uint8Array, book: PhraseBook): Facts;
  /** What a text tells the corpus of its lines. O(bytes). The columns are good until the next call. */
  surveyLines(bytes: Uint8Array): LineSurvey;
  /** The set of runs of `size` words, without the common ones; of a text that has no others, with them. O(tokens). */
  shingleSet(tokens: Tokens, size: number, common: HashSet): Shingles;
  /** Writes the signature of a set of shingles into out[at …]; see sketch.ts. */
  sketch(shingles: Uint32Array, slots: number, out: Uint32Array, at: number): void;
  /**
   * The features of an article's own text, in one of the languages that `allowed` has a bit for: that of its stop words. Lists
   * are good until the next call. O(words).
   */
  describe(bytes: Uint8Array, text: TextTokens, lexicon: Lexicon, allowed: number): Features;
}
