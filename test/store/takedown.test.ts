/** Where tables know only the first articles of a key, who leaves is replaced by the next, as if it had never been there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveOptions } from '../../src/options.ts';
import { buildIndex, compactIndex, openIndex, openWriter, type StoredArticle, verifyIndex } from '../../src/store/index.ts';
import { indexOf } from '../check/indexes.ts';
import { folderWith } from '../cli/program.ts';
import { corpusOf } from '../properties/corpora.ts';
import { seeded } from '../properties/random.ts';

const NO_PROBES = { stems: new Uint32Array(), weights: new Float32Array() };

/** An index of articles that are known already, batch by batch. */
async function indexOfKnown(batches: readonly (readonly StoredArticle[])[]): Promise<string> {
  const options = resolveOptions();
  const path = join(folderWith(), 'known.idx');
  buildIndex(path, options);
  const writer = await openWriter(path, options, 0);
  for (const added of batches) writer.add({ added, probes: added.map(() => NO_PROBES), replacedIds: [] });
  writer.close();
  return path;
}

async function compacted(path: string, removed: readonly number[] = []): Promise<Buffer> {
  const writer = await openWriter(path, resolveOptions(), 0);
  compactIndex(writer, removed);
  writer.close();
  return readFileSync(path);
}

/** A hundred reports that repeat one another's statement and sign-off, long ones and short ones, among others. */
function reports(): { id: string; text: string }[] {
  const statement =
    'The harbour board of Sellick Bay said that divers had found no crack in the sluice gates, that the tide tables hung at the lock are right, ' +
    'and that barges longer than forty metres should wait at the outer buoys until a pilot comes aboard from the yellow launch.';
  const random = seeded(11);
  const words = 'heron tar copper ledger willow pump ferry gale orchard signal barley crane mast needle quarry ribbon saddle thistle'.split(
    ' ',
  );
  const run = (length: number) => Array.from({ length }, () => random.pick(words)).join(' ');
  return Array.from({ length: 100 }, (_, i) => {
    // The statement stands in a line with other words, or it would be taken for furniture; the sign-off stands alone.
    const long = `${run(6)} ${i}\n\n${run(30)}. ${statement} ${run(20)}.\n\nWords: R. Achterberg, Sellick Bay`;
    return { id: `report-${i}`, text: i % 6 === 0 ? `Note ${i}\n\nAsk at the lock for tide tables of ${i}.` : long };
  });
}

test.each([1, 2, 3])('articles that many share their words with leave no gap behind, seed %i', async (seed) => {
  const random = seeded(seed);
  const all = [...reports(), ...corpusOf(seed, 20)].sort(() => random.number() - 0.5);
  const path = await indexOf([all.slice(0, 70), all.slice(70, 95), all.slice(95)]);
  const index = openIndex(path, null);
  const articles = Array.from({ length: index.nextId }, (_, id) => index.article(id));
  const shared = new Map<number, number>();
  for (const { shingles } of articles) for (const shingle of shingles) shared.set(shingle, (shared.get(shingle) ?? 0) + 1);
  index.close();
  const most = Math.max(...shared.values());
  const removed = articles.flatMap((_, id) => (random.number() < 0.1 ? [id] : []));

  const batches = [articles.slice(0, 70), articles.slice(70, 95), articles.slice(95)];
  const left = batches.map((batch) => batch.filter((article) => !removed.includes(articles.indexOf(article))));
  const without = await compacted(await indexOfKnown(left));
  const taken = await compacted(path, removed);
  expect(most).toBeGreaterThan(70);
  expect(taken.equals(without)).toBe(true);
  const sound = openIndex(path, null);
  expect(verifyIndex(sound).articles).toBe(articles.length - removed.length);
  sound.close();
});
