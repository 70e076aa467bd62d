import type { Corpus } from './article.ts';
import { textOf } from './article.ts';
import { cohesion, titleOf } from './assemble.ts';
import { background } from './background/index.ts';
import { type Digest, digestCorpus, passagesOf, surveyCorpus, textAt, viewer, withEngine } from './engines/index.ts';
import { UserError } from './errors.ts';
import { findGroups, type Groups } from './grouping.ts';
import { kernel } from './kernel/index.ts';
import { type Options, resolveOptions } from './options.ts';
import type { ExplainedArticle, Explanation } from './report.ts';
import { contrastOfTexts, MOST_CONTRAST, SLACK } from './stages/group/index.ts';
import { type Item, scorePair, sharedItems, TERMS, tellingOf } from './stages/link/index.ts';
import { deriveBanding, firstSharedBand, meetProbability } from './stages/pair/index.ts';
import { read, type Source } from './stages/read/index.ts';
import { judge, type SharedLines } from './stages/strip/index.ts';

/**
 * How two articles compare: the very stages of a run, over the two, or over the corpus of `--within` with the two in it.
 * Throws UserError unless the source holds exactly two articles.
 */
export async function explain(source: Source, given: Partial<Options> = {}): Promise<Explanation> {
  const options = resolveOptions(given);
  const two = await read(source, options);
  if (two.articles.length !== 2) throw notTwo(two);
  const corpus = await widen(source, two, options);
  const [a, b] = two.articles.map(({ path }) => corpus.articles.findIndex((article) => article.path === path));
  const { digest, shared } = await withEngine(corpus, options, async (engine) => {
    const shared = await surveyCorpus(engine, corpus, {});
    return { shared, digest: await digestCorpus(engine, corpus, shared, {}) };
  });
  for (const id of [a, b]) {
    if (digest.furnitureOnly[id]) throw new UserError(`${corpus.articles[id].path} has no text of its own`, 'see: dedupe clean --explain');
  }
  const groups = await findGroups(corpus, digest, { ...options, only: 'all' }, {});
  return compare(corpus, digest, groups, shared, options, a, b);
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
  const viewOf = viewer(corpus.texts, digest.spans);
  const { jaccard, containment, shared: sharedShingles } = groups.overlapOf(a, b);
  const copy = groups.copyOf(a, b);
  const event = eventOf(groups, a, b);
  const { bands, rows } = deriveBanding(options.similarity, options.hashes, options.recall);
  const passages = passagesOf(viewOf(a), viewOf(b)).map(({ start, end }) => textAt(viewOf(a).bytes, start, end));
  const items = sharedItems(tellingOf(viewOf(a).text, background()), tellingOf(viewOf(b).text, background()));
  return {
    a: explained(a),
    b: explained(b),
    relation: copy && groups.copies[a] === groups.copies[b] ? copy.relation : groups.events[a] === groups.events[b] ? 'event' : null,
    jaccard,
    containment,
    sharedShingles,
    sketch: {
      estimate: kernel.agreement(digest.signatures, a, b, options.hashes),
      meets: firstSharedBand(digest.signatures, a * options.hashes, b * options.hashes, bands, rows) >= 0,
      chance: meetProbability(jaccard, bands, rows),
    },
    passages,
    bounds: [
      { name: 'similarity', value: jaccard, bound: options.similarity, met: jaccard >= options.similarity },
      {
        name: 'containment',
        value: Math.max(...containment),
        bound: options.containment,
        met: Math.max(...containment) >= options.containment,
      },
      { name: 'event score', value: event.score, bound: options.eventScore, met: event.score >= options.eventScore },
      ...wholeEvent(groups, options, a, b),
    ],
    event,
    shared: items.map((item) => ({ kind: item.kind, text: textOfItem(item), weight: item.weight })),
    conflicts: event.terms.filter(({ name, value, weight }) => name.startsWith('other ') && value * weight < 0).map(({ name }) => name),
  };

  function explained(id: number): ExplainedArticle {
    return {
      path: corpus.articles[id].path,
      title: titleOf(corpus, digest, id),
      words: digest.words[id],
      furnitureWords: digest.furnitureWords[id],
      shingles: digest.shingles.starts[id + 1] - digest.shingles.starts[id],
      stripped: judge(textOf(corpus.texts, id), shared).filter((line) => line.rule !== null),
    };
  }
  function textOfItem(item: Item): string {
    return textAt(viewOf(a).bytes, item.start, item.end);
  }
}

/**
 * Two articles may score well and be of two events all the same, since groups are joined by the mean of their scores:
 * that mean, and what it would have to reach; or that each has words of its own, which the other never uses. Nothing for two of one event, and for two that stand alone.
 */
function wholeEvent({ copies, links, events, eventScoreOf }: Groups, options: Options, a: number, b: number): Explanation['bounds'] {
  const membersOf = (id: number) => Array.from(events.keys()).filter((other) => events[other] === events[id]);
  const [one, other] = [membersOf(a), membersOf(b)];
  if (events[a] === events[b] || (one.length === 1 && other.length === 1)) return [];
  const bound = Math.max(options.eventScore, ...[one, other].map((members) => cohesion(members, eventScoreOf) - SLACK));
  const scores = one.flatMap((x) => other.map((y) => eventScoreOf(x, y)));
  const value = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const contrast = links ? contrastOfTexts(copies, one, other, links.contrast) : 0;
  const ownWords = { name: 'words of either event alone', value: contrast, bound: MOST_CONTRAST, met: contrast < MOST_CONTRAST };
  return [{ name: 'event as a whole', value, bound, met: value >= bound }, ...(ownWords.met ? [] : [ownWords])];
}

function eventOf({ links }: Groups, a: number, b: number): Explanation['event'] {
  if (!links) return { score: 0, terms: [] };
  const score = scorePair(links.score, a, b);
  return { score, terms: TERMS.map(({ name, weight }, i) => ({ name, weight, value: links.score.values[i] })) };
}
