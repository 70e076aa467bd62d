/** Bits for each value: one in sixteen of those that stand once meets another's. */
const BITS_A_VALUE = 16;
const LEAST_BITS = 10;
const MOST_BITS = 30;

/**
 * Tells of a value whether it stands more than once in these lists; of one in sixteen others it says so, too. By two bits of a table, since in
 * a hash table of millions that mostly stand once every look-up waits for memory. O(values).
 */
export function repeatedIn(lists: readonly Uint32Array[]): (value: number) => boolean {
  let values = 0;
  for (const list of lists) values += list.length;
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(BITS_A_VALUE * values))));
  const shift = 32 - bits;
  // Words in turn: what was seen once, and what again.
  const seen = new Uint32Array(1 << (bits - 4));
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const mark = list[at] >>> shift;
      const word = (mark >>> 5) << 1;
      seen[word + 1] |= seen[word] & (1 << mark);
      seen[word] |= 1 << mark;
    }
  }
  return (value) => {
    const mark = value >>> shift;
    return ((seen[((mark >>> 5) << 1) + 1] >>> mark) & 1) === 1;
  };
}
