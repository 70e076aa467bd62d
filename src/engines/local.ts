import { setImmediate } from 'node:timers/promises';
import { type Engine, engineOf, jobsOf, type Work } from './engine.ts';
import { type Context, type Job, type Part, runJob } from './jobs.ts';

/** Runs the jobs in this thread, with a pause after each for signals and progress. */
export function localEngine(context: Context): Engine {
  return engineOf({
    async each<Kind extends Job['kind']>(work: Work<Kind>, take: (part: Part<Kind>) => void) {
      let done = 0;
      for (const { job, items } of jobsOf(work)) {
        take(runJob(context, job) as Part<Kind>); // a job answers in its kind
        work.onDone?.((done += items));
        await setImmediate();
      }
    },
    async close() {},
  });
}
