import { KIND, SIGN, SPACED, type Tokens } from '../tokens.ts';
import { COLON } from './signs.ts';

/** So many tails of a headline are looked at, each inside the next. */
export const MOST_TAILS = 3;
/** An outlet's name is not longer, and a headline not shorter. */
const MOST_TAIL_WORDS = 12;
const LEAST_HEAD_WORDS = 3;
const BAR = 0x7c;
const DASH = 0x2d;
const DOT = 0xb7;
const BULLET = 0x2022;

/**
 * First tokens of the tails of a headline, the line of tokens[first, past), the shortest first: what stands behind a mark, as the outlet in
 * "Ferry runs aground - Channel Nine | Tarrin". O(tokens).
 */
export function tailsOf(tokens: Tokens, first: number, past: number): number[] {
  const tails: number[] = [];
  for (let from = nextTail(tokens, first, past, past); from > 0 && tails.length < MOST_TAILS; from = nextTail(tokens, first, past, from))
    tails.push(from);
  return tails;
}

/** First token of the next longer tail than the one from `from` on, `past` to begin with; 0 when there is none. */
function nextTail(tokens: Tokens, first: number, past: number, from: number): number {
  let words = 0;
  for (let at = past - 1; at > first; at--) {
    if ((tokens.flags[at] & KIND) !== SIGN) words++;
    if (words > MOST_TAIL_WORDS) return 0;
    if (at + 1 < from && words > 0 && isMark(tokens, at)) return wordsBefore(tokens, first, at) >= LEAST_HEAD_WORDS ? at + 1 : 0;
  }
  return 0;
}

/** A bar, two colons, or a dash or a dot with blanks on both sides. */
function isMark({ hash, flags }: Tokens, at: number): boolean {
  if ((flags[at] & KIND) !== SIGN) return false;
  const sign = hash[at];
  if (sign === BAR) return true;
  if (sign === COLON) return (flags[at] & SPACED) === 0 && (flags[at - 1] & KIND) === SIGN && hash[at - 1] === COLON;
  return (sign === DASH || sign === DOT || sign === BULLET) && (flags[at] & flags[at + 1] & SPACED) !== 0;
}

function wordsBefore({ flags }: Tokens, first: number, past: number): number {
  let words = 0;
  for (let at = first; at < past; at++) if ((flags[at] & KIND) !== SIGN) words++;
  return words;
}
