import { CAPITAL, KIND, type Tokens, WORD } from '../tokens.ts';
import { AGE, OLD, PART, YEAR } from './meanings.ts';
import type { Words } from './stems.ts';

const COMMA = 0x2c;
const HYPHEN = 0x2d;

/** "12-year-old", "aged 34", "age 34", "Jane Doe, 34,": the age, 1 … 120, that the number at token i is; 0 when it is none. */
export function ageAt(bytes: Uint8Array, tokens: Tokens, { meanings }: Words, i: number): number {
  const { hash, flags, start, end, count } = tokens;
  const value = smallNumber(bytes, start[i], end[i]);
  if (value < 1 || value > 120) return 0;
  // The columns are longer than the text: what lies beyond is of an earlier one.
  const signAt = (at: number) => (at >= 0 && at < count ? hash[at] : 0);
  const isPart = (at: number, part: number) => at >= 0 && at < count && (meanings[at] & PART) === part;
  const unit = signAt(i + 1) === HYPHEN ? i + 2 : i + 1;
  const isOld = isPart(unit, YEAR) && (isPart(unit + 1, OLD) || (signAt(unit + 1) === HYPHEN && isPart(unit + 2, OLD)));
  const isAged = isPart(i - 1, AGE);
  const isApposed = value >= 10 && value < 100 && signAt(i - 1) === COMMA && signAt(i + 1) === COMMA && isCapitalised(flags, i - 2);
  return isOld || isAged || isApposed ? value : 0;
}

function isCapitalised(flags: Uint8Array, i: number): boolean {
  return i >= 0 && (flags[i] & (KIND | CAPITAL)) === (WORD | CAPITAL);
}

/** A number of up to three digits of ASCII; −1 for others. */
function smallNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 3) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = bytes[i] - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
