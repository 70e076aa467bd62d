import { sort } from '../../kernel/shingles.ts';

/** The distinct values of a list, sorted, and how often each stands in the list and in its head. */
export interface Tally {
  readonly values: Uint32Array;
  /** The count in the low 16 bits, that of the head in the high 16 bits; each at most 65,535. */
  readonly counts: Uint32Array;
}

/** Up to here a table is faster than sorting, and hashes made to collide in it cost no more than milliseconds. */
const SHORT = 4096;
const MOST = 0xffff;

/** Counts list[0, length), of which list[0, head) is the head. Overwrites the list. O(length). */
export function tally(list: Uint32Array, length: number, head: number): Tally {
  return length <= SHORT ? tallyInTable(list, length, head) : tallySorted(list, length, head);
}

/** A slot in use has a count. */
const keys = new Uint32Array(3 * SHORT);
const counts = new Uint32Array(3 * SHORT);

/**
 * Open addressing by the high bits, without wrapping round: read from end to end the table is all but sorted. Half of the
 * words of a news article are repeats, and what is left never leaves the nearest cache.
 */
function tallyInTable(list: Uint32Array, length: number, head: number): Tally {
  let bits = 4;
  while (1 << bits < 2 * length) bits++;
  const shift = 32 - bits;
  const end = (1 << bits) + length;
  counts.fill(0, 0, end);
  for (let i = 0; i < length; i++) {
    const value = list[i];
    let slot = value >>> shift;
    while (counts[slot] !== 0 && keys[slot] !== value) slot++;
    keys[slot] = value;
    counts[slot] += i < head ? 0x10001 : 1; // SHORT is below 65,536: no count runs over
  }
  let distinct = 0;
  for (let slot = 0; slot < end; slot++) {
    if (counts[slot] === 0) continue;
    const value = keys[slot];
    const count = counts[slot];
    let at = distinct++;
    for (; at > 0 && keys[at - 1] > value; at--) {
      keys[at] = keys[at - 1];
      counts[at] = counts[at - 1];
    }
    keys[at] = value;
    counts[at] = count;
  }
  return { values: keys.slice(0, distinct), counts: counts.slice(0, distinct) };
}

function tallySorted(list: Uint32Array, length: number, head: number): Tally {
  const heads = list.slice(0, head);
  sort(list, length);
  sort(heads, head);
  const counts = new Uint32Array(length);
  let distinct = 0;
  let inHead = 0;
  for (let at = 0; at < length; ) {
    const value = list[at];
    const first = at;
    while (at < length && list[at] === value) at++;
    const firstInHead = inHead;
    while (inHead < head && heads[inHead] === value) inHead++;
    counts[distinct] = Math.min(at - first, MOST) | (Math.min(inHead - firstInHead, MOST) << 16);
    list[distinct++] = value;
  }
  return { values: list.slice(0, distinct), counts: counts.slice(0, distinct) };
}
