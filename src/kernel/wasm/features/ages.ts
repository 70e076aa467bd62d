/** ../../features/ages.ts */
import { END, START } from '../../features/featureLayout';
import { AGE, OLD, YEAR } from '../../features/meanings';
import { CAPITAL, KIND, WORD } from '../../flags';
import { flagsAt, hashAt, partAt, text, valueAt } from './own';

const COMMA: u32 = 0x2c;
const HYPHEN: u32 = 0x2d;

export function ageAt(i: u32): u32 {
  const value = smallNumber(text + valueAt(START, i), text + valueAt(END, i));
  if (value < 1 || value > 120) return 0;
  const unit = hashAt(i + 1) === HYPHEN ? i + 2 : i + 1;
  const isOld = partAt(unit) === YEAR && (partAt(unit + 1) === OLD || (hashAt(unit + 1) === HYPHEN && partAt(unit + 2) === OLD));
  const isAged = partAt(i - 1) === AGE;
  const isApposed = value >= 10 && value < 100 && hashAt(i - 1) === COMMA && hashAt(i + 1) === COMMA && isCapitalised(i - 2);
  return isOld || isAged || isApposed ? value : 0;
}

function isCapitalised(i: u32): bool {
  return <i32>i >= 0 && (flagsAt(i) & (KIND | CAPITAL)) === (WORD | CAPITAL);
}

function smallNumber(at: usize, end: usize): i32 {
  if (end - at > 3) return -1;
  let value: i32 = 0;
  for (; at < end; at++) {
    const digit = <i32>load<u8>(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
