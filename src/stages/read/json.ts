/**
 * JSON as bytes (RFC 8259), looked over and not built. All of this is a shortcut beside JSON.parse: whatever is no JSON, or
 * unusual, is FAIL, and JSON.parse has the word. The bytes must be valid UTF-8, and a "\n" must stand behind the value: it ends
 * every loop, since in no value of one line there is one.
 */

export const FAIL = -1;
/** Deeper values are left to JSON.parse, which needs no stack for them. */
const DEEPEST = 64;

const TAB = 0x09;
const CR = 0x0d;
const SPACE = 0x20;
export const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** 1 for what stands for itself in a string: all but controls, the quote and the backslash. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0));
/** What the letter after a backslash stands for; 0 for no such escape. */
const ESCAPED = new Uint8Array(256);
for (const [letter, character] of Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }))
  ESCAPED[letter.charCodeAt(0)] = character.charCodeAt(0);
const LETTER_U = 0x75;
/** Value of a hexadecimal digit; 255 for what is none. */
const HEX = new Uint8Array(256).fill(255);
for (const [value, digit] of [...'0123456789abcdef'].entries()) HEX[digit.charCodeAt(0)] = HEX[digit.toUpperCase().charCodeAt(0)] = value;

/** Text to be looked over, by bytes and by words of four. */
export interface JsonBytes {
  readonly bytes: Buffer;
  /** The memory in which the bytes lie, from its start to its last whole word; and where in it they begin. */
  readonly words: Int32Array;
  readonly offset: number;
}

export function jsonBytes(bytes: Buffer): JsonBytes {
  const { buffer, byteOffset } = bytes;
  return { bytes, words: new Int32Array(buffer, 0, buffer.byteLength >> 2), offset: byteOffset };
}

/** The place after a member of an object: past its value, or FAIL. Keys come without their quotes. */
export type Member = (json: JsonBytes, keyStart: number, keyEnd: number, valueAt: number, depth: number) => number;

export function pastSpace(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === CR) at++;
  return at;
}

/** The place after the value that begins here. */
export function pastValue(json: JsonBytes, at: number, depth: number): number {
  const { bytes } = json;
  switch (bytes[at]) {
    case QUOTE:
      return pastString(json, at);
    case OPEN_BRACE:
      return pastObject(json, at, depth, skipMember);
    case OPEN_BRACKET:
      return pastList(json, at, depth);
    case 0x74:
      return pastWord(bytes, at, 'true');
    case 0x66:
      return pastWord(bytes, at, 'false');
    case 0x6e:
      return pastWord(bytes, at, 'null');
    default:
      return pastNumber(bytes, at);
  }
}

const skipMember: Member = (json, _start, _end, valueAt, depth) => pastValue(json, valueAt, depth);

/** The place after the object that begins here; each of its members is given to `member`, in their order. */
export function pastObject(json: JsonBytes, open: number, depth: number, member: Member): number {
  if (depth === DEEPEST) return FAIL;
  const { bytes } = json;
  let at = pastSpace(bytes, open + 1);
  if (bytes[at] === CLOSE_BRACE) return at + 1;
  for (;;) {
    if (bytes[at] !== QUOTE) return FAIL;
    const keyStart = at + 1;
    at = pastString(json, at);
    if (at === FAIL) return FAIL;
    const keyEnd = at - 1;
    at = pastSpace(bytes, at);
    if (bytes[at] !== COLON) return FAIL;
    at = member(json, keyStart, keyEnd, pastSpace(bytes, at + 1), depth + 1);
    if (at === FAIL) return FAIL;
    at = pastSpace(bytes, at);
    if (bytes[at] === CLOSE_BRACE) return at + 1;
    if (bytes[at] !== COMMA) return FAIL;
    at = pastSpace(bytes, at + 1);
  }
}

function pastList(json: JsonBytes, open: number, depth: number): number {
  if (depth === DEEPEST) return FAIL;
  const { bytes } = json;
  let at = pastSpace(bytes, open + 1);
  if (bytes[at] === CLOSE_BRACKET) return at + 1;
  for (;;) {
    at = pastValue(json, at, depth + 1);
    if (at === FAIL) return FAIL;
    at = pastSpace(bytes, at);
    if (bytes[at] === CLOSE_BRACKET) return at + 1;
    if (bytes[at] !== COMMA) return FAIL;
    at = pastSpace(bytes, at + 1);
  }
}

function pastString(json: JsonBytes, quote: number): number {
  const { bytes } = json;
  let at = quote + 1;
  for (;;) {
    at = pastPlain(json, at);
    if (bytes[at] === QUOTE) return at + 1;
    if (bytes[at] !== BACKSLASH) return FAIL;
    if (ESCAPED[bytes[at + 1]] !== 0) at += 2;
    else if (bytes[at + 1] === LETTER_U && codeUnit(bytes, at) !== FAIL) at += 6;
    else return FAIL;
  }
}

/** The next place that is not plain: by bytes to the next word, by words, and by bytes within the last. A third of the time of bytes alone. */
function pastPlain({ bytes, words, offset }: JsonBytes, from: number): number {
  let at = from;
  while (((at + offset) & 3) !== 0) {
    if (PLAIN[bytes[at]] === 0) return at;
    at++;
  }
  let word = (at + offset) >>> 2;
  while (word < words.length && isPlain(words[word])) word++;
  at = 4 * word - offset;
  while (PLAIN[bytes[at]] === 1) at++;
  return at;
}

/** No byte of the word is a control, a quote or a backslash. A byte is zero where taking one from it borrows: Hacker's Delight, §6-1. */
function isPlain(word: number): boolean {
  const quote = word ^ 0x22222222;
  const backslash = word ^ 0x5c5c5c5c;
  const found = ((word - 0x20202020) & ~word) | ((quote - 0x01010101) & ~quote) | ((backslash - 0x01010101) & ~backslash);
  return (found & 0x80808080) === 0;
}

function pastWord(bytes: Buffer, from: number, word: string): number {
  for (let i = 1; i < word.length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return FAIL;
  return from + word.length;
}

function pastNumber(bytes: Buffer, from: number): number {
  let at = bytes[from] === MINUS ? from + 1 : from;
  if (bytes[at] === ZERO) at++;
  else if ((at = pastDigits(bytes, at)) === FAIL) return FAIL;
  if (bytes[at] === POINT && (at = pastDigits(bytes, at + 1)) === FAIL) return FAIL;
  if ((bytes[at] | 0x20) !== 0x65) return at;
  at++;
  return pastDigits(bytes, bytes[at] === PLUS || bytes[at] === MINUS ? at + 1 : at);
}

function pastDigits(bytes: Buffer, from: number): number {
  let at = from;
  while (bytes[at] >= ZERO && bytes[at] <= NINE) at++;
  return at === from ? FAIL : at;
}

/** The code unit that is written \uXXXX here. */
function codeUnit(bytes: Buffer, at: number): number {
  const [a, b, c, d] = [HEX[bytes[at + 2]], HEX[bytes[at + 3]], HEX[bytes[at + 4]], HEX[bytes[at + 5]]];
  return (a | b | c | d) > 15 ? FAIL : (a << 12) | (b << 8) | (c << 4) | d;
}

/**
 * Turns the inside of a string that was found good into what it stands for, in place (no character takes more bytes than its
 * escape), and returns what is left. A lone surrogate becomes U+FFFD, as wherever a JavaScript string becomes UTF-8.
 */
export function unescapeInPlace(inside: Buffer): Buffer {
  let from = inside.indexOf(BACKSLASH);
  if (from < 0) return inside;
  let to = from;
  while (from < inside.length) {
    // at a backslash
    if (inside[from + 1] === LETTER_U) {
      const point = codePoint(inside, from);
      from += point > 0xffff ? 12 : 6;
      to = write(inside, to, point);
    } else {
      inside[to++] = ESCAPED[inside[from + 1]];
      from += 2;
    }
    if (inside[from] === BACKSLASH) continue;
    const next = inside.indexOf(BACKSLASH, from);
    const stop = next < 0 ? inside.length : next;
    inside.copyWithin(to, from, stop);
    to += stop - from;
    from = stop;
  }
  return inside.subarray(0, to);
}

/** What \uXXXX stands for, or \uXXXX\uXXXX where these are two surrogates. */
function codePoint(inside: Buffer, at: number): number {
  const unit = codeUnit(inside, at);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const isHigh = unit < 0xdc00;
  const low = isHigh && inside[at + 6] === BACKSLASH && inside[at + 7] === LETTER_U ? codeUnit(inside, at + 6) : 0;
  return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
}

/** A code point as UTF-8; returns the place after it. */
function write(bytes: Buffer, at: number, point: number): number {
  let to = at;
  if (point < 0x80) bytes[to++] = point;
  else if (point < 0x800) {
    bytes[to++] = 0xc0 | (point >> 6);
    bytes[to++] = 0x80 | (point & 63);
  } else {
    if (point < 0x10000) bytes[to++] = 0xe0 | (point >> 12);
    else {
      bytes[to++] = 0xf0 | (point >> 18);
      bytes[to++] = 0x80 | ((point >> 12) & 63);
    }
    bytes[to++] = 0x80 | ((point >> 6) & 63);
    bytes[to++] = 0x80 | (point & 63);
  }
  return to;
}
