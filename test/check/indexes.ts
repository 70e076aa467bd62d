/** Indexes in a folder of their own, made of articles given as values. */
import { join } from 'node:path';
import { addArticles } from '../../src/archive.ts';
import { findInArchive, judge } from '../../src/check/index.ts';
import type { CheckReport } from '../../src/checkReport.ts';
import { type Options, resolveOptions } from '../../src/options.ts';
import { buildIndex, openIndex, openWriter } from '../../src/store/index.ts';
import { folderWith } from '../cli/program.ts';
import type { Article } from '../properties/corpora.ts';

/** An index of these batches, added one after another. */
export async function indexOf(batches: readonly (readonly Article[])[], given: Partial<Options> = {}): Promise<string> {
  const path = join(folderWith(), 'archive.idx');
  buildIndex(path, resolveOptions(given));
  for (const articles of batches) await addTo(path, articles, given);
  return path;
}

export async function addTo(path: string, articles: readonly Article[], given: Partial<Options> = {}) {
  const options = resolveOptions(given);
  const writer = await openWriter(path, options, 0);
  try {
    return await addArticles(writer, { articles }, options, {});
  } finally {
    writer.close();
  }
}

export async function checkAgainst(path: string, articles: readonly Article[], given: Partial<Options> = {}): Promise<CheckReport> {
  const options = resolveOptions(given, 'check');
  const index = openIndex(path, options);
  try {
    return judge(await findInArchive({ articles }, index, 'archive.idx', options, {}), options);
  } finally {
    index.close();
  }
}
