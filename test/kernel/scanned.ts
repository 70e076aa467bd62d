/** Texts as the kernel sees them: bytes, scanned into tokens, told in words a test can compare. */
import type { Kernel } from '../../src/kernel/kernel.ts';
import { reference } from '../../src/kernel/reference.ts';
import { makeTextTokens, scanText, type TextTokens } from '../../src/kernel/text.ts';
import { CHARACTER, KIND, makeTokens, NUMBER, SIGN, type Tokens, WORD } from '../../src/kernel/tokens.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const KINDS = { [SIGN]: 'sign', [WORD]: 'word', [NUMBER]: 'number', [CHARACTER]: 'character' } as const;

export interface Token {
  /** The bytes of the token, read as text. */
  readonly text: string;
  readonly kind: 'sign' | 'word' | 'number' | 'character';
  readonly hash: number;
  readonly start: number;
  readonly end: number;
  readonly flags: number;
}

/** What a kernel makes of texts. */
export function scanner(kernel: Kernel) {
  /** The tokens of bytes[start, end), in a table that is too small at first. */
  function scanRange(bytes: Uint8Array, start: number, end: number): Tokens {
    const tokens = makeTokens(1);
    kernel.scanRanges(bytes, Uint32Array.of(start), Uint32Array.of(end), 1, tokens, new Uint32Array(2));
    return tokens;
  }
  function scanned(text: string): Token[] {
    const bytes = encoder.encode(text);
    return tokensOf(bytes, scanRange(bytes, 0, bytes.length));
  }
  /** What shingles are made of: the hashes of all that is no sign. */
  function wordsOf(text: string): number[] {
    return scanned(text)
      .filter((token) => token.kind !== 'sign')
      .map((token) => token.hash);
  }
  return { scanned, scanRange, wordsOf };
}

export const { scanned, wordsOf } = scanner(reference);

export function tokensOf(bytes: Uint8Array, { count, hash, start, end, flags }: Tokens): Token[] {
  return Array.from({ length: count }, (_, i) => ({
    text: decoder.decode(bytes.subarray(start[i], end[i])),
    kind: KINDS[(flags[i] & KIND) as keyof typeof KINDS], // KIND leaves these four
    hash: hash[i],
    start: start[i],
    end: end[i],
    flags: flags[i],
  }));
}

/** An article whose whole text is its own, line by line. */
export function ownText(text: string, into: TextTokens = makeTextTokens()): { bytes: Uint8Array; text: TextTokens } {
  const bytes = encoder.encode(text);
  const spans: number[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + encoder.encode(line).length;
    if (end > start) spans.push(start, end);
    start = end + 1;
  }
  scanText(bytes, Uint32Array.from(spans), new Uint8Array(spans.length / 2).fill(1), into);
  return { bytes, text: into };
}
