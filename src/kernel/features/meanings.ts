/** What a word may mean beside its stem, as bits. Numbers only: the WASM twin reads this file too. */

/** The number that the word names, 1 … 20; 0 for none. */
export const COUNTED = 31;
/** It names the number as an ordinal: it may count something, but is no number of the text. */
export const ORDINAL = 1 << 5;
/** The weekday that the word names, 1 (Monday) … 7; 0 for none. */
export const WEEKDAY = 7 << 6;
export const WEEKDAY_SHIFT = 6;
/** It names it only with a capital. */
export const NEEDS_CAPITAL = 1 << 9;
/** It names it only where "-feira" follows. */
export const NEEDS_FAIR = 1 << 10;
/** The month that the word names, 1 (January) … 12; 0 for none. */
export const MONTH = 15 << 11;
export const MONTH_SHIFT = 11;
/** "feira". */
export const FAIR = 1 << 15;
/** "of", "de": stands between a day and its month. */
export const OF = 1 << 16;
/** "year", "years". */
export const YEAR = 1 << 17;
/** "old". */
export const OLD = 1 << 18;
/** "age", "aged". */
export const AGE = 1 << 19;
