import { Growing } from '../../columns/grow.ts';
import { eachOf, type Lists, lengthOf, valuesOf } from '../../columns/lists.ts';
import type { PairList } from '../../columns/pairs.ts';
import { sorted } from '../../columns/sorted.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { intersection } from '../../kernel/shingles.ts';
import { Marks } from './marks.ts';
import { FIRST, MEETINGS, MEMBER, markTelling, pastOf, TELLING } from './telling.ts';

/** A text of fewer shingles than this is looked for whole: of a sample too little would be left. */
export const BRIEF = 192;
/** Briefs that one shingle leads to; a stock phrase of hundreds of briefs says nothing. */
const MOST_BRIEFS = 64;

/**
 * Candidates for containment of briefs: every article is searched for the shingles that tell of a brief, and whatever has some of them
 * is compared with it, so none at the bound is missed. `members` are ids, rising. O(shingles · MOST_BRIEFS) at worst.
 */
export function briefPairs(shingles: Lists, members: Uint32Array, containment: number, found: PairList): void {
  const briefs = members.filter((id) => lengthOf(shingles, id) < BRIEF);
  if (briefs.length === 0) return;
  const least = Uint32Array.from(briefs, (id) => Math.max(1, Math.ceil(containment * lengthOf(shingles, id) - 1e-9)));
  const { marks, listOf, starts, places } = indexBriefs(shingles, briefs, least);
  const met = new Uint8Array(briefs.length);
  const touched = new Uint32Array(briefs.length);
  eachOf(shingles, members, (values, member) => {
    let count = 0;
    const marked = marks.among(values);
    for (let s = 0; s < marked.length; s++) {
      const list = listOf.get(marked[s]);
      if (list < 0) continue;
      for (let at = starts[list]; at < starts[list + 1]; at++) {
        const place = places[at];
        if (met[place] === 0) touched[count++] = place;
        if (met[place] < MEETINGS) met[place]++;
      }
    }
    for (let k = 0; k < count; k++) {
      const place = touched[k];
      const isMet = met[place] >= Math.min(MEETINGS, least[place]);
      met[place] = 0;
      if (!isMet || !isShorter(briefs[place], member)) continue;
      const ofBrief = valuesOf(shingles, briefs[place]);
      if (intersection(ofBrief, 0, ofBrief.length, values, 0, values.length) >= least[place]) found.add(briefs[place], member);
    }
  });

  /** Of two briefs the longer one finds the shorter; of two as long, the later one the other. */
  function isShorter(brief: number, member: number): boolean {
    return lengthOf(shingles, brief) - lengthOf(shingles, member) < (brief < member ? 1 : 0);
  }
}

/** Per shingle that tells of a brief the places of the first MOST_BRIEFS such briefs. */
interface BriefIndex {
  /** Of these shingles, and of a few beside. */
  readonly marks: Marks;
  /** Shingle → its list: places[starts[list]] … places[starts[list + 1] − 1]. */
  readonly listOf: HashMap;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

function indexBriefs(shingles: Lists, briefs: Uint32Array, least: Uint32Array): BriefIndex {
  const { keys, lists } = briefsBy(shingles, briefs);
  markTelling(lists, least);
  const listOf = new HashMap(1024);
  const starts = new Growing(new Uint32Array(1024));
  const places = new Growing(new Uint32Array(1024));
  for (let first = 0, past = 0; first < lists.length; first = past) {
    past = pastOf(lists, first);
    const start = places.length;
    for (let at = first; at < past && places.length - start < MOST_BRIEFS; at++) if (lists[at] & TELLING) places.push(lists[at] & MEMBER);
    if (places.length === start) continue;
    listOf.set(keys[first], starts.length);
    starts.push(start);
  }
  const marks = new Marks(starts.length);
  for (let first = 0; first < lists.length; first = pastOf(lists, first)) if (listOf.get(keys[first]) >= 0) marks.add(keys[first]);
  starts.push(places.length);
  return { marks, listOf, starts: starts.values(), places: places.values() };
}

/** The shingles of the briefs, sorted, and in the order of these the places of the briefs that have each; see telling.ts. */
function briefsBy(shingles: Lists, briefs: Uint32Array): { keys: Uint32Array; lists: Uint32Array } {
  const count = briefs.reduce((sum, id) => sum + lengthOf(shingles, id), 0);
  const having = new Uint32Array(count);
  const places = new Uint32Array(count);
  let at = 0;
  eachOf(shingles, briefs, (values, _, place) => {
    having.set(values, at);
    places.fill(place, at, (at += values.length));
  });
  const { keys, values: lists } = sorted(having, places);
  for (let i = 0; i < lists.length; i++) if (i === 0 || keys[i] !== keys[i - 1]) lists[i] = (lists[i] | FIRST) >>> 0;
  return { keys, lists };
}
