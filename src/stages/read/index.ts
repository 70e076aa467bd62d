import type { Corpus, Skipped } from '../../article.ts';
import type { Options } from '../../options.ts';
import { readCorpus } from './corpus.ts';
import { find } from './find.ts';

/** An article as the library takes it: its text, or its text with what is known of it. */
export type ArticleInput =
  | string
  | { readonly text: string; readonly id?: string; readonly title?: string; readonly date?: string | Date; readonly source?: string };

/** Paths: folders, files, globs, '-' for one article on standard input. */
export interface PathSource {
  readonly paths: readonly string[];
  readonly cwd?: string;
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Where articles come from: paths or values. */
export type Source = PathSource | { readonly articles: Iterable<ArticleInput> | AsyncIterable<ArticleInput> };

export interface ReadObserver {
  /** So many of so many files are read. */
  progress?(stage: string, done: number, total: number): void;
}

/**
 * Files or values → articles, in the order of their paths: text in shared memory, date, title and source where known,
 * and a reason for whatever is no article. Time is linear in the bytes; memory is the texts, plus some pieces of 1 MB or one
 * line of JSONL. Undone here: the title in a text's first line, a date or a source in its dateline.
 */
export function read(source: Source, options: Options, observer: ReadObserver = {}): Promise<Corpus> {
  return readCorpus(source, options, observer);
}

/** The files that `read` would open, in its order; none for values. */
export async function listFiles(source: Source, options: Options): Promise<{ files: string[]; skipped: Skipped[] }> {
  if ('articles' in source) return { files: [], skipped: [] };
  const { files, skipped } = await find(source, options);
  return { files: files.map((file) => file.shown), skipped };
}
