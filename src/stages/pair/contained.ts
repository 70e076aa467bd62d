import { type Lists, lengthOf, valuesOf } from '../../columns/lists.ts';
import type { PairList } from '../../columns/pairs.ts';
import { Spool } from '../../columns/spool.ts';
import { intersection } from '../../kernel/shingles.ts';
import { BRIEF } from './briefs.ts';
import { eachMet } from './meetings.ts';
import { samplesOf, sharedSamples } from './samples.ts';

/** One shingle in so many is looked at: those whose hash falls below a fixed share of the range. */
const SAMPLED_ONE_IN = 8;
export const SAMPLED_BELOW = 2 ** 32 / SAMPLED_ONE_IN;
/** One true pair in a hundred shares fewer sampled shingles than expected by so many standard errors. */
const STANDARD_ERRORS = 2.33;

/**
 * Candidates for containment, which banding over Jaccard similarity misses: an excerpt inside a longer story, at any
 * ratio of lengths. All articles sample the same shingles (Broder's mod-sketch, 1997; FracMinHash, Irber et al. 2022),
 * so the shared ones estimate the intersection, and a pair is a candidate unless that estimate lies so far below the bound
 * that one true pair in a hundred would. `members` are ids, rising. O(sampled shingles · EXEMPLARS).
 */
export function containedPairs(shingles: Lists, members: Uint32Array, containment: number, found: PairList): void {
  // Briefs are looked up whole, by briefPairs.
  const longer = members.filter((id) => lengthOf(shingles, id) >= BRIEF);
  const least = Uint32Array.from(longer, (id) => leastShared(lengthOf(shingles, id), containment));
  // Where the shingles lie in a file, the samples of them do, too.
  const spool = 'file' in shingles ? new Spool() : null;
  try {
    const samples = samplesOf(shingles, longer, SAMPLED_BELOW, spool);
    eachMet(sharedSamples(samples, SAMPLED_BELOW), least, (i, others) => {
      const own = valuesOf(samples, i);
      for (const other of others) {
        const values = valuesOf(samples, other);
        const shared = intersection(own, 0, own.length, values, 0, values.length);
        if (shared >= Math.min(least[i], least[other])) found.add(longer[i], longer[other]);
      }
    });
  } finally {
    spool?.close();
  }
}

/** So many samples an article of so many shingles shares with whatever contains it. */
function leastShared(length: number, containment: number): number {
  const expected = (containment * length) / SAMPLED_ONE_IN;
  return Math.max(1, Math.ceil(expected - STANDARD_ERRORS * Math.sqrt(expected)));
}
