/** The work on one article at a time, for a whole corpus: given to an engine, put together again by id. */
import type { Corpus } from '../article.ts';
import { type Observer, timed } from '../observer.ts';
import type { Options } from '../options.ts';
import { type LineSurvey, type SharedLines, sharedLines } from '../stages/strip/index.ts';
import { chooseEngine } from './choose.ts';
import { concatDigests, type Digest, STAGES } from './digest.ts';
import type { Engine } from './engine.ts';
import type { Evidence, Question } from './evidence.ts';
import { unpackSurveys } from './jobs.ts';
import { shareColumns } from './shareColumns.ts';

/** Articles, or groups, that a worker takes at once: many enough that messages cost nothing, few enough that all end together. */
const ARTICLES_A_JOB = 128;
const GROUPS_A_JOB = 64;

/** Does some work with an engine for the corpus, and lets go of it whatever happens. */
export async function withEngine<Value>(corpus: Corpus, options: Options, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  const engine = await chooseEngine({ texts: corpus.texts, options }, options.workers);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** The lines that articles share though they differ otherwise; null for fewer than two articles. */
export async function surveyCorpus(engine: Engine, corpus: Corpus, observer: Observer): Promise<SharedLines | null> {
  if (corpus.articles.length < 2) return null;
  return timed(
    'survey',
    observer,
    async () => sharedLines(await surveyLines(engine, corpus, observer)),
    ({ keys }) => `${keys.length} lines shared by articles that differ`,
  );
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

/** The evidence for every group, in their order. */
export async function gatherEvidence(engine: Engine, questions: readonly Question[], digest: Digest): Promise<Evidence[]> {
  const spans = shareColumns({ ...digest.spans });
  const job = (from: number, to: number) => ({ kind: 'evidence', questions: questions.slice(from, to), spans }) as const;
  return (await engine.run({ count: questions.length, size: GROUPS_A_JOB, job })).flat();
}
