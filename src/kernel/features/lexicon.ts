import type { HashMap } from '../hashMap.ts';

/** What the features of a text ask of words; link makes it from its lists. */
export interface Lexicon {
  /** How many languages are told apart, at most MOST_LANGUAGES. The first of those that fit a text equally well is taken. */
  readonly languages: number;
  /** The one whose plain words have Porter's stems. */
  readonly english: number;
  /** Word hash → what is known of the word, see meanings.ts. A table of LEXICON_SLOTS (layout.ts). */
  readonly words: HashMap;
  /** By what COUNTED says: the hash of that number in digits. */
  readonly numbers: Uint32Array;
  /** Stem of a folded word. */
  readonly stemOf: (word: string, language: number) => string;
}
