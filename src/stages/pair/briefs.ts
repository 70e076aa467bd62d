import type { Ragged } from '../../article.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import type { PairList } from '../../pairs.ts';

/** A text of fewer shingles than this is looked for whole: of a sample too little would be left. */
export const BRIEF = 192;
/** Briefs that one shingle leads to; a stock phrase of hundreds of briefs says nothing. */
const MOST_BRIEFS = 64;

/**
 * Candidates for containment of briefs: every shingle of every article is looked up among those of the briefs, so none
 * at the bound is missed. O(shingles · MOST_BRIEFS) at worst.
 */
export function briefPairs(shingles: Ragged, members: Uint32Array, containment: number, found: PairList): void {
  const briefs = members.filter((id) => lengthOf(shingles, id) < BRIEF);
  if (briefs.length === 0) return;
  const index = indexBriefs(shingles, briefs);
  const shared = new Uint32Array(briefs.length);
  const touched: number[] = [];
  for (const member of members) {
    for (let at = shingles.starts[member]; at < shingles.starts[member + 1]; at++) {
      const list = index.listOf.get(shingles.values[at]);
      if (list < 0) continue;
      for (const brief of index.lists[list]) if (shared[brief]++ === 0) touched.push(brief);
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

/** Per shingle the places of the briefs that have it. */
function indexBriefs(shingles: Ragged, briefs: Uint32Array): { listOf: HashMap; lists: number[][] } {
  const listOf = new HashMap(1024);
  const lists: number[][] = [];
  for (const [place, brief] of briefs.entries()) {
    for (let at = shingles.starts[brief]; at < shingles.starts[brief + 1]; at++) {
      const list = listOf.get(shingles.values[at]);
      if (list < 0) listOf.set(shingles.values[at], lists.push([place]) - 1);
      else if (lists[list].length < MOST_BRIEFS) lists[list].push(place);
    }
  }
  return { listOf, lists };
}

function lengthOf({ starts }: Ragged, article: number): number {
  return starts[article + 1] - starts[article];
}
