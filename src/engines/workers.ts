import { Worker } from 'node:worker_threads';
import { type Engine, jobsOf, type Work } from './engine.ts';
import { type Context, type Job, type Part, runJob } from './jobs.ts';

/** Jobs leave little garbage that lives; a small nursery keeps a worker small at the same speed. */
const YOUNG_MB = 8;

/**
 * Runs the jobs in `count` threads, which read the texts from shared memory. A job whose worker dies is done again in
 * this thread; if it fails here as well, that error ends the run.
 */
export function workerEngine(context: Context, count: number): Engine {
  const file = new URL('./worker.js', import.meta.url);
  const dead = new Set<Worker>();
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(file, { workerData: context, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    worker.on('error', () => dead.add(worker));
    worker.on('exit', () => dead.add(worker));
    worker.unref();
    return worker;
  });
  return {
    async run<Kind extends Job['kind']>(work: Work<Kind>) {
      const jobs = jobsOf(work);
      const parts: Part<Kind>[] = new Array(jobs.length);
      let next = 0;
      let done = 0;
      const serve = async (worker: Worker) => {
        while (next < jobs.length) {
          const at = next++;
          const { job, items } = jobs[at];
          const answer = dead.has(worker) ? null : await ask(worker, job);
          parts[at] = (answer ?? runJob(context, job)) as Part<Kind>; // a job answers in its kind
          work.onDone?.((done += items));
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
function ask(worker: Worker, job: Job): Promise<Part | null> {
  return new Promise((resolve) => {
    const settle = (part: Part | null) => {
      worker.off('message', settle);
      worker.off('error', onDeath);
      worker.off('exit', onDeath);
      worker.unref();
      resolve(part);
    };
    const onDeath = () => settle(null);
    worker.on('message', settle);
    worker.on('error', onDeath);
    worker.on('exit', onDeath);
    worker.ref();
    worker.postMessage(job);
  });
}
