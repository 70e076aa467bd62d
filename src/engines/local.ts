import { setImmediate } from 'node:timers/promises';
import { type Engine, rangesOf } from './engine.ts';
import { type Context, runJob } from './jobs.ts';

const ARTICLES_A_RANGE = 256;

/** Runs the jobs in this thread, with a pause now and then for signals and progress. */
export function localEngine(context: Context): Engine {
  return {
    async run(job, onDone) {
      const parts = [];
      for (const range of rangesOf(context.texts.start.length, ARTICLES_A_RANGE)) {
        parts.push(runJob(context, job, range));
        onDone(range.to);
        await setImmediate();
      }
      return parts;
    },
    async close() {},
  };
}
