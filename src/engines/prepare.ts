/** The work on one article at a time, for a whole corpus: given to an engine, put together again by id. */
import type { Corpus } from '../article.ts';
import { background } from '../background/index.ts';
import { type Observer, timed } from '../observer.ts';
import {
  type FeatureTable,
  indexProbes,
  type Links,
  makeContrast,
  makeScore,
  makeVectors,
  pairUp,
  type Whole,
} from '../stages/link/index.ts';
import type { Candidates, PairBounds } from '../stages/pair/index.ts';
import { type LineSurvey, type SharedLines, sharedLines } from '../stages/strip/index.ts';
import { concatDigests, type Digest, STAGES } from './digest.ts';
import type { Engine } from './engine.ts';
import type { Evidence, Question } from './evidence.ts';
import { shareColumns } from './shareColumns.ts';
import { unpackSurveys } from './surveys.ts';

/** Articles, or groups, that a worker takes at once: many enough that messages cost nothing, few enough that all end together. */
const ARTICLES_A_JOB = 128;
const GROUPS_A_JOB = 64;
const LOOKED_UP_A_JOB = 1024;
/** Each job lays out tables of the size of the vocabulary: there are few. */
const SCORE_JOBS = 24;
const LEAST_SCORED_A_JOB = 8192;

/** The lines that articles share though they differ otherwise; null for fewer than two articles. */
export async function surveyCorpus(engine: Engine, corpus: Corpus, observer: Observer): Promise<SharedLines | null> {
  if (corpus.articles.length < 2) return null;
  return timed('survey', observer, async () => sharedLines(await surveyLines(engine, corpus, observer)), noteOnLines);
}

export function noteOnLines(lines: SharedLines | null): string {
  return `${lines?.keys.length ?? 0} lines shared by articles that differ`;
}

/** What every article tells of its lines. */
export async function surveyLines(engine: Engine, corpus: Corpus, observer: Observer): Promise<LineSurvey[]> {
  const count = corpus.articles.length;
  const onDone = (done: number) => observer.progress?.('survey', done, count);
  const parts = await engine.run({ count, size: ARTICLES_A_JOB, job: (from, to) => ({ kind: 'survey', from, to }), onDone });
  return parts.flatMap(unpackSurveys);
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
  const shared = lines && shareColumns({ ...lines });
  const count = past - first;
  return timed(
    'digest',
    observer,
    async () => {
      const onDone = (done: number) => observer.progress?.('digest', done, count);
      const parts = await engine.run({
        count,
        size: ARTICLES_A_JOB,
        job: (from, to) => ({ kind: 'digest', from: first + from, to: first + to, shared }),
        onDone,
      });
      return concatDigests(parts);
    },
    ({ milliseconds }) => `thread time: ${STAGES.map((stage, i) => `${stage} ${milliseconds[i].toFixed(0)}`).join(', ')} ms`,
  );
}

/** Candidates for copies: as `pair` of its stage, in another thread where there is one. */
export async function pairCorpus(engine: Engine, digest: Digest, options: PairBounds): Promise<Candidates> {
  const { shingles, signatures } = shareColumns({ shingles: digest.shingles, signatures: digest.signatures });
  const { similarity, containment, hashes, recall } = options;
  const bounds = { similarity, containment, hashes, recall };
  const [candidates] = await engine.run({ count: 1, size: 1, job: () => ({ kind: 'pair', shingles, signatures, bounds }) });
  return candidates;
}

/** The event relation: as `link` of its stage, with the looking up and the scoring given to the engine. `whole`: what the table is a part of. */
export async function linkCorpus(engine: Engine, table: FeatureTable, whole: Whole | null = null): Promise<Links> {
  const vectors = makeVectors(table, background(), whole);
  const index = shareColumns(indexProbes(vectors));
  const pairs = shareColumns(
    pairUp(await engine.run({ count: table.count, size: LOOKED_UP_A_JOB, job: (from, to) => ({ kind: 'nearest', from, to, index }) })),
  );
  const { ages, weekdays, months, days, amounts } = table;
  const shared = shareColumns({ table: { ages, weekdays, months, days, amounts }, vectors });
  const count = pairs.a.length;
  const size = Math.max(LEAST_SCORED_A_JOB, Math.ceil(count / SCORE_JOBS));
  const parts = await engine.run({ count, size, job: (from, to) => ({ kind: 'score', from, to, pairs, ...shared }) });
  const scores = new Float32Array(count);
  for (const [i, part] of parts.entries()) scores.set(part.scores, i * size);
  return { pairs, scores, score: makeScore(shared.table, shared.vectors), contrast: makeContrast(shared.vectors, background()) };
}

/** The evidence for every group, in their order. */
export async function gatherEvidence(engine: Engine, questions: readonly Question[], digest: Digest): Promise<Evidence[]> {
  const spans = shareColumns({ ...digest.spans });
  const job = (from: number, to: number) => ({ kind: 'evidence', questions: questions.slice(from, to), spans }) as const;
  return (await engine.run({ count: questions.length, size: GROUPS_A_JOB, job })).flat();
}
