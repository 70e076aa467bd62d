/** ../sketch.ts: the same signatures, with one comparison in place of the marks. */

import { SLOTS } from '../layout';
import { mix4 } from './hash';

const GOLDEN: u32 = 0x9e3779b1;

/**
 * A slot holds its round above its value (u64), so the least of them is the value of the first round that reached it.
 * `out` takes `slots` values; `shingles` is followed by room for 4 more.
 */
export function sketch(shingles: usize, count: u32, slots: u32, out: usize): void {
  memory.fill(out, 0, slots << 2);
  if (count === 0) return;
  memory.fill(SLOTS, 0xff, slots << 3);
  const shift = clz(slots) + 1;
  const rest = count & 3;
  for (let round: u32 = 0; round < 2 * slots; round++) {
    const salt = i32x4.splat((round + 1) * GOLDEN);
    const high = (<u64>round) << 32;
    const fixed: u32 = round < slots ? 0 : round - slots;
    const spread: u32 = round < slots ? 0xffffffff : 0;
    for (let i: u32 = 0; i < count; i += 4) {
      const hash = mix4(v128.xor(v128.load(shingles + (i << 2)), salt));
      const value = i32x4.mul(hash, i32x4.splat(GOLDEN));
      const slot = i32x4.add(v128.and(i32x4.shr_u(hash, shift), i32x4.splat(spread)), i32x4.splat(fixed));
      lower(i32x4.extract_lane(slot, 0), high | <u64>(<u32>i32x4.extract_lane(value, 0)));
      if (i + 4 > count) {
        if (rest > 1) lower(i32x4.extract_lane(slot, 1), high | <u64>(<u32>i32x4.extract_lane(value, 1)));
        if (rest > 2) lower(i32x4.extract_lane(slot, 2), high | <u64>(<u32>i32x4.extract_lane(value, 2)));
        break;
      }
      lower(i32x4.extract_lane(slot, 1), high | <u64>(<u32>i32x4.extract_lane(value, 1)));
      lower(i32x4.extract_lane(slot, 2), high | <u64>(<u32>i32x4.extract_lane(value, 2)));
      lower(i32x4.extract_lane(slot, 3), high | <u64>(<u32>i32x4.extract_lane(value, 3)));
    }
    if (isFull(slots)) break;
  }
  for (let slot: u32 = 0; slot < slots; slot++) store<u32>(out + (slot << 2), load<u32>(SLOTS + (slot << 3)));
}

function lower(slot: u32, key: u64): void {
  const at = SLOTS + (slot << 3);
  store<u64>(at, min(load<u64>(at), key));
}

function isFull(slots: u32): bool {
  for (let slot: u32 = 0; slot < slots; slot++) if (load<u64>(SLOTS + (slot << 3)) === u64.MAX_VALUE) return false;
  return true;
}
