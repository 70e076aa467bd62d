/** The tokens of the text in hand, by number. */
import { FROM, HASH, TO } from '../lines/columnLayout';
import { flags, tokenColumn } from './columns';

export function hashAt(at: u32): u32 {
  return load<u32>(tokenColumn(HASH) + (at << 2));
}

export function flagAt(at: u32): u32 {
  return load<u8>(flags + at);
}

/** First byte of a token in the text. */
export function startAt(at: u32): u32 {
  return load<u32>(tokenColumn(FROM) + (at << 2));
}

/** Bytes of a token. */
export function lengthAt(at: u32): u32 {
  return load<u32>(tokenColumn(TO) + (at << 2)) - startAt(at);
}
