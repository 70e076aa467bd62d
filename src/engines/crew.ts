import { setImmediate } from 'node:timers/promises';
import { threadsFor } from './choose.ts';
import { type Engine, jobsOf, type Task, type Work } from './engine.ts';
import { type Context, type Job, type Part, runJob } from './jobs.ts';

/** Jobs that wait at a worker, so that it has work while this thread is busy with a job of its own. */
const IN_HAND = 2;
/** Parts that may wait for the one before them to be taken. */
const MOST_AHEAD = 16;

/** A thread that helps. */
export interface Member {
  /** It has loaded, so that a job does not lie with it; false again when it has died. */
  readonly isReady: boolean;
  /** What the jobs after it are about. */
  tell(context: Context): void;
  /** The answer; null when it died over the job, or before. */
  ask(job: Job): Promise<Part | null>;
  dismiss(): Promise<void>;
}

type Perform = (job: Job) => Promise<Part>;

/**
 * Runs the jobs in as many threads as their number is worth, of which this one is one: each has to load and warm the program
 * for itself, so one less is time and memory saved. All read the texts from shared memory. A job whose worker dies is done
 * again in this thread; if it fails here as well, that error ends the run. `asked`: threads, 0 for as many as it is worth.
 */
export class Crew implements Engine {
  readonly #asked: number;
  readonly #hire: (() => Member) | null;
  readonly #members: Member[] = [];
  #context: Context | null = null;
  #isClosed = false;

  /** hire: how a member comes about; null for a worker. */
  constructor(asked: number, hire: (() => Member) | null = null) {
    this.#asked = asked;
    this.#hire = hire;
  }

  expect(articles: number, bytes: number): void {
    const wanted = threadsFor(articles, bytes, this.#asked) - 1;
    if (wanted <= this.#members.length) return;
    if (this.#hire !== null) this.#grow(wanted, this.#hire);
    // Run from source, as tests do, there is no built worker to start.
    else if (!import.meta.url.endsWith('.ts')) void import('./workers.ts').then(({ hireWorker }) => this.#grow(wanted, hireWorker));
  }

  tell(context: Context): void {
    this.#context = context;
    for (const member of this.#members) member.tell(context);
  }

  async run<Kind extends Job['kind']>(work: Work<Kind>): Promise<Part<Kind>[]> {
    const jobs = jobsOf(work);
    const parts: Part<Kind>[] = [];
    let begun = 0;
    let done = 0;
    await this.#together(async (perform) => {
      const next = jobs.next();
      if (next.done === true) return false;
      const { job, items } = next.value;
      const at = begun++;
      parts[at] = (await perform(job)) as Part<Kind>; // a job answers in its kind
      work.onDone?.((done += items));
      return true;
    });
    return parts;
  }

  async inOrder<Kind extends Job['kind']>(tasks: AsyncIterable<Task<Kind>>): Promise<void> {
    const iterator = tasks[Symbol.asyncIterator]();
    let turn: Promise<void> = Promise.resolve();
    let ahead = 0;
    await this.#together(async (perform) => {
      const next = await iterator.next();
      if (next.done === true) return false;
      const { job, take } = next.value;
      const part = job === null ? null : (perform(job) as Promise<Part<Kind>>); // a job answers in its kind
      ahead++;
      turn = turn.then(async () => {
        await take(await part);
        ahead--;
      });
      turn.catch(() => {}); // thrown below, where the last turn is awaited
      await part;
      if (ahead > MOST_AHEAD) await turn;
      return true;
    });
    await turn;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#members.map((member) => member.dismiss()));
  }

  #grow(wanted: number, hire: () => Member): void {
    while (!this.#isClosed && this.#members.length < wanted) {
      const member = hire();
      if (this.#context !== null) member.tell(this.#context);
      this.#members.push(member);
    }
  }

  /** Takes step after step, here and with each worker as soon as it is ready, until there is nothing left to do. */
  async #together(step: (perform: Perform) => Promise<boolean>): Promise<void> {
    const here: Perform = async (job) => runJob(this.#context, job);
    const helped: Promise<void>[] = [];
    let isBroken = false;
    const serve = async (member: Member) => {
      while (!isBroken && member.isReady && (await step(async (job) => (await member.ask(job)) ?? here(job))));
    };
    const hired = new Set<Member>();
    const hire = () => {
      for (const member of this.#members) {
        if (!member.isReady || hired.has(member)) continue;
        hired.add(member);
        for (let hand = 0; hand < IN_HAND; hand++) {
          const help = serve(member);
          help.catch(() => (isBroken = true)); // thrown below
          helped.push(help);
        }
      }
    };
    try {
      // A pause before each step for answers, signals and progress; the first lets this thread do what else it has to, beside workers.
      for (hire(), await setImmediate(); !isBroken && (await step(here)); hire()) await setImmediate();
      await Promise.all(helped);
    } finally {
      isBroken = true;
    }
  }
}
