import { Worker } from 'node:worker_threads';
import { type Engine, rangesOf } from './engine.ts';
import { type Context, type Job, type Part, type Range, runJob } from './jobs.ts';

/** Small enough that two workers end at the same time, large enough that messages cost nothing. */
const ARTICLES_A_RANGE = 128;

/**
 * Runs the jobs in `count` threads, which read the texts from shared memory. A range whose worker dies is done again in
 * this thread; if it fails here as well, that error ends the run.
 */
export function workerEngine(context: Context, count: number): Engine {
  const file = new URL('./worker.js', import.meta.url);
  const dead = new Set<Worker>();
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(file, { workerData: context });
    worker.on('error', () => dead.add(worker));
    worker.on('exit', () => dead.add(worker));
    worker.unref();
    return worker;
  });
  return {
    async run(job, onDone) {
      const ranges = rangesOf(context.texts.start.length, ARTICLES_A_RANGE);
      const parts: Part[] = new Array(ranges.length);
      let next = 0;
      let done = 0;
      const serve = async (worker: Worker) => {
        while (next < ranges.length) {
          const at = next++;
          const answer: Part | null = dead.has(worker) ? null : await ask(worker, job, ranges[at]);
          parts[at] = answer ?? runJob(context, job, ranges[at]);
          done += ranges[at].to - ranges[at].from;
          onDone(done);
        }
      };
      await Promise.all(workers.map(serve));
      return parts;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The worker's answer; null when it died. */
function ask(worker: Worker, job: Job, range: Range): Promise<Part | null> {
  return new Promise((resolve) => {
    const settle = (part: Part | null) => {
      worker.off('message', onMessage);
      worker.off('error', onDeath);
      worker.off('exit', onDeath);
      resolve(part);
    };
    const onMessage = (part: Part) => settle(part);
    const onDeath = () => settle(null);
    worker.on('message', onMessage);
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    worker.ref();
    worker.postMessage({ job, range });
  });
}
