/**
 * Which shingles tell of a member. Whoever contains it shares `least` of its n shingles, whichever these are; so k of them at
 * least are among any n − least + k (prefix filtering: Chaudhuri, Ganti & Kaushik, ICDE 2006; with k above 1: Wang, Li & Feng, SIGMOD 2012).
 * The rarest tell: strangers share what is common, more of it the more articles there are, and by these they do not meet.
 *
 * Who shares what is one column of lists: the members that have a shingle, rising, list after list.
 */

/** Set in the first of a list. */
export const FIRST = 0x80000000;
/** Set where the shingle tells of the member. */
export const TELLING = 0x40000000;
/** The bits of the member itself. */
export const MEMBER = TELLING - 1;

/** k above: members that meet in fewer shingles that tell of the shorter one are strangers. */
export const MEETINGS = 2;

/** Shingles that stand in so many members, and in fewer than the next, are equally rare. */
const RARITIES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 256];

/** Marks in the lists what tells of each member, the rarest first. `least`: per member. O(values), for each rarity. */
export function markTelling(lists: Uint32Array, least: Uint32Array): void {
  const left = new Int32Array(least.length);
  for (let at = 0; at < lists.length; at++) left[lists[at] & MEMBER]++;
  for (let i = 0; i < left.length; i++) left[i] = tellingOf(left[i], least[i]);
  for (const [k, shortest] of RARITIES.entries()) {
    const bound = RARITIES[k + 1] ?? Number.POSITIVE_INFINITY;
    for (let first = 0, past = 0; first < lists.length; first = past) {
      past = pastOf(lists, first);
      if (past - first < shortest || past - first >= bound) continue;
      for (let at = first; at < past; at++) if (left[lists[at] & MEMBER]-- > 0) lists[at] = (lists[at] | TELLING) >>> 0;
    }
  }
}

/** How many tell of a member that stands in so many lists; none where these are too few for a pair. */
function tellingOf(shared: number, least: number): number {
  return shared < least ? 0 : shared - least + Math.min(MEETINGS, least);
}

/** Where the list ends that begins there. */
export function pastOf(lists: Uint32Array, first: number): number {
  let past = first + 1;
  while (past < lists.length && lists[past] < FIRST) past++;
  return past;
}
