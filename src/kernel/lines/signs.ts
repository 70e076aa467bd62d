import { CAPITAL, KIND, SIGN, type Tokens, WORD } from '../tokens.ts';
import { ABBREVIATION } from './traits.ts';

/** Folded code points of signs (see ../fold.ts): all quotation marks are one, all apostrophes are one. */
export const POINT = 0x2e;
export const COMMA = 0x2c;
export const QUOTE = 0x22;
export const APOSTROPHE = 0x27;
export const OPEN_BRACKET = 0x28;
export const COLON = 0x3a;
export const SLASH = 0x2f;
export const AT = 0x40;
export const CORNER_QUOTE = 0x300c;
export const IDEOGRAPHIC_STOP = 0x3002;

/** Full stop, exclamation and question mark, the Hindi, Arabic and Urdu ones. */
export function isTerminal(sign: number): boolean {
  return sign === POINT || sign === 0x21 || sign === 0x3f || sign === 0x964 || sign === 0x61f || sign === 0x6d4;
}

/** Closing quotation marks and brackets. */
export function isCloser(sign: number): boolean {
  return sign === QUOTE || sign === APOSTROPHE || sign === 0x29 || sign === 0x5d || sign === 0x7d || sign === 0x300d || sign === 0x300f;
}

/** The comma, the full-width, the ideographic and the Arabic one. */
export function isComma(sign: number): boolean {
  return sign === COMMA || sign === 0xff0c || sign === 0x3001 || sign === 0x60c;
}

/** Marks between the parts of a way to a page: > | / › → */
export function isPathMark(sign: number): boolean {
  return sign === 0x3e || sign === 0x7c || sign === SLASH || sign === 0x203a || sign === 0x2192;
}

/** Whether the token is one of two signs. */
export function isSignAt(tokens: Tokens, at: number, sign: number, other: number): boolean {
  return (tokens.flags[at] & KIND) === SIGN && (tokens.hash[at] === sign || tokens.hash[at] === other);
}

/** First token that is no quotation mark, bullet or dash. */
export function bodyStart(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if ((tokens.flags[at] & KIND) !== SIGN || OPENING_SIGNS.has(tokens.hash[at])) return at;
  }
  return to;
}

const OPENING_SIGNS = new Set([...'←→<>([@©'].map((sign) => sign.codePointAt(0)!));

/** Last token before closing quotation marks and brackets; from − 1 when there is none. */
export function lastBeforeClosers(tokens: Tokens, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && (tokens.flags[at] & KIND) === SIGN && isCloser(tokens.hash[at])) at--;
  return at;
}

/** "Mr." and initials such as "J." end no sentence: whether the full stop at `at` is one of these. */
export function abbreviates(traits: number, tokens: Tokens, at: number, from: number): boolean {
  if (tokens.hash[at] !== POINT || at === from || (tokens.flags[at - 1] & KIND) !== WORD) return false;
  if (traits & ABBREVIATION && tokens.flags[at - 1] & CAPITAL) return true;
  return tokens.end[at - 1] - tokens.start[at - 1] === 1 && (tokens.flags[at - 1] & CAPITAL) !== 0;
}
