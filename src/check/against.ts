import { statSync } from 'node:fs';
import type { Observer } from '../observer.ts';
import type { Options } from '../options.ts';
import type { Source } from '../stages/read/index.ts';
import { openIndex } from '../store/index.ts';
import { findBeside } from './copyFinder.ts';
import { type Found, findInArchive, findInFolder } from './index.ts';

/** The batch and what of the archive matters to it, in groups: what `judge` judges, by itself or with a baseline. */
export async function findAgainst(source: Source, against: string, options: Options, observer: Observer): Promise<Found> {
  if (statSync(against, { throwIfNoEntry: false })?.isDirectory()) return findInFolder(source, against, options, observer);
  const index = openIndex(against, options);
  try {
    return await findInArchive(source, index, against, options, observer, (articles, past) => findBeside(index, articles, past, options));
  } finally {
    index.close();
  }
}
