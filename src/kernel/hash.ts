/** Hashes of the kernel: 32 bits, the same on every machine. */

const GOLDEN = 0x9e3779b1;
/** Where the hash of a word begins. */
export const WORD_SEED = 0x2545f491;

/** One step of a word's hash over a folded code point (FxHash: rotate, xor, multiply). */
export function step(hash: number, point: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ point, GOLDEN);
}

/** Finaliser of MurmurHash3 (Appleby 2011): every input bit reaches every output bit; a bijection. */
export function mix(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
