import { type Agreement, compareAmounts } from '../../amounts.ts';
import type { ArticleId } from '../../article.ts';
import { background } from '../../background/index.ts';
import { countOf, type Lists, valuesOf } from '../../columns/lists.ts';
import { bothLegible, type OrdinaryWords } from './misread.ts';

/**
 * The facts of a text: its names, its numbers, and what these count. They tell a copy from a template filled in anew (a weather notice, a
 * quarterly report, a result), which has as many words in common.
 */
export interface Facts {
  /** Sorted sets of the numbers named, and of the words with a capital inside a sentence. */
  readonly numbers: Lists;
  readonly names: Lists;
  readonly amounts: Lists;
}

/** The facts of texts in which words may have been misread. */
export interface ReadFacts extends Facts, OrdinaryWords {}

/** Less weight than two names that news at large hardly knows tells nothing. */
const LEAST_WEIGHT = 20;

/**
 * Share of the facts of the text that has fewer which the other has too, each by its rarity, and as they were meant where some
 * were misread; 0–1, null when there are too few to tell. O(facts · log background).
 */
export function factsShared({ names, numbers, ordinary, strange }: Omit<ReadFacts, 'amounts'>, a: ArticleId, b: ArticleId): number | null {
  const fewer = Math.min(weightOf(names, a) + weightOf(numbers, a), weightOf(names, b) + weightOf(numbers, b));
  if (fewer < LEAST_WEIGHT) return null;
  const shared = weightShared(names, a, b) + weightShared(numbers, a, b);
  return Math.min(1, shared / fewer / bothLegible({ ordinary, strange }, a, b));
}

/**
 * Of how many things that both texts count they give the same number, less twice of how many they give only others:
 * "7 votes, 23 shots" against "7 votes, 11 shots" is −1. A notice filled in anew has the same words around other numbers,
 * and now and then the same one; in a copy, however changed, most agree. O(amounts).
 */
export function amountsAgreed({ amounts }: Pick<Facts, 'amounts'>, a: ArticleId, b: ArticleId): number {
  const [ofA, ofB] = [valuesOf(amounts, a), valuesOf(amounts, b)];
  const both = new Uint32Array(ofA.length + ofB.length);
  both.set(ofA);
  both.set(ofB, ofA.length);
  compareAmounts(both, 0, ofA.length, ofA.length, both.length, agreement);
  return agreement.same - 2 * agreement.other;
}
const agreement: Agreement = { same: 0, other: 0 };

/** The weights of the sets of each corpus, made as they are asked for: an article is compared with many. NaN: not yet. */
const weights = new WeakMap<Lists, Float64Array>();

function weightOf(sets: Lists, id: ArticleId): number {
  const known = weights.get(sets) ?? new Float64Array(countOf(sets)).fill(Number.NaN);
  weights.set(sets, known);
  if (Number.isNaN(known[id])) {
    known[id] = 0;
    for (const value of valuesOf(sets, id)) known[id] += rarity(value);
  }
  return known[id];
}

function weightShared(sets: Lists, a: ArticleId, b: ArticleId): number {
  const [ofA, ofB] = [valuesOf(sets, a), valuesOf(sets, b)];
  let weight = 0;
  let other = 0;
  for (let at = 0; at < ofA.length; at++) {
    while (other < ofB.length && ofB[other] < ofA[at]) other++;
    if (other < ofB.length && ofB[other] === ofA[at]) weight += rarity(ofA[at]);
  }
  return weight;
}

/** Inverse document frequency in news at large: 0 for a word of every article, 10.5 for one of none. */
function rarity(hash: number): number {
  const { documents, documentsWith } = background();
  return Math.log((documents + 1) / (documentsWith(hash) + 1));
}
