/** Vectors in a file, weighed and scored piece by piece, against those in memory. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { type FiledLists, type Lists, listsBuilder, valuesOf } from '../../src/columns/lists.ts';
import { Spool } from '../../src/columns/spool.ts';
import {
  countFeatures,
  countShared,
  type FeatureTable,
  type FiledFeatures,
  indexProbes,
  link,
  nearestOf,
  pairUp,
  scoreInBlocks,
  VectorFiler,
  WeighingBuilder,
  weighArticles,
} from '../../src/stages/link/index.ts';
import { type Article, tableOfArticles } from './tables.ts';

const article: fc.Arbitrary<Article> = fc.record({
  stems: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 25 }),
  numbers: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
  // All over the hashes, since these are counted range by range.
  quotes: fc.array(
    fc.integer({ min: 1, max: 20 }).map((quote) => quote * 0x0ccc_cccc),
    { maxLength: 8 },
  ),
  amounts: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
  ages: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
  weekdays: fc.integer({ min: 0, max: 127 }),
  months: fc.integer({ min: 0, max: 4095 }),
  lead: fc.integer({ min: 0, max: 2 }),
});

/** The same features with their lists in a file. */
function inFile(table: FeatureTable, spools: Spool[]): FiledFeatures {
  const filed = (lists: Lists) => {
    const spool = new Spool();
    spools.push(spool);
    const builder = listsBuilder(spool);
    for (let i = 0; i < table.count; i++) builder.push(valuesOf(lists, i));
    return builder.finish() as FiledLists; // a spool was given
  };
  const { stems, counts, numbers, quotes, amounts } = table;
  return {
    ...table,
    stems: filed(stems),
    counts: filed({ starts: stems.starts, values: counts }),
    numbers: filed(numbers),
    quotes: filed(quotes),
    amounts: filed(amounts),
  };
}

describe('what is weighed in parts and scored in blocks', () => {
  test('has the pairs and the scores, to the last bit, that all at once has', () => {
    let scored = 0;
    const sizes = fc.record({
      part: fc.integer({ min: 1, max: 5 }),
      passes: fc.integer({ min: 1, max: 4 }),
      block: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(article, { minLength: 2, maxLength: 14 }), sizes, (articles, { part, passes, block }) => {
        const table = tableOfArticles(articles);
        const { pairs, scores } = link(table);
        const spools: Spool[] = [];
        try {
          const features = inFile(table, spools);
          const ranges = Array.from({ length: Math.ceil(table.count / part) }, (_, i) => [i * part, Math.min(table.count, (i + 1) * part)]);
          const builder = new WeighingBuilder();
          for (const [from, to] of ranges) builder.addCounts(countFeatures(features, from, to));
          for (let pass = 0; pass < passes; pass++) builder.addQuotes(countShared(features.quotes, pass, passes));
          const by = builder.finish(table.count, background());
          const spool = new Spool();
          spools.push(spool);
          const filer = new VectorFiler(by, spool);
          for (const [from, to] of ranges) filer.add(weighArticles(features, by, background(), from, to));
          const { vectors, probed } = filer.finish();
          expect(pairUp([nearestOf(indexProbes(probed), 0, table.count)])).toEqual(pairs);
          const cut = Math.floor(scores.length / 3); // a job may begin amid the pairs of an article
          const halves = [
            scoreInBlocks(vectors, table, pairs, 0, cut, block),
            scoreInBlocks(vectors, table, pairs, cut, scores.length, block),
          ];
          expect(halves.flatMap((half) => [...half])).toEqual([...scores]);
          scored += scores.length;
        } finally {
          for (const spool of spools) spool.close();
        }
      }),
      { numRuns: 60 },
    );
    expect(scored).toBeGreaterThan(500); // else nothing was compared
  });
});
