/** What a code point is in text, and how an entry of the fold table is laid out. Numbers only: the WASM twin reads this file too. */

export const LETTER = 1;
export const DIGIT = 2;
/** A sign of a script that writes words without spaces and has thousands of signs: Han, kana. A token of its own. */
export const IDEOGRAPH = 3;
/** A letter of an alphabet that writes words without spaces: Thai, Lao, Khmer, Burmese. */
export const JOINED = 4;
export const SIGN = 5;
export const SPACE = 6;
/** Leaves no trace: soft hyphen, zero-width and direction marks, accents. */
export const NOTHING = 7;
/** Folds to several code points: see expansionOf. */
export const SEVERAL = 8;

/** Entry layout: bits 0–20 the folded code point (or the number of an expansion), 21–24 the class, then two claims. */
export const CLASS_SHIFT = 21;
export const POINT_MASK = (1 << CLASS_SHIFT) - 1;
export const CLASS_MASK = 15;
export const UPPER = 1 << 25;
export const LOWER = 1 << 26;
