import { agreement, bandKey } from '../../kernel/sketch.ts';
import type { PairList } from '../../pairs.ts';
import type { Banding } from './bands.ts';

/** In a bucket of more than this, an article meets only so many that came before it; every other band mixes them anew. */
const WINDOW = 64;
/** Signatures that agree in fewer slots than the bound by so many standard errors are no candidates: 1 true pair in 30,000. */
const STANDARD_ERRORS = 4;

/**
 * Locality-sensitive hashing: articles whose signatures agree in all rows of a band fall into one bucket, and pairs of
 * a bucket become candidates unless their whole signatures speak against it. A pair is reported by the first band it
 * meets in. `members` are the ids to join. O(bands · members) and a comparison of 128 slots for each pair that meets.
 */
export function lshPairs(
  signatures: Uint32Array,
  slots: number,
  members: Uint32Array,
  banding: Banding,
  similarity: number,
  found: PairList,
): void {
  const { bands, rows } = banding;
  const least = slots * (similarity - STANDARD_ERRORS * Math.sqrt((similarity * (1 - similarity)) / slots));
  const keys = new Uint32Array(members.length);
  for (let band = 0; band < bands; band++) {
    for (let i = 0; i < members.length; i++) keys[i] = bandKey(signatures, members[i] * slots + band * rows, rows);
    const order = sortedBy(keys);
    for (let from = 0; from < order.length; ) {
      let to = from + 1;
      while (to < order.length && keys[order[to]] === keys[order[from]]) to++;
      for (let i = from + 1; i < to; i++) {
        for (let j = Math.max(from, i - WINDOW); j < i; j++) {
          const x = members[order[j]];
          const y = members[order[i]];
          if (
            firstSharedBand(signatures, x * slots, y * slots, band + 1, rows) === band &&
            agreement(signatures, x, y, slots) * slots >= least
          )
            found.add(x, y);
        }
      }
      from = to;
    }
  }
}

/** The first of so many bands in all of whose rows two signatures agree, at x and y in the column; −1 when there is none. */
export function firstSharedBand(signatures: Uint32Array, x: number, y: number, bands: number, rows: number): number {
  for (let band = 0; band < bands; band++) {
    let agree = true;
    for (let slot = band * rows; slot < (band + 1) * rows && agree; slot++) agree = signatures[x + slot] === signatures[y + slot];
    if (agree) return band;
  }
  return -1;
}

/** Below this, sorting by comparison is done before the counts of a radix pass are summed. */
const SHORT_LIST = 512;
/** Below this, three passes of 11 bits are cheaper than two of 16, whose counts fill the nearest cache. */
const LONG_LIST = 1 << 17;

/** Positions of the keys in rising order of the keys, equal ones in their own order. Radix sort. O(keys). */
export function sortedBy(keys: Uint32Array): Uint32Array {
  const { length } = keys;
  let from = new Uint32Array(length);
  for (let i = 0; i < length; i++) from[i] = i;
  if (length < SHORT_LIST) return from.sort((i, j) => keys[i] - keys[j] || i - j);
  const bits = length < LONG_LIST ? 11 : 16;
  const mask = (1 << bits) - 1;
  let to = new Uint32Array(length);
  const sums = new Uint32Array(mask + 2);
  for (let shift = 0; shift < 32; shift += bits) {
    sums.fill(0);
    for (let i = 0; i < length; i++) sums[((keys[i] >>> shift) & mask) + 1]++;
    for (let i = 0; i < mask; i++) sums[i + 1] += sums[i];
    for (let i = 0; i < length; i++) {
      const at = from[i];
      to[sums[(keys[at] >>> shift) & mask]++] = at;
    }
    [from, to] = [to, from];
  }
  return from;
}
