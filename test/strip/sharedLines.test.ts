/** The lines that articles share, against the plain reading of what shared.ts says: sets, all of them made anew for every line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLines, judgeRows, type LineKeys, type LineSurvey, rowsInTurn, sharedLines, sharedOf } from '../../src/stages/strip/index.ts';
import { NOWHERE } from '../../src/stages/strip/shared.ts';

/** A line: its key, its words, and the shingles of its sample. */
interface Line {
  readonly key: number;
  readonly words: number;
  readonly sample: readonly number[];
}

/** One line a key, so that articles that have it share its sample. The shingles of many share one mark: it is of their low ten bits. */
const shingle = fc.oneof(
  fc.nat(2000),
  fc.nat(3000).map((n) => 1024 * n),
);
const LINES = 30;
const line = fc.record({ words: fc.integer({ min: 5, max: 40 }), sample: fc.array(shingle, { maxLength: 12 }) });
const lines = fc.array(line, { minLength: LINES, maxLength: LINES });
/** Keys beyond 32 bits, some of them alike in the low half and some in the high one. */
const keyOf = (line: number) => (1 + (line % 5)) * 2 ** 32 + 1 + Math.floor(line / 5);
/** Three lines are common. */
const article = fc.array(fc.oneof(fc.nat(2), fc.nat(LINES - 1)), { maxLength: 10 });
const corpus = fc
  .tuple(lines, fc.array(article, { maxLength: 40 }))
  .map(([all, articles]) => articles.map((own) => own.map((line): Line => ({ key: keyOf(line), ...all[line] }))));

function surveyOf(own: readonly Line[]): LineSurvey {
  const starts = [0];
  for (const { sample } of own) starts.push(starts[starts.length - 1] + sample.length);
  return {
    keys: Float64Array.from(own, ({ key }) => key),
    words: Uint32Array.from(own, ({ words }) => words),
    sampleStarts: Uint32Array.from(starts),
    sample: Uint32Array.from(own.flatMap(({ sample }) => sample)),
  };
}

/** Key, articles, share of differing pairs, bulk and tops of every shared line, by keys. */
function plainly(articles: readonly (readonly Line[])[]): number[][] {
  const having = (key: number) => articles.filter((own) => own.some((line) => line.key === key));
  const shared = [...new Set(articles.flatMap((own) => own.map(({ key }) => key)))].sort((a, b) => a - b);
  return shared.flatMap((key) => {
    const all = having(key);
    if (all.length < 2) return [];
    const limit = Math.max(2, 2 ** Math.floor(Math.log2(all.length / 2)));
    const compared = Array.from(
      { length: Math.min(12, all.length) },
      (_, i) => all[Math.floor((i * all.length) / Math.min(12, all.length))],
    );
    const rests = compared.map((own) => {
      const rest = own.filter((line) => having(line.key).length < limit);
      const words = rest.reduce((sum, line) => sum + line.words, 0);
      const out = own.reduce((sum, line) => sum + line.words, 0) - words;
      return { words, bulk: out / words, sample: new Set(rest.flatMap(({ sample }) => sample)) };
    });
    const told = rests.filter(({ words, sample }) => words >= 25 && sample.size >= 3);
    const pairs = told.flatMap((a, i) => told.slice(0, i).map((b) => [a, b]));
    if (pairs.length === 0) return [];
    const differing = pairs.filter(([a, b]) => {
      return [...a.sample].filter((one) => b.sample.has(one)).length < 0.2 * Math.min(a.sample.size, b.sample.size);
    });
    if (differing.length / pairs.length < 0.6) return [];
    const bulk = told.map((rest) => rest.bulk).sort((a, b) => a - b)[told.length >> 1];
    const tops = all.filter((own) => own[0].key === key).length;
    return [[key, all.length, Math.fround(differing.length / pairs.length), Math.fround(bulk), tops]];
  });
}

/** As keys lie in a file: those of all articles in one column. */
function keysEndToEnd(surveys: readonly LineSurvey[]): LineKeys {
  const firstLine = Uint32Array.from([0, ...surveys.map(({ keys }) => keys.length)]);
  for (let i = 1; i < firstLine.length; i++) firstLine[i] += firstLine[i - 1];
  const all = Float64Array.from(surveys.flatMap(({ keys }) => [...keys]));
  return {
    firstLine,
    each: (see) => {
      for (let id = 0; id < surveys.length; id++) see(all, firstLine[id], firstLine[id + 1], id);
    },
  };
}

test('shared lines are those of the plain reading, in however many passes they are counted and parts they are judged', () => {
  let found = 0;
  fc.assert(
    fc.property(corpus, fc.integer({ min: 5, max: 200 }), (articles, linesAPass) => {
      const surveys = articles.map(surveyOf);
      const shared = sharedLines(surveys);
      const { keys, articles: counts, differing, bulk, tops, firsts } = shared;
      const expected = plainly(articles);
      found += expected.length;
      expect([...keys].map((key, row) => [key, counts[row], differing[row], bulk[row], tops[row]])).toEqual(expected);
      const inPasses = countLines(keysEndToEnd(surveys), linesAPass);
      const known = (id: number) => surveys[id];
      const rows = rowsInTurn(inPasses);
      const cut = Math.floor(rows.length / 3);
      const judged = [judgeRows(inPasses, rows.subarray(cut), known), judgeRows(inPasses, rows.subarray(0, cut), known)];
      expect(sharedOf(inPasses, judged)).toEqual(shared);
      for (const [row, first] of firsts.entries())
        if (first !== NOWHERE) expect(first).toBe(surveys.findIndex((one) => one.keys.includes(keys[row])));
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});
