import { Growing } from '../../columns/grow.ts';
import { countOf, eachList, eachOf, type Lists, listsBuilder } from '../../columns/lists.ts';
import { type Sorted, sorted } from '../../columns/sorted.ts';
import type { Spool } from '../../columns/spool.ts';
import { FIRST } from './telling.ts';

/** Samples sorted at once, some 30 bytes each: so many, or a 64th of all. */
const SAMPLES_A_PASS = 4e6;
const MOST_PASSES = 64;

/** Of each member the shingles that are sampled: those below a bound. */
export function samplesOf(shingles: Lists, members: Uint32Array, below: number, spool: Spool | null): Lists {
  const samples = listsBuilder(spool);
  eachOf(shingles, members, (values) => {
    // Shingles are sorted, so the sampled ones come first.
    let length = 0;
    while (length < values.length && values[length] < below) length++;
    samples.push(values.subarray(0, length));
  });
  return samples.finish();
}

/**
 * The members that have a sample, rising, sample after sample, but for samples that only one has; the first of each has the bit FIRST.
 * Sorts the samples range by range of their values, so that few are held at once.
 */
export function sharedSamples(samples: Lists, below: number): Uint32Array {
  const count = countOf(samples);
  const passes = Math.min(MOST_PASSES, Math.max(1, Math.ceil(samples.starts[count] / SAMPLES_A_PASS)));
  const lists = new Growing(new Uint32Array(4096));
  /** Per member, how many of its samples are sorted. */
  const done = new Uint32Array(count);
  for (let pass = 1; pass <= passes; pass++) {
    const { keys, values } = samplesBelow(samples, (below * pass) / passes, done, Math.ceil((1.1 * samples.starts[count]) / passes));
    for (let from = 0, to = 0; from < keys.length; from = to) {
      while (to < keys.length && keys[to] === keys[from]) to++;
      if (to - from < 2) continue;
      for (let at = from; at < to; at++) lists.push(at === from ? (values[at] | FIRST) >>> 0 : values[at]);
    }
  }
  return lists.values();
}

/** The samples that are not done yet and lie below a bound, each with the member that has it; sorted. `about`: how many these are, at a guess. */
function samplesBelow(samples: Lists, bound: number, done: Uint32Array, about: number): Sorted {
  const keys = new Growing(new Uint32Array(about));
  const memberOf = new Growing(new Uint32Array(about));
  eachList(samples, (list, member) => {
    let at = done[member];
    for (; at < list.length && list[at] < bound; at++) {
      keys.push(list[at]);
      memberOf.push(member);
    }
    done[member] = at;
  });
  return sorted(keys.values(), memberOf.values());
}
