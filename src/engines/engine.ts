import type { Context, Job, Part } from './jobs.ts';

/** A row of like pieces of work: `count` items, so many a job. */
export interface Work<Kind extends Job['kind']> {
  readonly count: number;
  /** Items that go to a worker at once; the cut never shows in a result. */
  readonly size: number;
  /** The job on items from … to − 1. */
  readonly job: (from: number, to: number) => Extract<Job, { kind: Kind }>;
  /** Called as items get done. */
  readonly onDone?: (items: number) => void;
}

/** A job, and what is done with its part; null is for what only waits for its turn. */
export interface Task<Kind extends Job['kind']> {
  readonly job: Extract<Job, { kind: Kind }> | null;
  readonly take: (part: Part<Kind> | null) => void | Promise<void>;
}

/** Where jobs run: this thread, and workers that come to its help. */
export interface Engine {
  /** So much is coming. Where it is worth workers, they are started; they load while this thread works, and join in when ready. */
  expect(articles: number, bytes: number): void;
  /** What the jobs are about from now on; a job that reads needs none. */
  tell(context: Context): void;
  /** Parts come back in the order of their items, whoever did them. */
  run<Kind extends Job['kind']>(work: Work<Kind>): Promise<Part<Kind>[]>;
  /** Parts are taken one by one in the order of the tasks, which are asked for as they can be done. */
  inOrder<Kind extends Job['kind']>(tasks: AsyncIterable<Task<Kind>>): Promise<void>;
  close(): Promise<void>;
}

/** The jobs of a work, in order, each made when it is asked for. */
export function* jobsOf<Kind extends Job['kind']>({
  count,
  size,
  job,
}: Work<Kind>): Generator<{ job: Extract<Job, { kind: Kind }>; items: number }> {
  for (let from = 0; from < count; from += size) {
    const to = Math.min(count, from + size);
    yield { job: job(from, to), items: to - from };
  }
}

/** The tasks of a work, whose parts are taken one by one, and kept by nobody else. */
export async function* tasksOf<Kind extends Job['kind']>(work: Work<Kind>, take: (part: Part<Kind>) => void): AsyncGenerator<Task<Kind>> {
  let done = 0;
  for (const { job, items } of jobsOf(work)) {
    yield {
      job,
      take: (part) => {
        take(part!); // it is that of a job
        work.onDone?.((done += items));
      },
    };
  }
}
