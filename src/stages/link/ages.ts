import type { TextTokens } from '../../kernel/text.ts';
import { CAPITAL, KIND, NUMBER, WORD } from '../../kernel/tokens.ts';
import { wordHashes } from './languages.ts';

const COMMA = 0x2c;
const HYPHEN = 0x2d;

/** "12-year-old", "aged 34", "age 34", "Jane Doe, 34," */
export function agesOf(bytes: Uint8Array, text: TextTokens): Uint32Array {
  const { hash, flags, start, end, count } = text.tokens;
  const [year, years, old, aged, age] = (marks ??= wordHashes(['year', 'years', 'old', 'aged', 'age']));
  const ages = new Uint32Array(4);
  for (let i = 0; i < count; i++) {
    if ((flags[i] & KIND) !== NUMBER) continue;
    const value = smallNumber(bytes, start[i], end[i]);
    if (value < 1 || value > 120) continue;
    let next = i + 1;
    if (next < count && hash[next] === HYPHEN) next++;
    const isOld = (hash[next] === year || hash[next] === years) && (hash[next + 1] === old || (hash[next + 1] === HYPHEN && hash[next + 2] === old));
    const isAged = i > 0 && (hash[i - 1] === aged || hash[i - 1] === age);
    const isApposed =
      value >= 10 && value < 100 && i > 1 && hash[i - 1] === COMMA && hash[i + 1] === COMMA && (flags[i - 2] & (KIND | CAPITAL)) === (WORD | CAPITAL);
    if ((next < count && isOld) || isAged || isApposed) ages[value >>> 5] |= 1 << (value & 31);
  }
  return ages;
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
