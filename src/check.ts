import { statSync } from 'node:fs';
import { type Found, findInArchive, findInFolder, judge } from './check/index.ts';
import type { CheckReport } from './checkReport.ts';
import type { Observer } from './observer.ts';
import { type Given, type Options, resolveOptions } from './options.ts';
import type { Source } from './stages/read/index.ts';
import { openIndex } from './store/index.ts';

/**
 * What of a batch an archive has already: an index, which is not read again, or a folder, which is. `given.against` names it.
 * Throws UserError for an archive that cannot be used as asked.
 */
export async function check(source: Source, given: Given & { readonly against: string }, observer: Observer = {}): Promise<CheckReport> {
  const options = resolveOptions(given, 'check');
  return judge(await findAgainst(source, given.against, options, observer), options);
}

/** The batch and what of the archive matters to it, in groups: what `judge` judges, by itself or with a baseline. */
export async function findAgainst(source: Source, against: string, options: Options, observer: Observer): Promise<Found> {
  if (statSync(against, { throwIfNoEntry: false })?.isDirectory()) return findInFolder(source, against, options, observer);
  const index = openIndex(against, options);
  try {
    return await findInArchive(source, index, against, options, observer);
  } finally {
    index.close();
  }
}
