import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Engine, engineOf, jobsOf, type Work } from './engine.ts';
import { type Context, type Job, type Part, runJob } from './jobs.ts';

/** Jobs leave little garbage that lives; a small nursery keeps a worker small at the same speed. */
const YOUNG_MB = 8;
/** Jobs that wait at a worker, so that it has work while this thread is busy with a job of its own. */
const IN_HAND = 2;

/**
 * Runs the jobs in `threads` threads, of which this one is one: each has to load and warm the program for itself, so one
 * less is time and memory saved. All read the texts from shared memory. A job whose worker dies is done again in this
 * thread; if it fails here as well, that error ends the run.
 */
export function workerEngine(context: Context, threads: number): Engine {
  const file = new URL('./worker.js', import.meta.url);
  const crew = Array.from({ length: threads - 1 }, () => new CrewMember(file, context));
  return engineOf({
    async each<Kind extends Job['kind']>(work: Work<Kind>, take: (part: Part<Kind>) => void) {
      const jobs = jobsOf(work);
      /** Parts that are done while one before them is not. */
      const early = new Map<number, Part<Kind>>();
      let taken = 0;
      let next = 0;
      let done = 0;
      const keep = (at: number, part: Part) => {
        early.set(at, part as Part<Kind>); // a job answers in its kind
        for (let due = early.get(taken); due !== undefined; due = early.get(++taken)) {
          early.delete(taken);
          take(due);
        }
        work.onDone?.((done += jobs[at].items));
      };
      const serve = async (member: CrewMember) => {
        while (next < jobs.length) {
          const at = next++;
          keep(at, (await member.ask(jobs[at].job)) ?? runJob(context, jobs[at].job));
        }
      };
      const help = async () => {
        while (next < jobs.length) {
          const at = next++;
          keep(at, runJob(context, jobs[at].job));
          await setImmediate(); // for answers, signals and progress
        }
      };
      try {
        await Promise.all([...crew.flatMap((member) => Array.from({ length: IN_HAND }, () => serve(member))), help()]);
      } finally {
        next = jobs.length; // after an error nobody begins another job
      }
    },
    async close() {
      await Promise.all(crew.map((member) => member.dismiss()));
    },
  });
}

/** A worker that answers jobs in the order in which it got them. */
class CrewMember {
  private readonly worker: Worker;
  private readonly waiting: ((part: Part | null) => void)[] = [];
  private isDead = false;

  constructor(file: URL, context: Context) {
    this.worker = new Worker(file, { workerData: context, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.worker.on('message', (part: Part) => this.settle(part));
    this.worker.on('error', () => this.bury());
    this.worker.on('exit', () => this.bury());
    this.worker.unref();
  }

  /** The answer; null when the worker died over it, or before. */
  ask(job: Job): Promise<Part | null> {
    if (this.isDead) return Promise.resolve(null);
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.worker.ref();
      this.worker.postMessage(job);
    });
  }

  async dismiss(): Promise<void> {
    await this.worker.terminate();
  }

  private settle(part: Part | null): void {
    this.waiting.shift()?.(part);
    if (this.waiting.length === 0) this.worker.unref();
  }

  private bury(): void {
    this.isDead = true;
    while (this.waiting.length > 0) this.settle(null);
  }
}
