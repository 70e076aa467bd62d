/**
 * Tokens of a text as columns, filled by `scan` and read by strip, shingle and link. One table is reused from article
 * to article: clear it, scan into it, read it. Offsets are bytes of the scanned text.
 */

export * from './flags.ts';

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
