import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { PairList } from '../../src/columns/pairs.ts';
import { deriveBanding, meetProbability } from '../../src/stages/pair/bands.ts';
import { lshPairs } from '../../src/stages/pair/lsh.ts';
import { seeded } from '../properties/random.ts';
import { keysOf, overlapping, raggedOf, signaturesOf } from './sets.ts';

describe('the chance that two articles meet in a band', () => {
  it.each([
    [0, 20, 5, 0],
    [1, 20, 5, 1],
    [0.5, 1, 1, 0.5],
    [0.5, 2, 1, 0.75],
    [0.5, 1, 2, 0.25],
    [0.8, 20, 5, 0.9996], // Leskovec et al., §3.4.2, figure 3.8
    [0.3, 20, 5, 0.0475],
  ])('of similarity %f in %i bands of %i rows is %f', (s, bands, rows, chance) => {
    expect(meetProbability(s, bands, rows)).toBeCloseTo(chance, 3);
  });

  it.each([
    [0.3, 12, 2],
    [0.5, 10, 3],
    [0.7, 5, 4],
    [0.9, 3, 8],
  ])('is what throwing dice says: %f, %i, %i', (s, bands, rows) => {
    const random = seeded(bands);
    const trials = 20_000;
    let met = 0;
    for (let trial = 0; trial < trials; trial++) {
      let meets = false;
      for (let band = 0; band < bands; band++) {
        let agreeing = 0;
        for (let row = 0; row < rows; row++) if (random.number() < s) agreeing++;
        if (agreeing === rows) meets = true;
      }
      if (meets) met++;
    }
    const chance = meetProbability(s, bands, rows);
    expect(Math.abs(met / trials - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / trials));
  });
});

describe('the banding derived from a bound', () => {
  const wanted = fc.record({
    similarity: fc.double({ min: 0.05, max: 1, noNaN: true }),
    hashes: fc.constantFrom(16, 64, 128, 256, 512),
    recall: fc.double({ min: 0.5, max: 0.9999, noNaN: true }),
  });

  test('reaches the recall wanted, or says what is lost', () => {
    fc.assert(
      fc.property(wanted, ({ similarity, hashes, recall }) => {
        const { bands, rows, missRate } = deriveBanding(similarity, hashes, recall);
        expect(bands).toBeGreaterThanOrEqual(1);
        expect(rows).toBeGreaterThanOrEqual(1);
        expect(bands * rows).toBeLessThanOrEqual(hashes);
        expect(missRate).toBeCloseTo(1 - meetProbability(similarity, bands, rows), 12);
        if (1 - missRate < recall - 1e-12) expect([bands, rows]).toEqual([hashes, 1]);
      }),
      { numRuns: 3000 },
    );
  });

  test('has no more false candidates and no more bands than it needs', () => {
    fc.assert(
      fc.property(wanted, ({ similarity, hashes, recall }) => {
        const { bands, rows, missRate } = deriveBanding(similarity, hashes, recall);
        if (1 - missRate < recall) return;
        const longer = Math.floor(hashes / (rows + 1));
        if (longer > 0) expect(meetProbability(similarity, longer, rows + 1)).toBeLessThan(recall);
        if (bands > 1) expect(meetProbability(similarity, bands - 1, rows)).toBeLessThan(recall);
      }),
      { numRuns: 3000 },
    );
  });

  it('always reaches the recall for bounds from .2 on, with 64 hashes and more', () => {
    for (const hashes of [64, 128, 256, 512])
      for (let similarity = 0.2; similarity <= 1; similarity += 0.01)
        for (const recall of [0.9, 0.95, 0.99, 0.999])
          expect(1 - deriveBanding(similarity, hashes, recall).missRate).toBeGreaterThanOrEqual(recall - 1e-12);
  });

  it('of a bound that 16 hashes cannot serve says how much is missed', () => {
    expect(deriveBanding(0.05, 16, 0.99)).toEqual({ bands: 16, rows: 1, missRate: expect.closeTo(0.95 ** 16, 12) });
  });
});

/** Of random pairs of sets of just this similarity, the share that meets in the derived bands. */
function recallAt(similarity: number, bound: number, hashes: number, recall: number, pairs: number): number {
  const random = seeded(Math.round(1000 * similarity) + hashes);
  const union = 200;
  const shared = Math.ceil(similarity * union);
  const sets = Array.from({ length: pairs }, () => {
    const onlyA = random.below(union - shared + 1);
    return overlapping(random, shared, onlyA, union - shared - onlyA);
  }).flat();
  const ragged = raggedOf(sets);
  const found = new PairList();
  const members = Uint32Array.from(sets, (_, id) => id);
  lshPairs(signaturesOf(ragged, hashes), hashes, members, deriveBanding(bound, hashes, recall), bound, found);
  const keys = keysOf(found.finish(sets.length));
  return Array.from({ length: pairs }, (_, i) => keys.has(`${2 * i} ${2 * i + 1}`)).filter(Boolean).length / pairs;
}

describe('of random sets, the derived bands find', () => {
  const PAIRS = 1500;

  it.each([
    [0.2, 128, 0.99],
    [0.3, 64, 0.99],
    [0.3, 128, 0.99],
    [0.3, 256, 0.9],
    [0.5, 128, 0.99],
    [0.5, 512, 0.999],
    [0.8, 128, 0.99],
    [0.95, 128, 0.99],
  ])('pairs just at the bound %f, with %i hashes, as often as asked: %f', (bound, hashes, recall) => {
    const chance = 5 * Math.sqrt((recall * (1 - recall)) / PAIRS);
    expect(recallAt(bound, bound, hashes, recall, PAIRS)).toBeGreaterThanOrEqual(recall - chance);
  });

  it.each([
    [0.35, 0.3],
    [0.5, 0.3],
    [0.6, 0.5],
    [0.9, 0.8],
    [1, 0.8],
  ])('.99 and more of pairs of similarity %f where the bound is %f', (similarity, bound) => {
    expect(recallAt(similarity, bound, 128, 0.99, PAIRS)).toBeGreaterThanOrEqual(0.99);
  });

  it('hardly any of pairs far below the bound', () => {
    expect(recallAt(0.1, 0.5, 128, 0.99, PAIRS)).toBeLessThan(0.02);
    expect(recallAt(0.02, 0.3, 128, 0.99, PAIRS)).toBeLessThan(0.01);
  });
});
