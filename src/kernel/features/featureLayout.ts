/**
 * The tokens of an own text, and what is made of them, as columns in the memory of the WASM kernel: all have room for as many
 * values, then come the flags, a byte a token. Numbers only: both sides read this file.
 */

/** What goes in: the tokens, and the first token of each line. */
export const HASH = 0;
export const START = 1;
export const END = 2;
export const LINE_STARTS = 3;
/** Parallel to the tokens: what is known of words. */
export const STEM = 4;
export const MEANING = 5;
/** What comes out: lists, each as long as its count in FOUND says. An amount may stand on both sides of a number, hence two. */
export const STEMS = 6;
export const COUNTS = 7;
export const NUMBERS = 8;
export const NAMES = 9;
export const QUOTES = 10;
export const AMOUNTS = 11;
/** Room for the sort, as long as the longest list; and for the stems of the lead. */
export const SPARE = 13;
export const LEAD = 15;
export const COLUMNS = 16;

/** What is found, at FOUND of layout.ts, by the number of the value: how long the lists are, the days, the ages. */
export const FOUND_STEMS = 0;
export const FOUND_NUMBERS = 1;
export const FOUND_NAMES = 2;
export const FOUND_QUOTES = 3;
export const FOUND_AMOUNTS = 4;
export const FOUND_WEEKDAYS = 5;
export const FOUND_MONTHS = 6;
/** Four values. */
export const FOUND_AGES = 7;
