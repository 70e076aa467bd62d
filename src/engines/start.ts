/** An engine for a corpus: its workers are called before there is one, it reads, and it is let go of whatever happens. */
import type { Corpus } from '../article.ts';
import type { Memory } from '../columns/memory.ts';
import { type Observer, timed } from '../observer.ts';
import type { Options } from '../options.ts';
import { type Readers, readCorpus } from '../stages/read/corpus.ts';
import type { Source } from '../stages/read/index.ts';
import type { Task as ReadTask, RecordSettings } from '../stages/read/piece.ts';
import { sectionsOf } from '../stages/strip/index.ts';
import { Crew } from './crew.ts';
import type { Engine, Task } from './engine.ts';

/** Does some work with an engine for the corpus, and lets go of it whatever happens. */
export function withEngine<Value>(corpus: Corpus, options: Options, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  return withCrew(options, (engine) => {
    turnTo(engine, corpus, options);
    return work(engine);
  });
}

/** Reads a corpus, and does some work with the engine that has read it: its workers start while files are found and read. */
export function withCorpus<Value>(
  source: Source,
  options: Options,
  observer: Observer,
  work: (engine: Engine, corpus: Corpus) => Promise<Value>,
  memory: Memory | null = null,
): Promise<Value> {
  return withCrew(options, async (engine) => {
    const corpus = await timed(
      'read',
      observer,
      () => readBy(engine, source, options, observer, memory),
      ({ articles }) => `${articles.length} articles${memory?.describe('texts') ?? ''}${memory?.shortfall(articles.length) ?? ''}`,
    );
    turnTo(engine, corpus, options);
    return work(engine, corpus);
  });
}

/** From now on the engine's jobs are about this corpus. */
export function turnTo(engine: Engine, { articles, texts }: Corpus, options: Options): void {
  const bytes = texts.end.reduce((sum, end, id) => sum + end - texts.start[id], 0);
  engine.expect(articles.length, bytes);
  engine.tell({ texts, sections: sectionsOf(options.furniture, articles), options });
}

async function withCrew<Value>(options: Options, work: (engine: Engine) => Promise<Value>): Promise<Value> {
  const engine = new Crew(options.workers);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** The stage that reads, its pieces given to the engine. */
export function readBy(
  engine: Engine,
  source: Source,
  options: Options,
  observer: Observer,
  memory: Memory | null = null,
): Promise<Corpus> {
  const readers: Readers = {
    expect: (files, bytes) => engine.expect(files, bytes),
    inOrder: (tasks, settings) => engine.inOrder(jobsIn(tasks, settings)),
  };
  return readCorpus(source, options, observer, readers, memory);
}

async function* jobsIn(tasks: AsyncIterable<ReadTask>, settings: RecordSettings): AsyncGenerator<Task<'read'>> {
  for await (const { piece, take } of tasks) yield { job: piece && { kind: 'read', piece, settings }, take };
}
