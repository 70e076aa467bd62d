import { CAPITAL, KIND, type Tokens, WORD } from '../../kernel/tokens.ts';
import { wordHashes } from './languages.ts';

const COMMA = 0x2c;
const HYPHEN = 0x2d;

/** "12-year-old", "aged 34", "age 34", "Jane Doe, 34,": of the tokens numbers[0, length), which are numbers. */
export function agesOf(bytes: Uint8Array, tokens: Tokens, numbers: Uint32Array, length: number): Uint32Array {
  const { hash, flags, start, end, count } = tokens;
  const [year, years, old, aged, age] = (marks ??= wordHashes(['year', 'years', 'old', 'aged', 'age']));
  // The table is longer than the text: what lies beyond is of an earlier one.
  const at = (i: number) => (i >= 0 && i < count ? hash[i] : 0);
  const ages = new Uint32Array(4);
  for (let k = 0; k < length; k++) {
    const i = numbers[k];
    const value = smallNumber(bytes, start[i], end[i]);
    if (value < 1 || value > 120) continue;
    const unit = at(i + 1) === HYPHEN ? i + 2 : i + 1;
    const isOld = (at(unit) === year || at(unit) === years) && (at(unit + 1) === old || (at(unit + 1) === HYPHEN && at(unit + 2) === old));
    const isAged = at(i - 1) === aged || at(i - 1) === age;
    const isApposed = value >= 10 && value < 100 && at(i - 1) === COMMA && at(i + 1) === COMMA && isCapitalised(flags, i - 2);
    if (isOld || isAged || isApposed) ages[value >>> 5] |= 1 << (value & 31);
  }
  return ages;
}

function isCapitalised(flags: Uint8Array, i: number): boolean {
  return i >= 0 && (flags[i] & (KIND | CAPITAL)) === (WORD | CAPITAL);
}

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

let marks: number[] | undefined;
