/** How far the features look. Numbers only: the WASM twin reads this file too. */

/** Tokens that tell a text's language. */
export const TELLING_TOKENS = 400;
/** Words at the head of a text, its headline included, that say what is new in it. */
export const LEAD_WORDS = 100;
/** A quotation counts by its runs of this many words. */
export const QUOTE_WORDS = 4;
/** Bytes between the marks of a quotation: below, a nickname; above, an unclosed mark. */
export const LEAST_QUOTED_BYTES = 15;
export const MOST_QUOTED_BYTES = 600;
/** Tokens from a number to the word that says what it counts, at most. */
export const REACH = 3;
/** Words with more bytes than this are left to the lexicon's stemmer. */
export const MOST_PLAIN_BYTES = 63;
/** Words of a language whose stems are kept: about as many as 10,000 articles have. Then all are forgotten, and learnt again. */
export const MOST_WORDS = 1 << 16;
/** What a stop word has for a stem. */
export const NO_STEM = 0;
