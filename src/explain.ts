import type { Corpus } from './article.ts';
import { textOf } from './article.ts';
import { cohesion } from './assemble.ts';
import { background } from './background/index.ts';
import { type Digest, digestCorpus, passagesOf, surveyCorpus, viewer, withEngine } from './engines/index.ts';
import { UserError } from './errors.ts';
import { findGroups, type Groups } from './grouping.ts';
import { agreement } from './kernel/sketch.ts';
import { textAt } from './kernel/textAt.ts';
import { type Given, type Options, resolveOptions } from './options.ts';
import type { ExplainedArticle, Explanation } from './report.ts';
import { titleOf } from './reported.ts';
import { contrastOfTexts, LEAST_LIKENESS, MOST_CONTRAST, meanScore, type Partition, SLACK } from './stages/group/index.ts';
import { sharedItems, TERMS, tellingOf } from './stages/link/index.ts';
import { bandedSimilarity, deriveBanding, firstSharedBand, meetProbability } from './stages/pair/index.ts';
import { read, type Source } from './stages/read/index.ts';
import { judge, type SharedLines, sectionsOf, taughtOf } from './stages/strip/index.ts';
import { atLeast } from './stages/verify/index.ts';

/** Cross pairs of two events up to which their mean is taken over all of them: a hundredth of a second. */
const MOST_PAIRS = 10_000;

/**
 * How two articles compare: the very stages of a run, over the two, or over the corpus of `--within` with the two in it.
 * Throws UserError unless the source holds exactly two articles.
 */
export async function explain(source: Source, given: Given = {}): Promise<Explanation> {
  const options = resolveOptions(given);
  const two = await read(source, options);
  if (two.articles.length !== 2) throw notTwo(two);
  const corpus = await widen(source, two, options);
  const [a, b] = two.articles.map(({ path }) => corpus.articles.findIndex((article) => article.path === path));
  return withEngine(corpus, options, async (engine) => {
    const shared = await surveyCorpus(engine, corpus, {});
    const digest = await digestCorpus(engine, corpus, shared, {});
    for (const id of [a, b]) {
      if (digest.furnitureOnly[id])
        throw new UserError(`${corpus.articles[id].path} has no text of its own`, 'see: dedupe clean --explain');
    }
    const groups = await findGroups(engine, corpus, digest, { ...options, only: 'all' }, {});
    return compare(corpus, digest, groups, shared, options, a, b);
  });
}

function notTwo({ articles, skipped }: Corpus): UserError {
  const [first] = skipped;
  const why = first ? `; ${first.path}: ${first.reason}` : '';
  return new UserError(
    `explain compares two articles, and there ${articles.length === 1 ? 'is' : 'are'} ${articles.length}${why}`,
    'give two text files',
  );
}

async function widen(source: Source, two: Corpus, options: Options): Promise<Corpus> {
  if (options.within.length === 0) return two;
  if (!('paths' in source)) throw new UserError('--within goes with paths, not with texts', 'compare two files');
  return read({ ...source, paths: [...options.within, ...source.paths] }, options);
}

function compare(
  corpus: Corpus,
  digest: Digest,
  groups: Groups,
  shared: SharedLines | null,
  options: Options,
  a: number,
  b: number,
): Explanation {
  const sections = sectionsOf(options.furniture, corpus.articles);
  const viewOf = viewer(corpus.texts, digest.spans);
  const { relation, jaccard, containment, bounds, event, conflicts } = weigh(groups, options, a, b);
  const { bands, rows } = deriveBanding(bandedSimilarity(options), options.hashes, options.recall);
  const passages = passagesOf(viewOf(a), viewOf(b)).map(({ start, end }) => textAt(viewOf(a).bytes, start, end));
  const [tellingA, tellingB] = [a, b].map(viewOf).map(({ bytes, text }) => tellingOf(bytes, text, background()));
  return {
    a: explained(a),
    b: explained(b),
    relation,
    jaccard,
    containment,
    sharedShingles: groups.overlapOf(a, b).shared,
    sketch: {
      estimate: agreement(digest.signatures, a, b, options.hashes),
      meets: firstSharedBand(digest.signatures, a * options.hashes, b * options.hashes, bands, rows) >= 0,
      chance: meetProbability(jaccard, bands, rows),
    },
    passages,
    bounds,
    event,
    shared: sharedItems(tellingA, tellingB).map(({ kind, text, weight }) => ({ kind, text, weight })),
    conflicts,
  };

  function explained(id: number): ExplainedArticle {
    return {
      path: corpus.articles[id].path,
      title: titleOf(corpus, digest, id),
      words: digest.words[id],
      furnitureWords: digest.furnitureWords[id],
      shingles: digest.shingles.starts[id + 1] - digest.shingles.starts[id],
      stripped: judge(textOf(corpus.texts, id), shared, taughtOf(options.furniture, sections, id)).filter((line) => line.rule !== null),
    };
  }
}

/** What led to the verdict on two articles of a run: `explain` shows it, and `evaluate` gives it as the reason of a mistake. */
export function weigh(
  groups: Groups,
  options: Options,
  a: number,
  b: number,
): Pick<Explanation, 'relation' | 'jaccard' | 'containment' | 'bounds' | 'event' | 'conflicts'> {
  const { jaccard, containment } = groups.overlapOf(a, b);
  const copy = groups.copyOf(a, b);
  const event = eventOf(groups, a, b);
  return {
    relation: copy && groups.copies[a] === groups.copies[b] ? copy.relation : groups.events[a] === groups.events[b] ? 'event' : null,
    jaccard,
    containment,
    bounds: [
      ...groups.copyBoundsOf(a, b),
      ...wholeCopies(groups, a, b),
      atLeast('event score', event.score, options.eventScore),
      ...wholeEvent(groups, options, a, b),
    ],
    event,
    conflicts: event.terms.filter(({ name, value, weight }) => name.startsWith('other ') && value * weight < 0).map(({ name }) => name),
  };
}

/**
 * Two articles may score well and be of two events all the same, since groups are joined by the mean of their scores:
 * that mean, and what it would have to reach; or that each has words of its own, which the other never uses. Nothing for two of one event, and for two that stand alone.
 */
function wholeEvent({ copies, links, events, eventScoreOf }: Groups, options: Options, a: number, b: number): Explanation['bounds'] {
  const [one, other] = [membersOf(events, a), membersOf(events, b)];
  if (events[a] === events[b] || (one.length === 1 && other.length === 1)) return [];
  const bound = Math.max(options.eventScore, ...[one, other].map((members) => cohesion(members, eventScoreOf) - SLACK));
  const value = meanOf(one, other, eventScoreOf);
  const contrast = links ? contrastOfTexts(copies, one, other, links.contrast) : 0;
  const ownWords = { name: 'words of either event alone', value: contrast, bound: MOST_CONTRAST, met: contrast < MOST_CONTRAST };
  return [atLeast('event as a whole', value, bound), ...(ownWords.met ? [] : [ownWords])];
}

/** The same for two copies that lie in two groups of copies: a round-up does not join the stories that it has pieces of. */
function wholeCopies({ copies, copyOf, likenessOf }: Groups, a: number, b: number): Explanation['bounds'] {
  if (copies[a] === copies[b] || copyOf(a, b) === null) return [];
  const value = meanOf(membersOf(copies, a), membersOf(copies, b), likenessOf);
  return [atLeast('copies as a whole', value, LEAST_LIKENESS)];
}

function membersOf(partition: Partition, id: number): number[] {
  return Array.from(partition.keys()).filter((other) => partition[other] === partition[id]);
}

/** Mean score of the cross pairs; of two large events of a sample of them. */
function meanOf(one: readonly number[], other: readonly number[], scoreOf: Groups['eventScoreOf']): number {
  if (one.length * other.length > MOST_PAIRS) return meanScore(one, other, scoreOf);
  const scores = one.flatMap((x) => other.map((y) => scoreOf(x, y)));
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function eventOf({ links }: Groups, a: number, b: number): Explanation['event'] {
  if (!links) return { score: 0, terms: [] };
  const values = links.termsOf(a, b);
  return { score: links.scoreOf(a, b), terms: TERMS.map(({ name, weight }, i) => ({ name, weight, value: values[i] })) };
}
