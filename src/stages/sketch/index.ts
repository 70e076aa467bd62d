import { kernel } from '../../kernel/index.ts';

/**
 * Shingles → signature: `hashes` values (a power of two) in which two articles agree with the chance of their Jaccard
 * similarity. See kernel/sketch for the algorithm. An article without shingles has a signature of zeros; `pair` leaves it
 * out. O(shingles + hashes · log hashes).
 */
export function sketch(shingles: Uint32Array, hashes: number): Uint32Array {
  const signature = new Uint32Array(hashes);
  kernel().sketch(shingles, hashes, signature, 0);
  return signature;
}
