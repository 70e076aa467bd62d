import { availableParallelism } from 'node:os';
import type { Engine } from './engine.ts';
import type { Context } from './jobs.ts';
import { localEngine } from './local.ts';

/** A worker starts in about 60 ms: below this many articles, or bytes, one thread is done sooner. */
const WORTH_A_WORKER = { articles: 400, bytes: 2_000_000 };
const MOST_WORKERS = 16;

/** The engine for a corpus: this thread for a small one, else one worker a core, or as many as were asked for. */
export async function chooseEngine(context: Context, workers: number): Promise<Engine> {
  const { start, end } = context.texts;
  let bytes = 0;
  for (let id = 0; id < start.length; id++) bytes += end[id] - start[id];
  const isSmall = start.length < WORTH_A_WORKER.articles && bytes < WORTH_A_WORKER.bytes;
  const wanted = workers > 0 ? workers : isSmall ? 1 : Math.min(availableParallelism(), MOST_WORKERS);
  // Run from source, as tests do, there is no built worker to start.
  if (wanted === 1 || import.meta.url.endsWith('.ts')) return localEngine(context);
  const { workerEngine } = await import('./workers.ts');
  return workerEngine(context, wanted);
}
