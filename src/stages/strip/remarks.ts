import type { Facts } from './facts.ts';
import { takeNotice } from './notices.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const COMMENTS = verdictOf('comments');
/** A signature has so many bytes, and so many blanks, at most. */
const MOST_SIGNATURE = 32;
const MOST_BLANKS = 2;
const LEAST_ROW = 2;
const COLON = 0x3a;
const BLANK = 0x20;
const UNDERSCORE = 0x5f;

/** How a line is signed. */
const UNSIGNED = 0;
const BY_NAME = 1;
const BY_HANDLE = 2;

/**
 * Marks rows of readers' comments without a heading: lines in a row that begin with their writer, of whom one or more go by a handle
 * ("oak_tree: …", "rosa35: …"), which nobody in an interview does. O(lines).
 */
export function markRemarks(facts: Facts, verdicts: Uint8Array): void {
  let from = 0;
  let handles = 0;
  for (let line = 0; line <= facts.count; line++) {
    const signed = line < facts.count && verdicts[line] === KEPT ? signatureOf(facts, line) : UNSIGNED;
    if (signed !== UNSIGNED) {
      if (signed === BY_HANDLE) handles++;
      continue;
    }
    if (handles > 0 && line - from >= LEAST_ROW) for (let row = from; row < line; row++) takeNotice(facts, row, COMMENTS, verdicts);
    from = line + 1;
    handles = 0;
  }
}

function signatureOf({ bytes, start, end }: Facts, line: number): number {
  const past = Math.min(end[line], start[line] + MOST_SIGNATURE);
  let blanks = 0;
  let isHandle = false;
  for (let at = start[line]; at < past; at++) {
    const byte = bytes[at];
    if (byte === COLON) return at === start[line] || bytes[at + 1] !== BLANK ? UNSIGNED : isHandle ? BY_HANDLE : BY_NAME;
    if (byte === BLANK && ++blanks > MOST_BLANKS) return UNSIGNED;
    if (byte === UNDERSCORE || (isDigit(byte) && at > start[line] && isSmall(bytes[at - 1]))) isHandle = true;
  }
  return UNSIGNED;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isSmall(byte: number): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}
