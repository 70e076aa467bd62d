import { Growing } from '../../columns/grow.ts';
import { countOf, eachList, eachOf, type Lists, lengthOf, listsBuilder } from '../../columns/lists.ts';
import type { PairList } from '../../columns/pairs.ts';
import { Spool } from '../../columns/spool.ts';
import { BRIEF } from './briefs.ts';
import { sortedBy } from './lsh.ts';

/** One shingle in so many is looked at: those whose hash falls below a fixed share of the range. */
const SAMPLED_ONE_IN = 8;
export const SAMPLED_BELOW = 2 ** 32 / SAMPLED_ONE_IN;
/** A shingle that stands in more articles than this is looked up in the first and the nearest of them only. */
const EXEMPLARS = 32;
/** One true pair in a hundred shares fewer sampled shingles than expected by so many standard errors. */
const STANDARD_ERRORS = 2.33;

/** Samples sorted at once, some 30 bytes each: so many, or a 64th of all. */
const SAMPLES_A_PASS = 1e6;
const MOST_PASSES = 64;

/**
 * Candidates for containment, which banding over Jaccard similarity misses: an excerpt inside a longer story, at any
 * ratio of lengths. All articles sample the same shingles (Broder's mod-sketch, 1997; FracMinHash, Irber et al. 2022),
 * so the shared ones estimate the intersection, and a pair is a candidate unless that estimate lies so far below the bound
 * that one true pair in a hundred would. `members` are ids, rising. O(sampled shingles · EXEMPLARS).
 */
export function containedPairs(shingles: Lists, members: Uint32Array, containment: number, found: PairList): void {
  const index = indexSamples(shingles, members);
  const shared = new Uint32Array(members.length);
  const touched: number[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let s = index.starts[i]; s < index.starts[i + 1]; s++) {
      const own = index.places[s];
      const first = firstOf(index, own);
      // All that came before it, or the first ones and the nearest.
      const head = Math.min(own, first + EXEMPLARS / 2);
      const near = Math.max(head, own - EXEMPLARS / 2);
      for (let at = first; at < own; at = at + 1 === head ? near : at + 1) {
        const other = index.lists[at] & ~FIRST;
        if (shared[other]++ === 0) touched.push(other);
      }
    }
    const length = lengthOf(shingles, members[i]);
    for (const other of touched) {
      const shorter = Math.min(length, lengthOf(shingles, members[other]));
      const expected = (containment * shorter) / SAMPLED_ONE_IN;
      // Briefs are looked up whole, by briefPairs.
      if (shorter >= BRIEF && shared[other] >= expected - STANDARD_ERRORS * Math.sqrt(expected)) found.add(members[i], members[other]);
      shared[other] = 0;
    }
    touched.length = 0;
  }
}

/** Where the shingles lie in a file, the samples of them do, too, as long as they are sorted. */
function indexSamples(shingles: Lists, members: Uint32Array): SampleIndex {
  const spool = 'file' in shingles ? new Spool() : null;
  try {
    return sampleIndex(samplesOf(shingles, members, spool));
  } finally {
    spool?.close();
  }
}

/** Of each member the shingles that are sampled. */
function samplesOf(shingles: Lists, members: Uint32Array, spool: Spool | null): Lists {
  const samples = listsBuilder(spool);
  eachOf(shingles, members, (values) => {
    // Shingles are sorted, so the sampled ones come first.
    let length = 0;
    while (length < values.length && values[length] < SAMPLED_BELOW) length++;
    samples.push(values.subarray(0, length));
  });
  return samples.finish();
}

/** The sampled shingles that two or more members have. */
interface SampleIndex {
  /** The members that have a shingle, rising, shingle after shingle; the first of each has the bit FIRST. */
  readonly lists: Uint32Array;
  /** Where the shingles begin that more than EXEMPLARS have; rising. */
  readonly long: Uint32Array;
  /** Member i stands at the places places[starts[i]] … places[starts[i + 1] − 1]. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

const FIRST = 0x80000000;

/** Where the shingle of a place begins. O(EXEMPLARS), or the logarithm of the long ones. */
function firstOf({ lists, long }: SampleIndex, place: number): number {
  let first = place;
  for (let step = 0; step < EXEMPLARS; step++, first--) if (lists[first] & FIRST) return first;
  let [low, high] = [0, long.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (long[middle] <= place) low = middle;
    else high = middle - 1;
  }
  return long[low];
}

/** Sorts the samples range by range of their values, so that few are held at once. */
function sampleIndex(samples: Lists): SampleIndex {
  const count = countOf(samples);
  const passes = Math.min(MOST_PASSES, Math.max(1, Math.ceil(samples.starts[count] / SAMPLES_A_PASS)));
  const lists = new Growing(new Uint32Array(4096));
  const long = new Growing(new Uint32Array(4096));
  for (let pass = 0; pass < passes; pass++) {
    const { values, memberOf } = samplesBetween(samples, (SAMPLED_BELOW * pass) / passes, (SAMPLED_BELOW * (pass + 1)) / passes);
    const order = sortedBy(values);
    for (let from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && values[order[to]] === values[order[from]]) to++;
      if (to - from < 2) continue;
      if (to - from > EXEMPLARS) long.push(lists.length);
      for (let at = from; at < to; at++) lists.push(at === from ? (memberOf[order[at]] | FIRST) >>> 0 : memberOf[order[at]]);
    }
  }
  return { lists: lists.values(), long: long.values(), ...placesOf(lists.values(), count) };
}

function samplesBetween(samples: Lists, least: number, bound: number): { values: Uint32Array; memberOf: Uint32Array } {
  const values = new Growing(new Uint32Array(4096));
  const memberOf = new Growing(new Uint32Array(4096));
  eachList(samples, (list, member) => {
    for (let at = 0; at < list.length && list[at] < bound; at++) {
      if (list[at] < least) continue;
      values.push(list[at]);
      memberOf.push(member);
    }
  });
  return { values: values.values(), memberOf: memberOf.values() };
}

/** Where each member stands in the lists, by counting. */
function placesOf(values: Uint32Array, count: number): Pick<SampleIndex, 'starts' | 'places'> {
  const { length } = values;
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < length; at++) starts[(values[at] & ~FIRST) + 1]++;
  for (let member = 0; member < count; member++) starts[member + 1] += starts[member];
  const next = starts.slice();
  const places = new Uint32Array(length);
  for (let at = 0; at < length; at++) places[next[values[at] & ~FIRST]++] = at;
  return { starts, places };
}
