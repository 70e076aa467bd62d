/** ../scan.ts, step for step; comments there. */
import { DIGIT, IDEOGRAPH, JOINED, LETTER, LOWER, NOTHING, SEVERAL, SPACE, UPPER } from '../classes';
import { CAPITAL, CAPITALS, CHARACTER, NUMBER, SHORTENED, SIGN, SMALL, SPACED, WORD } from '../flags';
import { ENDS_WORD, LETTERS } from '../layout';
import { classOf, entryAt, isLetter, isLoneLetter, partOf, partsOf, pastLetter, pointOf, startsWithLetter, widthOf } from './fold';
import { mix, step, WORD_SEED } from './hash';

const APOSTROPHE: u32 = 0x27;
const HYPHEN: u32 = 0x2d;
const POINT: u32 = 0x2e;
const COMMA: u32 = 0x2c;
const COLON: u32 = 0x3a;
const NEWLINE: u32 = 0x0a;
const TAB: u32 = 0x09;
const BLANK: u32 = 0x20;
const SMALL_S: u32 = 0x73;

/** In each of eight bytes the bit that makes a letter small. */
const SMALL_LETTERS: u64 = ((<u64>0x20202020) << 32) | 0x20202020;
/** Bytes that are looked at together. */
const VECTOR: u32 = 16;

/** The columns that are being filled. */
let hashes: usize = 0;
let starts: usize = 0;
let ends: usize = 0;
let flags: usize = 0;

/**
 * Scans `ranges` ranges of the text, first[i] … last[i], into the four columns; opened[i] becomes the first token of range i, and
 * opened[ranges] the number of tokens, which it returns. The text is followed by 16 bytes of zero.
 */
export function scanRanges(
  text: usize,
  first: usize,
  last: usize,
  ranges: u32,
  hash: usize,
  start: usize,
  end: usize,
  flag: usize,
  opened: usize,
): u32 {
  hashes = hash;
  starts = start;
  ends = end;
  flags = flag;
  let count: u32 = 0;
  for (let i: u32 = 0; i < ranges; i++) {
    store<u32>(opened + (i << 2), count);
    count = scan(text, text + load<u32>(first + (i << 2)), text + load<u32>(last + (i << 2)), count);
  }
  store<u32>(opened + (ranges << 2), count);
  return count;
}

function put(count: u32, hash: u32, start: usize, end: usize, flag: u32): void {
  store<u32>(hashes + (count << 2), hash);
  store<u32>(starts + (count << 2), <u32>start);
  store<u32>(ends + (count << 2), <u32>end);
  store<u8>(flags + count, <u8>flag);
}

/** Adds the tokens from `at` to before `end`; returns how many the table has then. */
function scan(text: usize, at: usize, end: usize, count: u32): u32 {
  let spaced: u32 = SPACED;
  let before: u32 = 0;
  let beforeThat: u32 = 0;

  while (at < end) {
    const from = at;
    const byte = <u32>load<u8>(at);
    if (byte === BLANK) {
      spaced = SPACED;
      before = beforeThat = 0;
      at++;
      continue;
    }
    if (load<u8>(LETTERS + byte) !== 0) {
      const signs = v128.load(at);
      const small = v128.or(signs, i8x16.splat(0x20));
      const letters = i8x16.bitmask(i8x16.lt_u(i8x16.sub(small, i8x16.splat(0x61)), i8x16.splat(26)));
      let length: u32 = ctz(~letters);
      if (at + length > end) length = <u32>(end - at);
      const stop = at + length;
      const sign = <u32>load<u8>(stop);
      if (length < VECTOR && (stop === end || load<u8>(ENDS_WORD + sign) !== 0 || (sign === POINT && length > 1))) {
        const capitals = i8x16.bitmask(i8x16.lt_u(i8x16.sub(signs, i8x16.splat(0x41)), i8x16.splat(26)));
        const all = (1 << length) - 1;
        const whole = length > 1 && (capitals & all) === all ? CAPITALS : 0;
        const flag = WORD | spaced | (capitals & 1 ? CAPITAL : SMALL) | whole;
        put(count++, mix(hashLetters(at, length)), from - text, stop - text, flag);
        before = beforeThat = 0;
        at = stop;
        spaced = 0;
        // Most often a blank comes next.
        if (sign === BLANK && stop !== end) {
          at++;
          spaced = SPACED;
        }
        continue;
      }
    }
    const entry = entryAt(at);
    const kind = classOf(entry);

    if (kind === SPACE) {
      spaced = SPACED;
      before = beforeThat = 0;
      at += widthOf(byte);
      continue;
    }
    if (kind === NOTHING) {
      at += widthOf(byte);
      continue;
    }
    if (kind === SEVERAL && classOf(partOf(entry, 0)) !== LETTER) {
      at += widthOf(byte);
      const parts = partsOf(entry);
      for (let i: u32 = 0; i < parts; i++) {
        const part = partOf(entry, i);
        const partKind = classOf(part);
        const point = pointOf(part);
        if (partKind === SPACE || partKind === NOTHING) continue;
        let hash = point;
        let flag: u32 = SIGN;
        if (partKind === JOINED) {
          hash = joinedHash(beforeThat, before, point);
          flag = CHARACTER;
          beforeThat = before;
          before = point;
        } else if (partKind === LETTER || partKind === DIGIT) {
          hash = step(WORD_SEED, point);
          while (i + 1 < parts && classOf(partOf(entry, i + 1)) === partKind) hash = step(hash, pointOf(partOf(entry, ++i)));
          hash = mix(hash);
          flag = partKind === LETTER ? WORD : NUMBER;
        } else if (partKind === IDEOGRAPH) {
          hash = mix(step(WORD_SEED, point));
          flag = CHARACTER;
        }
        put(count++, hash, from - text, at - text, flag | spaced);
        spaced = 0;
      }
      continue;
    }
    if (kind !== JOINED) before = beforeThat = 0;

    if (kind === LETTER || kind === SEVERAL) {
      at = scanWord(text, from, end, entry, spaced, count++);
      spaced = 0;
      if (isAbbreviation && at < end && load<u8>(at) === POINT) {
        put(count++, POINT, at - text, at + 1 - text, SIGN | SHORTENED);
        at++;
      }
      continue;
    }
    if (kind === DIGIT) {
      at = scanNumber(text, from, end, entry, spaced, count++);
      spaced = 0;
      continue;
    }

    at += widthOf(byte);
    const point = pointOf(entry);
    let hash = point;
    let flag: u32 = SIGN;
    if (kind === IDEOGRAPH) {
      hash = mix(step(WORD_SEED, point));
      flag = CHARACTER;
    } else if (kind === JOINED) {
      hash = joinedHash(beforeThat, before, point);
      flag = CHARACTER;
      beforeThat = before;
      before = point;
    }
    put(count++, hash, from - text, at - text, flag | spaced);
    spaced = 0;
  }
  return count;
}

/**
 * The hash of a word of 1 to 15 letters of ASCII. Its length is what a processor guesses wrong most, so the first eight take no
 * branch: it goes on to the next word while it hashes this one.
 */
function hashLetters(at: usize, length: u32): u32 {
  const letters = load<u64>(at) | SMALL_LETTERS;
  let hash = step(WORD_SEED, <u32>letters & 0xff);
  hash = select(step(hash, <u32>(letters >> 8) & 0xff), hash, length > 1);
  hash = select(step(hash, <u32>(letters >> 16) & 0xff), hash, length > 2);
  hash = select(step(hash, <u32>(letters >> 24) & 0xff), hash, length > 3);
  hash = select(step(hash, <u32>(letters >> 32) & 0xff), hash, length > 4);
  hash = select(step(hash, <u32>(letters >> 40) & 0xff), hash, length > 5);
  hash = select(step(hash, <u32>(letters >> 48) & 0xff), hash, length > 6);
  hash = select(step(hash, <u32>(letters >> 56)), hash, length > 7);
  for (let i: u32 = 8; i < length; i++) hash = step(hash, <u32>load<u8>(at + i) | 0x20);
  return hash;
}

/** Set by scanWord: the word is an abbreviation such as U.S, so a full stop that follows belongs to it. */
let isAbbreviation: bool = false;

/** Puts the word that begins at `from` with the letter of `entry`; returns the place after it. */
function scanWord(text: usize, from: usize, end: usize, entry: u32, spaced: u32, count: u32): usize {
  const first = entry;
  let at = from + widthOf(load<u8>(from));
  let kind = classOf(entry);
  let hash = WORD_SEED;
  let letters: u32 = 0;
  let capitals: u32 = 0;
  let shortened: u32 = 0;
  let wordEnd = at;
  for (;;) {
    if (kind === SEVERAL) {
      const parts = partsOf(entry);
      for (let i: u32 = 0; i < parts; i++) hash = step(hash, pointOf(partOf(entry, i)));
    } else if (kind === LETTER) hash = step(hash, pointOf(entry));
    if (kind !== NOTHING) {
      const size: u32 = kind === SEVERAL ? partsOf(entry) : 1;
      letters += size;
      if (entry & UPPER) capitals += size;
    }
    wordEnd = at;
    while (at < end) {
      const letter = <u32>load<u8>(LETTERS + load<u8>(at));
      if (letter === 0) break;
      at++;
      hash = step(hash, letter & 0x7f);
      capitals += letter >> 7;
      letters++;
      wordEnd = at;
    }
    if (at >= end) break;
    const next = <u32>load<u8>(at);
    entry = entryAt(at);
    kind = classOf(entry);
    if (next >= 0x80 && (kind === NOTHING || startsWithLetter(entry))) {
      at += widthOf(next);
      continue;
    }
    const sign = kind === SEVERAL ? 0 : pointOf(entry);
    const after = at + widthOf(next);
    if (sign === APOSTROPHE && isLetter(after, end)) {
      const past = pastLetter(after, end);
      const letter = entryAt(after);
      if (classOf(letter) === LETTER && pointOf(letter) === SMALL_S && !isLetter(past, end)) {
        at = wordEnd = past;
        shortened = SHORTENED;
        break;
      }
      at = after;
    } else if (sign === POINT && letters === 1 && isLoneLetter(after, end)) {
      at = after;
      letters = 0;
      shortened = 1;
    } else if (sign === HYPHEN && letters > 1) {
      const resumed = resumesAfterBreak(after, end);
      if (resumed === 0) break;
      at = resumed;
    } else break;
    entry = entryAt(at);
    kind = classOf(entry);
    at += widthOf(load<u8>(at));
  }
  isAbbreviation = shortened === 1;
  const capitalised = first & UPPER ? CAPITAL : first & LOWER ? SMALL : 0;
  const whole = capitals > 1 && (capitals === letters || isAbbreviation) ? CAPITALS : 0;
  put(count, mix(hash), from - text, wordEnd - text, WORD | spaced | capitalised | whole | (shortened & SHORTENED));
  return max(at, wordEnd);
}

/** Puts the number that begins at `from` with the digit of `entry`; returns the place after it. */
function scanNumber(text: usize, from: usize, end: usize, entry: u32, spaced: u32, count: u32): usize {
  let at = from + widthOf(load<u8>(from));
  let hash = step(WORD_SEED, pointOf(entry));
  while (at < end) {
    let next = <u32>load<u8>(at);
    let digit = entryAt(at);
    let mark: u32 = 0;
    if (next === POINT || next === COMMA || next === COLON) {
      if (at + 1 >= end) break;
      mark = next === COMMA ? 0 : POINT;
      next = load<u8>(at, 1);
      digit = entryAt(at + 1);
      if (classOf(digit) !== DIGIT) break;
      at++;
    }
    if (classOf(digit) !== DIGIT) break;
    if (mark) hash = step(hash, mark);
    hash = step(hash, pointOf(digit));
    at += widthOf(next);
  }
  put(count, mix(hash), from - text, at - text, NUMBER | spaced);
  return at;
}

function joinedHash(beforeThat: u32, before: u32, point: u32): u32 {
  return mix(step(step(step(WORD_SEED, beforeThat), before), point));
}

function resumesAfterBreak(at: usize, end: usize): usize {
  let broken = false;
  while (at < end) {
    const byte = <u32>load<u8>(at);
    if (byte !== BLANK && byte !== TAB && byte !== NEWLINE) break;
    if (byte === NEWLINE) {
      if (broken) return 0;
      broken = true;
    }
    at++;
  }
  if (!broken || at >= end) return 0;
  const entry = entryAt(at);
  return classOf(entry) === LETTER && entry & LOWER ? at : 0;
}
