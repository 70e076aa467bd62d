import { CAPITAL, KIND, NUMBER, SHORTENED, SIGN, SMALL, SPACED, type Tokens, WORD } from '../tokens.ts';
import { APOSTROPHE, IDEOGRAPHIC_STOP, isCloser, isTerminal, OPEN_BRACKET, POINT, QUOTE } from './signs.ts';

/** A line of more tokens is long: a paragraph seldom is. */
export const LONG_LINE = 120;
/** So many parts of a text's long lines are told apart; the rest of the line then is one. */
export const MOST_PARTS = 500;
/** So many quotation marks and brackets are looked behind for the end of a sentence. */
const MOST_CLOSERS = 8;
const BAR = 0x7c;
const BULLET = 0x2022;

/** Whether a text's lines were joined, by an exporter that took line breaks for blanks: three quarters of its tokens stand in long lines. O(lines). */
export function isJoined(firstToken: Uint32Array, lines: number): boolean {
  let tokens = 0;
  for (let line = 0; line < lines; line++) {
    const size = firstToken[line + 1] - firstToken[line];
    if (size > LONG_LINE) tokens += size;
  }
  return 4 * tokens > 3 * firstToken[lines];
}

/**
 * First token of the part behind the one that begins at `from`; `past` when there is none. Parts are sentences, and what stands between bars or bullets.
 * No phrase book is asked what shortens a word: a cut in the wrong place is the same on every page. O(tokens of the part).
 */
export function partEnd(tokens: Tokens, from: number, past: number): number {
  for (let at = from + 1; at < past; at++) if (startsPart(tokens, at, from)) return at;
  return past;
}

function startsPart({ hash, start, end, flags }: Tokens, at: number, from: number): boolean {
  const flag = flags[at];
  const kind = flag & KIND;
  if (flag & SMALL) return false;
  if (kind === SIGN) {
    if ((flag & SPACED) === 0) return false;
    const sign = hash[at];
    if (sign === BAR || sign === BULLET) return true;
    if (sign !== QUOTE && sign !== APOSTROPHE && sign !== OPEN_BRACKET) return false;
  }
  let last = at - 1;
  const least = Math.max(from, at - MOST_CLOSERS);
  while (last > least && (flags[last] & KIND) === SIGN && isCloser(hash[last])) last--;
  if (last === from || (flags[last] & KIND) !== SIGN) return false;
  if (hash[last] === IDEOGRAPHIC_STOP) return true;
  if (!isTerminal(hash[last]) || flags[last] & SHORTENED) return false;
  const before = flags[last - 1];
  // "… the scene.The …": two lines without a blank between them.
  if ((flag & SPACED) === 0) return kind === WORD && (flag & CAPITAL) !== 0 && (before & SMALL) !== 0;
  if (hash[last] !== POINT || (before & CAPITAL) === 0) return true;
  // "Nov. 9", "J. Doe".
  return kind !== NUMBER && end[last - 1] - start[last - 1] > 1;
}
