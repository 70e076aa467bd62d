/**
 * Tokens of a text as columns, filled by `scan` and read by strip, shingle and link. One table is reused from article
 * to article: clear it, scan into it, read it. Offsets are bytes of the scanned text.
 */

/** Bits 0–2 of a token's flags: what it is. */
export const KIND = 7;
export const SIGN = 0;
export const WORD = 1;
export const NUMBER = 2;
/** One sign of Han or kana, or one letter of a script without spaces together with the two before it. */
export const CHARACTER = 3;
/** Its first letter is a capital. */
export const CAPITAL = 8;
/** Its first letter is a small one; letters of scripts without case are neither. */
export const SMALL = 16;
/** All of its letters are capitals, and there are two or more. */
export const CAPITALS = 32;
/** White space, or the start of a line, comes before it. */
export const SPACED = 64;
/** A full stop that ends an abbreviation such as U.S.; or a word that lost its 's. */
export const SHORTENED = 128;

export interface Tokens {
  count: number;
  /** Words and numbers: hash of the folded form. Signs: the folded code point. */
  hash: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  flags: Uint8Array;
}

export function makeTokens(capacity = 4096): Tokens {
  return {
    count: 0,
    hash: new Uint32Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** Makes room for at least `room` tokens more. Callers do this once a text, so that `scan` never allocates. */
export function reserve(tokens: Tokens, room: number): void {
  const wanted = tokens.count + room;
  if (wanted <= tokens.hash.length) return;
  const capacity = Math.max(wanted, tokens.hash.length * 2);
  for (const column of ['hash', 'start', 'end'] as const) {
    const grown = new Uint32Array(capacity);
    grown.set(tokens[column]);
    tokens[column] = grown;
  }
  const flags = new Uint8Array(capacity);
  flags.set(tokens.flags);
  tokens.flags = flags;
}

/** Room that `scan` may need for so many bytes: folding can make two tokens of a byte at most (½ is "1⁄2"). */
export function roomFor(bytes: number): number {
  return 2 * bytes + 16;
}
