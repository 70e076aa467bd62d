import { countOf, eachList, type Lists, valuesOf } from '../../columns/lists.ts';
import { PairList, type Pairs } from '../../columns/pairs.ts';
import type { Signatures } from '../../columns/signatures.ts';
import { sortedBy } from '../../columns/sorted.ts';
import { step } from '../../kernel/hash.ts';
import type { Options } from '../../options.ts';
import { type Banding, deriveBanding } from './bands.ts';
import { briefPairs } from './briefs.ts';
import { containedPairs } from './contained.ts';
import { lshPairs } from './lsh.ts';

export { type Banding, deriveBanding, meetProbability } from './bands.ts';
export { BRIEF } from './briefs.ts';
export { SAMPLED_BELOW } from './contained.ts';
export { firstSharedBand } from './lsh.ts';

/** The options that candidates depend on. */
export type PairBounds = Pick<Options, 'similarity' | 'containment' | 'hashes' | 'recall'>;

export interface Candidates {
  readonly pairs: Pairs;
  readonly banding: Banding;
}

/**
 * Nominates pairs that may be copies. Nothing is decided here: `verify` looks at each. Articles with the very same set
 * of shingles are chained to the first of them, and that one stands for all in the search. Near-linear in the articles.
 */
export function pair(shingles: Lists, signatures: Signatures, options: PairBounds): Candidates {
  const { members, chained } = oneOfEach(shingles);
  const found = search(SEARCHES, shingles, signatures, members, options);
  return candidatesOf(countOf(shingles), [chained, found], options);
}

/** What finds candidates, each for itself: by whole signatures, by the shingles of briefs, by samples of shingles. */
export const SEARCHES = ['bands', 'briefs', 'samples'] as const;
export type Search = (typeof SEARCHES)[number];

/** The pairs that some searches find among the members, in any order. */
export function search(by: readonly Search[], shingles: Lists, signatures: Signatures, members: Uint32Array, options: PairBounds): Pairs {
  const found = new PairList();
  if (by.includes('bands')) lshPairs(signatures, options.hashes, members, bandingOf(options), bandedSimilarity(options), found);
  if (by.includes('briefs')) briefPairs(shingles, members, options.containment, found);
  if (by.includes('samples')) containedPairs(shingles, members, options.containment, found);
  return found.unsorted();
}

/** What was found among `count` articles, together. */
export function candidatesOf(count: number, found: readonly Pairs[], options: PairBounds): Candidates {
  const all = new PairList();
  for (const { a, b } of found) for (let i = 0; i < a.length; i++) all.add(a[i], b[i]);
  return { pairs: all.finish(count), banding: bandingOf(options) };
}

function bandingOf(options: PairBounds): Banding {
  return deriveBanding(bandedSimilarity(options), options.hashes, options.recall);
}

/** Below this, bands would need a row each, and nominate whatever shares a signature's slot. */
const LEAST_BANDED = 0.3;

/**
 * From which Jaccard similarity on pairs are looked for by bands. A pair of similarity s has a containment of 2s ÷ (1 + s)
 * at least, so that the sample finds those below.
 */
export function bandedSimilarity({ similarity }: Pick<Options, 'similarity'>): number {
  return Math.max(similarity, LEAST_BANDED);
}

/** Ids of the articles that have shingles, one for each distinct set; the others are chained to that one. */
export function oneOfEach(shingles: Lists): { readonly members: Uint32Array; readonly chained: Pairs } {
  const found = new PairList();
  const keys = new Uint32Array(countOf(shingles));
  const isMember = new Uint8Array(keys.length);
  eachList(shingles, (values, article) => {
    let key = values.length;
    for (let at = 0; at < values.length; at++) key = step(key, values[at]);
    keys[article] = key;
    isMember[article] = values.length > 0 ? 1 : 0;
  });
  const order = sortedBy(keys);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && keys[order[to]] === keys[order[from]]) to++;
    if (to - from > 1) chainEqual(shingles, order.subarray(from, to), isMember, found);
  }
  const members = Uint32Array.from(isMember.keys()).filter((article) => isMember[article] === 1);
  return { members, chained: found.unsorted() };
}

/** Articles whose keys are equal, their ids rising: each set stays with the first that has it. */
function chainEqual(shingles: Lists, articles: Uint32Array, isMember: Uint8Array, found: PairList): void {
  const firsts: { readonly article: number; readonly values: Uint32Array }[] = [];
  for (const article of articles) {
    if (isMember[article] === 0) continue;
    const values = valuesOf(shingles, article);
    const same = firsts.find((first) => areEqual(first.values, values));
    if (same === undefined) firsts.push({ article, values });
    else {
      found.add(same.article, article);
      isMember[article] = 0;
    }
  }
}

function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
