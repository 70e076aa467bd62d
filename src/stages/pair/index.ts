import type { Ragged } from '../../article.ts';
import { mix } from '../../kernel/hash.ts';
import type { Options } from '../../options.ts';
import { PairList, type Pairs } from '../../pairs.ts';
import { type Banding, deriveBanding } from './bands.ts';
import { briefPairs } from './briefs.ts';
import { containedPairs } from './contained.ts';
import { lshPairs } from './lsh.ts';

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
 */
export function pair(shingles: Ragged, signatures: Uint32Array, options: PairBounds): Candidates {
  const count = shingles.starts.length - 1;
  const found = new PairList();
  const members = oneOfEach(shingles, found);
  const bound = bandedSimilarity(options);
  const banding = deriveBanding(bound, options.hashes, options.recall);
  lshPairs(signatures, options.hashes, members, banding, bound, found);
  briefPairs(shingles, members, options.containment, found);
  containedPairs(shingles, members, options.containment, found);
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
function oneOfEach(shingles: Ragged, found: PairList): Uint32Array {
  const firsts = new Map<number, number[]>();
  const members: number[] = [];
  for (let article = 0; article + 1 < shingles.starts.length; article++) {
    const from = shingles.starts[article];
    const to = shingles.starts[article + 1];
    if (from === to) continue;
    let key = to - from;
    for (let at = from; at < to; at++) key = mix(key ^ shingles.values[at]);
    const others = firsts.get(key);
    const same = others?.find((other) => equalSets(shingles, other, article));
    if (same !== undefined) {
      found.add(same, article);
      continue;
    }
    if (others) others.push(article);
    else firsts.set(key, [article]);
    members.push(article);
  }
  return Uint32Array.from(members);
}

function equalSets({ starts, values }: Ragged, a: number, b: number): boolean {
  const length = starts[a + 1] - starts[a];
  if (starts[b + 1] - starts[b] !== length) return false;
  for (let i = 0; i < length; i++) if (values[starts[a] + i] !== values[starts[b] + i]) return false;
  return true;
}
