/** Bits for each shingle that is marked, at least. */
const BITS_A_SHINGLE = 8;
const LEAST_BITS = 17;
const MOST_BITS = 30;

/**
 * A set of shingles that lets a few others pass, one in ten: a bit for the leading bits of each. An article's shingles are sorted, so it
 * walks through the bits from their start to their end, where in a hash table that no cache holds each look-up waits for memory.
 */
export class Marks {
  readonly #words: Int32Array;
  readonly #shift: number;
  #passed = new Uint32Array(1024);

  /** For so many shingles. */
  constructor(count: number) {
    const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(BITS_A_SHINGLE * count))));
    this.#shift = 32 - bits;
    this.#words = new Int32Array(1 << (bits - 5));
  }

  add(shingle: number): void {
    const mark = shingle >>> this.#shift;
    this.#words[mark >>> 5] |= 1 << mark;
  }

  /**
   * Of these shingles the ones that were added, and a few beside: a view, good until the next. Without a branch, which would be guessed
   * wrong for one in ten, and then have the look-ups behind it wait: a third less of the whole search.
   */
  among(shingles: Uint32Array): Uint32Array {
    if (this.#passed.length < shingles.length) this.#passed = new Uint32Array(2 * shingles.length);
    const words = this.#words;
    const shift = this.#shift;
    const passed = this.#passed;
    let count = 0;
    for (let at = 0; at < shingles.length; at++) {
      const mark = shingles[at] >>> shift;
      passed[count] = shingles[at];
      count += (words[mark >>> 5] >>> mark) & 1;
    }
    return passed.subarray(0, count);
  }
}
