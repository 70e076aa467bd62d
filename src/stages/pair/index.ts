import { countOf, eachList, type Lists, valuesOf } from '../../columns/lists.ts';
import type { Memory } from '../../columns/memory.ts';
import { PairList, type Pairs } from '../../columns/pairs.ts';
import type { Signatures } from '../../columns/signatures.ts';
import { mix } from '../../kernel/hash.ts';
import type { Options } from '../../options.ts';
import { type Banding, deriveBanding } from './bands.ts';
import { briefPairs } from './briefs.ts';
import { containedPairs } from './contained.ts';
import { lshPairs, sortedBy } from './lsh.ts';

export { type Banding, deriveBanding, meetProbability } from './bands.ts';
export { BRIEF } from './briefs.ts';
export { SAMPLED_BELOW } from './contained.ts';
export { firstSharedBand, sortedBy } from './lsh.ts';

/** The options that candidates depend on. */
export type PairBounds = Pick<Options, 'similarity' | 'containment' | 'hashes' | 'recall'>;

export interface Candidates {
  readonly pairs: Pairs;
  readonly banding: Banding;
}

/**
 * Nominates pairs that may be copies. Nothing is decided here: `verify` looks at each. Articles with the very same set
 * of shingles are chained to the first of them, and that one stands for all in the search. Near-linear in the articles.
 * Where shingles and signatures lie in files, so do the samples, in one of `memory`.
 */
export function pair(shingles: Lists, signatures: Signatures, options: PairBounds, memory: Memory | null = null): Candidates {
  const count = countOf(shingles);
  const found = new PairList();
  const members = oneOfEach(shingles, found);
  const bound = bandedSimilarity(options);
  const banding = deriveBanding(bound, options.hashes, options.recall);
  lshPairs(signatures, options.hashes, members, banding, bound, found);
  briefPairs(shingles, members, options.containment, found);
  containedPairs(shingles, members, options.containment, found, memory);
  return { pairs: found.finish(count), banding };
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

/** Ids of the articles that have shingles, one for each distinct set; the others are paired with that one. */
function oneOfEach(shingles: Lists, found: PairList): Uint32Array {
  const keys = new Uint32Array(countOf(shingles));
  const isMember = new Uint8Array(keys.length);
  eachList(shingles, (values, article) => {
    let key = values.length;
    for (let at = 0; at < values.length; at++) key = mix(key ^ values[at]);
    keys[article] = key;
    isMember[article] = values.length > 0 ? 1 : 0;
  });
  const order = sortedBy(keys);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && keys[order[to]] === keys[order[from]]) to++;
    if (to - from > 1) chainEqual(shingles, order.subarray(from, to), isMember, found);
  }
  return Uint32Array.from(isMember.keys()).filter((article) => isMember[article] === 1);
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
