import { type Pairs, pairsFromKeys } from '../../pairs.ts';
import type { Vectors } from './vectors.ts';

/** Stems that an article is looked up by: its weightiest. */
const PROBES = 32;
/** Articles that a stem is looked up in: those in which it weighs most. Bounds the work to articles · PROBES · EXEMPLARS. */
const EXEMPLARS = 128;
/** Candidates of an article: those with the greatest partial cosine. */
const NEIGHBOURS = 20;
const LEAST_PARTIAL_COSINE = 0.02;

/**
 * Pairs worth a score: each article with those that share its weightiest stems, by an inverted index. An article always
 * finds the exemplars of its stems, though a stem may stand in many more articles. Near-linear in the articles.
 */
export function linkCandidates(vectors: Vectors): Pairs {
  const { count, stems } = vectors;
  const probes = new Uint32Array(count * PROBES);
  const probeCounts = new Uint8Array(count);
  for (let article = 0; article < count; article++) probeCounts[article] = weightiest(vectors, article, probes, article * PROBES);
  const index = invert(vectors, probes, probeCounts);

  const partial = new Float32Array(count);
  const touched: number[] = [];
  const keys: number[] = [];
  for (let article = 0; article < count; article++) {
    for (let probe = 0; probe < probeCounts[article]; probe++) {
      const at = probes[article * PROBES + probe];
      const id = stems.ids[at];
      const weight = stems.weights[at];
      for (let k = index.starts[id]; k < index.starts[id + 1]; k++) {
        const other = index.articles[k];
        if (other === article) continue;
        if (partial[other] === 0) touched.push(other);
        partial[other] += weight * index.weights[k];
      }
    }
    for (const other of nearest(touched, partial)) keys.push(article < other ? article * count + other : other * count + article);
    for (const other of touched) partial[other] = 0;
    touched.length = 0;
  }
  return pairsFromKeys(Float64Array.from(keys), count);
}

/** Positions in stems of the article's weightiest stems that stand elsewhere, too; ties by id. Returns how many. */
function weightiest({ stems }: Vectors, article: number, out: Uint32Array, from: number): number {
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
function invert({ count, stems }: Vectors, probes: Uint32Array, probeCounts: Uint8Array): Index {
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
    const order = Array.from({ length: to - from }, (_, i) => from + i)
      .sort((x, y) => weights[y] - weights[x] || articles[x] - articles[y])
      .slice(0, EXEMPLARS)
      .sort((x, y) => x - y);
    for (const at of order) {
      articles[length] = articles[at];
      weights[length++] = weights[at];
    }
  }
  starts[starts.length - 1] = length;
  return { starts, articles: articles.subarray(0, length), weights: weights.subarray(0, length) };
}

function eachProbe(count: number, probes: Uint32Array, probeCounts: Uint8Array, see: (article: number, at: number) => void): void {
  for (let article = 0; article < count; article++)
    for (let probe = 0; probe < probeCounts[article]; probe++) see(article, probes[article * PROBES + probe]);
}

/** The NEIGHBOURS greatest, ties by id. */
function nearest(touched: readonly number[], partial: Float32Array): number[] {
  const near = touched.filter((other) => partial[other] > LEAST_PARTIAL_COSINE);
  if (near.length <= NEIGHBOURS) return near;
  return near.sort((x, y) => partial[y] - partial[x] || x - y).slice(0, NEIGHBOURS);
}
