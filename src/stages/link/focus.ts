import type { WeightedLists } from './vectors.ts';

/**
 * The weighted lists of one kind, with those of one article spread out by feature id: the others are compared with it by
 * walking their own lists. A bit for each feature tells what both have: 8 KB for a vocabulary of 60,000, which stay in the
 * nearest cache, and no branch to guess wrong, as there is at every step of merging two sorted lists. Weights are read of
 * the shared features alone, some thirty of two hundred.
 */
export interface Focus {
  readonly lists: FocusLists;
  article: number;
  /** A bit for each feature that the article in focus has. */
  readonly marks: Int32Array;
  /** Per feature id two values: the article's weight, and its share of the lead. Good where marked. */
  readonly spread: Float32Array;
  /** Where in the other's list the shared features stand; scratch, longer than any list. */
  readonly hits: Uint32Array;
}
export interface FocusLists extends Pick<WeightedLists, 'starts' | 'ids' | 'weights'> {
  /** How many features there are. */
  readonly features: number;
}

/** longest: of the lists, where these are yet to come. */
export function makeFocus(lists: FocusLists, longest: number = longestOf(lists)): Focus {
  const { features } = lists;
  return {
    lists,
    article: -1,
    marks: new Int32Array((features >>> 5) + 1),
    spread: new Float32Array(2 * features),
    hits: new Uint32Array(longest + 1),
  };
}

function longestOf({ starts }: FocusLists): number {
  let longest = 0;
  for (let i = 0; i + 1 < starts.length; i++) longest = Math.max(longest, starts[i + 1] - starts[i]);
  return longest;
}

/** Without the features that stand in one article alone, which no cosine misses: most runs of quoted words are of that kind. */
export function sharedOnly({ starts, ids, weights, documents }: WeightedLists): FocusLists {
  const idOf = new Int32Array(documents.length);
  let features = 0;
  for (let id = 0; id < documents.length; id++) idOf[id] = documents[id] < 2 ? -1 : features++;
  const keptStarts = new Uint32Array(starts.length);
  const keptIds = new Int32Array(ids.length);
  const keptWeights = new Float32Array(ids.length);
  let kept = 0;
  for (let article = 0; article + 1 < starts.length; article++) {
    for (let at = starts[article]; at < starts[article + 1]; at++) {
      const id = idOf[ids[at]];
      if (id < 0) continue;
      keptIds[kept] = id;
      keptWeights[kept++] = weights[at];
    }
    keptStarts[article + 1] = kept;
  }
  return { starts: keptStarts, ids: keptIds.slice(0, kept), weights: keptWeights.slice(0, kept), features };
}

/** Spreads out an article; nothing to do for the one that was asked for last. O(length of its list). */
export function focusOn(focus: Focus, article: number, lead: Float32Array | null = null): void {
  if (focus.article === article) return;
  const { spread, marks } = focus;
  const { starts, ids, weights } = focus.lists;
  letGo(focus);
  focus.article = article;
  for (let at = starts[article]; at < starts[article + 1]; at++) {
    const id = ids[at];
    marks[id >>> 5] |= 1 << id;
    spread[2 * id] = weights[at];
    if (lead !== null) spread[2 * id + 1] = lead[at];
  }
}

/** Takes the article in focus out of it; before its list goes, where lists come and go. */
export function letGo(focus: Focus): void {
  const { lists, marks, article } = focus;
  const { starts, ids } = lists;
  if (article >= 0) for (let at = starts[article]; at < starts[article + 1]; at++) marks[ids[at] >>> 5] = 0;
  focus.article = -1;
}

/** Finds the features that the article in focus shares with another, into `hits`, in the order of the other's list; how many. */
function findShared({ lists, marks, hits }: Focus, other: number): number {
  const { starts, ids } = lists;
  const end = starts[other + 1];
  let count = 0;
  for (let at = starts[other]; at < end; at++) {
    const id = ids[at];
    hits[count] = at;
    count += (marks[id >>> 5] >>> id) & 1;
  }
  return count;
}

/** Cosine of the article in focus with another; the same, to the last bit, the other way round. O(length of the other's list). */
export function cosineWith(focus: Focus, other: number): number {
  const { lists, spread, hits } = focus;
  const { ids, weights } = lists;
  const count = findShared(focus, other);
  let cosine = 0;
  for (let i = 0; i < count; i++) cosine += spread[2 * ids[hits[i]]] * weights[hits[i]];
  return cosine;
}

/** What two texts have in common, in one walk: the cosine, and the share of each one's lead that stands in the other. */
export interface SharedStems {
  cosine: number;
  leadOfFocus: number;
  leadOfOther: number;
}

/** As cosineWith; `lead` is parallel to the places of the lists. */
export function stemsWith(focus: Focus, other: number, lead: Float32Array, out: SharedStems): SharedStems {
  const { lists, spread, hits } = focus;
  const { ids, weights } = lists;
  const count = findShared(focus, other);
  let cosine = 0;
  let leadOfFocus = 0;
  let leadOfOther = 0;
  for (let i = 0; i < count; i++) {
    const at = hits[i];
    const record = 2 * ids[at];
    cosine += spread[record] * weights[at];
    leadOfFocus += spread[record + 1];
    leadOfOther += lead[at];
  }
  out.cosine = cosine;
  out.leadOfFocus = leadOfFocus;
  out.leadOfOther = leadOfOther;
  return out;
}
