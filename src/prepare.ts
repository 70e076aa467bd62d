/** The work on one article at a time, for a whole corpus: given to an engine, put together again by id. */
import type { Corpus } from './article.ts';
import { concatDigests, type Digest } from './digest.ts';
import { chooseEngine, type Engine, type SurveyPart, unpackSurveys } from './engines/index.ts';
import { type Observer, timed } from './observer.ts';
import type { Options } from './options.ts';
import { type SharedLines, sharedLines } from './stages/strip/index.ts';

/** The evidence of the corpus on its lines. */
export function surveyCorpus(corpus: Corpus, options: Options, observer: Observer): Promise<SharedLines | null> {
  return withEngine(corpus, options, (engine) => surveyLines(engine, corpus, observer));
}

/** The stages that look at one article at a time, and before them the evidence of the corpus on its lines. */
export async function digestCorpus(corpus: Corpus, options: Options, observer: Observer): Promise<{ digest: Digest; shared: SharedLines | null }> {
  return withEngine(corpus, options, async (engine) => {
    const shared = await surveyLines(engine, corpus, observer);
    const total = corpus.articles.length;
    const parts = await timed(
      'digest',
      observer,
      () => engine.run({ kind: 'digest', shared }, (done) => observer.progress?.('digest', done, total)),
      () => 'strip, shingle, sketch, features',
    );
    return { digest: concatDigests(parts as Digest[]), shared }; // a digest job answers with digests
  });
}

/** The lines that articles share though they differ otherwise; null for fewer than two articles. */
async function surveyLines(engine: Engine, corpus: Corpus, observer: Observer): Promise<SharedLines | null> {
  const total = corpus.articles.length;
  if (total < 2) return null;
  return timed(
    'survey',
    observer,
    async () => {
      const parts = await engine.run({ kind: 'survey' }, (done) => observer.progress?.('survey', done, total));
      return sharedLines((parts as SurveyPart[]).flatMap(unpackSurveys)); // a survey job answers with surveys
    },
    ({ keys }) => `${keys.length} lines shared by articles that differ`,
  );
}

async function withEngine<Value>(corpus: Corpus, options: Options, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  const engine = await chooseEngine({ texts: corpus.texts, options }, options.workers);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
