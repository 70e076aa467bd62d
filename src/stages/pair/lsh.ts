import type { PairList } from '../../columns/pairs.ts';
import { eachSignature, type Signatures, signatureOf } from '../../columns/signatures.ts';
import { agreement, bandKey } from '../../kernel/sketch.ts';
import type { Banding } from './bands.ts';

/** In a bucket of more than this, an article meets only so many that came before it; every other band mixes them anew. */
const WINDOW = 64;
/** Signatures that agree in fewer slots than the bound by so many standard errors are no candidates: 1 true pair in 30,000. */
const STANDARD_ERRORS = 4;

/** Bands whose keys are drawn in one pass over the signatures. */
const BANDS_A_PASS = 8;

/**
 * Locality-sensitive hashing: articles whose signatures agree in all rows of a band fall into one bucket, and pairs of
 * a bucket become candidates unless their whole signatures speak against it. A pair is reported by the first band it
 * meets in. `members` are the ids to join, rising. O(bands · members) and a comparison of 128 slots for each pair that meets.
 */
export function lshPairs(
  signatures: Signatures,
  slots: number,
  members: Uint32Array,
  banding: Banding,
  similarity: number,
  found: PairList,
): void {
  const { bands, rows } = banding;
  const least = slots * (similarity - STANDARD_ERRORS * Math.sqrt((similarity * (1 - similarity)) / slots));
  const meetFirst = meeting(signatures, slots, members, rows, least);
  for (let first = 0; first < bands; first += BANDS_A_PASS) {
    const keys = bandKeys(signatures, slots, members, first, Math.min(bands, first + BANDS_A_PASS), rows);
    for (const [k, ofBand] of keys.entries()) {
      const order = sortedBy(ofBand);
      for (let from = 0; from < order.length; ) {
        let to = from + 1;
        while (to < order.length && ofBand[order[to]] === ofBand[order[from]]) to++;
        for (let i = from + 1; i < to; i++) {
          for (let j = Math.max(from, i - WINDOW); j < i; j++) {
            if (meetFirst(order[j], order[i], first + k)) found.add(members[order[j]], members[order[i]]);
          }
        }
        from = to;
      }
    }
  }
}

/** Whether members x and y meet in no band before the one named, and agree in `least` slots. */
function meeting(
  signatures: Signatures,
  slots: number,
  members: Uint32Array,
  rows: number,
  least: number,
): (x: number, y: number, band: number) => boolean {
  const agree = (values: Uint32Array, a: number, b: number, band: number) =>
    firstSharedBand(values, a * slots, b * slots, band + 1, rows) === band && agreement(values, a, b, slots) * slots >= least;
  if (!('file' in signatures)) return (x, y, band) => agree(signatures, members[x], members[y], band);
  // One byte of each value is kept, by which all but the true pairs are told: only theirs are read.
  const bytes = lowBytes(signatures, slots, members);
  const both = new Uint32Array(2 * slots);
  return (x, y, band) => {
    if (bytesAgreeing(bytes, x, y, slots) < least) return false;
    both.set(signatureOf(signatures, slots, members[x]));
    both.set(signatureOf(signatures, slots, members[y]), slots);
    return agree(both, 0, 1, band);
  };
}

/** Per band from … to − 1 the keys of the members. */
function bandKeys(signatures: Signatures, slots: number, members: Uint32Array, from: number, to: number, rows: number): Uint32Array[] {
  const keys = Array.from({ length: to - from }, () => new Uint32Array(members.length));
  eachSignature(signatures, slots, members, (values, at, i) => {
    for (let k = 0; k < keys.length; k++) keys[k][i] = bandKey(values, at + (from + k) * rows, rows);
  });
  return keys;
}

/** The lowest byte of every value: of two that differ, one in 256 is the same. */
function lowBytes(signatures: Signatures, slots: number, members: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(members.length * slots);
  eachSignature(signatures, slots, members, (values, at, i) => {
    for (let slot = 0; slot < slots; slot++) bytes[i * slots + slot] = values[at + slot];
  });
  return bytes;
}

/** In how many slots the bytes of two members agree; never fewer than the values do. */
function bytesAgreeing(bytes: Uint8Array, x: number, y: number, slots: number): number {
  let same = 0;
  for (let slot = 0; slot < slots; slot++) if (bytes[x * slots + slot] === bytes[y * slots + slot]) same++;
  return same;
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
