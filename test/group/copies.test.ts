import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dedupe } from '../../src/index.ts';
import { groupCopies, groupsOf, LEAST_LIKENESS } from '../../src/stages/group/index.ts';
import { type Random, seeded } from '../properties/random.ts';
import { LINES, OTHER } from '../verify/written.ts';

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/** Random verified pairs among so many articles, and the strength of any two: 0 where they are no copies. */
function randomEdges(random: Random, count: number): Edge[] {
  const share = random.number();
  return Array.from({ length: count }, (_, b) =>
    Array.from({ length: b }, (_, a) => ({ a, b, strength: 0.05 + 0.95 * random.number() ** 3 })),
  )
    .flat()
    .filter(() => random.number() < share);
}

function strengthsOf(edges: readonly Edge[]): (a: number, b: number) => number {
  const strengths = new Map(edges.map(({ a, b, strength }) => [`${a} ${b}`, strength]));
  return (a, b) => strengths.get(`${Math.min(a, b)} ${Math.max(a, b)}`) ?? 0;
}

function group(count: number, edges: readonly Edge[]): number[] {
  const columns = { a: edges.map(({ a }) => a), b: edges.map(({ b }) => b), strength: edges.map(({ strength }) => strength) };
  return [...groupCopies(count, columns, strengthsOf(edges))];
}

/** The rule in words: from the strongest pair down, join the groups of the two if all their cross pairs are alike enough on average, and most of one story. */
function naiveGroup(count: number, edges: readonly Edge[]): number[] {
  const strengthOf = strengthsOf(edges);
  let groups = Array.from({ length: count }, (_, id) => [id]);
  for (const { a, b } of [...edges].sort((x, y) => y.strength - x.strength)) {
    const [one, other] = [a, b].map((id) => groups.find((group) => group.includes(id)) ?? []);
    if (one === other) continue;
    const cross = one.flatMap((x) => other.map((y) => strengthOf(x, y)));
    const isAlike = cross.reduce((sum, strength) => sum + strength, 0) / cross.length >= LEAST_LIKENESS;
    const isOneStory = cross.filter((strength) => strength > 0).length > cross.length / 2;
    if (cross.length > 1 && !(isAlike && isOneStory)) continue;
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
  }
  const labels: number[] = [];
  for (const group of groups) for (const id of group) labels[id] = Math.min(...group);
  return labels;
}

describe('groups of copies', () => {
  test('are what the rule says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.nat(), (count, seed) => {
        const edges = randomEdges(seeded(seed), count);
        expect(group(count, edges)).toEqual(naiveGroup(count, edges));
      }),
      { numRuns: 500 },
    );
  });

  test('never ask in which order the pairs came, be there ties', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.nat(), fc.boolean(), (count, seed, tied) => {
        const random = seeded(seed);
        const edges = randomEdges(random, count).map((edge) => (tied ? { ...edge, strength: Math.round(edge.strength * 4) / 4 } : edge));
        expect(group(count, random.shuffled(edges))).toEqual(group(count, edges));
      }),
    );
  });

  it('of a story that three thousand print word for word are one, though each is compared with the first alone', { timeout: 5000 }, () => {
    const edges = Array.from({ length: 2999 }, (_, i) => ({ a: 0, b: i + 1, strength: 1 }));
    const columns = { a: edges.map(({ a }) => a), b: edges.map(({ b }) => b), strength: edges.map(({ strength }) => strength) };
    expect(new Set(groupCopies(3000, columns, () => 1)).size).toBe(1);
  });

  it('are two where a round-up holds a piece of each of two stories', () => {
    const stories = [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ];
    const inside = stories.flatMap((ids) => ids.flatMap((b) => ids.filter((a) => a < b).map((a) => ({ a, b, strength: 0.9 }))));
    const bridge = stories.flat().map((a) => ({ a, b: 8, strength: a < 4 ? 0.62 : 0.6 }));
    expect(groupsOf(Uint32Array.from(group(9, [...inside, ...bridge])))).toEqual([
      [0, 1, 2, 3, 8],
      [4, 5, 6, 7],
    ]);
  });

  it('hold three that are copies of each other by what they contain, however high the bound for similarity', async () => {
    const story = LINES.slice(0, 7).join('\n');
    const [one, other] = OTHER.split('\n')
      .slice(0, 2)
      .map((added) => `${LINES.slice(0, 5).join('\n')}\n${added}`);
    const articles = [story, one, other].map((text, i) => ({ id: `${i}`, text }));
    const report = await dedupe({ articles }, { similarity: 0.95, containment: 0.5 });
    expect(report.copies.map((copies) => copies.articles)).toEqual([['0', '1', '2']]);
  });
});
