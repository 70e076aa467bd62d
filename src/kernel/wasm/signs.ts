/** ../lines/signs.ts; comments there. A token is its number. */
import { CAPITAL, KIND, SIGN, WORD } from '../flags';
import { ABBREVIATION } from '../lines/traits';
import { flagAt, hashAt, lengthAt } from './tokens';

export const POINT: u32 = 0x2e;
export const COMMA: u32 = 0x2c;
export const QUOTE: u32 = 0x22;
export const APOSTROPHE: u32 = 0x27;
export const OPEN_BRACKET: u32 = 0x28;
export const COLON: u32 = 0x3a;
export const SLASH: u32 = 0x2f;
export const AT: u32 = 0x40;
export const CORNER_QUOTE: u32 = 0x300c;
export const IDEOGRAPHIC_STOP: u32 = 0x3002;

export function isTerminal(sign: u32): bool {
  return sign === POINT || sign === 0x21 || sign === 0x3f || sign === 0x964 || sign === 0x61f || sign === 0x6d4;
}

export function isCloser(sign: u32): bool {
  return sign === QUOTE || sign === APOSTROPHE || sign === 0x29 || sign === 0x5d || sign === 0x7d || sign === 0x300d || sign === 0x300f;
}

export function isComma(sign: u32): bool {
  return sign === COMMA || sign === 0xff0c || sign === 0x3001 || sign === 0x60c;
}

export function isPathMark(sign: u32): bool {
  return sign === 0x3e || sign === 0x7c || sign === SLASH || sign === 0x203a || sign === 0x2192;
}

export function isSignAt(at: u32, sign: u32, other: u32): bool {
  return (flagAt(at) & KIND) === SIGN && (hashAt(at) === sign || hashAt(at) === other);
}

export function bodyStart(from: u32, to: u32): u32 {
  for (let at = from; at < to; at++) if ((flagAt(at) & KIND) !== SIGN || opens(hashAt(at))) return at;
  return to;
}

/** ← → < > ( [ @ © */
function opens(sign: u32): bool {
  switch (sign) {
    case 0x2190:
    case 0x2192:
    case 0x3c:
    case 0x3e:
    case OPEN_BRACKET:
    case 0x5b:
    case AT:
    case 0xa9:
      return true;
    default:
      return false;
  }
}

/** One more than the last token before closing quotation marks and brackets; `from` when there is none. */
export function pastLastBeforeClosers(from: u32, to: u32): u32 {
  while (to > from && (flagAt(to - 1) & KIND) === SIGN && isCloser(hashAt(to - 1))) to--;
  return to;
}

export function abbreviates(traits: u32, at: u32, from: u32): bool {
  if (hashAt(at) !== POINT || at === from || (flagAt(at - 1) & KIND) !== WORD) return false;
  if (traits & ABBREVIATION && flagAt(at - 1) & CAPITAL) return true;
  return lengthAt(at - 1) === 1 && (flagAt(at - 1) & CAPITAL) !== 0;
}
