import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type GeneratedArticle, generate } from './generate.js';

const COUNT = 3000;
const articles = [...generate({ count: COUNT, seed: 7 })];

describe('the generator of the benchmark', () => {
  test('gives the bytes of its version on every machine', () => {
    // A change of the bytes is a change of VERSION, or old corpora are measured for new ones.
    expect(hashOf(generate({ count: 200, seed: 1 }))).toBe('aa8e908c78d25ff9');
  });
  test('gives the same bytes for the same seed, others for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => hashOf(generate({ count: 300, seed })));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });
  test.each([
    ['copies', 0.2, ({ truth }: GeneratedArticle) => truth.copyOf !== null],
    ['articles of an event', 0.35, ({ truth }: GeneratedArticle) => truth.event !== null],
    ['pages with furniture', 0.7, ({ truth }: GeneratedArticle) => truth.furnitureWords > 0],
  ])('has its share of %s', (_, share, has) => {
    expect(Math.abs(articles.filter(has).length / COUNT - share)).toBeLessThan(0.03);
  });
  test('writes about 500 words an article, of one length or another', () => {
    const words = articles.map(({ truth }) => truth.ownWords).sort((x, y) => x - y);
    const mean = words.reduce((sum, count) => sum + count, 0) / COUNT;
    expect(mean).toBeGreaterThan(450);
    expect(mean).toBeLessThan(550);
    expect(words[Math.floor(COUNT * 0.95)]).toBeGreaterThan(2 * words[Math.floor(COUNT * 0.2)]);
  });
  test('copies an original, which is no copy itself, in its event', () => {
    for (const { truth } of articles.filter(({ truth }) => truth.copyOf !== null)) {
      const original = articles[truth.copyOf!].truth;
      expect(original.copyOf).toBeNull();
      expect(original.event).toBe(truth.event);
    }
  });
  test('puts at most 1,000 articles in a folder, each under a name of its own', () => {
    const sizes = new Map<string, number>();
    for (const { name } of articles) {
      const folder = name.slice(0, name.lastIndexOf('/'));
      sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    }
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(1000);
    expect(new Set(articles.map(({ name }) => name)).size).toBe(COUNT);
  });
});

function hashOf(made: Iterable<GeneratedArticle>): string {
  const hash = createHash('sha256');
  for (const { name, text } of made) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex').slice(0, 16);
}
