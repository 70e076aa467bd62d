import type { Ragged } from '../../article.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import type { PairList } from '../../pairs.ts';

/** A text of fewer shingles than this is looked for whole: of a sample too little would be left. */
export const BRIEF = 192;
/** Briefs that one shingle leads to; a stock phrase of hundreds of briefs says nothing. */
const MOST_BRIEFS = 64;
/** 16 KB of marks, which stay in the nearest cache. */
const MARK_BITS = 17;

/**
 * Candidates for containment of briefs: every shingle of every article is looked up among those of the briefs, so none
 * at the bound is missed. O(shingles · MOST_BRIEFS) at worst.
 */
export function briefPairs(shingles: Ragged, members: Uint32Array, containment: number, found: PairList): void {
  const briefs = members.filter((id) => lengthOf(shingles, id) < BRIEF);
  if (briefs.length === 0) return;
  const { marks, listOf, starts, places } = indexBriefs(shingles, briefs);
  const shared = new Uint32Array(briefs.length);
  const touched: number[] = [];
  for (const member of members) {
    for (let at = shingles.starts[member]; at < shingles.starts[member + 1]; at++) {
      const shingle = shingles.values[at];
      const mark = shingle >>> (32 - MARK_BITS);
      if (((marks[mark >>> 5] >>> mark) & 1) === 0) continue;
      const list = listOf.get(shingle);
      if (list < 0) continue;
      for (let i = starts[list]; i < starts[list + 1]; i++) if (shared[places[i]]++ === 0) touched.push(places[i]);
    }
    const length = lengthOf(shingles, member);
    for (const brief of touched) {
      const other = briefs[brief];
      // Two briefs find each other; once is enough.
      const isOnce = length >= BRIEF || other < member;
      if (isOnce && other !== member && shared[brief] >= containment * Math.min(length, lengthOf(shingles, other)) - 1e-9)
        found.add(other, member);
      shared[brief] = 0;
    }
    touched.length = 0;
  }
}

/** Per shingle the places of the first MOST_BRIEFS briefs that have it. */
interface BriefIndex {
  /** A bit for the leading MARK_BITS of each shingle of a brief: it tells most of the others. */
  readonly marks: Uint32Array;
  /** Shingle → its list: places[starts[list]] … places[starts[list + 1] − 1]. */
  readonly listOf: HashMap;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

function indexBriefs(shingles: Ragged, briefs: Uint32Array): BriefIndex {
  const marks = new Uint32Array(1 << (MARK_BITS - 5));
  const listOf = new HashMap(1024);
  const sizes: number[] = [];
  const each = (see: (place: number, shingle: number) => void) => {
    for (let place = 0; place < briefs.length; place++)
      for (let at = shingles.starts[briefs[place]]; at < shingles.starts[briefs[place] + 1]; at++) see(place, shingles.values[at]);
  };
  each((_, shingle) => {
    const mark = shingle >>> (32 - MARK_BITS);
    marks[mark >>> 5] |= 1 << mark;
    const list = listOf.get(shingle);
    if (list < 0) listOf.set(shingle, sizes.push(1) - 1);
    else if (sizes[list] < MOST_BRIEFS) sizes[list]++;
  });
  const starts = new Uint32Array(sizes.length + 1);
  for (let list = 0; list < sizes.length; list++) starts[list + 1] = starts[list] + sizes[list];
  const next = starts.slice();
  const places = new Uint32Array(starts[sizes.length]);
  each((place, shingle) => {
    const list = listOf.get(shingle);
    if (next[list] < starts[list + 1]) places[next[list]++] = place;
  });
  return { marks, listOf, starts, places };
}

function lengthOf({ starts }: Ragged, article: number): number {
  return starts[article + 1] - starts[article];
}
