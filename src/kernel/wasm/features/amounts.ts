/** ../../features/amounts.ts */
import { NO_STEM, REACH } from '../../features/bounds';
import { AMOUNTS } from '../../features/featureLayout';
import { NUMBER, WORD } from '../../flags';
import { mix } from '../hash';
import { add, column, count, kindAt } from './own';
import { stemOf } from './stems';

const BEFORE: u32 = 0x9e37;
const HIGH: u32 = 0xffff0000;

/** Adds to AMOUNTS, which holds `size` values; returns how many it holds then. */
export function addAmounts(i: u32, number: u32, size: u32): u32 {
  const amounts = column(AMOUNTS);
  const behind = nearestStem(i, 1);
  const before = nearestStem(i, -1);
  if (behind !== NO_STEM) size = add(amounts, size, amount(behind, number));
  if (before !== NO_STEM) size = add(amounts, size, amount(before ^ BEFORE, number));
  return size;
}

function nearestStem(i: u32, step: u32): u32 {
  let at = i + step;
  for (let distance: u32 = 1; distance <= <u32>REACH && at < count; distance++) {
    const kind = kindAt(at);
    if (kind === NUMBER) break;
    const stem = kind === WORD ? stemOf(at) : NO_STEM;
    if (stem !== NO_STEM) return stem;
    at += step;
  }
  return NO_STEM;
}

function amount(word: u32, number: u32): u32 {
  return (mix(word) & HIGH) | (mix(number) & ~HIGH);
}
