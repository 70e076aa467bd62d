import type { Job, Part } from './jobs.ts';

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

/** Where jobs run. Parts come back in the order of their items, whoever did them. */
export interface Engine {
  run<Kind extends Job['kind']>(work: Work<Kind>): Promise<Part<Kind>[]>;
  close(): Promise<void>;
}

/** The jobs of a work, in order. */
export function jobsOf<Kind extends Job['kind']>({ count, size, job }: Work<Kind>): { job: Extract<Job, { kind: Kind }>; items: number }[] {
  const jobs = [];
  for (let from = 0; from < count; from += size) {
    const to = Math.min(count, from + size);
    jobs.push({ job: job(from, to), items: to - from });
  }
  return jobs;
}
