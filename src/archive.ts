/** Keeping an archive as an index: it is built, added to, taken from. To ask it: check.ts. */
import { createHash } from 'node:crypto';
import { type Corpus, selectArticles, textOf } from './article.ts';
import { pastOf, probesOf, rowsOf, surveyBeside } from './check/index.ts';
import { digestCorpus, turnTo, withCorpus } from './engines/index.ts';
import { type Observer, timed } from './observer.ts';
import type { Options } from './options.ts';
import { read, type Source } from './stages/read/index.ts';
import { compactIndex, type Index, type StoredArticle, type Writer } from './store/index.ts';

/** Articles in a batch: all of them are in the index, or none. What a batch holds is in memory at once. */
const BATCH = 5000;

/** What became of the articles that were given. */
export interface Added {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly skipped: Corpus['skipped'];
}

/**
 * Adds articles, batch by batch. One that the index has with the same text, title, date and source is left as it is; another
 * text of the same path replaces the old one. The lines that archive and newcomers share are evidence for the newcomers.
 */
export async function addArticles(writer: Writer, source: Source, given: Options, observer: Observer): Promise<Added> {
  const options: Options = { ...given, only: 'all' }; // what a later check may ask for is not known
  return withCorpus(source, options, observer, async (engine, found) => {
    const { changed, hashes } = changedArticles(found, writer.index);
    const corpus = selectArticles(found, changed);
    turnTo(engine, corpus, options);
    let replaced = 0;
    const { surveys, lines } = await surveyBeside(engine, corpus, pastOf(writer.index, corpus.articles), observer);
    for (let from = 0; from < changed.length; from += BATCH) {
      const to = Math.min(changed.length, from + BATCH);
      const ids = Array.from({ length: to - from }, (_, i) => from + i);
      const rows = rowsOf(selectArticles(corpus, ids), await digestCorpus(engine, corpus, lines, observer, from, to));
      const added = rows.map((row, i): StoredArticle => ({ ...row, survey: surveys[from + i], textHash: hashes[from + i] }));
      await timed(
        'index',
        observer,
        () => {
          const past = pastOf(writer.index, corpus.articles.slice(from, to));
          writer.add({ added, probes: probesOf(rows, past), replacedIds: past.replaced });
          replaced += past.replaced.length;
        },
        () => `${to} of ${changed.length} articles`,
      );
    }
    return { added: changed.length - replaced, replaced, unchanged: found.articles.length - changed.length, skipped: found.skipped };
  });
}

/** Ids of the articles that the index does not have as they are, with the hashes of their texts. */
function changedArticles(corpus: Corpus, index: Index): { changed: number[]; hashes: Buffer[] } {
  const known = index.idsOfPaths(corpus.articles.map(({ path }) => path));
  const changed: number[] = [];
  const hashes: Buffer[] = [];
  for (const [id, info] of corpus.articles.entries()) {
    const hash = hashOf(textOf(corpus.texts, id));
    const old = known.get(info.path);
    if (old !== undefined) {
      const features = index.features(old);
      const before = features.info;
      const isSame = before.day === info.day && before.source === info.source && (info.title === null || info.title === before.title);
      if (isSame && features.textHash.equals(hash)) continue;
    }
    changed.push(id);
    hashes.push(hash);
  }
  return { changed, hashes };
}

function hashOf(text: Uint8Array): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

/** Takes articles out without a trace, by path; returns the paths that the index does not have. */
export function removePaths(writer: Writer, paths: readonly string[]): { removed: number; unknown: string[] } {
  const found = writer.index.idsOfPaths(paths);
  if (found.size > 0) compactIndex(writer, [...found.values()]);
  return { removed: found.size, unknown: paths.filter((path) => !found.has(path)) };
}

/** Takes out every article that has one of the texts, whatever its path. */
export async function removeTexts(writer: Writer, source: Source, options: Options): Promise<{ removed: number }> {
  const corpus = await read(source, options);
  const ids = writer.index.idsOfTexts(corpus.articles.map((_, id) => hashOf(textOf(corpus.texts, id))));
  if (ids.length > 0) compactIndex(writer, ids);
  return { removed: ids.length };
}
