import { MEETINGS, MEMBER, markTelling, pastOf, TELLING } from './telling.ts';

/** A sample that stands in more articles than this brings together an article with the first and the nearest of them only. */
const EXEMPLARS = 32;
/** Meetings held at once, 4 bytes each: so many, or a 64th of all. */
const HELD = 1 << 22;
const MOST_RANGES = 64;

/**
 * Shows per member those before it that may share as many samples with it as the lower of both `least` says: those that it
 * meets in samples that tell of one or the other. `lists`: see telling.ts; they are marked. They are walked through in their order, for some
 * members at a time, since to look up the lists of one member after the other would be a cache miss for each. O(lists' values · EXEMPLARS).
 */
export function eachMet(lists: Uint32Array, least: Uint32Array, see: (i: number, others: Uint32Array) => void): void {
  const meetings = least.reduce((x, y) => Math.min(x, y), MEETINGS);
  markTelling(lists, least);
  const starts = new Float64Array(least.length + 1);
  eachMeeting(lists, 0, least.length, (i) => starts[i + 1]++);
  for (let i = 0; i < least.length; i++) starts[i + 1] += starts[i];
  const held = Math.max(HELD, starts[least.length] / MOST_RANGES);
  const times = new Uint8Array(least.length);
  for (let from = 0, to = 0; from < least.length; from = to) {
    for (to = from + 1; to < least.length && starts[to + 1] - starts[from] <= held; ) to++;
    const others = new Uint32Array(starts[to] - starts[from]);
    const next = Float64Array.from(starts.subarray(from, to), (start) => start - starts[from]);
    eachMeeting(lists, from, to, (i, other) => {
      others[next[i - from]++] = other;
    });
    for (let i = from; i < to; i++) {
      const met = others.subarray(starts[i] - starts[from], starts[i + 1] - starts[from]);
      const often = metOften(met, times, meetings);
      if (often.length > 0) see(i, often);
    }
  }
}

/** Those that were met so many times: a view of `met`, the rest of which is spoilt. `times` is 0 for all, before and after. */
function metOften(met: Uint32Array, times: Uint8Array, meetings: number): Uint32Array {
  for (let k = 0; k < met.length; k++) if (times[met[k]] < meetings) times[met[k]]++;
  let often = 0;
  for (let k = 0; k < met.length; k++) {
    const other = met[k];
    if (times[other] === meetings) met[often++] = other;
    times[other] = 0;
  }
  return met.subarray(0, often);
}

/** Shows members i from … to − 1 with the others before them that they meet, sample after sample. */
function eachMeeting(lists: Uint32Array, from: number, to: number, see: (i: number, other: number) => void): void {
  for (let first = 0, past = 0; first < lists.length; first = past) {
    past = pastOf(lists, first);
    for (let own = first + 1; own < past; own++) {
      const i = lists[own] & MEMBER;
      if (i < from) continue;
      if (i >= to) break;
      const isTelling = (lists[own] & TELLING) !== 0;
      // All that came before it, or the first ones and the nearest.
      const head = Math.min(own, first + EXEMPLARS / 2);
      const near = Math.max(head, own - EXEMPLARS / 2);
      for (let at = first; at < own; at = at + 1 === head ? near : at + 1) {
        if (isTelling || (lists[at] & TELLING) !== 0) see(i, lists[at] & MEMBER);
      }
    }
  }
}
