/**
 * The columns of a text's lines and tokens in the memory of the WASM kernel, one after the other: those of the lines have
 * room for as many lines each, those of the tokens for as many tokens. Numbers only: both sides read this file.
 *
 *     key (8 bytes a line) | columns of 4 bytes a line | columns of 1 byte a line | slots (16 bytes a line)
 *     columns of 4 bytes a token | flags (1 byte a token)
 */

/** Columns of four bytes a line. */
export const START = 0;
export const END = 1;
export const FIRST_TOKEN = 2;
export const WORDS = 3;
export const CLAIMS = 4;
export const FUNCTION_SHARE = 5;
export const CAPITAL_SHARE = 6;
export const WHOLE = 7;
export const STARTS = 8;
export const ANYWHERE = 9;
export const IDENTITY = 10;
export const PAST_PHRASES = 11;
/** For surveys: where the line's part of the sample starts. */
export const SAMPLE_START = 12;
/** For the search for wrapped lines alone. */
export const INDENT = 13;
export const WIDTH = 14;
export const LINE_COLUMNS = 15;

/** Columns of one byte a line. */
export const INNER = 0;
export const COMMAS = 1;
export const NUMBERS = 2;
export const YOU_WORDS = 3;
export const FUNCTION_WORDS = 4;
export const REPEATED = 5;
/** As INDENT. */
export const APART = 6;
export const LINE_BYTES = 7;

/** Columns of four bytes a token. */
export const HASH = 0;
export const FROM = 1;
export const TO = 2;
export const ENTRY = 3;
/** For surveys: the sampled shingles. */
export const SAMPLE = 4;
export const TOKEN_COLUMNS = 5;
