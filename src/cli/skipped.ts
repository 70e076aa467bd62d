import type { Skipped } from '../article.ts';
import type { Options } from '../options.ts';
import { safe } from '../stages/report/index.ts';
import type { Streams } from './streams.ts';

/** Named one by one at most; what a reader of a log still reads. */
const MOST_NAMED = 20;

/** A line that counts what was skipped, for formats that a person does not read. */
export function countSkipped(skipped: readonly Skipped[], { quiet, verbose }: Options, { stderr }: Streams): void {
  if (quiet || skipped.length === 0) return;
  if (verbose) for (const entry of skipped) stderr.write(lineOf(entry));
  stderr.write(`dedupe: ${skipped.length} input${skipped.length === 1 ? '' : 's'} skipped${verbose ? '' : '; -v says which and why'}\n`);
}

/** What was skipped and why, for a command whose result has no place for it. */
export function nameSkipped(skipped: readonly Skipped[], { quiet, verbose }: Options, { stderr }: Streams): void {
  if (quiet || skipped.length === 0) return;
  const named = verbose ? skipped : skipped.slice(0, MOST_NAMED);
  for (const entry of named) stderr.write(lineOf(entry));
  if (named.length < skipped.length) stderr.write(`dedupe: … and ${skipped.length - named.length} more skipped\n`);
}

function lineOf({ path, reason }: Skipped): string {
  return `dedupe: ${safe(path)}: ${safe(reason)}\n`;
}
