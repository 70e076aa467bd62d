import { availableParallelism } from 'node:os';

/** A worker starts in about 60 ms: below this many articles, or bytes, one thread is done sooner. */
const WORTH_A_WORKER = { articles: 400, bytes: 2_000_000 };
const MOST_THREADS = 16;

/** Threads for so much input: one for little, else one a core, or as many as were asked for. */
export function threadsFor(articles: number, bytes: number, asked: number): number {
  const isSmall = articles < WORTH_A_WORKER.articles && bytes < WORTH_A_WORKER.bytes;
  return asked > 0 ? asked : isSmall ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}
