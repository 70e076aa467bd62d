/** The flags of a token. Numbers only: the WASM twin reads this file too. */

/** Bits 0–2 of a token's flags: what it is. */
export const KIND = 7;
export const SIGN = 0;
export const WORD = 1;
export const NUMBER = 2;
/** One sign of Han or kana, or one letter of a script without spaces together with the two before it. */
export const CHARACTER = 3;
/** Its first letter is a capital. */
export const CAPITAL = 8;
/** Its first letter is a small one; letters of scripts without case are neither. */
export const SMALL = 16;
/** All of its letters are capitals, and there are two or more. */
export const CAPITALS = 32;
/** White space, or the start of a line, comes before it. */
export const SPACED = 64;
/** A full stop that ends an abbreviation such as U.S.; or a word that lost its 's. */
export const SHORTENED = 128;
