import type { Job, Part, Range } from './jobs.ts';

/** Where jobs run. Parts come back in the order of their ranges, whoever did them. */
export interface Engine {
  run(job: Job, onDone: (articles: number) => void): Promise<Part[]>;
  close(): Promise<void>;
}

/** Articles 0 … count − 1 in ranges of like size. The cut never shows in a result. */
export function rangesOf(count: number, size: number): Range[] {
  const ranges: Range[] = [];
  for (let from = 0; from < count; from += size) ranges.push({ from, to: Math.min(count, from + size) });
  return ranges;
}
