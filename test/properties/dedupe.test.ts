/** Laws of the whole run, on random small corpora. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dedupe, type Options, type Report } from '../../src/index.ts';
import { builtLibrary } from './built.ts';
import { corpora, corpusOf } from './corpora.ts';
import { seeded } from './random.ts';

const RUNS = { numRuns: 40 };
const LONG = { timeout: 60_000 };
/** Bounds at which groups fall apart, or run together, in other places. */
const OPTIONS = fc.constantFrom<Partial<Options>>(
  {},
  { eventScore: 0.99 },
  { eventScore: 0.05 },
  { similarity: 0.8, containment: 0.9 },
  { shingleSize: 1 },
);

async function* streamOf<Value>(values: Iterable<Value>): AsyncIterable<Value> {
  yield* values;
}

test('an article is in one list: read or skipped', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(corpora, async ({ seed, size }) => {
      const articles = corpusOf(seed, size);
      const report = await dedupe({ articles });
      expect([...report.articles, ...report.skipped].map(({ path }) => path).sort()).toEqual(articles.map(({ id }) => id).sort());
      expect(report.articles.map(({ path }) => path)).toEqual(report.articles.map(({ path }) => path).sort());
    }),
    RUNS,
  );
});

test('groups are a partition: of two or more, an article in one copy group and one event at most, copies inside events', LONG, async () => {
  let grouped = 0;
  await fc.assert(
    fc.asyncProperty(corpora, OPTIONS, async ({ seed, size }, options) => {
      const report = await dedupe({ articles: corpusOf(seed, size) }, options);
      for (const groups of [report.copies, report.events]) {
        const members = groups.flatMap(({ articles }) => articles);
        expect(new Set(members).size).toBe(members.length);
        for (const { articles, representative, cohesion, weakest } of groups) {
          expect(articles.length).toBeGreaterThan(1);
          expect(articles).toEqual([...articles].sort());
          expect(articles).toContain(representative);
          for (const share of [cohesion, weakest]) expect(share >= 0 && share <= 1).toBe(true);
        }
        grouped += groups.length;
      }
      expectNested(report);
    }),
    RUNS,
  );
  expect(grouped).toBeGreaterThan(50); // else nothing was grouped
});

function expectNested({ articles, copies, events }: Report): void {
  const eventOf = new Map(events.flatMap(({ id, articles }) => articles.map((path): [string, string] => [path, id])));
  const copyOf = new Map(copies.flatMap(({ id, articles }) => articles.map((path): [string, string] => [path, id])));
  for (const { path, copy, event } of articles) {
    expect(copy).toBe(copyOf.get(path) ?? null);
    expect(event).toBe(eventOf.get(path) ?? null);
  }
  for (const { articles } of copies) expect(new Set(articles.map((path) => eventOf.get(path))).size).toBe(1);
  for (const event of events)
    expect([...event.copies].sort()).toEqual([...new Set(event.articles.flatMap((path) => copyOf.get(path) ?? []))].sort());
}

test('every pair lies inside the group that it speaks for, once, a before b, with shares from 0 to 1', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(corpora, OPTIONS, async ({ seed, size }, options) => {
      const report = await dedupe({ articles: corpusOf(seed, size) }, options);
      const groupOf = new Map(
        report.articles.map(({ path, copy, event }): [string, { copy: string | null; event: string | null }] => [path, { copy, event }]),
      );
      const seen = new Set<string>();
      for (const { a, b, relation, jaccard, containment, score } of report.pairs) {
        expect(a < b).toBe(true);
        expect(seen.has(`${a} ${b}`)).toBe(false);
        seen.add(`${a} ${b}`);
        const kind = relation === 'event' ? 'event' : 'copy';
        expect(groupOf.get(a)?.[kind]).not.toBeNull();
        expect(groupOf.get(a)?.[kind]).toBe(groupOf.get(b)?.[kind]);
        for (const share of [jaccard, score, ...containment]) expect(share >= 0 && share <= 1).toBe(true);
        expect(jaccard).toBeLessThanOrEqual(Math.min(...containment) + 1e-12);
      }
    }),
    RUNS,
  );
});

test('the order in which the articles come never matters', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(corpora, fc.nat(), async ({ seed, size }, order) => {
      const articles = corpusOf(seed, size);
      const report = await dedupe({ articles });
      expect(await dedupe({ articles: seeded(order).shuffled(articles) })).toEqual(report);
      expect(await dedupe({ articles: streamOf([...articles].reverse()) })).toEqual(report);
    }),
    RUNS,
  );
});

test('a run remembers nothing of the one before', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(corpora, corpora, async (one, other) => {
      const articles = corpusOf(one.seed, one.size);
      const first = JSON.stringify(await dedupe({ articles }));
      await dedupe({ articles: corpusOf(other.seed, other.size) });
      expect(JSON.stringify(await dedupe({ articles }))).toBe(first);
    }),
    RUNS,
  );
});

test('the same text twice is identical, whatever else is there', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(corpora, async ({ seed, size }) => {
      const articles = corpusOf(seed, size + 1);
      const twin = { id: 'zz-twin', text: articles[0].text };
      const report = await dedupe({ articles: [...articles, twin] });
      const [first, second] = [articles[0].id, twin.id].map((id) => report.articles.find(({ path }) => path === id));
      expect(first?.copy).toBe(second?.copy);
      if (first && first.words > 0) expect(first.copy).not.toBeNull();
    }),
    RUNS,
  );
});

test('the built library gives the same bytes with one worker, two and three', LONG, async () => {
  const { dedupe } = await builtLibrary();
  const articles = corpusOf(1, 450);
  const reports = [];
  for (const workers of [1, 2, 3]) reports.push(await dedupe({ articles }, { workers }));
  const [first, ...others] = reports.map((report) => JSON.stringify(report));
  for (const other of others) expect(other).toBe(first);
  expect(reports[0].copies.length).toBeGreaterThan(10);
});
