import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { alone, averageLink, groupEvents, groupsOf } from '../../src/stages/group/index.ts';
import { seeded } from '../properties/random.ts';

/** Scores of all pairs of so many articles. */
interface Matrix {
  readonly count: number;
  readonly scoreOf: (a: number, b: number) => number;
}

/** Scores at random: no two pairs, and no two means of pairs, tie. */
function randomMatrix(count: number, seed: number): Matrix {
  const random = seeded(seed);
  const scores = Array.from({ length: (count * (count - 1)) / 2 }, () => random.number());
  return matrixOf(count, (a, b) => scores[(b * (b - 1)) / 2 + a]);
}

/** An article and itself score 1, as in a run. */
function matrixOf(count: number, scoreOf: (a: number, b: number) => number): Matrix {
  return { count, scoreOf: (a, b) => (a === b ? 1 : scoreOf(Math.min(a, b), Math.max(a, b))) };
}

interface Couple {
  readonly a: number;
  readonly b: number;
}

function allPairs(count: number): Couple[] {
  return Array.from({ length: count }, (_, b) => Array.from({ length: b }, (_, a) => ({ a, b }))).flat();
}

function link(
  { count, scoreOf }: Matrix,
  bound: number,
  near: readonly Couple[] = allPairs(count),
  begin = alone(count),
  slack = 1,
): number[] {
  const score = near.map(({ a, b }) => scoreOf(a, b));
  return [...averageLink({ count, begin, a: near.map(({ a }) => a), b: near.map(({ b }) => b), score, bound, slack, scoreOf })];
}

/**
 * The textbook: of all clusters that a near pair connects, join the two with the greatest mean score, until none reaches
 * the bound; but none that lies further than `slack` below the mean score inside one of them.
 */
function naiveLink({ count, scoreOf }: Matrix, bound: number, near: readonly Couple[], begin = alone(count), slack = 1): number[] {
  const meanOf = (pairs: readonly Couple[]) => pairs.reduce((sum, { a, b }) => sum + scoreOf(a, b), 0) / Math.max(1, pairs.length);
  const cohesionOf = (ids: readonly number[]) => meanOf(ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ a, b }))));
  let clusters = [...new Set(begin)].map((label) => Array.from(begin.keys()).filter((id) => begin[id] === label));
  for (;;) {
    let best = { mean: -1, x: -1, y: -1 };
    for (let y = 0; y < clusters.length; y++) {
      for (let x = 0; x < y; x++) {
        const [xs, ys] = [clusters[x], clusters[y]];
        if (!near.some(({ a, b }) => (xs.includes(a) && ys.includes(b)) || (xs.includes(b) && ys.includes(a)))) continue;
        const mean = meanOf(xs.flatMap((a) => ys.map((b) => ({ a, b }))));
        if (mean < Math.max(cohesionOf(xs), cohesionOf(ys)) - slack) continue;
        if (mean >= bound && mean > best.mean) best = { mean, x, y };
      }
    }
    if (best.x < 0) break;
    const { x, y } = best;
    clusters = [...clusters.filter((_, i) => i !== x && i !== y), [...clusters[x], ...clusters[y]]];
  }
  const labels: number[] = [];
  for (const cluster of clusters) for (const id of cluster) labels[id] = Math.min(...cluster);
  return labels;
}

// Up to 9 articles: two clusters of them have 20 cross pairs at most, and no sample is taken.
const size = fc.integer({ min: 0, max: 9 });
const bound = fc.constantFrom(0.05, 0.1, 0.2, 0.35, 0.45, 0.5, 0.55, 0.65, 0.8, 0.9);

describe('average link', () => {
  test('does what the textbook does', () => {
    fc.assert(
      fc.property(size, fc.integer(), bound, (count, seed, bound) => {
        const matrix = randomMatrix(count, seed);
        expect(link(matrix, bound)).toEqual(naiveLink(matrix, bound, allPairs(count)));
      }),
      { numRuns: 500 },
    );
  });

  test('does what the textbook does from clusters to begin with', () => {
    fc.assert(
      fc.property(size, fc.integer(), bound, (count, seed, bound) => {
        const random = seeded(seed);
        const cluster = Array.from({ length: count }, () => random.below(count));
        const begin = Uint32Array.from(cluster, (name) => cluster.indexOf(name));
        const matrix = randomMatrix(count, seed);
        expect(link(matrix, bound, allPairs(count), begin)).toEqual(naiveLink(matrix, bound, allPairs(count), begin));
      }),
      { numRuns: 500 },
    );
  });

  test('joins only what a near pair connects, by the mean of all the pairs between', () => {
    fc.assert(
      fc.property(size, fc.integer(), bound, (count, seed, bound) => {
        const random = seeded(seed);
        const matrix = randomMatrix(count, seed);
        // Near pairs are those with some score, as the candidates of link and the pairs of verify are.
        const near = allPairs(count).filter(({ a, b }) => matrix.scoreOf(a, b) > 0.1 && random.number() < 0.4);
        expect(link(matrix, bound, near)).toEqual(naiveLink(matrix, bound, near));
      }),
      { numRuns: 500 },
    );
  });

  test('with slack takes into a tight cluster only what is nearly as close', () => {
    let refused = 0;
    fc.assert(
      fc.property(size, fc.integer(), bound, fc.constantFrom(0.02, 0.1, 0.3), (count, seed, bound, slack) => {
        const matrix = randomMatrix(count, seed);
        const joined = link(matrix, bound, allPairs(count), alone(count), slack);
        expect(joined).toEqual(naiveLink(matrix, bound, allPairs(count), alone(count), slack));
        if (joined.join() !== link(matrix, bound).join()) refused++;
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(20); // else slack asked nothing
  });

  test('with slack measures how tight a group of copies is by its pairs, not by each article with itself', () => {
    fc.assert(
      fc.property(size, fc.integer(), bound, fc.constantFrom(0.02, 0.1, 0.3), (count, seed, bound, slack) => {
        // Copies two by two: 0 and 1, 2 and 3 …
        const begin = Uint32Array.from({ length: count }, (_, id) => id - (id % 2));
        const matrix = randomMatrix(count, seed);
        expect(link(matrix, bound, allPairs(count), begin, slack)).toEqual(naiveLink(matrix, bound, allPairs(count), begin, slack));
      }),
      { numRuns: 500 },
    );
  });

  test('gives every article one group, named for its least article', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer(), bound, (count, seed, bound) => {
        const labels = link(randomMatrix(count, seed), bound);
        expect(labels).toHaveLength(count);
        for (const [id, label] of labels.entries()) {
          expect(label).toBeLessThanOrEqual(id);
          expect(labels[label]).toBe(label);
        }
      }),
    );
  });

  test('never asks in which order the pairs came', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer(), bound, (count, seed, bound) => {
        const random = seeded(seed);
        const matrix = randomMatrix(count, seed);
        const near = allPairs(count).filter(() => random.number() < 0.5);
        expect(link(matrix, bound, random.shuffled(near))).toEqual(link(matrix, bound, near));
      }),
    );
  });

  test('never asks in which order the pairs came, of large groups of copies either', () => {
    const SIZE = 12;
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      // Two groups of twelve whose members alternate; more cross pairs than are looked at, about half of them near.
      const begin = Uint32Array.from({ length: 2 * SIZE }, (_, id) => id % 2);
      begin[2] = begin[2 * SIZE - 1] = 1; // 2 and the last: so that a near pair may name either group first
      const scores = randomMatrix(2 * SIZE, seed);
      const near = allPairs(2 * SIZE);
      expect(link(scores, 0.5, random.shuffled(near), begin), `seed ${seed}`).toEqual(link(scores, 0.5, near, begin));
    }
  });

  test('keeps together what it is given together', () => {
    const nothing = matrixOf(6, () => 0);
    expect(link(nothing, 0.5, [], Uint32Array.from([0, 1, 0, 3, 1, 0]))).toEqual([0, 1, 0, 3, 1, 0]);
  });

  it('joins a pair exactly at the bound', () => {
    expect(
      link(
        matrixOf(2, () => 0.5),
        0.5,
      ),
    ).toEqual([0, 0]);
    expect(
      link(
        matrixOf(2, () => 0.4999),
        0.5,
      ),
    ).toEqual([0, 1]);
  });

  it('joins a pair at the lowest bound that may be asked for', () => {
    expect(
      link(
        matrixOf(2, () => 0.06),
        0.05,
      ),
    ).toEqual([0, 0]);
  });

  test.each([
    ['one of them', (a: number, b: number) => (a === 1 && b === 2 ? Number.NaN : 0.9)],
    ['all of them', () => Number.NaN],
  ])('ends, whatever is scored, with scores that are no numbers: %s', { timeout: 2000 }, (_, scoreOf) => {
    const labels = link(matrixOf(8, scoreOf), 0.5);
    expect(labels).toHaveLength(8);
    for (const label of labels) expect(labels[label]).toBe(label);
  });

  test('a thousand articles of one event are joined in time', { timeout: 5000 }, () => {
    const random = seeded(1);
    const near = Array.from({ length: 20_000 }, () => ({ a: random.below(1000), b: random.below(1000) })).filter(({ a, b }) => a < b);
    expect(
      new Set(
        link(
          matrixOf(1000, () => 0.8),
          0.5,
          near,
        ),
      ).size,
    ).toBe(1);
  });
});

describe('a bridge', () => {
  /** Two groups of four, each near one another; article 8 is near all, as a round-up is. */
  const groupOf = (id: number) => (id < 4 ? 0 : id < 8 ? 1 : 2);
  const bridged = matrixOf(9, (a, b) => (groupOf(a) === groupOf(b) ? 0.9 : groupOf(b) === 2 ? 0.7 - groupOf(a) / 100 : 0.05));

  it('joins one of the two groups that it is near to, and does not make one of them', () => {
    expect(groupsOf(Uint32Array.from(link(bridged, 0.5)))).toEqual([
      [0, 1, 2, 3, 8],
      [4, 5, 6, 7],
    ]);
  });

  it('a chain of articles, each near the next, is no event', () => {
    const chain = matrixOf(12, (a, b) => (b - a === 1 ? 0.8 : 0.02));
    expect(Math.max(...groupsOf(Uint32Array.from(link(chain, 0.5))).map((group) => group.length))).toBe(2);
  });
});

test('copies come into an event together, or not at all', () => {
  const copies = Uint32Array.from([0, 0, 0, 3, 4]);
  // Article 3 is near one of three copies; 4 is near them all.
  const matrix = matrixOf(5, (a, b) => (b === 3 && a === 0 ? 0.9 : b === 4 && a < 3 ? 0.6 : 0.1));
  const near = allPairs(5);
  const edges = { a: near.map(({ a }) => a), b: near.map(({ b }) => b), score: near.map(({ a, b }) => matrix.scoreOf(a, b)) };
  expect([...groupEvents(copies, edges, 0.5, matrix.scoreOf, () => 0)]).toEqual([0, 0, 0, 3, 0]);
});

describe('two events with words of their own', () => {
  // All score well; 0 to 3 and 4 to 7 a little better among themselves.
  const all = matrixOf(8, (a, b) => (a < 4 === b < 4 ? 0.9 : 0.8));
  const near = allPairs(8);
  const edges = { a: near.map(({ a }) => a), b: near.map(({ b }) => b), score: near.map(({ a, b }) => all.scoreOf(a, b)) };
  const contrastOf = (xs: readonly number[], ys: readonly number[]) => (Math.max(...xs) < 4 === Math.max(...ys) < 4 ? 0 : 0.9);

  it('stay two, though their pairs score like one', () => {
    expect([...groupEvents(alone(8), edges, 0.5, all.scoreOf, contrastOf)]).toEqual([0, 0, 0, 0, 4, 4, 4, 4]);
    expect([...groupEvents(alone(8), edges, 0.5, all.scoreOf, () => 0)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are one where a side has fewer than three texts, copies being one', () => {
    const copies = Uint32Array.from([0, 1, 2, 3, 4, 4, 4, 4]);
    expect([...groupEvents(copies, edges, 0.5, all.scoreOf, contrastOf)]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});

test('groups come largest first, then by their first article; articles that are alone are left out', () => {
  expect(groupsOf(Uint32Array.from([0, 1, 1, 3, 4, 4, 0, 4]))).toEqual([
    [4, 5, 7],
    [0, 6],
    [1, 2],
  ]);
  expect(groupsOf(alone(4))).toEqual([]);
});
