import type { Pairs } from '../../columns/pairs.ts';
import { sortUnique } from '../../kernel/shingles.ts';
import type { Vectors, WeightedLists } from './vectors.ts';

/** Stems that an article is looked up by: its weightiest. */
export const PROBES = 32;
/** Articles that a stem is looked up in: those in which it weighs most. Bounds the work to articles · PROBES · EXEMPLARS. */
export const EXEMPLARS = 128;
/** Candidates of an article: those with the greatest partial cosine. */
const NEIGHBOURS = 20;
/**
 * What shares so much of an article's weightiest stems is the same story, and so many such neighbours are enough. They take
 * no places from the others: of a wire story with fifty reprints every one would else know nothing but reprints.
 */
const SAME_STORY = { share: 0.5, most: 10 };
/** Places in the list of an article's candidates. */
export const PLACES = SAME_STORY.most + NEIGHBOURS;
const LEAST_PARTIAL_COSINE = 0.02;

/**
 * Pairs worth a score: each article with those that share its weightiest stems, by an inverted index. An article always
 * finds the exemplars of its stems, though a stem may stand in many more articles. Near-linear in the articles.
 */
export function linkCandidates(vectors: Vectors): Pairs {
  return pairUp([nearestOf(indexProbes(vectors), 0, vectors.count)]);
}

/** What probes are chosen from. */
export interface Probed {
  readonly count: number;
  readonly stems: Omit<WeightedLists, 'idf'>;
}

/** What candidates are looked up in. */
export interface ProbeIndex extends Index {
  readonly count: number;
  /** Per article PROBES places in the lists of stems, of which so many are in use. */
  readonly probes: Uint32Array;
  readonly probeCounts: Uint8Array;
  readonly stems: Pick<WeightedLists, 'ids' | 'weights'>;
}

export function indexProbes(vectors: Probed): ProbeIndex {
  const { count, stems } = vectors;
  const probes = new Uint32Array(count * PROBES);
  const probeCounts = new Uint8Array(count);
  for (let article = 0; article < count; article++) probeCounts[article] = weightiest(vectors, article, probes, article * PROBES);
  const { ids, weights } = stems;
  return { ...invert(vectors, probes, probeCounts), count, probes, probeCounts, stems: { ids, weights } };
}

/** The candidates of consecutive articles: PLACES each, of which so many are in use. */
export interface Nearest {
  readonly near: Uint32Array;
  readonly counts: Uint8Array;
}

/** The candidates of articles from … to − 1. O(articles · PROBES · EXEMPLARS) at most. */
export function nearestOf(index: ProbeIndex, from: number, to: number): Nearest {
  const { probes, probeCounts, stems, starts, articles, weights } = index;
  const partial = new Float32Array(index.count);
  const touched = new Uint32Array(PROBES * EXEMPLARS);
  const near = new Uint32Array((to - from) * PLACES);
  const counts = new Uint8Array(to - from);
  for (let article = from; article < to; article++) {
    let length = 0;
    let own = 0;
    for (let probe = 0; probe < probeCounts[article]; probe++) {
      const at = probes[article * PROBES + probe];
      const weight = stems.weights[at];
      own += weight * weight;
      const end = starts[stems.ids[at] + 1];
      for (let k = starts[stems.ids[at]]; k < end; k++) {
        const other = articles[k];
        if (partial[other] === 0) touched[length++] = other;
        partial[other] += weight * weights[k];
      }
    }
    partial[article] = 0;
    const { same, others } = nearestAmong(touched, length, partial, own, near, (article - from) * PLACES);
    counts[article - from] = same + others;
    for (let i = 0; i < length; i++) partial[touched[i]] = 0;
  }
  return { near, counts };
}

/** Positions in stems of the article's weightiest stems that stand elsewhere, too; ties by id. Returns how many. */
export function weightiest(
  { stems }: { readonly stems: Pick<WeightedLists, 'starts' | 'ids' | 'weights' | 'documents'> },
  article: number,
  out: Uint32Array,
  from: number,
): number {
  let found = 0;
  for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) {
    if (stems.documents[stems.ids[at]] < 2) continue;
    const weight = stems.weights[at];
    if (found === PROBES && weight <= stems.weights[out[from + found - 1]]) continue;
    let slot = found < PROBES ? found++ : found - 1;
    while (slot > 0 && stems.weights[out[from + slot - 1]] < weight) {
      out[from + slot] = out[from + slot - 1];
      slot--;
    }
    out[from + slot] = at;
  }
  return found;
}

interface Index {
  readonly starts: Uint32Array;
  readonly articles: Uint32Array;
  readonly weights: Float32Array;
}

/** Stem id → the articles that are looked up by it, the EXEMPLARS heaviest of them. */
function invert({ count, stems }: Probed, probes: Uint32Array, probeCounts: Uint8Array): Index {
  const sizes = new Uint32Array(stems.hashes.length + 1);
  eachProbe(count, probes, probeCounts, (_, at) => sizes[stems.ids[at] + 1]++);
  for (let id = 0; id < stems.hashes.length; id++) sizes[id + 1] += sizes[id];
  const next = sizes.slice();
  const articles = new Uint32Array(sizes[stems.hashes.length]);
  const weights = new Float32Array(articles.length);
  eachProbe(count, probes, probeCounts, (article, at) => {
    const slot = next[stems.ids[at]]++;
    articles[slot] = article;
    weights[slot] = stems.weights[at];
  });
  return bound({ starts: sizes, articles, weights });
}

function bound(index: Index): Index {
  const starts = new Uint32Array(index.starts.length);
  const { articles, weights } = index;
  let length = 0;
  for (let id = 0; id + 1 < index.starts.length; id++) {
    const from = index.starts[id];
    const to = index.starts[id + 1];
    starts[id] = length;
    if (to - from <= EXEMPLARS) {
      articles.copyWithin(length, from, to);
      weights.copyWithin(length, from, to);
      length += to - from;
      continue;
    }
    // The lightest that is kept, and how many of just its weight there is room for: those of the least ids.
    const sorted = weights.slice(from, to).sort();
    const least = sorted[to - from - EXEMPLARS];
    let room = EXEMPLARS - (to - from - firstAbove(sorted, least));
    for (let at = from; at < to; at++) {
      if (weights[at] < least || (weights[at] === least && room-- <= 0)) continue;
      articles[length] = articles[at];
      weights[length++] = weights[at];
    }
  }
  starts[starts.length - 1] = length;
  return { starts, articles: articles.subarray(0, length), weights: weights.subarray(0, length) };
}

/** The place of the first value above `bound` in a sorted list. */
function firstAbove(sorted: Float32Array, bound: number): number {
  let at = sorted.length;
  while (at > 0 && sorted[at - 1] > bound) at--;
  return at;
}

function eachProbe(count: number, probes: Uint32Array, probeCounts: Uint8Array, see: (article: number, at: number) => void): void {
  for (let article = 0; article < count; article++)
    for (let probe = 0; probe < probeCounts[article]; probe++) see(article, probes[article * PROBES + probe]);
}

/**
 * Of touched[0, length) those that share most with an article: first those of the same story, then the others, into out; how
 * many of each. `own`: the sum of squares of its probes' weights. Who shares nothing is none.
 */
export function nearestAmong(
  touched: Uint32Array,
  length: number,
  partial: Float32Array,
  own: number,
  out: Uint32Array,
  from: number,
): { same: number; others: number } {
  const sameStory = SAME_STORY.share * own;
  const same = nearest(touched, length, partial, sameStory, Number.POSITIVE_INFINITY, out, from, SAME_STORY.most);
  return { same, others: nearest(touched, length, partial, LEAST_PARTIAL_COSINE, sameStory, out, from + same, NEIGHBOURS) };
}

/** The `most` greatest of touched[0, length) above `least` and not above `bound`, ties by id, into out; returns how many. */
function nearest(
  touched: Uint32Array,
  length: number,
  partial: Float32Array,
  least: number,
  bound: number,
  out: Uint32Array,
  from: number,
  most: number,
): number {
  let found = 0;
  for (let i = 0; i < length; i++) {
    const other = touched[i];
    const cosine = partial[other];
    if (cosine > bound || (!(cosine > least) && !(found === most && cosine === least && other < out[from + found - 1]))) continue;
    let slot = found < most ? found++ : found - 1;
    for (; slot > 0; slot--) {
      const before = out[from + slot - 1];
      if (partial[before] > cosine || (partial[before] === cosine && before < other)) break;
      out[from + slot] = before;
    }
    out[from + slot] = other;
    if (found === most) least = partial[out[from + found - 1]];
  }
  return found;
}

/**
 * Each article with its candidates, every pair once, sorted; the parts are those of consecutive ranges, from article 0 on.
 * O(pairs), but for articles that very many are near to.
 */
export function pairUp(parts: readonly Nearest[]): Pairs {
  const count = parts.reduce((sum, part) => sum + part.counts.length, 0);
  const starts = new Uint32Array(count + 1);
  const each = (see: (low: number, high: number) => void) => {
    let article = 0;
    for (const { near, counts } of parts) {
      for (let i = 0; i < counts.length; i++, article++) {
        for (let at = i * PLACES; at < i * PLACES + counts[i]; at++) see(Math.min(article, near[at]), Math.max(article, near[at]));
      }
    }
  };
  each((low) => starts[low + 1]++);
  for (let article = 0; article < count; article++) starts[article + 1] += starts[article];
  const next = starts.slice();
  const others = new Uint32Array(starts[count]);
  each((low, high) => {
    others[next[low]++] = high;
  });
  const a = new Uint32Array(others.length);
  const b = new Uint32Array(others.length);
  let length = 0;
  for (let article = 0; article < count; article++) {
    const found = sortUnique(others.subarray(starts[article]), starts[article + 1] - starts[article]);
    a.fill(article, length, length + found);
    b.set(others.subarray(starts[article], starts[article] + found), length);
    length += found;
  }
  return { a: a.slice(0, length), b: b.slice(0, length) };
}
