/** ../lines/blocks.ts, step for step, with line breaks found 16 bytes at a time; comments there. */
import { LETTER, LOWER, SPACE, UPPER } from '../classes';
import { APART, END, INDENT, START, WIDTH } from '../lines/columnLayout';
import { byteColumn, getLine, setLine } from './columns';
import { classOf, entryAt, pointAt, widthOf } from './fold';

const LEAST_WIDTH: u32 = 50;
const MOST_WIDTH: u32 = 100;
const SLACK: u32 = 16;
const SHORT_LINE: u32 = 20;
const MOST_BYTES: u32 = 4 * MOST_WIDTH;

const NEWLINE: u32 = 0x0a;
const RETURN: u32 = 0x0d;
const TAB: u32 = 0x09;
const BLANK: u32 = 0x20;

let text: usize = 0;
let size: u32 = 0;
let lineCount: u32 = 0;

/** Lines that the text has at most: one more than bytes that may begin a break. */
export function mostLines(at: usize, length: u32): u32 {
  let lines: u32 = 1;
  for (let i: u32 = 0; i < length; i += 16) {
    let found = mayBreak(at + i);
    if (length - i < 16) found &= (1 << (length - i)) - 1;
    lines += popcnt(found);
  }
  return lines;
}

/** A bit for each of 16 bytes that may begin a line break: LF, vertical tab, form feed, CR, and the first of U+2028. */
function mayBreak(at: usize): u32 {
  const signs = v128.load(at);
  const control = i8x16.lt_u(i8x16.sub(signs, i8x16.splat(<i8>NEWLINE)), i8x16.splat(4));
  return i8x16.bitmask(v128.or(control, i8x16.eq(signs, i8x16.splat(<i8>0xe2))));
}

/** Fills START and END with the blocks of the text; returns how many. It is followed by 16 bytes of zero. */
export function findBlocks(at: usize, length: u32): u32 {
  text = at;
  size = length;
  const longest = findLines();
  const width = longest <= MOST_BYTES && longest >= LEAST_WIDTH ? wrapWidth() : 0;
  if (width === 0) return lineCount;
  // In place: a block's row is never behind the lines that are still to be looked at.
  let count: u32 = 0;
  for (let line: u32 = 0; line < lineCount; line++) {
    const end = getLine(END, line);
    if (count > 0 && !startsBlock(line, width)) {
      setLine(END, count - 1, end);
      continue;
    }
    setLine(START, count, getLine(START, line));
    setLine(END, count++, end);
  }
  return count;
}

/** Fills the columns of lines; returns the bytes of the longest. */
function findLines(): u32 {
  let longest: u32 = 0;
  let apart: u32 = 1;
  lineCount = 0;
  for (let at: u32 = 0; at < size; ) {
    const end = nextBreak(at);
    const length = addLine(at, end, apart);
    apart = length === 0 ? 1 : 0;
    longest = max(longest, length);
    at = end === size ? size : end + breakWidth(end);
  }
  return longest;
}

/** Adds the trimmed line and returns its bytes; 0 for a blank one, which is not added. */
function addLine(from: u32, to: u32, apart: u32): u32 {
  const start = trimStart(from, to);
  if (start === to) return 0;
  const end = trimEnd(start, to);
  setLine(START, lineCount, start);
  setLine(END, lineCount, end);
  setLine(INDENT, lineCount, start - from);
  store<u8>(byteColumn(APART) + lineCount, <u8>apart);
  lineCount++;
  return end - start;
}

/** Where the next line break is; the size when there is none. */
function nextBreak(at: u32): u32 {
  for (; at < size; at += 16) {
    for (let found = mayBreak(text + at); found !== 0; found &= found - 1) {
      const place = at + ctz(found);
      if (place >= size) return size;
      if (breakWidth(place) > 0) return place;
    }
  }
  return size;
}

function breakWidth(at: u32): u32 {
  const byte = <u32>load<u8>(text + at);
  if (byte === RETURN) return <u32>load<u8>(text + at, 1) === NEWLINE ? 2 : 1;
  if (byte >= NEWLINE && byte < RETURN) return 1;
  return byte === 0xe2 && load<u8>(text + at, 1) === 0x80 && (load<u8>(text + at, 2) & 0xfe) === 0xa8 ? 3 : 0;
}

function wrapWidth(): u32 {
  let width: u32 = 0;
  for (let line: u32 = 0; line < lineCount; line++) {
    const signs = signsIn(getLine(START, line), getLine(END, line));
    setLine(WIDTH, line, signs);
    width = max(width, signs);
  }
  if (width < LEAST_WIDTH || width > MOST_WIDTH) return 0;
  let full: u32 = 0;
  let goingOn: u32 = 0;
  let capitals: u32 = 0;
  let single: u32 = 0;
  for (let line: u32 = 0; line < lineCount; line++) {
    if (getLine(WIDTH, line) >= width - SLACK) full++;
    else if (standsAlone(line) || isBulleted(text, getLine(START, line), getLine(END, line))) single++;
    if (line === 0 || isApart(line) || getLine(WIDTH, line - 1) < width - SLACK) continue;
    const letter = firstLetterCase(getLine(START, line));
    if (letter !== LOWER && endsSentence(line - 1)) continue;
    goingOn++;
    if (letter === UPPER) capitals++;
  }
  const wrapped =
    full >= 3 &&
    <f64>full >= 0.4 * <f64>(lineCount - single) &&
    <f64>goingOn >= 0.5 * <f64>full &&
    <f64>capitals <= (<f64>2 / <f64>3) * <f64>goingOn;
  return wrapped ? width : 0;
}

function standsAlone(line: u32): bool {
  return isApart(line) && (line + 1 === lineCount || isApart(line + 1));
}

function startsBlock(line: u32, width: u32): bool {
  if (isApart(line) || isBulleted(text, getLine(START, line), getLine(END, line))) return true;
  const deeper = getLine(INDENT, line) > getLine(INDENT, line - 1);
  if (deeper) return !isBulleted(text, getLine(START, line - 1), getLine(END, line - 1));
  if (getLine(WIDTH, line - 1) >= width - SHORT_LINE) return false;
  return endsSentence(line - 1) || firstLetterCase(getLine(START, line)) !== LOWER;
}

function isApart(line: u32): bool {
  return load<u8>(byteColumn(APART) + line) === 1;
}

export function isBulleted(bytes: usize, start: u32, end: u32): bool {
  let at = bytes + start;
  const byte = <u32>load<u8>(at);
  if (isAsciiDigit(byte)) {
    at++;
    if (isAsciiDigit(load<u8>(at))) at++;
    if (load<u8>(at) !== 0x2e && load<u8>(at) !== 0x29) return false;
    at++;
  } else if (byte === 0x2a || byte === 0x2d) at++;
  else if (byte >= 0x80 && isBullet(pointAt(at))) at += widthOf(byte);
  else return false;
  return at < bytes + end && blankWidth(at) > 0;
}

function isAsciiDigit(byte: u32): bool {
  return byte >= 0x30 && byte <= 0x39;
}

/** • · ▪ ● ◦ ‣ ■ ► ▶ ➤ ✓ » › – — */
function isBullet(point: u32): bool {
  switch (point) {
    case 0x2022:
    case 0xb7:
    case 0x25aa:
    case 0x25cf:
    case 0x25e6:
    case 0x2023:
    case 0x25a0:
    case 0x25ba:
    case 0x25b6:
    case 0x27a4:
    case 0x2713:
    case 0xbb:
    case 0x203a:
    case 0x2013:
    case 0x2014:
      return true;
    default:
      return false;
  }
}

function endsSentence(line: u32): bool {
  const start = text + getLine(START, line);
  let at = text + getLine(END, line) - 1;
  while (at > start && (load<u8>(at) & 0xc0) === 0x80) at--;
  return isSentenceEnd(pointAt(at));
}

/** . ! ? : " ” » 。 ！ ？ ： 」 』 ؟ ۔ । … */
function isSentenceEnd(point: u32): bool {
  switch (point) {
    case 0x2e:
    case 0x21:
    case 0x3f:
    case 0x3a:
    case 0x22:
    case 0x201d:
    case 0xbb:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
    case 0xff1a:
    case 0x300d:
    case 0x300f:
    case 0x61f:
    case 0x6d4:
    case 0x964:
    case 0x2026:
      return true;
    default:
      return false;
  }
}

/** UPPER, LOWER, or 0. */
function firstLetterCase(start: u32): u32 {
  const entry = entryAt(text + start);
  return classOf(entry) === LETTER ? entry & (UPPER | LOWER) : 0;
}

function signsIn(start: u32, end: u32): u32 {
  let signs: u32 = 0;
  for (let at = text + start; at < text + end; at++) if ((load<u8>(at) & 0xc0) !== 0x80) signs++;
  return signs;
}

function trimStart(start: u32, end: u32): u32 {
  while (start < end) {
    const width = blankWidth(text + start);
    if (width === 0) break;
    start = min(end, start + width);
  }
  return start;
}

function trimEnd(start: u32, end: u32): u32 {
  while (end > start) {
    let at = end - 1;
    while (at > start && (load<u8>(text + at) & 0xc0) === 0x80) at--;
    if (blankWidth(text + at) === 0) return end;
    end = at;
  }
  return end;
}

/** Bytes of the blank at an address; 0 when there is none. */
function blankWidth(at: usize): u32 {
  const byte = <u32>load<u8>(at);
  if (byte < 0x80) return byte === BLANK || (byte >= TAB && byte <= RETURN) || byte === 0x1c || byte === 0x1f ? 1 : 0;
  if (byte !== 0xc2 && byte !== 0xe1 && byte !== 0xe2 && byte !== 0xe3 && byte !== 0xef) return 0;
  const point = pointAt(at);
  return point === 0xfeff || point === 0x200b || classOf(entryAt(at)) === SPACE ? <u32>widthOf(byte) : 0;
}
