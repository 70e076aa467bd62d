/** Fold entries as ../fold.ts makes them, and what they say. An address is a place in memory. */
import { CLASS_MASK, CLASS_SHIFT, LETTER, NOTHING, POINT_MASK, SEVERAL } from '../classes';
import { EXPANSION_BYTES, EXPANSIONS, FOLD } from '../layout';

/** Given by the host: makes the entry of a code point that has not been met, writes it into the table and returns it. */
declare function makeEntry(point: u32): u32;

export function classOf(entry: u32): u32 {
  return (entry >> CLASS_SHIFT) & CLASS_MASK;
}

export function pointOf(entry: u32): u32 {
  return entry & POINT_MASK;
}

/** How many entries the expansion has. */
export function partsOf(entry: u32): u32 {
  return load<u32>(EXPANSIONS + pointOf(entry) * EXPANSION_BYTES);
}

export function partOf(entry: u32, i: u32): u32 {
  return load<u32>(EXPANSIONS + pointOf(entry) * EXPANSION_BYTES + (i << 2), 4);
}

/** A letter, or a sign that folds to several of which the first is one. */
export function startsWithLetter(entry: u32): bool {
  const kind = classOf(entry);
  return kind === LETTER || (kind === SEVERAL && classOf(partOf(entry, 0)) === LETTER);
}

/** Bytes of the UTF-8 sequence that begins with this one. */
export function widthOf(first: u32): usize {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The code point at an address. */
export function pointAt(at: usize): u32 {
  const first = <u32>load<u8>(at);
  if (first < 0x80) return first;
  const second = <u32>load<u8>(at, 1) & 63;
  if (first < 0xe0) return ((first & 31) << 6) | second;
  const third = <u32>load<u8>(at, 2) & 63;
  if (first < 0xf0) return ((first & 15) << 12) | (second << 6) | third;
  return ((first & 7) << 18) | (second << 12) | (third << 6) | (<u32>load<u8>(at, 3) & 63);
}

export function entryAt(at: usize): u32 {
  const point = pointAt(at);
  const entry = load<u32>(FOLD + (point << 2));
  return entry !== 0 ? entry : makeEntry(point);
}

export function isLetter(at: usize, end: usize): bool {
  return at < end && startsWithLetter(entryAt(at));
}

/** One letter, and none after it. */
export function isLoneLetter(at: usize, end: usize): bool {
  return at < end && classOf(entryAt(at)) === LETTER && !isLetter(pastLetter(at, end), end);
}

/** The place after a letter and its accents. */
export function pastLetter(at: usize, end: usize): usize {
  at += widthOf(load<u8>(at));
  while (at < end && load<u8>(at) >= 0x80 && classOf(entryAt(at)) === NOTHING) at += widthOf(load<u8>(at));
  return at;
}
