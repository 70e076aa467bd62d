import type { HashMap } from '../hashMap.ts';

/** What the features of a text know of words; link makes it from its lists. Words are asked for by their hash. */
export interface Lexicon {
  /** How many languages are told apart, at most 32. The first of those that fit a text equally well is taken. */
  readonly languages: number;
  /** The one whose plain words have Porter's stems. */
  readonly english: number;
  /** The languages in which a word is a stop word; bit i is language i. A table of STOP_WORD_SLOTS (layout.ts). */
  readonly stopWords: HashMap;
  /** What a word means, see meanings.ts. A table of MEANING_SLOTS. */
  readonly meanings: HashMap;
  /** The hash of the number n, written in digits; to 20. */
  readonly numbers: Uint32Array;
  /** Stem of a folded word. */
  readonly stemOf: (word: string, language: number) => string;
}
