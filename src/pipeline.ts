import { type Corpus, textOf } from './article.ts';
import { assemble, type Gather } from './assemble.ts';
import { Memory } from './columns/memory.ts';
import { digestWithin, type Engine, gatherEvidence, surveyCorpus, withCorpus } from './engines/index.ts';
import { type Furniture, sourceOf } from './furniture.ts';
import { findGroups } from './grouping.ts';
import { type Observer, timed } from './observer.ts';
import { type Given, type Options, resolveOptions } from './options.ts';
import type { Cleaned, Report } from './report.ts';
import { plainReport } from './reported.ts';
import type { Source } from './stages/read/index.ts';
import { judge, Learner, sectionsOf, taughtOf } from './stages/strip/index.ts';

export { explain } from './explain.ts';

export type { Observer } from './observer.ts';

/** The whole run: what copies what, what covers the same event, and why. */
export async function dedupe(source: Source, given: Given = {}, observer: Observer = {}): Promise<Report> {
  return withReport(source, resolveOptions(given), observer, plainReport);
}

/**
 * The same for a report that is read once, while the run still holds the corpus that it is about: of a million articles, one that
 * stands for itself is a gigabyte. `figure` rounds what is measured.
 */
export async function withReport<Value>(
  source: Source,
  options: Options,
  observer: Observer,
  use: (report: Report) => Value | Promise<Value>,
  figure?: (measured: number) => number,
): Promise<Value> {
  const memory = new Memory(options);
  try {
    return await use(await reportWithin(memory, source, options, observer, figure));
  } finally {
    memory.close();
  }
}

function reportWithin(
  memory: Memory,
  source: Source,
  options: Options,
  observer: Observer,
  figure?: (measured: number) => number,
): Promise<Report> {
  const find = async (engine: Engine, corpus: Corpus) => {
    // The lines are let go of with the digest: of a million articles they are 60 MB.
    const digest = await surveyCorpus(engine, corpus, observer, memory).then((lines) =>
      digestWithin(engine, corpus, lines, observer, memory),
    );
    const groups = await findGroups(engine, corpus, digest, options, observer, null, memory);
    const gather: Gather = (pairs, question) => gatherEvidence(engine, pairs, question, digest);
    return timed(
      'report',
      observer,
      () => assemble(corpus, digest, groups, gather, options, figure),
      () => '',
    );
  };
  return withCorpus(source, options, observer, find, memory);
}

/** The own text of each article, with the verdict on every line, in the order of the paths. */
export async function clean(
  source: Source,
  given: Given = {},
  observer: Observer = {},
): Promise<{ cleaned: Cleaned[]; skipped: Report['skipped'] }> {
  const options = resolveOptions(given);
  const { corpus, shared } = await readAndSurvey(source, options, observer);
  const sections = sectionsOf(options.furniture, corpus.articles);
  const cleaned = corpus.articles.map(({ path }, id): Cleaned => {
    const lines = judge(textOf(corpus.texts, id), shared, taughtOf(options.furniture, sections, id));
    const own = lines.filter((line) => line.own !== '').map((line) => line.own);
    return { path, lines, own: own.join('\n') };
  });
  return { cleaned, skipped: corpus.skipped };
}

/**
 * Rules for what is furniture, learnt from many articles: by source, or by folder, where there are several. Give them to a
 * later run as its option `furniture`, and five articles are stripped as these are. See stages/strip/learn.ts.
 */
export async function learn(source: Source, given: Given = {}, observer: Observer = {}): Promise<Learnt> {
  const options = resolveOptions(given);
  const { corpus, shared } = await readAndSurvey(source, options, observer);
  const sections = sectionsOf(options.furniture, corpus.articles);
  const learner = new Learner();
  const { articles, texts, skipped } = corpus;
  if (shared === null) return { furniture: [], articles: articles.map(({ path }) => path), skipped };
  for (const [id, article] of articles.entries()) {
    learner.add(textOf(texts, id), shared, taughtOf(options.furniture, sections, id), sourceOf(article));
  }
  return { furniture: learner.rules(), articles: articles.map(({ path }) => path), skipped };
}

/** A corpus, and the lines that its articles share. */
function readAndSurvey(source: Source, options: Options, observer: Observer) {
  return withCorpus(source, options, observer, async (engine, corpus) => ({
    corpus,
    shared: await surveyCorpus(engine, corpus, observer),
  }));
}

export interface Learnt {
  readonly furniture: Furniture;
  /** Paths of what it was learnt from. */
  readonly articles: readonly string[];
  readonly skipped: Report['skipped'];
}
