import {
  classOf,
  DIGIT,
  expansionOf,
  foldEntry,
  IDEOGRAPH,
  JOINED,
  LETTER,
  LOWER,
  NOTHING,
  POINT_MASK,
  SEVERAL,
  SPACE,
  UPPER,
} from './fold.ts';
import { mix, step, WORD_SEED } from './hash.ts';
import { CAPITAL, CAPITALS, CHARACTER, NUMBER, reserve, roomFor, SHORTENED, SIGN, SMALL, SPACED, type Tokens, WORD } from './tokens.ts';

const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const NEWLINE = 0x0a;
const BLANK = 0x20;
const SMALL_S = 0x73;

/** See Kernel. */
export function scanRanges(
  bytes: Uint8Array,
  from: Uint32Array,
  to: Uint32Array,
  ranges: number,
  tokens: Tokens,
  opened: Uint32Array,
): void {
  tokens.count = 0;
  for (let i = 0; i < ranges; i++) {
    opened[i] = tokens.count;
    reserve(tokens, roomFor(to[i] - from[i]));
    scan(bytes, from[i], to[i], tokens);
  }
  opened[ranges] = tokens.count;
}

/**
 * Appends the tokens of bytes[start, end) to the table: folds, classifies, splits and hashes in one pass.
 * Words are runs of letters; an inner apostrophe leaves no trace, a final 's is dropped (Korea's = Korea), U.S. is one
 * word "us", a word broken by a hyphen at a line's end is one word. Numbers keep inner points, lose inner commas
 * (1,000 = 1000); clock times read 10.30. Every other sign is a token; its hash is its folded code point.
 *
 * The bytes must be valid UTF-8 and the table must have roomFor(end − start). O(bytes), allocates nothing.
 */
export function scan(bytes: Uint8Array, start: number, end: number, tokens: Tokens): void {
  const { hash: hashes, start: starts, end: ends, flags } = tokens;
  let count = tokens.count;
  let spaced = SPACED;
  let at = start;
  // Two letters before a letter of a script without spaces.
  let before = 0;
  let beforeThat = 0;

  while (at < end) {
    const from = at;
    const byte = bytes[at];
    if (byte === BLANK) {
      spaced = SPACED;
      before = beforeThat = 0;
      at++;
      continue;
    }
    // Most of most texts: a word of ASCII letters that no apostrophe, hyphen or abbreviation touches.
    const letter = ASCII_LETTERS[byte];
    if (letter !== 0) {
      let hash = step(WORD_SEED, letter & 0x7f);
      let capitals = letter >>> 7;
      let stop = at + 1;
      for (let next = 0; stop < end && (next = ASCII_LETTERS[bytes[stop]]) !== 0; stop++) {
        hash = step(hash, next & 0x7f);
        capitals += next >>> 7;
      }
      if (stop === end || WORD_ENDERS[bytes[stop]] || (bytes[stop] === POINT && stop > at + 1)) {
        hashes[count] = mix(hash);
        starts[count] = from;
        ends[count] = stop;
        flags[count++] = WORD | spaced | (letter >>> 7 ? CAPITAL : SMALL) | (capitals > 1 && capitals === stop - at ? CAPITALS : 0);
        spaced = 0;
        before = beforeThat = 0;
        at = stop;
        continue;
      }
    }
    let entry: number;
    if (byte < 0x80) {
      entry = ASCII_ENTRIES[byte];
      at++;
    } else {
      entry = entryAt(bytes, at);
      at += widthOf(byte);
    }
    let kind = classOf(entry);

    if (kind === SPACE) {
      spaced = SPACED;
      before = beforeThat = 0;
      continue;
    }
    if (kind === NOTHING) continue;
    if (kind === SEVERAL && classOf(expansionOf(entry)[0]) !== LETTER) {
      // A fraction, a bracketed number, a Thai vowel with its ring: a row of tokens, runs of letters or digits one each.
      const parts = expansionOf(entry);
      for (let i = 0; i < parts.length; i++) {
        const partKind = classOf(parts[i]);
        const point = parts[i] & POINT_MASK;
        if (partKind === SPACE || partKind === NOTHING) continue;
        starts[count] = from;
        ends[count] = at;
        if (partKind === JOINED) {
          hashes[count] = joinedHash(beforeThat, before, point);
          beforeThat = before;
          before = point;
          flags[count++] = CHARACTER | spaced;
        } else if (partKind === LETTER || partKind === DIGIT) {
          let hash = step(WORD_SEED, point);
          while (i + 1 < parts.length && classOf(parts[i + 1]) === partKind) hash = step(hash, parts[++i] & POINT_MASK);
          hashes[count] = mix(hash);
          flags[count++] = (partKind === LETTER ? WORD : NUMBER) | spaced;
        } else {
          hashes[count] = partKind === IDEOGRAPH ? mix(step(WORD_SEED, point)) : point;
          flags[count++] = (partKind === IDEOGRAPH ? CHARACTER : SIGN) | spaced;
        }
        spaced = 0;
      }
      continue;
    }
    if (kind !== JOINED) before = beforeThat = 0;

    if (kind === LETTER || kind === SEVERAL) {
      let hash = WORD_SEED;
      let letters = 0;
      let capitals = 0;
      let shortened = 0;
      const first = entry;
      let wordEnd = at;
      for (;;) {
        if (kind === SEVERAL) for (const part of expansionOf(entry)) hash = step(hash, part & POINT_MASK);
        else if (kind === LETTER) hash = step(hash, entry & POINT_MASK);
        if (kind !== NOTHING) {
          // A syllable of Hangul is one sign or two or three letters, by the form of Unicode.
          const size = kind === SEVERAL ? expansionOf(entry).length : 1;
          letters += size;
          if (entry & UPPER) capitals += size;
        }
        wordEnd = at;
        // Most of most texts: small and capital letters of ASCII_ENTRIES.
        while (at < end && bytes[at] < 0x80 && ASCII_LETTERS[bytes[at]] !== 0) {
          const letter = ASCII_LETTERS[bytes[at++]];
          hash = step(hash, letter & 0x7f);
          capitals += letter >>> 7;
          letters++;
          wordEnd = at;
        }
        if (at >= end) break;
        const next = bytes[at];
        if (next < 0x80) {
          entry = ASCII_ENTRIES[next];
          kind = classOf(entry);
        } else {
          entry = entryAt(bytes, at);
          kind = classOf(entry);
          if (kind === LETTER || kind === NOTHING || (kind === SEVERAL && classOf(expansionOf(entry)[0]) === LETTER)) {
            at += widthOf(next);
            continue;
          }
        }
        // Not a letter: three signs may stand inside a word.
        const sign = kind === SEVERAL ? 0 : entry & POINT_MASK; // the number of an expansion is no sign
        const after = at + (next < 0x80 ? 1 : widthOf(next));
        if (sign === APOSTROPHE && isLetter(bytes, after, end)) {
          const past = pastLetter(bytes, after, end);
          const letter = entryOf(bytes, after);
          if (classOf(letter) === LETTER && (letter & POINT_MASK) === SMALL_S && !isLetter(bytes, past, end)) {
            at = wordEnd = past;
            shortened = SHORTENED;
            break;
          }
          at = after;
        } else if (sign === POINT && letters === 1 && isLoneLetter(bytes, after, end)) {
          at = after;
          letters = 0; // so that D.C.A. goes on
          shortened = 1;
        } else if (sign === HYPHEN && letters > 1) {
          const resumed = resumesAfterBreak(bytes, after, end);
          if (resumed === 0) break;
          at = resumed;
        } else break;
        entry = entryOf(bytes, at);
        kind = classOf(entry);
        at += widthOf(bytes[at]);
      }
      at = Math.max(at, wordEnd);
      hashes[count] = mix(hash);
      starts[count] = from;
      ends[count] = wordEnd;
      const capitalised = first & UPPER ? CAPITAL : first & LOWER ? SMALL : 0;
      const dotted = shortened === 1;
      flags[count++] =
        WORD | spaced | capitalised | (capitals > 1 && (capitals === letters || dotted) ? CAPITALS : 0) | (shortened & SHORTENED);
      spaced = 0;
      if (dotted && at < end && bytes[at] === POINT) {
        hashes[count] = POINT;
        starts[count] = at;
        ends[count] = ++at;
        flags[count++] = SIGN | SHORTENED;
      }
      continue;
    }

    if (kind === DIGIT) {
      let hash = step(WORD_SEED, entry & POINT_MASK);
      while (at < end) {
        let next = bytes[at];
        let digit = next < 0x80 ? ASCII_ENTRIES[next] : entryAt(bytes, at);
        let mark = 0;
        if (next === POINT || next === COMMA || next === COLON) {
          if (at + 1 >= end) break;
          mark = next === COMMA ? 0 : POINT;
          next = bytes[at + 1];
          digit = next < 0x80 ? ASCII_ENTRIES[next] : entryAt(bytes, at + 1);
          if (classOf(digit) !== DIGIT) break;
          at++;
        }
        if (classOf(digit) !== DIGIT) break;
        if (mark) hash = step(hash, mark);
        hash = step(hash, digit & POINT_MASK);
        at += widthOf(next);
      }
      hashes[count] = mix(hash);
      starts[count] = from;
      ends[count] = at;
      flags[count++] = NUMBER | spaced;
      spaced = 0;
      continue;
    }

    const point = entry & POINT_MASK;
    starts[count] = from;
    ends[count] = at;
    if (kind === IDEOGRAPH) {
      hashes[count] = mix(step(WORD_SEED, point));
      flags[count++] = CHARACTER | spaced;
    } else if (kind === JOINED) {
      hashes[count] = joinedHash(beforeThat, before, point);
      flags[count++] = CHARACTER | spaced;
      beforeThat = before;
      before = point;
    } else {
      hashes[count] = point;
      flags[count++] = SIGN | spaced;
    }
    spaced = 0;
  }
  tokens.count = count;
}

export const ASCII_ENTRIES = Uint32Array.from({ length: 128 }, (_, point) => foldEntry(point));
/** The folded letter, plus 0x80 for a capital; 0 for what is no letter of ASCII_ENTRIES. */
export const ASCII_LETTERS = new Uint8Array(256);
for (const [point, entry] of ASCII_ENTRIES.entries()) {
  if (classOf(entry) === LETTER) ASCII_LETTERS[point] = (entry & POINT_MASK) | (entry & UPPER ? 0x80 : 0);
}
/** 1 for the bytes that end a word whatever comes next: neither a letter nor a sign that may stand inside a word. */
export const WORD_ENDERS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80 || ASCII_LETTERS[byte] !== 0 || classOf(ASCII_ENTRIES[byte]) === NOTHING) return 0;
  return [APOSTROPHE, HYPHEN, POINT].includes(ASCII_ENTRIES[byte] & POINT_MASK) ? 0 : 1;
});

/** The hash of a letter of a script without spaces, together with the two before it. */
function joinedHash(beforeThat: number, before: number, point: number): number {
  return mix(step(step(step(WORD_SEED, beforeThat), before), point));
}

/** Bytes of the UTF-8 sequence that begins with this one. */
function widthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function entryAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0xe0) return foldEntry(((first & 31) << 6) | (bytes[at + 1] & 63));
  if (first < 0xf0) return foldEntry(((first & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63));
  return foldEntry(((first & 7) << 18) | ((bytes[at + 1] & 63) << 12) | ((bytes[at + 2] & 63) << 6) | (bytes[at + 3] & 63));
}

function entryOf(bytes: Uint8Array, at: number): number {
  return bytes[at] < 0x80 ? ASCII_ENTRIES[bytes[at]] : entryAt(bytes, at);
}

function isLetter(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return false;
  const entry = entryOf(bytes, at);
  const kind = classOf(entry);
  return kind === LETTER || (kind === SEVERAL && classOf(expansionOf(entry)[0]) === LETTER);
}

/** One letter, and none after it. */
function isLoneLetter(bytes: Uint8Array, at: number, end: number): boolean {
  return at < end && classOf(entryOf(bytes, at)) === LETTER && !isLetter(bytes, pastLetter(bytes, at, end), end);
}

/** The place after a letter and its accents. */
function pastLetter(bytes: Uint8Array, at: number, end: number): number {
  at += widthOf(bytes[at]);
  while (at < end && bytes[at] >= 0x80 && classOf(entryAt(bytes, at)) === NOTHING) at += widthOf(bytes[at]);
  return at;
}

/** Where a word goes on in the next line after "govern-\n   ment"; 0 when it does not. */
function resumesAfterBreak(bytes: Uint8Array, at: number, end: number): number {
  let broken = false;
  while (at < end && (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === NEWLINE)) {
    if (bytes[at] === NEWLINE) {
      if (broken) return 0;
      broken = true;
    }
    at++;
  }
  if (!broken || at >= end) return 0;
  const entry = entryOf(bytes, at);
  return classOf(entry) === LETTER && entry & LOWER ? at : 0;
}
