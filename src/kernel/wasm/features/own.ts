/** The own text in hand: its tokens, and what is known of its words. */
import { COLUMNS, HASH, MEANING } from '../../features/featureLayout';
import { PART } from '../../features/meanings';
import { KIND } from '../../flags';

/** The text's bytes. */
export let text: usize = 0;
/** Tokens. */
export let count: u32 = 0;
export let lines: u32 = 0;
/** A byte a token. */
export let flags: usize = 0;
let columns: usize = 0;
/** Bytes of a column. */
let length: usize = 0;

/** The columns lie at `at`, with room for so many values each. */
export function useOwn(bytes: usize, at: usize, room: u32, tokens: u32, ofLines: u32): void {
  text = bytes;
  count = tokens;
  lines = ofLines;
  columns = at;
  length = room << 2;
  flags = at + <usize>COLUMNS * length;
}

/** Where a column begins. */
export function column(number: usize): usize {
  return columns + number * length;
}

export function kindAt(token: u32): u32 {
  return flagsAt(token) & KIND;
}

export function flagsAt(token: u32): u32 {
  return load<u8>(flags + token);
}

/** Hash of a token; 0 where there is none. */
export function hashAt(token: u32): u32 {
  return token < count ? load<u32>(column(HASH) + (token << 2)) : 0;
}

/** Meaning of a token; 0 where there is none. A number below 0 is none either. */
export function meaningAt(token: u32): u32 {
  return token < count ? load<u32>(column(MEANING) + (token << 2)) : 0;
}

/** The part that a token takes in dates and ages. */
export function partAt(token: u32): u32 {
  return meaningAt(token) & PART;
}

export function valueAt(number: usize, token: u32): u32 {
  return load<u32>(column(number) + (token << 2));
}

/** Adds a value to a list of `size` values; returns its new size. */
export function add(list: usize, size: u32, value: u32): u32 {
  store<u32>(list + (size << 2), value);
  return size + 1;
}
