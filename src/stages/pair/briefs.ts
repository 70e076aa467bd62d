import { withRoom } from '../../columns/grow.ts';
import { eachOf, type Lists, lengthOf } from '../../columns/lists.ts';
import type { PairList } from '../../columns/pairs.ts';
import { HashMap } from '../../kernel/hashMap.ts';

/** A text of fewer shingles than this is looked for whole: of a sample too little would be left. */
export const BRIEF = 192;
/** Briefs that one shingle leads to; a stock phrase of hundreds of briefs says nothing. */
const MOST_BRIEFS = 64;

/**
 * Candidates for containment of briefs: every shingle of every article is looked up among those of the briefs, so none
 * at the bound is missed. `members` are ids, rising. O(shingles · MOST_BRIEFS) at worst.
 */
export function briefPairs(shingles: Lists, members: Uint32Array, containment: number, found: PairList): void {
  const briefs = members.filter((id) => lengthOf(shingles, id) < BRIEF);
  if (briefs.length === 0) return;
  const marks = markShared(shingles, members, briefs);
  const { listOf, starts, places } = indexBriefs(shingles, briefs, marks);
  const shared = new Uint32Array(briefs.length);
  const touched: number[] = [];
  eachOf(shingles, members, (values, member) => {
    for (let s = 0; s < values.length; s++) {
      if (!isMarked(marks, values[s])) continue;
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

/** Bits of marks for each shingle of a brief, at least. */
const BITS_A_SHINGLE = 8;
const LEAST_MARK_BITS = 17;
const MOST_MARK_BITS = 30;

/**
 * A bit for the leading bits of a shingle. Articles are sorted, so each walks through the marks from their start to their end,
 * and no look-up waits for the one before, as in a hash table that no cache holds.
 */
interface Marks {
  readonly words: Int32Array;
  readonly shift: number;
}

/** Marks the shingles of briefs that another member has, too, and a few beside: most stand in one text alone, and have no use. */
function markShared(shingles: Lists, members: Uint32Array, briefs: Uint32Array): Marks {
  const count = briefs.reduce((sum, id) => sum + lengthOf(shingles, id), 0);
  const bits = Math.min(MOST_MARK_BITS, Math.max(LEAST_MARK_BITS, Math.ceil(Math.log2(BITS_A_SHINGLE * count))));
  const shift = 32 - bits;
  const [ofBriefs, seen, again] = Array.from({ length: 3 }, () => new Int32Array(1 << (bits - 5)));
  eachOf(shingles, briefs, (values) => {
    for (let s = 0; s < values.length; s++) {
      const mark = values[s] >>> shift;
      ofBriefs[mark >>> 5] |= 1 << mark;
    }
  });
  eachOf(shingles, members, (values) => {
    for (let s = 0; s < values.length; s++) {
      const mark = values[s] >>> shift;
      const word = mark >>> 5;
      const bit = ofBriefs[word] & (1 << mark);
      if (bit === 0) continue;
      again[word] |= seen[word] & bit;
      seen[word] |= bit;
    }
  });
  return { words: again, shift };
}

function isMarked({ words, shift }: Marks, shingle: number): boolean {
  const mark = shingle >>> shift;
  return ((words[mark >>> 5] >>> mark) & 1) !== 0;
}

/** Per marked shingle the places of the first MOST_BRIEFS briefs that have it. */
interface BriefIndex {
  /** Shingle → its list: places[starts[list]] … places[starts[list + 1] − 1]. */
  readonly listOf: HashMap;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

function indexBriefs(shingles: Lists, briefs: Uint32Array, marks: Marks): BriefIndex {
  const listOf = new HashMap(1024);
  let sizes = new Uint32Array(1024);
  let lists = 0;
  eachOf(shingles, briefs, (values) => {
    for (let at = 0; at < values.length; at++) {
      if (!isMarked(marks, values[at])) continue;
      let list = listOf.get(values[at]);
      if (list < 0) {
        list = lists++;
        listOf.set(values[at], list);
        sizes = withRoom(sizes, lists);
      }
      if (sizes[list] < MOST_BRIEFS) sizes[list]++;
    }
  });
  const starts = new Uint32Array(lists + 1);
  for (let list = 0; list < lists; list++) starts[list + 1] = starts[list] + sizes[list];
  const places = new Uint32Array(starts[lists]);
  const next = sizes;
  next.set(starts.subarray(0, lists));
  eachOf(shingles, briefs, (values, _, place) => {
    for (let at = 0; at < values.length; at++) {
      if (!isMarked(marks, values[at])) continue;
      const list = listOf.get(values[at]);
      if (next[list] < starts[list + 1]) places[next[list]++] = place;
    }
  });
  return { listOf, starts, places };
}
