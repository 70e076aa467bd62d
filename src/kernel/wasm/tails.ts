/** ../lines/tails.ts; comments there. */
import { KIND, SIGN, SPACED } from '../flags';
import { COLON } from './signs';
import { flagAt, hashAt } from './tokens';

export const MOST_TAILS: u32 = 3;
const MOST_TAIL_WORDS: u32 = 12;
const LEAST_HEAD_WORDS: u32 = 3;
const BAR: u32 = 0x7c;
const DASH: u32 = 0x2d;
const DOT: u32 = 0xb7;
const BULLET: u32 = 0x2022;

export function nextTail(first: u32, past: u32, from: u32): u32 {
  let words: u32 = 0;
  for (let at = past - 1; at > first; at--) {
    if ((flagAt(at) & KIND) !== SIGN) words++;
    if (words > MOST_TAIL_WORDS) return 0;
    if (at + 1 < from && words > 0 && isMark(at)) return wordsBefore(first, at) >= LEAST_HEAD_WORDS ? at + 1 : 0;
  }
  return 0;
}

function isMark(at: u32): bool {
  if ((flagAt(at) & KIND) !== SIGN) return false;
  const sign = hashAt(at);
  if (sign === BAR) return true;
  if (sign === COLON) return (flagAt(at) & SPACED) === 0 && (flagAt(at - 1) & KIND) === SIGN && hashAt(at - 1) === COLON;
  return (sign === DASH || sign === DOT || sign === BULLET) && (flagAt(at) & flagAt(at + 1) & SPACED) !== 0;
}

function wordsBefore(first: u32, past: u32): u32 {
  let words: u32 = 0;
  for (let at = first; at < past; at++) if ((flagAt(at) & KIND) !== SIGN) words++;
  return words;
}
