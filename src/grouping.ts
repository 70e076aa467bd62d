import { setImmediate } from 'node:timers/promises';
import type { ArticleInfo } from './article.ts';
import type { FiledLists } from './columns/lists.ts';
import type { Memory } from './columns/memory.ts';
import { type CorpusDigest, type Digest, type Engine, linkCorpus, linkFiled, pairCorpus } from './engines/index.ts';
import { type Observer, timed } from './observer.ts';
import type { Options } from './options.ts';
import { alone, groupCopies, groupEvents, likenessOf, type Partition } from './stages/group/index.ts';
import { type FeatureTable, type Links, NO_DAY, type Whole } from './stages/link/index.ts';
import type { Candidates } from './stages/pair/index.ts';
import {
  type CopyBound,
  type CopyPair,
  CopyPairs,
  copyBounds,
  isOtherStory,
  type Overlap,
  overlapOf,
  type VerifyInput,
  verifyAll,
  verifyPair,
} from './stages/verify/index.ts';

/** What was found between the articles of a corpus: the relations, and the partitions made of them. */
export interface Groups {
  /** Null when copies were not looked for. */
  readonly candidates: Candidates | null;
  readonly copyPairs: CopyPairs;
  readonly copies: Partition;
  /** Null when events were not looked for. */
  readonly links: Links | null;
  readonly events: Partition;
  /** The score of any pair as an event; 0 when events were not looked for. */
  readonly eventScoreOf: (a: number, b: number) => number;
  /** The pair as a copy, or null. */
  readonly copyOf: (a: number, b: number) => CopyPair | null;
  /** What was asked of any two articles as copies. */
  readonly copyBoundsOf: (a: number, b: number) => CopyBound[];
  /** How alike any two articles are, copies or not; 0–1. */
  readonly likenessOf: (a: number, b: number) => number;
  /** The overlap of any pair's shingles. */
  readonly overlapOf: (a: number, b: number) => Overlap;
}

/** What a score asks of the articles beside their digest. */
interface Cited {
  readonly articles: readonly Pick<ArticleInfo, 'day'>[];
}

/** The stages that look at articles together: pair → verify → link → group. `whole` is what the corpus is a part of, when it is. */
export async function findGroups(
  engine: Engine,
  corpus: Cited,
  digest: CorpusDigest,
  options: Options,
  observer: Observer,
  whole: Whole | null = null,
  memory: Memory | null = null,
): Promise<Groups> {
  // A pause after each stage lets signals and progress through.
  const stage = async <Value>(name: string, work: () => Value | Promise<Value>, note: (value: Value) => string): Promise<Value> => {
    observer.progress?.(name, 0, digest.count);
    await setImmediate();
    return timed(name, observer, work, note);
  };
  const input: VerifyInput = digest;
  const copyOf = (a: number, b: number) => verifyPair(Math.min(a, b), Math.max(a, b), input, options);

  // Neither asks for the other: while one thread pairs, the others link. Where memory is short, it is for one of them alone.
  const finding = findCopies();
  if (memory?.isShort) await finding;
  memory?.release('signatures');
  const [{ candidates, copyPairs, copies }, links] = await Promise.all([finding, findLinks()]);
  const eventScoreOf = links ? (a: number, b: number) => (a === b ? 1 : links.scoreOf(a, b)) : () => 0;
  const events = links
    ? await stage(
        'group',
        () =>
          groupEvents(
            copies,
            { a: links.pairs.a, b: links.pairs.b, score: links.scores },
            options.eventScore,
            eventScoreOf,
            links.contrast,
          ),
        () => '',
      )
    : alone(digest.count);
  return {
    candidates,
    copyPairs,
    copies,
    links,
    events,
    eventScoreOf,
    copyOf,
    copyBoundsOf: (a, b) => copyBounds(a, b, input, options),
    likenessOf: (a, b) => likeness(a, b, digest, options),
    overlapOf: (a, b) => overlapOf(digest, a, b, options),
  };

  async function findCopies(): Promise<Pick<Groups, 'candidates' | 'copyPairs' | 'copies'>> {
    if (options.only === 'events') return { candidates: null, copyPairs: new CopyPairs(), copies: alone(digest.count) };
    const candidates = await stage('pair', () => pairCorpus(engine, digest, options), describeCandidates);
    const copyPairs = await stage(
      'verify',
      () => verifyAll(candidates.pairs, input, options),
      (pairs) => `${pairs.length} pairs of copies`,
    );
    return { candidates, copyPairs, copies: groupPairs(copyPairs, digest, options) };
  }
  async function findLinks(): Promise<Links | null> {
    if (options.only === 'copies') return null;
    return stage(
      'link',
      () => linkWithin(engine, corpus.articles, digest, whole, memory),
      (found) => `${found.pairs.a.length} pairs scored${memory?.describe('vectors') ?? ''}`,
    );
  }
}

/** The groups that verified pairs make. */
export function groupPairs(pairs: CopyPairs, digest: CorpusDigest, options: Options): Partition {
  return groupCopies(
    digest.count,
    { a: pairs.a, b: pairs.b, strength: Float64Array.from(pairs.a, (_, i) => strength(pairs.at(i))) },
    (a, b) => likeness(a, b, digest, options),
  );
}

function likeness(a: number, b: number, digest: CorpusDigest, options: Options): number {
  const overlap = overlapOf(digest, a, b, options);
  return isOtherStory(a, b, overlap, digest) ? 0 : likenessOf(overlap, options);
}

/** How alike two copies are; 0 for a pair that is none. */
export function strength(pair: CopyPair | null): number {
  return pair ? Math.max(pair.jaccard, ...pair.containment) : 0;
}

function describeCandidates({ pairs, banding }: Candidates): string {
  const { bands, rows, missRate } = banding;
  return `${pairs.a.length} candidates; ${bands} bands of ${rows} rows, expected miss rate ${missRate.toFixed(4)} at the bound`;
}

/** By vectors in memory, or in a file where the digest's features are in files. */
function linkWithin(
  engine: Engine,
  articles: Cited['articles'],
  digest: CorpusDigest,
  whole: Whole | null,
  memory: Memory | null,
): Promise<Links> {
  const spool = memory?.spool('vectors') ?? null;
  if (spool === null) return linkCorpus(engine, featuresOf(articles, digest as Digest), whole); // memory is not short: nothing is filed
  const { count, stems, counts, numbers, quotes, amounts, ages, weekdays, months } = digest;
  const features = { count, stems, counts: counts as FiledLists, numbers, quotes, amounts, ages, weekdays, months };
  return linkFiled(engine, { ...features, days: daysOf(articles) }, spool);
}

export function featuresOf(articles: Cited['articles'], digest: Digest): FeatureTable {
  return { ...digest, days: daysOf(articles) };
}

function daysOf(articles: Cited['articles']): Int32Array {
  return Int32Array.from(articles, (article) => article.day ?? NO_DAY);
}
