import type { Corpus } from './article.ts';
import type { Memory } from './memory.ts';
import { type Observer, timed } from './observer.ts';
import type { Options } from './options.ts';
import { read, type Source } from './stages/read/index.ts';

/** The first stage of a run, timed. */
export function readCorpus(source: Source, options: Options, observer: Observer, memory: Memory | null = null): Promise<Corpus> {
  return timed(
    'read',
    observer,
    () => read(source, options, observer, memory),
    ({ articles }) => `${articles.length} articles${memory?.describe('texts') ?? ''}${memory?.shortfall(articles.length) ?? ''}`,
  );
}
