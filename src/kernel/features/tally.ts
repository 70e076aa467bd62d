import { sort } from '../shingles.ts';

/** The distinct values of a list, sorted, and how often each stands in the list and in its head. */
export interface Tally {
  readonly values: Uint32Array;
  /** The count in the low 16 bits, that of the head in the high 16 bits; each at most 65,535. */
  readonly counts: Uint32Array;
}

const MOST = 0xffff;

/** Counts list[0, length), of which list[0, head) is the head. Overwrites the list. O(length). */
export function tally(list: Uint32Array, length: number, head: number): Tally {
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
