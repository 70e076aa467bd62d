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
  /** Hands over part by part, as soon as all before it are done, and keeps none. */
  each<Kind extends Job['kind']>(work: Work<Kind>, take: (part: Part<Kind>) => void): Promise<void>;
  run<Kind extends Job['kind']>(work: Work<Kind>): Promise<Part<Kind>[]>;
  close(): Promise<void>;
}

/** An engine that can hand over parts: the rest follows. */
export function engineOf({ each, close }: Pick<Engine, 'each' | 'close'>): Engine {
  return {
    each,
    close,
    async run<Kind extends Job['kind']>(work: Work<Kind>) {
      const parts: Part<Kind>[] = [];
      await each(work, (part) => parts.push(part));
      return parts;
    },
  };
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
