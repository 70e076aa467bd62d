import type { Options } from './options.ts';
import type { Cleaned, Explanation, Report } from './report.ts';
import type { Source } from './stages/read/index.ts';

/** What a run tells while it goes on. Nothing is printed by the library itself. */
export interface Observer {
  /** A stage works: so many of so many done. */
  progress?(stage: string, done: number, total: number): void;
  /** A stage is done; note says what is left after it: '1,204 candidates'. */
  finished?(stage: string, milliseconds: number, note: string): void;
}

export async function dedupe(source: Source, given: Partial<Options> = {}, observer: Observer = {}): Promise<Report> {
  throw new Error(`not yet: ${String([source, given, observer])}`);
}

/** The own text of each article, with the verdict on every line, in the order of the paths. */
export async function clean(source: Source, given: Partial<Options> = {}, observer: Observer = {}): Promise<{ cleaned: Cleaned[]; skipped: Report['skipped'] }> {
  throw new Error(`not yet: ${String([source, given, observer])}`);
}

/** How two articles compare. Throws UserError unless the source holds exactly two. */
export async function explain(source: Source, given: Partial<Options> = {}): Promise<Explanation> {
  throw new Error(`not yet: ${String([source, given])}`);
}
