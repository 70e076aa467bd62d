import { setImmediate } from 'node:timers/promises';
import type { Corpus, Skipped } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import type { Options } from '../../options.ts';
import type { RecordSettings } from './block.ts';
import { parseFields } from './fields.ts';
import { find } from './find.ts';
import type { FoundFile } from './findings.ts';
import { Gathering } from './gather.ts';
import { OpenFiles } from './open.ts';
import { readPiece, type Task } from './piece.ts';
import { tasksOf } from './tasks.ts';
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

/** Who reads the pieces: this thread alone, or several. */
export interface Readers {
  /** So much is to be read, as far as is known: help may be called for. */
  expect(files: number, bytes: number): void;
  /** Has pieces read by whoever is free, and their parts taken one by one, in the order of the pieces. */
  inOrder(tasks: AsyncIterable<Task>, settings: RecordSettings): Promise<void>;
}

/** This thread, with a pause after each piece that lets Ctrl-C through. */
const here: Readers = {
  expect() {},
  async inOrder(tasks, settings) {
    for await (const { piece, take } of tasks) {
      await take(piece && (await readPiece(piece, settings)));
      await setImmediate();
    }
  },
};

/**
 * Files or values → articles, in the order of their paths: text in shared memory, date, title and source where known,
 * and a reason for whatever is no article. Time is linear in the bytes; memory is the texts, unless `memory` is given and runs
 * short, plus some pieces of 1 MB or one line of JSONL. Undone here: the title in a text's first line, a date or a source in its dateline.
 */
export async function read(
  source: Source,
  options: Options,
  observer: ReadObserver = {},
  readers: Readers = here,
  memory: Memory | null = null,
): Promise<Corpus> {
  if ('articles' in source) return readValues(source.articles, options.maxArticleBytes, memory);
  const settings = { fields: parseFields(options.field), maxArticleBytes: options.maxArticleBytes };
  const { files, skipped } = await find(source, options, readers.expect);
  readers.expect(files.length, bytesIn(files));
  const likeRecords = files.map((file) => file.shown).filter((shown) => /\.(jsonl|ndjson)(\.gz)?[#:]/i.test(shown));
  const gathering = new Gathering(skipped, likeRecords, memory);
  const open = new OpenFiles();
  let done = 0;
  const onRead = (some: number) => observer.progress?.('read', (done += some), files.length);
  onRead(0);
  try {
    await readers.inOrder(tasksOf(files, source, settings, gathering, open, onRead), settings);
  } finally {
    open.closeAll();
  }
  return gathering.corpus();
}

/** What is to be read, at a guess: text packs to a quarter. */
function bytesIn(files: readonly FoundFile[]): number {
  return files.reduce((sum, { shown, bytes }) => sum + (/\.gz$/i.test(shown) ? 4 * bytes : bytes), 0);
}

/** The files that `read` would open, in its order; none for values. */
export async function listFiles(source: Source, options: Options): Promise<{ files: string[]; skipped: Skipped[] }> {
  if ('articles' in source) return { files: [], skipped: [] };
  const { files, skipped } = await find(source, options);
  return { files: files.map((file) => file.shown), skipped };
}
