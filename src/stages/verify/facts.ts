import type { ArticleId, Ragged } from '../../article.ts';
import { background } from '../../background/index.ts';

/**
 * The facts of a text: its names and numbers. They tell a copy from a template filled in anew (a weather notice, a
 * quarterly report, a result), which has as many words in common.
 */
export interface Facts {
  /** Sorted sets of the numbers named, and of the words with a capital inside a sentence. */
  readonly numbers: Ragged;
  readonly names: Ragged;
}

/** Less weight than two names that news at large hardly knows tells nothing. */
const LEAST_WEIGHT = 20;

/**
 * Share of the facts of the text that has fewer which the other has too, each by its rarity; 0–1, null when there are too
 * few to tell. O(facts · log background).
 */
export function factsShared({ names, numbers }: Facts, a: ArticleId, b: ArticleId): number | null {
  const fewer = Math.min(weightOf(names, a) + weightOf(numbers, a), weightOf(names, b) + weightOf(numbers, b));
  return fewer < LEAST_WEIGHT ? null : (weightShared(names, a, b) + weightShared(numbers, a, b)) / fewer;
}

/** The weights of the sets of each corpus, made as they are asked for: an article is compared with many. NaN: not yet. */
const weights = new WeakMap<Ragged, Float64Array>();

function weightOf(sets: Ragged, id: ArticleId): number {
  const { starts, values } = sets;
  const known = weights.get(sets) ?? new Float64Array(starts.length - 1).fill(Number.NaN);
  weights.set(sets, known);
  if (Number.isNaN(known[id])) {
    known[id] = 0;
    for (let at = starts[id]; at < starts[id + 1]; at++) known[id] += rarity(values[at]);
  }
  return known[id];
}

function weightShared({ starts, values }: Ragged, a: ArticleId, b: ArticleId): number {
  let weight = 0;
  let other = starts[b];
  for (let at = starts[a]; at < starts[a + 1]; at++) {
    while (other < starts[b + 1] && values[other] < values[at]) other++;
    if (other < starts[b + 1] && values[other] === values[at]) weight += rarity(values[at]);
  }
  return weight;
}

/** Inverse document frequency in news at large: 0 for a word of every article, 10.5 for one of none. */
function rarity(hash: number): number {
  const { documents, documentsWith } = background();
  return Math.log((documents + 1) / (documentsWith(hash) + 1));
}
