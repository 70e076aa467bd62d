/** The hashes of ../hash.ts. */

const GOLDEN: u32 = 0x9e3779b1;
/** Where the hash of a word begins. */
export const WORD_SEED: u32 = 0x2545f491;

export function step(hash: u32, point: u32): u32 {
  return (rotl(hash, 5) ^ point) * GOLDEN;
}

export function mix(hash: u32): u32 {
  hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
  return hash ^ (hash >> 16);
}

/** Four at once. */
export function mix4(hash: v128): v128 {
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 16)), i32x4.splat(0x85ebca6b));
  hash = i32x4.mul(v128.xor(hash, i32x4.shr_u(hash, 13)), i32x4.splat(0xc2b2ae35));
  return v128.xor(hash, i32x4.shr_u(hash, 16));
}
