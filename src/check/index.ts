/** Is this batch new? An incoming corpus against an archive: the stages of a run over the batch and what of the archive matters. */
import { type Corpus, textOf } from '../article.ts';
import {
  type Digest,
  digestCorpus,
  digestOf,
  type Engine,
  type KnownRow,
  noteOnLines,
  readBy,
  rowOf,
  surveyCorpus,
  surveyLines,
  turnTo,
  viewer,
  withCorpus,
  withRuns,
} from '../engines/index.ts';
import { fileOf } from '../fileOf.ts';
import { findGroups } from '../grouping.ts';
import { type Observer, timed } from '../observer.ts';
import type { Options } from '../options.ts';
import { titleOf } from '../reported.ts';
import type { Source } from '../stages/read/index.ts';
import { type LineSurvey, mayBeJoined, type SharedLines } from '../stages/strip/index.ts';
import { type Archive, type Past, pastOf } from './archive.ts';
import { type CopyFinder, findHere } from './copyFinder.ts';
import type { Found } from './found.ts';
import { linesOf } from './lines.ts';
import { type Neighbourhood, neighbourhood } from './neighbourhood.ts';
import { wholeOf } from './statistics.ts';

export type { Archive, Past } from './archive.ts';
export { keyOfLine, pastOf } from './archive.ts';
export { type CheckedGroup, type Found, groupsIn } from './found.ts';
export { judge } from './judge.ts';
export { type Probes, probesOf, weightiestStems } from './probes.ts';
export { Statistics } from './statistics.ts';

/** A corpus taken apart, article by article, with the archive's lines as evidence, too. */
interface Prepared {
  readonly digest: Digest;
  readonly rows: readonly KnownRow[];
}

/** Strips and digests what comes in. What of a text is its own is decided now, and for good: later batches do not change it. */
async function prepare(engine: Engine, corpus: Corpus, past: Past, observer: Observer): Promise<Prepared> {
  const { lines } = await surveyBeside(engine, corpus, past, observer);
  const digest = await digestCorpus(engine, corpus, lines, observer);
  return { digest, rows: rowsOf(corpus, digest) };
}

/** What each article tells of its lines, and what archive and corpus together say against them. */
export function surveyBeside(
  engine: Engine,
  corpus: Corpus,
  past: Past,
  observer: Observer,
): Promise<{ surveys: LineSurvey[]; lines: SharedLines | null }> {
  return timed(
    'survey',
    observer,
    async () => {
      const surveys = await surveyLines(engine, corpus, observer);
      const joined = surveys.flatMap((survey, id) => (mayBeJoined(survey) ? [textOf(corpus.texts, id)] : []));
      const lines = linesOf(surveys, joined, past);
      return { surveys, lines: lines && (await withRuns(engine, corpus, lines)) };
    },
    ({ lines }) => noteOnLines(lines),
  );
}

/** Every article of a corpus by itself. */
export function rowsOf(corpus: Corpus, digest: Digest): KnownRow[] {
  return corpus.articles.map((info, id) => ({ ...rowOf(digest, id), info: { ...info, title: titleOf(corpus, digest, id) } }));
}

/**
 * The batch against an archive that is not read again: what one run over both would say of the batch. `hire` says who looks
 * for copies, of so many articles.
 */
export async function findInArchive(
  source: Source,
  archive: Archive,
  name: string,
  options: Options,
  observer: Observer,
  hire: (articles: number, past: Past) => CopyFinder = (_, past) => findHere(past, options),
): Promise<Found> {
  return withCorpus(source, options, observer, async (engine, batch) => {
    const past = pastOf(archive, batch.articles);
    const finder = hire(batch.articles.length, past);
    const lookUp = async () => {
      const prepared = await prepare(engine, batch, past, observer);
      const near = await timed('look up', observer, () => neighbourhood(prepared.rows, past, finder, options), noteOnNeighbourhood);
      return { ...prepared, ...near };
    };
    const { digest, rows, around, weighing } = await lookUp().finally(() => finder.close());
    const archived = Array.from(around, ([id, row]) => ({ row, at: -1, id })).sort((x, y) => x.id - y.id);
    const all = byFile([...archived, ...rows.map((row, at) => ({ row, at, id: -1 }))], ({ row }) => row.info.path);
    const together = all.map(({ row }) => row);
    const groups = await findGroups(
      engine,
      { articles: together.map(({ info }) => info) },
      digestOf(together, options.hashes),
      options,
      observer,
      weighing && wholeOf(weighing, (article) => all[article].id),
    );
    const viewOf = viewer(batch.texts, digest.spans);
    return {
      rows: together,
      groups,
      viewOf: (id) => (all[id].at < 0 ? null : viewOf(all[id].at)),
      isIncoming: (id) => all[id].at >= 0,
      against: { path: name, articles: past.count },
      skipped: batch.skipped,
    };
  });
}

function noteOnNeighbourhood({ around, isWhole }: Neighbourhood): string {
  return `${around.size} archived articles near the batch${isWhole ? '' : ': the limit, there are more'}`;
}

/** The batch against a folder, by one run over both. */
export async function findInFolder(source: Source, folder: string, options: Options, observer: Observer): Promise<Found> {
  return withCorpus(source, options, observer, async (engine, batch) => {
    const archive = await readBy(engine, { paths: [folder] }, { ...options, filesFrom: null, allowEmpty: true }, observer);
    const incoming = new Set(batch.articles.map(({ path }) => path));
    const both = joined(batch, archive);
    turnTo(engine, both, options);
    const lines = await surveyCorpus(engine, both, observer);
    const digest = await digestCorpus(engine, both, lines, observer);
    const viewOf = viewer(both.texts, digest.spans);
    return {
      rows: rowsOf(both, digest),
      groups: await findGroups(engine, both, digest, options, observer),
      viewOf,
      isIncoming: (id) => incoming.has(both.articles[id].path),
      against: { path: folder, articles: both.articles.length - incoming.size },
      skipped: batch.skipped,
    };
  });
}

/** Two corpora as one, by file; an article of the first counts where both have its path. */
function joined(first: Corpus, second: Corpus): Corpus {
  const paths = new Set(first.articles.map(({ path }) => path));
  const both = [
    ...second.articles.map((info, id) => ({ info, id, of: second, shift: first.texts.chunks.length })),
    ...first.articles.map((info, id) => ({ info, id, of: first, shift: 0 })),
  ];
  const all = byFile(
    both.filter(({ info, of }) => of === first || !paths.has(info.path)),
    ({ info }) => info.path,
  );
  return {
    articles: all.map(({ info }) => info),
    texts: {
      chunks: [...first.texts.chunks, ...second.texts.chunks],
      chunk: Uint32Array.from(all, ({ id, of, shift }) => of.texts.chunk[id] + shift),
      start: Uint32Array.from(all, ({ id, of }) => of.texts.start[id]),
      end: Uint32Array.from(all, ({ id, of }) => of.texts.end[id]),
    },
    skipped: [...first.skipped, ...second.skipped],
  };
}

/** As a run has them, so that ties fall as they do there: by file, records of one file in the order given. */
function byFile<Item>(items: readonly Item[], pathOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, file: fileOf(pathOf(item)).file }));
  return keyed.sort((x, y) => (x.file < y.file ? -1 : x.file > y.file ? 1 : 0)).map(({ item }) => item);
}
