import { statSync } from 'node:fs';
import { checkArchive, checkFolder } from './check/index.ts';
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
  return checkAgainst(source, given.against, resolveOptions(given, 'check'), observer);
}

/** The same with options that are resolved. */
export async function checkAgainst(source: Source, against: string, options: Options, observer: Observer): Promise<CheckReport> {
  if (statSync(against, { throwIfNoEntry: false })?.isDirectory()) return checkFolder(source, against, options, observer);
  const index = openIndex(against, options);
  try {
    return await checkArchive(source, index, against, options, observer);
  } finally {
    index.close();
  }
}
