import { eachOf, type Lists, lengthOf } from '../../columns/lists.ts';
import type { PairList } from '../../columns/pairs.ts';
import { HashMap } from '../../kernel/hashMap.ts';

/** A text of fewer shingles than this is looked for whole: of a sample too little would be left. */
export const BRIEF = 192;
/** Briefs that one shingle leads to; a stock phrase of hundreds of briefs says nothing. */
const MOST_BRIEFS = 64;
/** 16 KB of marks, which stay in the nearest cache. */
const MARK_BITS = 17;

/**
 * Candidates for containment of briefs: every shingle of every article is looked up among those of the briefs, so none
 * at the bound is missed. `members` are ids, rising. O(shingles · MOST_BRIEFS) at worst.
 */
export function briefPairs(shingles: Lists, members: Uint32Array, containment: number, found: PairList): void {
  const briefs = members.filter((id) => lengthOf(shingles, id) < BRIEF);
  if (briefs.length === 0) return;
  const { marks, listOf, starts, places } = indexBriefs(shingles, briefs);
  const shared = new Uint32Array(briefs.length);
  const touched: number[] = [];
  eachOf(shingles, members, (values, member) => {
    for (let s = 0; s < values.length; s++) {
      const mark = values[s] >>> (32 - MARK_BITS);
      if (((marks[mark >>> 5] >>> mark) & 1) === 0) continue;
      const list = listOf.get(values[s]);
      if (list < 0) continue;
      for (let at = starts[list]; at < starts[list + 1]; at++) if (shared[places[at]]++ === 0) touched.push(places[at]);
    }
    for (const brief of touched) {
      const other = briefs[brief];
      // Two briefs find each other; once is enough.
      const isOnce = values.length >= BRIEF || other < member;
      if (isOnce && other !== member && shared[brief] >= containment * Math.min(values.length, lengthOf(shingles, other)) - 1e-9)
        found.add(other, member);
      shared[brief] = 0;
    }
    touched.length = 0;
  });
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

function indexBriefs(shingles: Lists, briefs: Uint32Array): BriefIndex {
  const marks = new Uint32Array(1 << (MARK_BITS - 5));
  const listOf = new HashMap(1024);
  let sizes = new Uint32Array(1024);
  let lists = 0;
  eachOf(shingles, briefs, (values) => {
    for (let at = 0; at < values.length; at++) {
      const mark = values[at] >>> (32 - MARK_BITS);
      marks[mark >>> 5] |= 1 << mark;
      let list = listOf.get(values[at]);
      if (list < 0) {
        list = lists++;
        listOf.set(values[at], list);
        if (list === sizes.length) sizes = grown(sizes);
      }
      if (sizes[list] < MOST_BRIEFS) sizes[list]++;
    }
  });
  const starts = new Uint32Array(lists + 1);
  for (let list = 0; list < lists; list++) starts[list + 1] = starts[list] + sizes[list];
  const next = starts.slice();
  const places = new Uint32Array(starts[lists]);
  eachOf(shingles, briefs, (values, _, place) => {
    for (let at = 0; at < values.length; at++) {
      const list = listOf.get(values[at]);
      if (next[list] < starts[list + 1]) places[next[list]++] = place;
    }
  });
  return { marks, listOf, starts, places };
}

function grown(column: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * column.length);
  larger.set(column);
  return larger;
}
