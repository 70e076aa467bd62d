/** What the lexicon knows of a word, as bits. Numbers only: the WASM twin reads this file too. */

/** The number that the word names: 1 … 20 as a number, 21 … 32 as an ordinal, "first" … "twelfth"; 0 for none. */
export const COUNTED = 63;
export const LAST_NUMBER = 20;
export const LAST_ORDINAL = 32;
/** The weekday that it names, 1 (Monday) … 7; 0 for none. */
export const WEEKDAY = 7 << 6;
export const WEEKDAY_SHIFT = 6;
/** It names it only with a capital. */
export const NEEDS_CAPITAL = 1 << 9;
/** It names it only where "-feira" follows. */
export const NEEDS_FAIR = 1 << 10;
/** The month that it names, 1 (January) … 12; 0 for none. */
export const MONTH = 15 << 11;
export const MONTH_SHIFT = 11;
/** The part that it takes in dates and ages, one of those below; 0 for none. */
export const PART = 7 << 15;
/** "feira". */
export const FAIR = 1 << 15;
/** "of", "de": between a day and its month. */
export const OF = 2 << 15;
/** "year", "years". */
export const YEAR = 3 << 15;
export const OLD = 4 << 15;
/** "age", "aged". */
export const AGE = 5 << 15;
/** Above this bit, a bit for each language in which it is a stop word. */
export const LANGUAGES_SHIFT = 18;
export const MOST_LANGUAGES = 14;
