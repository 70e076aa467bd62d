/** ../lines/keys.ts; comments there. */
import { KIND, NUMBER, SIGN } from '../flags';
import { HASH } from '../lines/columnLayout';
import { flags, tokenColumn } from './columns';
import { isSignAt, POINT } from './signs';

const A_NUMBER: u32 = 0x5bd1e995;
const DOTS: u32 = 0x27d4eb2f;

export function lineKey(from: u32, to: u32): f64 {
  const hashes = tokenColumn(HASH);
  let high: u32 = 0;
  let low: u32 = 0x2545f491;
  let words: u32 = 0;
  for (let at = from; at < to; at++) {
    const kind = <u32>load<u8>(flags + at) & KIND;
    if (kind === SIGN) continue;
    const word = kind === NUMBER ? A_NUMBER : load<u32>(hashes + (at << 2));
    high = (rotl(high, 5) ^ word) * 0x9e3779b1;
    low = (low ^ word) * 0x85ebca6b;
    low ^= low >> 15;
    words++;
  }
  if (words === 0) return 0;
  if (to - from > 2 && isSignAt(to - 1, POINT, POINT) && isSignAt(to - 2, POINT, POINT)) low = (low ^ DOTS) * 0x85ebca6b;
  high = (high ^ (high >> 16)) * 0xc2b2ae35;
  return <f64>(((<u64>((high ^ (high >> 14)) & 0x1fffff)) << 32) | <u64>low);
}
