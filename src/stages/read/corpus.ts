import { setImmediate } from 'node:timers/promises';
import type { Corpus } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import type { Options } from '../../options.ts';
import type { RecordSettings } from './block.ts';
import { parseFields } from './fields.ts';
import { find, nothingRead } from './find.ts';
import type { FoundFile } from './foundFile.ts';
import { Gathering } from './gather.ts';
import type { ReadObserver, Source } from './index.ts';
import { OpenFiles } from './open.ts';
import { readPiece, type Task } from './piece.ts';
import { tasksOf } from './tasks.ts';
import { readValues } from './values.ts';

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

/** As `read`, by several, and within a budget: what memory is too short for goes to files. */
export async function readCorpus(
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
  // Known before anything is read: what will be more than the budget is never in memory at all.
  memory?.weigh(files.length, bytesIn(files));
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
  const corpus = gathering.corpus();
  // A gate must not take a batch for new because nothing of it could be read.
  if (corpus.articles.length === 0 && options.failOn !== 'none' && !options.allowEmpty) throw nothingRead(files.length, corpus.skipped);
  return corpus;
}

/** What is to be read, at a guess: text packs to a quarter. */
function bytesIn(files: readonly FoundFile[]): number {
  return files.reduce((sum, { shown, bytes }) => sum + (/\.gz$/i.test(shown) ? 4 * bytes : bytes), 0);
}
