/** The columns of the text in hand: where they lie. */
import { LINE_BYTES, LINE_COLUMNS, TOKEN_COLUMNS } from '../lines/columnLayout';

let keys: usize = 0;
let values: usize = 0;
let bytes: usize = 0;
/** Line numbers + 1 by identity: see lines.ts. */
export let slots: usize = 0;
let tokenValues: usize = 0;
export let flags: usize = 0;
let lineRoom: usize = 0;
let tokenRoom: usize = 0;

/** Lays the columns out at `at`, a multiple of 16, for so many lines and tokens, multiples of 16 too; returns the place behind them. */
export function layColumns(at: usize, lines: u32, tokens: u32): usize {
  lineRoom = lines;
  tokenRoom = tokens;
  keys = at;
  values = keys + (lineRoom << 3);
  bytes = values + <usize>LINE_COLUMNS * (lineRoom << 2);
  slots = bytes + <usize>LINE_BYTES * lineRoom;
  tokenValues = slots + (lineRoom << 4);
  flags = tokenValues + <usize>TOKEN_COLUMNS * (tokenRoom << 2);
  return flags + tokenRoom;
}

/** Where a column of four bytes a line begins. */
export function lineColumn(column: usize): usize {
  return values + column * (lineRoom << 2);
}

/** Where a column of one byte a line begins. */
export function byteColumn(column: usize): usize {
  return bytes + column * lineRoom;
}

/** Where a column of four bytes a token begins. */
export function tokenColumn(column: usize): usize {
  return tokenValues + column * (tokenRoom << 2);
}

export function getLine(column: usize, line: u32): u32 {
  return load<u32>(lineColumn(column) + (line << 2));
}

export function setLine(column: usize, line: u32, value: u32): void {
  store<u32>(lineColumn(column) + (line << 2), value);
}

export function setKey(line: u32, key: f64): void {
  store<f64>(keys + (line << 3), key);
}
