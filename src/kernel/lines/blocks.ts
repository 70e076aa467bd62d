import { classOf, foldEntry, LETTER, LOWER, SPACE, UPPER } from '../fold.ts';

/**
 * Blocks of a text: its lines, trimmed, without the blank ones; in a hard-wrapped text, its paragraphs. Byte ranges.
 *
 *     "Title\n\n  one paragraph that was\n  broken by hand.\n" → [Title] [one paragraph that was\n  broken by hand.]
 */
export interface Blocks {
  count: number;
  start: Uint32Array;
  end: Uint32Array;
}

/** A line is wrapped at 50 to 100 signs; below is verse or a table, above nobody wraps. */
const LEAST_WIDTH = 50;
const MOST_WIDTH = 100;
/** A full line comes this near the longest: one long word did not fit. */
const SLACK = 16;
/** A paragraph's last line is this much shorter than the longest. */
const SHORT_LINE = 20;
/** UTF-8 takes at most four bytes a sign. */
const MOST_BYTES = 4 * MOST_WIDTH;

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
const BLANK = 0x20;

/** Lines as they stand; the scratch of findBlocks. */
const lines = {
  count: 0,
  start: new Uint32Array(256),
  end: new Uint32Array(256),
  indent: new Uint32Array(256),
  /** 1 when a blank line, or the text's start, comes before it. */
  apart: new Uint8Array(256),
  width: new Uint32Array(256),
};

/** Fills `blocks`. O(bytes) on any input; allocates only when it meets more lines than ever before. */
export function findBlocks(bytes: Uint8Array, blocks: Blocks): void {
  const longest = findLines(bytes);
  if (blocks.start.length < lines.count) {
    blocks.start = new Uint32Array(lines.start.length);
    blocks.end = new Uint32Array(lines.start.length);
  }
  const width = longest <= MOST_BYTES && longest >= LEAST_WIDTH ? wrapWidth(bytes) : 0;
  let count = 0;
  for (let line = 0; line < lines.count; line++) {
    if (width > 0 && count > 0 && !startsBlock(bytes, line, width)) {
      blocks.end[count - 1] = lines.end[line];
      continue;
    }
    blocks.start[count] = lines.start[line];
    blocks.end[count++] = lines.end[line];
  }
  blocks.count = count;
}

/** Fills `lines`; returns the bytes of the longest. */
function findLines(bytes: Uint8Array): number {
  const size = bytes.length;
  let longest = 0;
  let apart = 1;
  lines.count = 0;
  for (let at = 0; at < size; ) {
    const to = nextBreak(bytes, at, size);
    const end = to < 0 ? size : to;
    const length = addLine(bytes, at, end, apart);
    apart = length === 0 ? 1 : 0;
    if (length > longest) longest = length;
    at = end === size ? size : end + breakWidth(bytes, end);
  }
  return longest;
}

/** Adds the trimmed line and returns its bytes; 0 for a blank one, which is not added. */
function addLine(bytes: Uint8Array, from: number, to: number, apart: number): number {
  const start = trimStart(bytes, from, to);
  if (start === to) return 0;
  if (lines.count === lines.start.length) growLines();
  const end = trimEnd(bytes, start, to);
  lines.start[lines.count] = start;
  lines.end[lines.count] = end;
  lines.indent[lines.count] = start - from;
  lines.apart[lines.count++] = apart;
  return end - start;
}

/** U+2028 or U+2029 at `at`. */
function isSeparator(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xe2 && bytes[at + 1] === 0x80 && (bytes[at + 2] & 0xfe) === 0xa8;
}

/** Where the next line break is; −1 when there is none. Not indexOf: over shared memory that is slower than a loop. */
function nextBreak(bytes: Uint8Array, at: number, size: number): number {
  for (; at < size; at++) {
    const byte = bytes[at];
    // Letters, digits and the blank: not one of them begins a break.
    if (byte > RETURN && byte !== 0xe2) continue;
    if (byte >= NEWLINE && breakWidth(bytes, at) > 0) return at;
  }
  return -1;
}

/** Bytes of the line break at `at`: LF, CR, CRLF, vertical tab, form feed, U+2028, U+2029; 0 when there is none. */
function breakWidth(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === RETURN) return bytes[at + 1] === NEWLINE ? 2 : 1;
  if (byte >= NEWLINE && byte < RETURN) return 1;
  return isSeparator(bytes, at) ? 3 : 0;
}

function growLines(): void {
  const capacity = lines.start.length * 2;
  for (const column of ['start', 'end', 'indent', 'width'] as const) {
    const grown = new Uint32Array(capacity);
    grown.set(lines[column]);
    lines[column] = grown;
  }
  const apart = new Uint8Array(capacity);
  apart.set(lines.apart);
  lines.apart = apart;
}

/** Gives large scratch back after an unusual text. */
export function releaseLines(): void {
  if (lines.start.length <= 65536) return;
  lines.count = 0;
  for (const column of ['start', 'end', 'indent', 'width'] as const) lines[column] = new Uint32Array(256);
  lines.apart = new Uint8Array(256);
}

/**
 * The width that the text is wrapped at; 0 when it is not. It is when many lines come near the longest, most of them go on
 * in the next line, and lines begin with small letters now and then: verse, tables and lists do not. Short lines between blank ones or behind
 * a bullet say nothing: a page printed as text has hundreds, its menus.
 */
function wrapWidth(bytes: Uint8Array): number {
  let width = 0;
  for (let line = 0; line < lines.count; line++) {
    lines.width[line] = signsIn(bytes, lines.start[line], lines.end[line]);
    if (lines.width[line] > width) width = lines.width[line];
  }
  if (width < LEAST_WIDTH || width > MOST_WIDTH) return 0;
  let full = 0;
  let goingOn = 0;
  let capitals = 0;
  let single = 0;
  for (let line = 0; line < lines.count; line++) {
    if (lines.width[line] >= width - SLACK) full++;
    else if (standsAlone(line) || isBulleted(bytes, lines.start[line], lines.end[line])) single++;
    if (line === 0 || lines.apart[line] === 1 || lines.width[line - 1] < width - SLACK) continue;
    const letter = firstLetterCase(bytes, lines.start[line]);
    if (letter !== LOWER && endsSentence(bytes, line - 1)) continue;
    goingOn++;
    if (letter === UPPER) capitals++;
  }
  const wrapped = full >= 3 && full >= 0.4 * (lines.count - single) && goingOn >= 0.5 * full && capitals <= (2 / 3) * goingOn;
  return wrapped ? width : 0;
}

/** Between blank lines. */
function standsAlone(line: number): boolean {
  return lines.apart[line] === 1 && (line + 1 === lines.count || lines.apart[line + 1] === 1);
}

function startsBlock(bytes: Uint8Array, line: number, width: number): boolean {
  if (lines.apart[line] === 1 || isBulleted(bytes, lines.start[line], lines.end[line])) return true;
  const deeper = lines.indent[line] > lines.indent[line - 1];
  if (deeper) return !isBulleted(bytes, lines.start[line - 1], lines.end[line - 1]);
  if (lines.width[line - 1] >= width - SHORT_LINE) return false;
  return endsSentence(bytes, line - 1) || firstLetterCase(bytes, lines.start[line]) !== LOWER;
}

/** A bullet, a dash or a number such as `3.` or `3)`, then a blank. */
export function isBulleted(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  const byte = bytes[at];
  if (byte >= 0x30 && byte <= 0x39) {
    at++;
    if (bytes[at] >= 0x30 && bytes[at] <= 0x39) at++;
    if (bytes[at] !== 0x2e && bytes[at] !== 0x29) return false;
    at++;
  } else if (byte === 0x2a || byte === 0x2d) at++;
  else if (byte >= 0x80 && BULLETS.includes(pointAt(bytes, at))) at += widthOf(byte);
  else return false;
  return at < end && isBlankAt(bytes, at) > 0;
}

const BULLETS = [...'•·▪●◦‣■►▶➤✓»›–—'].map((sign) => sign.codePointAt(0)!);

/** Ends with a full stop, a colon or the like, or a closing quotation mark. */
function endsSentence(bytes: Uint8Array, line: number): boolean {
  let at = lines.end[line] - 1;
  while (at > lines.start[line] && (bytes[at] & 0xc0) === 0x80) at--;
  return SENTENCE_ENDS.has(pointAt(bytes, at));
}

const SENTENCE_ENDS = new Set([...'.!?:"”»。！？：」』؟۔।…'].map((sign) => sign.codePointAt(0)!));

/** UPPER, LOWER, or 0 when the line begins with no letter or with one of a script without case. */
function firstLetterCase(bytes: Uint8Array, start: number): number {
  const entry = foldEntry(pointAt(bytes, start));
  return classOf(entry) === LETTER ? entry & (UPPER | LOWER) : 0;
}

function signsIn(bytes: Uint8Array, start: number, end: number): number {
  let signs = 0;
  for (let at = start; at < end; at++) if ((bytes[at] & 0xc0) !== 0x80) signs++;
  return signs;
}

function trimStart(bytes: Uint8Array, start: number, end: number): number {
  for (;;) {
    const width = start < end ? isBlankAt(bytes, start) : 0;
    if (width === 0) return start;
    start = Math.min(end, start + width);
  }
}

function trimEnd(bytes: Uint8Array, start: number, end: number): number {
  while (end > start) {
    let at = end - 1;
    while (at > start && (bytes[at] & 0xc0) === 0x80) at--;
    if (isBlankAt(bytes, at) === 0) return end;
    end = at;
  }
  return end;
}

/** Bytes of the blank at `at`; 0 when there is none. A mark of byte order and a zero-width space count as blanks. */
function isBlankAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte < 0x80) return byte === BLANK || (byte >= TAB && byte <= RETURN) || byte === 0x1c || byte === 0x1f ? 1 : 0;
  if (byte !== 0xc2 && byte !== 0xe1 && byte !== 0xe2 && byte !== 0xe3 && byte !== 0xef) return 0;
  const point = pointAt(bytes, at);
  return point === 0xfeff || point === 0x200b || classOf(foldEntry(point)) === SPACE ? widthOf(byte) : 0;
}

function widthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 31) << 6) | (bytes[at + 1] & 63);
  if (first < 0xf0) return ((first & 15) << 12) | ((bytes[at + 1] & 63) << 6) | (bytes[at + 2] & 63);
  return ((first & 7) << 18) | ((bytes[at + 1] & 63) << 12) | ((bytes[at + 2] & 63) << 6) | (bytes[at + 3] & 63);
}
