import type { WeightedLists } from './vectors.ts';

/**
 * The weighted lists of one kind, with those of one article laid out for look-up: the others are compared with it by
 * walking their own lists. A third of the time of merging two lists, whose every step is a branch that no processor
 * guesses. The table stays in the nearest cache whatever the corpus.
 */
export interface Focus {
  readonly lists: WeightedLists;
  article: number;
  /** Feature ids plus one; 0 is an empty slot. */
  ids: Int32Array;
  /** Parallel to ids: where the feature stands in lists. */
  places: Int32Array;
}

export function makeFocus(lists: WeightedLists): Focus {
  return { lists, article: -1, ids: new Int32Array(LEAST_SLOTS), places: new Int32Array(LEAST_SLOTS) };
}

const LEAST_SLOTS = 64;

/** Lays out an article; nothing to do for the one that was asked for last. O(length of its list). */
export function focusOn(focus: Focus, article: number): void {
  if (focus.article === article) return;
  const { starts, ids } = focus.lists;
  const from = starts[article];
  const to = starts[article + 1];
  let slots = LEAST_SLOTS;
  while (slots < 4 * (to - from)) slots *= 2;
  if (slots !== focus.ids.length) {
    focus.ids = new Int32Array(slots);
    focus.places = new Int32Array(slots);
  } else focus.ids.fill(0);
  focus.article = article;
  for (let at = from; at < to; at++) {
    let slot = ids[at] & (slots - 1);
    while (focus.ids[slot] !== 0) slot = (slot + 1) & (slots - 1);
    focus.ids[slot] = ids[at] + 1;
    focus.places[slot] = at;
  }
}

/** Cosine of the article in focus with another; the same, to the last bit, the other way round. O(length of the other's list). */
export function cosineWith({ lists, ids, places }: Focus, other: number): number {
  const { starts, weights } = lists;
  const mask = ids.length - 1;
  const end = starts[other + 1];
  let cosine = 0;
  for (let at = starts[other]; at < end; at++) {
    const id = lists.ids[at] + 1;
    for (let slot = (id - 1) & mask; ids[slot] !== 0; slot = (slot + 1) & mask) {
      if (ids[slot] !== id) continue;
      cosine += weights[places[slot]] * weights[at];
      break;
    }
  }
  return cosine;
}

/** What two texts have in common, in one walk: the cosine, and the share of each one's lead that stands in the other. */
export interface SharedStems {
  cosine: number;
  leadOfFocus: number;
  leadOfOther: number;
}

/** As cosineWith; `lead` is parallel to the places of the lists. */
export function stemsWith({ lists, ids, places }: Focus, other: number, lead: Float32Array, out: SharedStems): SharedStems {
  const { starts, weights } = lists;
  const mask = ids.length - 1;
  const end = starts[other + 1];
  out.cosine = out.leadOfFocus = out.leadOfOther = 0;
  for (let at = starts[other]; at < end; at++) {
    const id = lists.ids[at] + 1;
    for (let slot = (id - 1) & mask; ids[slot] !== 0; slot = (slot + 1) & mask) {
      if (ids[slot] !== id) continue;
      const place = places[slot];
      out.cosine += weights[place] * weights[at];
      out.leadOfFocus += lead[place];
      out.leadOfOther += lead[at];
      break;
    }
  }
  return out;
}
