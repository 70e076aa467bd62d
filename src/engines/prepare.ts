/** The work on one article at a time, for a whole corpus: given to an engine, put together again by id. */
import type { Corpus } from '../article.ts';
import { background } from '../background/index.ts';
import { Growing } from '../columns/grow.ts';
import { countOf } from '../columns/lists.ts';
import type { Memory } from '../columns/memory.ts';
import type { Pairs } from '../columns/pairs.ts';
import type { Spool } from '../columns/spool.ts';
import { makeHashSet } from '../kernel/hashSet.ts';
import { sortUnique } from '../kernel/shingles.ts';
import { type Observer, timed } from '../observer.ts';
import {
  type FeatureTable,
  type FiledCompared,
  type FiledFeatures,
  type FiledVectors,
  filedLinksOf,
  indexProbes,
  type Links,
  linksOf,
  makeScore,
  makeVectors,
  type Probed,
  pairUp,
  passesOver,
  VectorFiler,
  WeighingBuilder,
  type Whole,
} from '../stages/link/index.ts';
import { type Candidates, candidatesOf, oneOfEach, type PairBounds, SEARCHES } from '../stages/pair/index.ts';
import { countLines, furnishedArticles, type LineSurvey, rowsInTurn, type SharedLines, sharedOf } from '../stages/strip/index.ts';
import { type CorpusDigest, type Digest, STAGES } from './digest.ts';
import { type Engine, tasksOf, type Work } from './engine.ts';
import { PackedEvidence, type Question } from './evidence.ts';
import type { ScoredBy } from './jobs.ts';
import { DigestJoiner, FILED } from './joinDigests.ts';
import { shareColumns } from './shareColumns.ts';
import { lineKeys, SurveyJoiner, type SurveyTable, unpackSurveys } from './surveys.ts';

/** Articles, lines or groups that a worker takes at once: many enough that messages cost nothing, few enough that all end together. */
const ARTICLES_A_JOB = 128;
const LINES_A_JOB = 8192;
const GROUPS_A_JOB = 64;
const LOOKED_UP_A_JOB = 1024;
/** What a job counts is its vocabulary, which hardly grows with it. */
const COUNTED_A_JOB = 4096;
/** Among fewer articles than this, candidates are searched for in one job. */
const LEAST_PAIRED_APART = 4096;
/** Each job lays out tables of the size of the vocabulary, and reads half of the vectors where these lie in a file: there are few. */
const SCORE_JOBS = { inMemory: 24, filed: 8 };
/** Pairs; of a million articles half a million are those of 30,000, whose vectors are 80 MB. */
const SCORED_A_JOB = { least: 16_384, mostFiled: 500_000 };

/** The lines that articles share though they differ otherwise; null for fewer than two articles. */
export async function surveyCorpus(
  engine: Engine,
  corpus: Corpus,
  observer: Observer,
  memory: Memory | null = null,
): Promise<SharedLines | null> {
  if (corpus.articles.length < 2) return null;
  const survey = async () => {
    const joiner = new SurveyJoiner(memory?.spool('line keys') ?? null, memory?.spool('lines') ?? null);
    await engine.inOrder(tasksOf(surveyWork(corpus, observer), (part) => joiner.add(part)));
    return withRuns(engine, corpus, await judgeCorpus(engine, joiner.finish()));
  };
  const note = (lines: SharedLines | null) => `${noteOnLines(lines)}${memory?.describe('line keys', 'lines') ?? ''}`;
  return timed('survey', observer, survey, note).finally(() => {
    memory?.release('line keys');
    memory?.release('lines');
  });
}

/** Counts in this thread; each shared line is judged by whoever is free. */
async function judgeCorpus(engine: Engine, surveys: SurveyTable): Promise<SharedLines> {
  const lines = shareColumns(countLines(lineKeys(surveys)));
  const { rows, rests } = shareColumns({ rows: rowsInTurn(lines), rests: surveys.rests });
  const job = (from: number, to: number) => ({ kind: 'judge', from, to, lines, rows, rests }) as const;
  return sharedOf(lines, await engine.run({ count: rows.length, size: LINES_A_JOB, job }));
}

export function noteOnLines(lines: SharedLines | null): string {
  return `${lines?.keys.length ?? 0} lines shared by articles that differ`;
}

/** The same lines with the runs of words in those that the corpus takes. Of lines whose first article is not of the corpus none are read. */
export async function withRuns(engine: Engine, corpus: Corpus, lines: SharedLines): Promise<SharedLines> {
  const shared = shareColumns(lines);
  const articles = furnishedArticles(shared).filter((id) => id < corpus.articles.length);
  const job = (from: number, to: number) => ({ kind: 'furniture', articles: articles.slice(from, to), shared }) as const;
  const parts = await engine.run({ count: articles.length, size: ARTICLES_A_JOB, job });
  const runs = new Growing(new Uint32Array(4096));
  for (const list of parts.flat()) for (const run of list) runs.push(run);
  const values = runs.values();
  return { ...shared, runs: makeHashSet(values.subarray(0, sortUnique(values, values.length))) };
}

/** What every article tells of its lines. */
export async function surveyLines(engine: Engine, corpus: Corpus, observer: Observer): Promise<LineSurvey[]> {
  return (await engine.run(surveyWork(corpus, observer))).flatMap(unpackSurveys);
}

function surveyWork({ articles }: Corpus, observer: Observer): Work<'survey'> {
  const onDone = (done: number) => observer.progress?.('survey', done, articles.length);
  return { count: articles.length, size: ARTICLES_A_JOB, job: (from, to) => ({ kind: 'survey', from, to }), onDone };
}

/** The stages that look at one article at a time: strip, shingle, sketch, and the features of link. Articles first … past − 1. */
export async function digestCorpus(
  engine: Engine,
  corpus: Corpus,
  lines: SharedLines | null,
  observer: Observer,
  first = 0,
  past = corpus.articles.length,
): Promise<Digest> {
  return (await digestWithin(engine, corpus, lines, observer, null, first, past)) as Digest; // without a budget nothing is filed
}

/** The same within a budget: what is large goes to files when memory is short. */
export async function digestWithin(
  engine: Engine,
  corpus: Corpus,
  lines: SharedLines | null,
  observer: Observer,
  memory: Memory | null,
  first = 0,
  past = corpus.articles.length,
): Promise<CorpusDigest> {
  const shared = lines && shareColumns({ ...lines });
  const count = past - first;
  return timed(
    'digest',
    observer,
    async () => {
      const onDone = (done: number) => observer.progress?.('digest', done, count);
      const joiner = new DigestJoiner(count, memory);
      const job = (from: number, to: number) => ({ kind: 'digest', from: first + from, to: first + to, shared }) as const;
      await engine.inOrder(tasksOf({ count, size: ARTICLES_A_JOB, job, onDone }, (part) => joiner.add(part)));
      return joiner.finish();
    },
    ({ milliseconds }) => {
      const times = STAGES.map((stage, i) => `${stage} ${milliseconds[i].toFixed(0)}`);
      return `thread time: ${times.join(', ')} ms${memory?.describe(...FILED) ?? ''}`;
    },
  );
}

/** Candidates for copies: as `pair` of its stage, each search by whoever is free. */
export async function pairCorpus(
  engine: Engine,
  digest: Pick<CorpusDigest, 'shingles' | 'signatures'>,
  options: PairBounds,
): Promise<Candidates> {
  const { members: ids, chained } = oneOfEach(digest.shingles);
  const { shingles, signatures, members } = shareColumns({ shingles: digest.shingles, signatures: digest.signatures, members: ids });
  const { similarity, containment, hashes, recall } = options;
  const bounds = { similarity, containment, hashes, recall };
  const job = (from: number, to: number) =>
    ({ kind: 'pair', by: SEARCHES.slice(from, to), shingles, signatures, members, bounds }) as const;
  const size = ids.length < LEAST_PAIRED_APART ? SEARCHES.length : 1;
  const found = await engine.run({ count: SEARCHES.length, size, job });
  return candidatesOf(countOf(shingles), [chained, ...found], options);
}

/** The event relation: as `link` of its stage, with the looking up and the scoring given to the engine. `whole`: what the table is a part of. */
export async function linkCorpus(engine: Engine, table: FeatureTable, whole: Whole | null = null): Promise<Links> {
  const vectors = shareColumns(makeVectors(table, background(), whole));
  const pairs = await lookUp(engine, vectors);
  const compared = { ...comparedOf(table), amounts: shareColumns(table.amounts) };
  const scores = await scoreAll(engine, pairs, { isFiled: false, table: compared, vectors });
  return linksOf(pairs, scores, makeScore(compared, vectors), vectors);
}

/** The same for features in files; the vectors go to a file as well. */
export async function linkFiled(engine: Engine, table: FiledFeatures, spool: Spool): Promise<Links> {
  const { vectors, pairs } = await fileAndLookUp(engine, table, spool);
  const compared = comparedOf(table);
  const scores = await scoreAll(engine, pairs, { isFiled: true, table: compared, vectors });
  return filedLinksOf(pairs, scores, vectors, compared);
}

/** On its own, so that what only the looking up reads is let go of before pairs are scored. */
async function fileAndLookUp(engine: Engine, table: FiledFeatures, spool: Spool): Promise<{ vectors: FiledVectors; pairs: Pairs }> {
  const { vectors, probed } = await fileVectors(engine, table, spool);
  return { vectors: shareColumns(vectors), pairs: await lookUp(engine, probed) };
}

/** Counts all features, then weighs them article by article. */
async function fileVectors(engine: Engine, table: FiledFeatures, spool: Spool): Promise<{ vectors: FiledVectors; probed: Probed }> {
  const { count } = table;
  const features = shareColumns(table);
  const builder = new WeighingBuilder();
  const countJob = (from: number, to: number) => ({ kind: 'count', from, to, features }) as const;
  await engine.inOrder(tasksOf({ count, size: COUNTED_A_JOB, job: countJob }, (part) => builder.addCounts(part)));
  const passes = passesOver(features.quotes);
  const passJob = (pass: number) => ({ kind: 'countShared', pass, passes, lists: features.quotes }) as const;
  await engine.inOrder(tasksOf({ count: passes, size: 1, job: passJob }, (part) => builder.addQuotes(part)));
  const by = shareColumns(builder.finish(count, background()));
  const filer = new VectorFiler(by, spool);
  const job = (from: number, to: number) => ({ kind: 'weigh', from, to, features, by }) as const;
  await engine.inOrder(tasksOf({ count, size: LOOKED_UP_A_JOB, job }, (part) => filer.add(part)));
  return filer.finish();
}

async function lookUp(engine: Engine, probed: Probed): Promise<Pairs> {
  const index = shareColumns(indexProbes(probed));
  const job = (from: number, to: number) => ({ kind: 'nearest', from, to, index }) as const;
  return shareColumns(pairUp(await engine.run({ count: probed.count, size: LOOKED_UP_A_JOB, job })));
}

function comparedOf({ ages, weekdays, months, days }: FiledCompared): FiledCompared {
  return shareColumns({ ages, weekdays, months, days });
}

async function scoreAll(engine: Engine, pairs: Pairs, by: ScoredBy): Promise<Float32Array> {
  const count = pairs.a.length;
  const size = by.isFiled
    ? Math.min(SCORED_A_JOB.mostFiled, Math.max(SCORED_A_JOB.least, Math.ceil(count / SCORE_JOBS.filed)))
    : Math.max(SCORED_A_JOB.least, Math.ceil(count / SCORE_JOBS.inMemory));
  const parts = await engine.run({ count, size, job: (from, to) => ({ kind: 'score', from, to, pairs, by }) });
  const scores = new Float32Array(count);
  for (const [i, part] of parts.entries()) scores.set(part.scores, i * size);
  return scores;
}

/** The evidence for every group; a question is made when its turn comes. `pairs`: per group, how many its question has. */
export async function gatherEvidence(
  engine: Engine,
  pairs: ArrayLike<number>,
  question: (group: number) => Question,
  digest: Pick<CorpusDigest, 'spans'>,
): Promise<PackedEvidence> {
  const spans = shareColumns({ ...digest.spans });
  const job = (from: number, to: number) => {
    const questions = Array.from({ length: to - from }, (_, at) => question(from + at));
    return { kind: 'evidence', questions, spans } as const;
  };
  return new PackedEvidence(await engine.run({ count: pairs.length, size: GROUPS_A_JOB, job }), GROUPS_A_JOB, pairs);
}
