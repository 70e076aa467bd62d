import type { Ragged } from '../../article.ts';
import type { PairList } from '../../pairs.ts';
import { BRIEF } from './briefs.ts';
import { sortedBy } from './lsh.ts';

/** One shingle in so many is looked at: those whose hash falls below a fixed share of the range. */
const SAMPLED_ONE_IN = 8;
export const SAMPLED_BELOW = 2 ** 32 / SAMPLED_ONE_IN;
/** A shingle that stands in more articles than this is looked up in the first and the nearest of them only. */
const EXEMPLARS = 32;
/** One true pair in a hundred shares fewer sampled shingles than expected by so many standard errors. */
const STANDARD_ERRORS = 2.33;

/**
 * Candidates for containment, which banding over Jaccard similarity misses: an excerpt inside a longer story, at any
 * ratio of lengths. All articles sample the same shingles (Broder's mod-sketch, 1997; FracMinHash, Irber et al. 2022),
 * so the shared ones estimate the intersection, and a pair is a candidate unless that estimate lies so far below the bound
 * that one true pair in a hundred would. O(sampled shingles · EXEMPLARS).
 */
export function containedPairs(shingles: Ragged, members: Uint32Array, containment: number, found: PairList): void {
  const index = sampleIndex(shingles, members, SAMPLED_BELOW);
  const shared = new Uint32Array(members.length);
  const touched: number[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let s = index.sampleStarts[i]; s < index.sampleStarts[i + 1]; s++) {
      const list = index.listOfSample[s];
      const first = index.listStarts[list];
      const own = index.placeOfSample[s];
      // All that came before it, or the first ones and the nearest.
      const head = Math.min(own, first + EXEMPLARS / 2);
      const near = Math.max(head, own - EXEMPLARS / 2);
      for (let at = first; at < own; at = at + 1 === head ? near : at + 1) {
        const other = index.lists[at];
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

function lengthOf(shingles: Ragged, article: number): number {
  return shingles.starts[article + 1] - shingles.starts[article];
}

interface SampleIndex {
  /** Samples of member i: sampleStarts[i] … sampleStarts[i + 1]. */
  readonly sampleStarts: Uint32Array;
  /** Per sample, the list of its shingle, and its own place in lists. */
  readonly listOfSample: Uint32Array;
  readonly placeOfSample: Uint32Array;
  /** The members that have a shingle, rising: lists[listStarts[l]] … */
  readonly listStarts: Uint32Array;
  readonly lists: Uint32Array;
}

function sampleIndex(shingles: Ragged, members: Uint32Array, limit: number): SampleIndex {
  const sampleStarts = new Uint32Array(members.length + 1);
  for (let i = 0; i < members.length; i++) {
    // Shingles are sorted, so the sampled ones come first.
    let at = shingles.starts[members[i]];
    while (at < shingles.starts[members[i] + 1] && shingles.values[at] < limit) at++;
    sampleStarts[i + 1] = sampleStarts[i] + at - shingles.starts[members[i]];
  }
  const samples = sampleStarts[members.length];
  const values = new Uint32Array(samples);
  const memberOf = new Uint32Array(samples);
  for (let i = 0; i < members.length; i++) {
    for (let s = sampleStarts[i]; s < sampleStarts[i + 1]; s++) {
      values[s] = shingles.values[shingles.starts[members[i]] + s - sampleStarts[i]];
      memberOf[s] = i;
    }
  }
  const order = sortedBy(values);
  const listOfSample = new Uint32Array(samples);
  const placeOfSample = new Uint32Array(samples);
  const lists = new Uint32Array(samples);
  const listStarts = new Uint32Array(samples + 1);
  let list = -1;
  for (let place = 0; place < samples; place++) {
    const sample = order[place];
    if (place === 0 || values[sample] !== values[order[place - 1]]) listStarts[++list] = place;
    listOfSample[sample] = list;
    placeOfSample[sample] = place;
    lists[place] = memberOf[sample];
  }
  return { sampleStarts, listOfSample, placeOfSample, listStarts, lists };
}
