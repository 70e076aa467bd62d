import { describe, expect, it, test } from 'vitest';
import type { Options } from '../../src/options.ts';
import { resolveOptions } from '../../src/options.ts';
import { pair } from '../../src/stages/pair/index.ts';
import { distinctBits, seeded } from '../properties/random.ts';
import { groupsLeft, keysOf, overlapping, raggedOf, signaturesOf } from './sets.ts';

function candidatesOf(sets: readonly (readonly number[])[], given: Partial<Options> = {}) {
  const options = resolveOptions(given);
  const shingles = raggedOf(sets);
  return pair(shingles, signaturesOf(shingles, options.hashes), options).pairs;
}

/** Share of the pairs (0, 1), (2, 3) … that are candidates. */
function recallOf(couples: readonly (readonly [number[], number[]])[], given: Partial<Options> = {}): number {
  const found = keysOf(candidatesOf(couples.flat(), given));
  return couples.filter((_, i) => found.has(`${2 * i} ${2 * i + 1}`)).length / couples.length;
}

describe('candidates', () => {
  it('are pairs a < b, sorted, each once', () => {
    const random = seeded(1);
    const base = distinctBits(random, 200);
    const { a, b } = candidatesOf(Array.from({ length: 40 }, () => random.shuffled(base).slice(0, 180)));
    const keys = Array.from(a, (x, i) => x * 1000 + b[i]);
    expect(keys.length).toBe((40 * 39) / 2);
    expect(keys).toEqual([...new Set(keys)].sort((x, y) => x - y));
    for (let i = 0; i < a.length; i++) expect(a[i]).toBeLessThan(b[i]);
  });

  it('never include an article without shingles: empty texts are no copies of each other', () => {
    const story = distinctBits(seeded(2), 100);
    expect(keysOf(candidatesOf([[], story, [], story, []]))).toEqual(new Set(['1 3']));
  });

  it('of nothing, and of one article, are none', () => {
    expect(candidatesOf([]).a).toHaveLength(0);
    expect(candidatesOf([[1, 2, 3]]).a).toHaveLength(0);
  });

  it('do not depend on the order of the articles', () => {
    const random = seeded(3);
    const sets = Array.from({ length: 60 }, () => overlapping(random, 60, random.below(60), random.below(60))).flat();
    const order = random.shuffled(sets.map((_, id) => id));
    const { a, b } = candidatesOf(order.map((id) => sets[id]));
    const back = new Set(Array.from(a, (x, i) => [order[x], order[b[i]]].sort((p, q) => p - q).join(' ')));
    expect(back).toEqual(keysOf(candidatesOf(sets)));
  });
});

describe('.99 of pairs at or above the bound are candidates', () => {
  it.each([0.3, 0.4, 0.5, 0.7, 0.9])('similarity %f', (similarity) => {
    const random = seeded(5);
    const couples = Array.from({ length: 1500 }, () => {
      const union = 60 + random.below(400);
      const shared = Math.ceil(similarity * union);
      const onlyA = random.below(union - shared + 1);
      return overlapping(random, shared, onlyA, union - shared - onlyA);
    });
    expect(recallOf(couples)).toBeGreaterThanOrEqual(0.99);
  });
});

describe('an excerpt is found inside a longer story', () => {
  const excerpts = (length: number, ratio: number, containment: number) => {
    const random = seeded(length + ratio);
    const shared = Math.ceil(containment * length);
    const stories = Math.max(100, Math.min(500, Math.floor(400_000 / (length * ratio))));
    return Array.from({ length: stories }, () => overlapping(random, shared, length - shared, length * ratio - shared));
  };

  it.each([1, 2, 5, 20, 100])('that is %i times as long, though only the half of it stands there', (ratio) => {
    expect(recallOf(excerpts(60, ratio, 0.5))).toBeGreaterThanOrEqual(0.99);
  });

  it.each([
    [10, 1],
    [15, 1],
    [15, 0.8],
    [20, 0.8],
    [24, 0.5],
    [40, 0.5],
    [200, 0.5],
    [400, 0.5],
  ])('when it has %i shingles, and %f of them stand in a story of twenty times its length', (length, containment) => {
    expect(recallOf(excerpts(length, 20, containment))).toBeGreaterThanOrEqual(0.99);
  });

  it('at any bound', () => {
    expect(recallOf(excerpts(100, 10, 0.9), { containment: 0.9 })).toBeGreaterThanOrEqual(0.99);
    expect(recallOf(excerpts(100, 10, 0.2), { containment: 0.2 })).toBeGreaterThanOrEqual(0.99);
  });

  it('and a story that shares a sentence is not one', () => {
    expect(recallOf(excerpts(400, 5, 0.05))).toBeLessThan(0.05);
  });
});

describe('one story three thousand times', () => {
  const COUNT = 3000;
  const story = distinctBits(seeded(8), 400);

  test('word for word: found at once, in one piece, without a pair for every two', { timeout: 5000 }, () => {
    const pairs = candidatesOf(Array.from({ length: COUNT }, () => story));
    expect(groupsLeft(COUNT, pairs)).toBe(1);
    expect(pairs.a.length).toBeLessThan(2 * COUNT);
  });

  test('with light edits by everybody: in one piece, in seconds, without a pair for every two', { timeout: 15_000 }, () => {
    const random = seeded(9);
    const edited = Array.from({ length: COUNT }, () => [...random.shuffled(story).slice(0, 380), ...distinctBits(random, 20)]);
    const started = performance.now();
    const pairs = candidatesOf(edited);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(groupsLeft(COUNT, pairs)).toBe(1);
    expect(pairs.a.length).toBeLessThan((COUNT * COUNT) / 4);
  });

  test('a notice that three thousand fill in differently makes a few candidates for each', { timeout: 15_000 }, () => {
    const random = seeded(10);
    const notice = distinctBits(random, 60);
    const filledIn = Array.from({ length: COUNT }, () => [...notice, ...distinctBits(random, 400)]);
    expect(candidatesOf(filledIn).a.length).toBeLessThan(16 * COUNT);
  });

  test('three thousand briefs that begin with one stock phrase stay far from a pair for every two', { timeout: 15_000 }, () => {
    const random = seeded(11);
    const phrase = distinctBits(random, 8);
    const briefs = Array.from({ length: COUNT }, () => [...phrase, ...distinctBits(random, 32)]);
    expect(candidatesOf(briefs).a.length).toBeLessThan(60 * COUNT);
  });
});
