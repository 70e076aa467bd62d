import { resolve } from 'node:path';
import type { Corpus } from './article.ts';
import { answer, type Digest, digestCorpus, surveyCorpus, viewer, withCorpus } from './engines/index.ts';
import { evaluateFound, type Found, type Insight, type Labels, type Regroupings } from './evaluate/index.ts';
import type { Evaluation } from './evaluation.ts';
import { weigh } from './explain.ts';
import { findGroups, type Groups, groupPairs } from './grouping.ts';
import { type Observer, timed } from './observer.ts';
import { type Options, resolveOptions } from './options.ts';
import { alone, groupEvents, type Partition } from './stages/group/index.ts';
import { pair } from './stages/pair/index.ts';
import type { Source } from './stages/read/index.ts';
import { verifyAll } from './stages/verify/index.ts';

/** Bounds of a sweep, in twentieths; a finer step says nothing that labels could tell from noise. */
const STEP = 20;
const EVENT_SCORES = { from: 2, to: 18 };
const SIMILARITIES = { from: 4, to: 18 };

/**
 * Runs over the source as `dedupe` would, and scores what it finds against labels: with a sweep over the bounds, for which
 * groups are made anew from the scored pairs, and with the reason of every mistake listed. Throws UserError when no label
 * fits an article.
 */
export async function evaluateRun(
  source: Source,
  labels: Labels,
  given: Partial<Options> = {},
  observer: Observer = {},
): Promise<Evaluation> {
  const options = resolveOptions(given, 'evaluate');
  const { corpus, digest, groups } = await withCorpus(source, options, observer, async (engine, corpus) => {
    const digest = await digestCorpus(engine, corpus, await surveyCorpus(engine, corpus, observer), observer);
    return { corpus, digest, groups: await findGroups(engine, corpus, digest, options, observer) };
  });
  const cwd = resolve(('paths' in source && source.cwd) || '.');
  const score = () => {
    const insight = insightOf(corpus, digest, groups, options);
    return evaluateFound(foundBy(corpus, digest, groups, options), labels, { top: options.top, cwd }, insight);
  };
  observer.progress?.('evaluate', 0, digest.count);
  return timed('evaluate', observer, score, () => '');
}

/** What was skipped follows the articles, each alone. */
function foundBy({ articles, skipped }: Corpus, { furnitureOnly }: Digest, groups: Groups, { only }: Options): Found {
  const paths = [...articles, ...skipped].map(({ path }) => path);
  return {
    paths,
    skipped: new Set([...paths.keys()].filter((id) => id >= articles.length || furnitureOnly[id])),
    event: only === 'copies' ? null : widened(groups.events, paths.length),
    copy: only === 'events' ? null : widened(groups.copies, paths.length),
  };
}

function widened(partition: Partition, count: number): Partition {
  const all = alone(count);
  all.set(partition);
  return all;
}

function insightOf(corpus: Corpus, digest: Digest, groups: Groups, options: Options): Insight {
  const viewOf = viewer(corpus.texts, digest.spans);
  const isRead = (id: number) => id < digest.count;
  return {
    scoreOf(relation, a, b) {
      if (!isRead(a) || !isRead(b)) return 0;
      if (relation === 'event') return groups.eventScoreOf(a, b);
      const { jaccard, containment } = groups.overlapOf(a, b);
      return Math.max(jaccard, ...containment);
    },
    why(relation, a, b) {
      if (!isRead(a) || !isRead(b)) return null;
      const isCopy = relation === 'copy' || groups.copyOf(a, b) !== null;
      const [evidence] = answer([{ first: a, others: [], pairs: [{ a, b, isCopy }] }], viewOf);
      return { ...weigh(groups, options, a, b), evidence: evidence.pairs[0] };
    },
    sweep(relation) {
      const { trials, ...swept } = relation === 'event' ? sweepEvents(groups, options) : sweepCopies(digest, groups, options);
      const count = corpus.articles.length + corpus.skipped.length;
      return { ...swept, trials: trials.map(({ partition, ...trial }) => ({ ...trial, partition: widened(partition, count) })) };
    },
  };
}

function sweepEvents({ copies, events, links, eventScoreOf }: Groups, { eventScore }: Options): Regroupings {
  const { pairs, scores, contrast } = links!; // events were looked for
  const trials = boundsOf(EVENT_SCORES, eventScore).map((bound) => ({
    bound,
    containment: null,
    partition:
      bound === eventScore ? events : groupEvents(copies, { a: pairs.a, b: pairs.b, score: scores }, bound, eventScoreOf, contrast),
  }));
  return { option: 'eventScore', inUse: eventScore, trials };
}

/** The bound on containment goes along: a high similarity alone would ask nothing, since containment lets the pair in. */
function sweepCopies(digest: Digest, { copies }: Groups, options: Options): Regroupings {
  const bounds = boundsOf(SIMILARITIES, options.similarity);
  const at = (similarity: number): Options => ({ ...options, similarity, containment: containmentBeside(similarity, options) });
  const loosest = at(bounds[0]);
  // Found with bands of their own, so that a lower bound is not judged by what a higher one had nominated.
  const found = verifyAll(pair(digest.shingles, digest.signatures, loosest).pairs, digest, loosest);
  const trials = bounds.map((bound) => {
    const tried = at(bound);
    const pairs = verifyAll(found, digest, tried);
    return { bound, containment: tried.containment, partition: bound === options.similarity ? copies : groupPairs(pairs, digest, tried) };
  });
  return { option: 'similarity', inUse: options.similarity, trials };
}

/** As much more or less than the bound in use as two texts of one length contain more or less of each other: 2s / (1 + s). */
function containmentBeside(similarity: number, options: Options): number {
  const ofEqual = (s: number) => (2 * s) / (1 + s);
  if (similarity === options.similarity) return options.containment;
  const moved = options.containment + ofEqual(similarity) - ofEqual(options.similarity);
  return Math.round(100 * Math.min(1, Math.max(0.05, moved))) / 100;
}

function boundsOf({ from, to }: { from: number; to: number }, inUse: number): number[] {
  const steps = Array.from({ length: to - from + 1 }, (_, i) => (from + i) / STEP);
  return [...new Set([...steps, inUse])].sort((x, y) => x - y);
}
