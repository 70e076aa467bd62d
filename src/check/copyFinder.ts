/** Who looks for copies in an archive: this thread, or one beside it, while this one looks for reports of the same event. */
import { Worker } from 'node:worker_threads';
import { raggedOf } from '../columns/ragged.ts';
import { threadsFor } from '../engines/choose.ts';
import type { Options } from '../options.ts';
import type { Index } from '../store/index.ts';
import type { Past } from './archive.ts';
import { type CopyHit, copiesNear } from './copiesNear.ts';
import type { Answer, Question, Setting } from './copyWorker.ts';

export interface CopyFinder {
  /** As copiesNear. */
  near(articles: readonly Uint32Array[]): Promise<readonly CopyHit[]>;
  close(): Promise<void>;
}

export function findHere(past: Past, options: Options): CopyFinder {
  return { near: async (articles) => copiesNear(articles, past, options), close: async () => {} };
}

/**
 * Looks in a thread of its own, where so many articles are worth one: it opens the index for itself, while this thread still
 * strips. What fails there is done again here, where it is an error or, if only the thread has died, none.
 */
export function findBeside({ path, seal }: Index, articles: number, past: Past, options: Options): CopyFinder {
  const here = findHere(past, options);
  // Run from source, as tests do, there is no built worker to start.
  if (threadsFor(articles, 0, options.workers) === 1 || import.meta.url.endsWith('.ts')) return here;
  const { similarity, containment, recall } = options;
  return new Beside({ path, seal, without: Uint32Array.from(past.without), least: { similarity, containment, recall } }, here);
}

class Beside implements CopyFinder {
  private readonly worker: Worker;
  private readonly waiting: ((answer: Answer) => void)[] = [];
  private isGone = false;

  constructor(
    setting: Setting,
    private readonly here: CopyFinder,
  ) {
    this.worker = new Worker(new URL('./copyWorker.js', import.meta.url), { workerData: setting });
    this.worker.on('message', (answer: Answer) => this.waiting.shift()?.(answer));
    this.worker.on('error', () => this.bury());
    this.worker.on('exit', () => this.bury());
    this.worker.unref();
  }

  async near(articles: readonly Uint32Array[]): Promise<readonly CopyHit[]> {
    return (await this.ask(raggedOf(articles))) ?? this.here.near(articles);
  }

  async close(): Promise<void> {
    this.waiting.length = 0; // nobody asks any more
    await this.worker.terminate();
  }

  private ask(question: Question): Promise<Answer> {
    if (this.isGone) return Promise.resolve(null);
    this.worker.ref(); // until it has answered
    this.worker.postMessage(question);
    return new Promise<Answer>((resolve) => this.waiting.push(resolve)).finally(() => this.worker.unref());
  }

  private bury(): void {
    this.isGone = true;
    while (this.waiting.length > 0) this.waiting.shift()?.(null);
  }
}
