import { mix } from './hash.ts';

const GOLDEN = 0x9e3779b1;
let filledIn = new Uint32Array(1024);

/**
 * Fast Similarity Sketching (Dahlgaard, Knudsen & Thorup, FOCS 2017, arXiv:1704.04370): writes `slots` values into
 * out[at …]. Round i throws every shingle into one slot, and a slot keeps the least value of the first round that
 * reaches it; from round `slots` on, round i fills slot i − slots. The chance that two sets agree in a slot is their
 * Jaccard similarity exactly, for sets of any size, and no slot stays empty.
 *
 * Its first round is one-permutation hashing, so a long text costs little more than that; densified one-permutation
 * hashing for long texts and this for short ones would give signatures that cannot be compared with each other.
 *
 * `shingles` must not repeat; `slots` is a power of two. An empty set gives zeros. O(count + slots · log slots) expected.
 */
export function sketch(shingles: Uint32Array, slots: number, out: Uint32Array, at: number): void {
  out.fill(0, at, at + slots);
  if (shingles.length === 0) return;
  if (slots > filledIn.length) filledIn = new Uint32Array(slots);
  filledIn.fill(0, 0, slots);
  const shift = 32 - Math.log2(slots);
  let empty = slots;
  for (let round = 0; round < 2 * slots && empty > 0; round++) {
    const salt = Math.imul(round + 1, GOLDEN);
    const mark = round + 1;
    for (let i = 0; i < shingles.length; i++) {
      const hash = mix(shingles[i] ^ salt);
      const slot = round < slots ? hash >>> shift : round - slots;
      const value = Math.imul(hash, GOLDEN) >>> 0;
      const filled = filledIn[slot];
      if (filled === 0) {
        filledIn[slot] = mark;
        out[at + slot] = value;
        empty--;
      } else if (filled === mark && value < out[at + slot]) out[at + slot] = value;
    }
  }
}

/** The key of a band: `rows` signature values from `from` on, hashed. Their order counts; bands are told apart by who asks. */
export function bandKey(signatures: Uint32Array, from: number, rows: number): number {
  let hash = rows;
  for (let row = 0; row < rows; row++) hash = Math.imul((hash << 13) | (hash >>> 19), 5) + signatures[from + row];
  return mix(hash | 0);
}

/** Share of the slots in which two signatures agree: an unbiased estimate of the Jaccard similarity. */
export function agreement(signatures: Uint32Array, a: number, b: number, slots: number): number {
  let same = 0;
  for (let slot = 0; slot < slots; slot++) if (signatures[a * slots + slot] === signatures[b * slots + slot]) same++;
  return same / slots;
}
