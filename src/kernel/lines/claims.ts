/** Claims on a line of text: bits of Facts.claims. Numbers only: the WASM twin reads this file too. */

/** Ends with a full stop, a question or an exclamation mark; dots that trail off do not count. */
export const TERMINAL = 1;
/** Reads as running text: ends as a sentence does, or is long and has a sentence's end inside. */
export const SENTENCE = 2;
export const ENDS_COLON = 4;
export const BULLETED = 8;
/** Speaks to the reader. */
export const TO_READER = 16;
/** Bears a sign of a reader's comment: says who wrote it, or a time of day. */
export const COMMENT_SIGN = 32;
/** Begins with a clock such as 3:37, as a video in a list does. */
export const STARTS_CLOCK = 64;
/** Ends with a clock. */
export const ENDS_CLOCK = 128;
/** Ends with "share" or "tweet". */
export const ENDS_SHARE = 256;
/** A photo credit closes it. */
export const ENDS_CREDIT = 512;
/** Ends with a word that leads to a link, and begins with a call: "Read the full report at". */
export const DANGLING = 1024;
/** Ends with three dots. */
export const TRAILS_OFF = 2048;
/** Holds words that a page puts between two sentences. */
export const INTERRUPTED = 4096;
/** Words of a script without spaces. */
export const UNSPACED = 8192;
/** Has an at sign. */
export const AT_SIGN = 16384;
/** Has a quotation mark. */
export const QUOTES = 32768;
/** Ends with a closing bracket. */
export const ENDS_BRACKET = 65536;
/** A phrase of 'about the outlet' follows its first few words, which are a name. */
export const NAMES_OUTLET = 1 << 17;
/** Nothing but a date and a time of day. */
export const DATED = 1 << 18;
/** The way to a page: "Home > News > Regional". */
export const TRAIL = 1 << 19;
/** Ends, after a sentence, with names in brackets or with a slash: "… on Monday. (Jane Doe/AP)". */
export const ENDS_NAMES = 1 << 20;
