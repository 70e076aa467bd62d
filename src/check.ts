import { findAgainst } from './check/against.ts';
import { judge } from './check/index.ts';
import type { CheckReport } from './checkReport.ts';
import type { Observer } from './observer.ts';
import { type Given, resolveOptions } from './options.ts';
import type { Source } from './stages/read/index.ts';

/**
 * What of a batch an archive has already: an index, which is not read again, or a folder, which is. `given.against` names it.
 * Throws UserError for an archive that cannot be used as asked.
 */
export async function check(source: Source, given: Given & { readonly against: string }, observer: Observer = {}): Promise<CheckReport> {
  const options = resolveOptions(given, 'check');
  return judge(await findAgainst(source, given.against, options, observer), options);
}
