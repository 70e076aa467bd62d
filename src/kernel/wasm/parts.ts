/** ../lines/parts.ts; comments there. */
import { CAPITAL, KIND, NUMBER, SHORTENED, SIGN, SMALL, SPACED, WORD } from '../flags';
import { FIRST_TOKEN } from '../lines/columnLayout';
import { getLine } from './columns';
import { APOSTROPHE, IDEOGRAPHIC_STOP, isCloser, isTerminal, OPEN_BRACKET, POINT, QUOTE } from './signs';
import { flagAt, hashAt, lengthAt } from './tokens';

export const LONG_LINE: u32 = 120;
export const MOST_PARTS: u32 = 500;
const MOST_CLOSERS: u32 = 8;
const BAR: u32 = 0x7c;
const BULLET: u32 = 0x2022;

export function isJoined(lines: u32): bool {
  let tokens: u32 = 0;
  for (let line: u32 = 0; line < lines; line++) {
    const size = getLine(FIRST_TOKEN, line + 1) - getLine(FIRST_TOKEN, line);
    if (size > LONG_LINE) tokens += size;
  }
  return tokens << 2 > 3 * getLine(FIRST_TOKEN, lines);
}

export function partEnd(from: u32, past: u32): u32 {
  for (let at = from + 1; at < past; at++) if (startsPart(at, from)) return at;
  return past;
}

function startsPart(at: u32, from: u32): bool {
  const flag = flagAt(at);
  const kind = flag & KIND;
  if (flag & SMALL) return false;
  if (kind === SIGN) {
    if ((flag & SPACED) === 0) return false;
    const sign = hashAt(at);
    if (sign === BAR || sign === BULLET) return true;
    if (sign !== QUOTE && sign !== APOSTROPHE && sign !== OPEN_BRACKET) return false;
  }
  let last = at - 1;
  const least = at - from > MOST_CLOSERS ? at - MOST_CLOSERS : from;
  while (last > least && (flagAt(last) & KIND) === SIGN && isCloser(hashAt(last))) last--;
  if (last === from || (flagAt(last) & KIND) !== SIGN) return false;
  if (hashAt(last) === IDEOGRAPHIC_STOP) return true;
  if (!isTerminal(hashAt(last)) || (flagAt(last) & SHORTENED) !== 0) return false;
  const before = flagAt(last - 1);
  if ((flag & SPACED) === 0) return kind === WORD && (flag & CAPITAL) !== 0 && (before & SMALL) !== 0;
  if (hashAt(last) !== POINT || (before & CAPITAL) === 0) return true;
  return kind !== NUMBER && lengthAt(last - 1) > 1;
}
