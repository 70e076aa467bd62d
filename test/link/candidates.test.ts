import { describe, expect, it, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { linkCandidates } from '../../src/stages/link/candidates.ts';
import { makeVectors } from '../../src/stages/link/index.ts';
import { groupsLeft, keysOf } from '../pair/sets.ts';
import { distinctBits, type Random, seeded } from '../properties/random.ts';
import { type Article, tableOfArticles } from './tables.ts';

const candidatesOf = (articles: readonly Article[]) => linkCandidates(makeVectors(tableOfArticles(articles), background()));

/** Words as news has them: few are common, most are rare. */
function someWords(random: Random, vocabulary: readonly number[], count: number): number[] {
  return Array.from({ length: count }, () => vocabulary[Math.floor(vocabulary.length * random.number() ** 3)]);
}

describe('an event that 600 articles report, among 3,000 others', () => {
  const random = seeded(4);
  const vocabulary = distinctBits(random, 20_000);
  const names = distinctBits(random, 6, new Set(vocabulary));
  // A report says the names of its event more than once.
  const often = new Set(names);
  const reports = Array.from({ length: 600 }, () => ({
    often,
    stems: [...random.shuffled(names).slice(0, 4), ...someWords(random, vocabulary, 80)],
  }));
  const others = Array.from({ length: 3000 }, () => ({ stems: someWords(random, vocabulary, 80) }));
  const order = random.shuffled([...reports, ...others]);
  const isReport = order.map((article) => 'often' in article);
  const started = performance.now();
  const { a, b } = candidatesOf(order);
  const milliseconds = performance.now() - started;
  const inside = Array.from(a, (x, i) => [x, b[i]]).filter(([x, y]) => isReport[x] && isReport[y]);

  it('is one piece, though each of its names stands in more articles than are looked up', () => {
    const ids = isReport.flatMap((report, id) => (report ? [id] : []));
    const [x, y] = [0, 1].map((side) => inside.map((couple) => ids.indexOf(couple[side])));
    expect(groupsLeft(600, { a: x, b: y })).toBe(1);
  });

  it('nearly every report has ten others and more as candidates', () => {
    const met = new Map<number, number>();
    for (const id of inside.flat()) met.set(id, (met.get(id) ?? 0) + 1);
    const wellMet = isReport.filter((report, id) => report && (met.get(id) ?? 0) >= 10);
    expect(wellMet.length).toBeGreaterThan(0.98 * 600);
  });

  it('does not make a pair of every two', () => {
    expect(a.length).toBeLessThan(3600 * 60);
    expect(milliseconds).toBeLessThan(5000);
  });
});

test('two wire stories of one event find each other, though each has forty reprints', () => {
  const random = seeded(9);
  const vocabulary = distinctBits(random, 5_000);
  const names = distinctBits(random, 6, new Set(vocabulary));
  const stories = [0, 1].map(() => [...names, ...someWords(random, vocabulary, 100)]);
  const often = new Set(names);
  const reprints = stories.flatMap((story) => Array.from({ length: 40 }, () => ({ often, stems: random.shuffled(story).slice(0, 95) })));
  const others: Article[] = Array.from({ length: 400 }, () => ({ stems: someWords(random, vocabulary, 80) }));
  const { a, b } = candidatesOf([...reprints, ...others]);
  const couples = Array.from(a, (x, i) => [x, b[i]]);
  expect(couples.some(([x, y]) => x < 40 && y >= 40 && y < 80)).toBe(true);
});

test('two articles that share a rare name find each other in any crowd', () => {
  const random = seeded(6);
  const vocabulary = distinctBits(random, 5_000);
  const crowd: Article[] = Array.from({ length: 1500 }, () => ({ stems: someWords(random, vocabulary, 60) }));
  const couples = 40;
  for (let i = 0; i < couples; i++) {
    const names = distinctBits(random, 3);
    crowd[2 * i] = { stems: [...crowd[2 * i].stems, ...names] };
    crowd[2 * i + 1] = { stems: [...crowd[2 * i + 1].stems, ...names] };
  }
  const found = keysOf(candidatesOf(crowd));
  expect(Array.from({ length: couples }, (_, i) => found.has(`${2 * i} ${2 * i + 1}`))).not.toContain(false);
});

test('the same candidates in any order of the articles, where none has a name too many', () => {
  const random = seeded(7);
  const vocabulary = distinctBits(random, 3_000);
  const articles = Array.from({ length: 200 }, () => ({ stems: someWords(random, vocabulary, 40) }));
  const order = random.shuffled([...articles.keys()]);
  const { a, b } = candidatesOf(order.map((id) => articles[id]));
  const back = new Set(Array.from(a, (x, i) => [order[x], order[b[i]]].sort((p, q) => p - q).join(' ')));
  expect(back).toEqual(keysOf(candidatesOf(articles)));
});

test('three thousand articles on one subject stay bounded', { timeout: 10_000 }, () => {
  const random = seeded(8);
  const subject = distinctBits(random, 60);
  const articles = Array.from({ length: 3000 }, () => ({ stems: random.shuffled(subject).slice(0, 40) }));
  const started = performance.now();
  expect(candidatesOf(articles).a.length).toBeLessThanOrEqual(3000 * 40);
  expect(performance.now() - started).toBeLessThan(5000);
});
