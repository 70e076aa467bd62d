import { WINDOWS_1252 } from './legacy.ts';

/**
 * UTF-8 that was once read as windows-1252 and written as UTF-8 again: "donâ€™t" for "don’t", "CafÃ©" for "Café". Every byte of a
 * character beyond ASCII has become a character of its own.
 */

const LETTER_LEAD = 0xc3;
/** Ã, Â, â and ð, as the second byte of their UTF-8: what the first bytes of Latin letters, signs, punctuation and emoji turn into. */
const LEADS = new Set([0x83, 0x82, 0xa2, 0xb0]);
/** "É»" may close a quotation in French, so few say nothing. */
const LEAST = 2;
/** A byte without a character in windows-1252 was often written as U+FFFD; after "â€" it was nearly always that of the closing quotation mark. */
const LOST = 0xfffd;
const CLOSING_QUOTE = [0xe2, 0x80, 0x9d];

/** The byte that each character of windows-1252 beyond ISO-8859-1 stands for. */
const BYTES = new Map(Array.from(WINDOWS_1252, (sign, at) => [sign.codePointAt(0)!, 0x80 + at]));

/**
 * The text with such characters mended, in place: what is left of the buffer. The text must be valid UTF-8, and is afterwards; one with fewer than
 * two of them is left as it is. O(bytes).
 */
export function mendMojibake(text: Buffer): Buffer {
  let from = text.indexOf(LETTER_LEAD);
  if (from < 0 || countIn(text, from) < LEAST) return text;
  let to = from;
  while (from < text.length) {
    if (!isLead(text, from) || readCharacter(text, from) === 0) {
      text[to++] = text[from++];
      continue;
    }
    for (let at = 0; at < character.size; at++) text[to++] = character.bytes[at];
    from = character.past;
  }
  return text.subarray(0, to);
}

function countIn(text: Buffer, from: number): number {
  let count = 0;
  for (let at = from; at >= 0 && count < LEAST; at = text.indexOf(LETTER_LEAD, at)) {
    const found = isLead(text, at) && readCharacter(text, at) > 0;
    if (found) count++;
    at = found ? character.past : at + 1;
  }
  return count;
}

function isLead(text: Buffer, at: number): boolean {
  return text[at] === LETTER_LEAD && LEADS.has(text[at + 1]);
}

/** The character that was taken apart: its bytes, and where it ends in the text. Scratch. */
const character = { bytes: [0, 0, 0, 0], size: 0, past: 0 };

/** Reads the character whose first byte has become the one at `from`, with those behind it; returns its bytes, 0 when they are none. */
function readCharacter(text: Buffer, from: number): number {
  const lead = 0x40 | text[from + 1];
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  const { bytes } = character;
  bytes[0] = lead;
  let at = from + 2;
  for (let part = 1; part < size; part++) {
    const point = pointAt(text, at);
    if (point === LOST && part === 2 && bytes[1] === CLOSING_QUOTE[1] && lead === CLOSING_QUOTE[0]) bytes[2] = CLOSING_QUOTE[2];
    else bytes[part] = BYTES.get(point) ?? (point < 0x100 ? point : 0);
    if ((bytes[part] & 0xc0) !== 0x80) return 0;
    at += widthOf(text[at]);
  }
  // Longer than needed, or beyond Unicode: no character had these bytes.
  const isValid = size === 2 || (size === 3 ? lead > 0xe0 || bytes[1] >= 0xa0 : bytes[1] >= 0x90);
  if (!isValid) return 0;
  character.size = size;
  character.past = at;
  return size;
}

/** The code point at `at`, as far as it may stand for a byte; 0 past the end. */
function pointAt(text: Buffer, at: number): number {
  const first = text[at];
  if (first === undefined || first >= 0xf0) return 0;
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 31) << 6) | (text[at + 1] & 63);
  return ((first & 15) << 12) | ((text[at + 1] & 63) << 6) | (text[at + 2] & 63);
}

function widthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : 3;
}
