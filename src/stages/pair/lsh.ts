import { type PairList, PairSet } from '../../columns/pairs.ts';
import { eachSignature, type Signatures, signatureOf } from '../../columns/signatures.ts';
import { positions, sorted } from '../../columns/sorted.ts';
import { agreement, bandKey } from '../../kernel/sketch.ts';
import type { Banding } from './bands.ts';
import { Glance } from './glance.ts';

/** In a bucket of more than this, an article meets only so many that came before it; every other band mixes them anew. */
const WINDOW = 64;
/** Signatures that agree in fewer slots than the bound by so many standard errors are no candidates: 1 true pair in 30,000. */
const STANDARD_ERRORS = 4;

/** Bands whose keys are drawn in one pass over the signatures. */
const BANDS_A_PASS = 8;

/**
 * Locality-sensitive hashing: articles whose signatures agree in all rows of a band fall into one bucket, and pairs of
 * a bucket become candidates unless their whole signatures speak against it. A pair is reported by the first band it
 * meets in. `members` are the ids to join, rising. O(bands · members), and a look at each pair that meets.
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
      eachMeeting(ofBand, (x, y) => {
        if (meetFirst(x, y, first + k)) found.add(members[x], members[y]);
      });
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
  // Few are read: most that meet are strangers, which a glance tells, and two that were read for one band need not be for another, since
  // they meet first there or have met before.
  const glance = new Glance(signatures, slots, members);
  const read = new PairSet(members.length);
  const both = new Uint32Array(2 * slots);
  return (x, y, band) => {
    if (glance.agreeing(x, y) < least || !read.add(x, y)) return false;
    both.set(signatureOf(signatures, slots, members[x]));
    both.set(signatureOf(signatures, slots, members[y]), slots);
    return agree(both, 0, 1, band);
  };
}

/** Shows all pairs of positions x < y that a band brings together: those whose keys are equal, of many of them the nearest. */
function eachMeeting(ofMembers: Uint32Array, see: (x: number, y: number) => void): void {
  const { keys, values } = sorted(ofMembers, positions(ofMembers.length));
  for (let from = 0, to = 0; from < keys.length; from = to) {
    while (to < keys.length && keys[to] === keys[from]) to++;
    for (let i = from + 1; i < to; i++) {
      for (let j = Math.max(from, i - WINDOW); j < i; j++) see(values[j], values[i]);
    }
  }
}

/** Per band from … to − 1 the keys of the members. */
function bandKeys(signatures: Signatures, slots: number, members: Uint32Array, from: number, to: number, rows: number): Uint32Array[] {
  const keys = Array.from({ length: to - from }, () => new Uint32Array(members.length));
  eachSignature(signatures, slots, members, (values, at, i) => {
    for (let k = 0; k < keys.length; k++) keys[k][i] = bandKey(values, at + (from + k) * rows, rows);
  });
  return keys;
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
