import type { WeightedLists } from './vectors.ts';

/**
 * The weighted lists of one kind, with those of one article spread out by feature id: the others are compared with it by
 * walking their own lists. What the article lacks counts as 0, so there is no branch to guess wrong, as there is at every
 * step of merging two sorted lists.
 */
export interface Focus {
  readonly lists: Lists;
  article: number;
  /** Per feature id RECORD values: the article's weight, its share of the lead, and 1; all 0 for what it lacks. */
  readonly spread: Float32Array;
}
interface Lists extends Pick<WeightedLists, 'starts' | 'ids' | 'weights'> {
  /** How many features there are. */
  readonly features: number;
}

/** A record of one cache line's quarter, so that a look-up costs one line. */
const RECORD = 4;

export function makeFocus(lists: Lists): Focus {
  return { lists, article: -1, spread: new Float32Array(RECORD * lists.features) };
}

/** Without the features that stand in one article alone, which no cosine misses: most runs of quoted words are of that kind. */
export function sharedOnly({ starts, ids, weights, documents }: WeightedLists): Lists {
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
  const { spread } = focus;
  const { starts, ids, weights } = focus.lists;
  if (focus.article >= 0) {
    for (let at = starts[focus.article]; at < starts[focus.article + 1]; at++) {
      const record = RECORD * ids[at];
      spread[record] = spread[record + 1] = spread[record + 2] = 0;
    }
  }
  focus.article = article;
  for (let at = starts[article]; at < starts[article + 1]; at++) {
    const record = RECORD * ids[at];
    spread[record] = weights[at];
    if (lead !== null) spread[record + 1] = lead[at];
    spread[record + 2] = 1;
  }
}

/** Cosine of the article in focus with another; the same, to the last bit, the other way round. O(length of the other's list). */
export function cosineWith({ lists, spread }: Focus, other: number): number {
  const { starts, ids, weights } = lists;
  const end = starts[other + 1];
  let cosine = 0;
  for (let at = starts[other]; at < end; at++) cosine += spread[RECORD * ids[at]] * weights[at];
  return cosine;
}

/** What two texts have in common, in one walk: the cosine, and the share of each one's lead that stands in the other. */
export interface SharedStems {
  cosine: number;
  leadOfFocus: number;
  leadOfOther: number;
}

/** As cosineWith; `lead` is parallel to the places of the lists. */
export function stemsWith({ lists, spread }: Focus, other: number, lead: Float32Array, out: SharedStems): SharedStems {
  const { starts, ids, weights } = lists;
  const end = starts[other + 1];
  let cosine = 0;
  let leadOfFocus = 0;
  let leadOfOther = 0;
  for (let at = starts[other]; at < end; at++) {
    const record = RECORD * ids[at];
    cosine += spread[record] * weights[at];
    leadOfFocus += spread[record + 1];
    leadOfOther += spread[record + 2] * lead[at];
  }
  out.cosine = cosine;
  out.leadOfFocus = leadOfFocus;
  out.leadOfOther = leadOfOther;
  return out;
}
