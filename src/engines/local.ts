import { setImmediate } from 'node:timers/promises';
import { type Engine, jobsOf, type Work } from './engine.ts';
import { type Context, type Job, type Part, runJob } from './jobs.ts';

/** Runs the jobs in this thread, with a pause after each for signals and progress. */
export function localEngine(context: Context): Engine {
  return {
    async run<Kind extends Job['kind']>(work: Work<Kind>) {
      const parts: Part<Kind>[] = [];
      let done = 0;
      for (const { job, items } of jobsOf(work)) {
        parts.push(runJob(context, job) as Part<Kind>); // a job answers in its kind
        work.onDone?.((done += items));
        await setImmediate();
      }
      return parts;
    },
    async close() {},
  };
}
