import { setImmediate } from 'node:timers/promises';
import type { Corpus, Skipped } from '../../article.ts';
import type { Memory } from '../../memory.ts';
import type { Options } from '../../options.ts';
import { type Fields, parseFields } from './fields.ts';
import { find } from './find.ts';
import { type FoundFile, holdsRecords, STDIN } from './findings.ts';
import { Gathering } from './gather.ts';
import { readRecords } from './jsonl.ts';
import { Unreadable } from './open.ts';
import { readStdin, readText } from './text.ts';
import { readValues } from './values.ts';

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

const FILES_PER_PAUSE = 500;

/**
 * Files or values → articles, in the order of their paths: text in shared memory, date, title and source where known,
 * and a reason for whatever is no article. Time is linear in the bytes; memory is the texts, plus one line of JSONL, unless
 * `memory` is given and runs short.
 * Undone here: the title in a text's first line, a date or a source in its dateline.
 */
export async function read(source: Source, options: Options, observer: ReadObserver = {}, memory: Memory | null = null): Promise<Corpus> {
  if ('articles' in source) return readValues(source.articles, options.maxArticleBytes, memory);
  const fields = parseFields(options.field);
  const { files, skipped } = await find(source, options);
  const likeRecords = files.map((file) => file.shown).filter((shown) => /\.(jsonl|ndjson)(\.gz)?[#:]/i.test(shown));
  const gathering = new Gathering(options.maxArticleBytes, skipped, likeRecords, memory);
  for (const [done, file] of files.entries()) {
    if (done % FILES_PER_PAUSE === 0) {
      observer.progress?.('read', done, files.length);
      await setImmediate(); // lets Ctrl-C through
    }
    await readFile(file, source, fields, gathering);
  }
  observer.progress?.('read', files.length, files.length);
  return gathering.corpus();
}

/** The files that `read` would open, in its order; none for values. */
export async function listFiles(source: Source, options: Options): Promise<{ files: string[]; skipped: Skipped[] }> {
  if ('articles' in source) return { files: [], skipped: [] };
  const { files, skipped } = await find(source, options);
  return { files: files.map((file) => file.shown), skipped };
}

async function readFile({ shown, path, bytes }: FoundFile, source: PathSource, fields: Fields, gathering: Gathering): Promise<void> {
  if (shown === STDIN) return readStdin(source.stdin ?? process.stdin, gathering);
  try {
    if (holdsRecords(shown)) await readRecords(shown, path, bytes, fields, gathering);
    else await readText(shown, path, bytes, gathering);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    gathering.skip(shown, error.message);
  }
}
