import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { link, makeVectors, type Vectors } from '../../src/stages/link/index.ts';
import { type Article, tableOfArticles } from './tables.ts';
import { featuresOf, tableOf } from './written.ts';

const vectorsOf = (articles: readonly Article[]) => makeVectors(tableOfArticles(articles), background());
const numbersIn = ({ stems, numbers, quotes, lead, typical }: Vectors) =>
  [stems, numbers, quotes].flatMap(({ weights, idf }) => [...weights, ...idf]).concat(...lead, ...typical);

test('a corpus of two articles works', () => {
  const { pairs, scores } = link(tableOf(['The ferry sank off Skell Point.', 'A ferry has sunk off Skell Point in fog.']));
  expect([[...pairs.a], [...pairs.b]]).toEqual([[0], [1]]);
  expect(scores[0]).toBeGreaterThan(0.5);
});

test('two articles that share no word make no pair', () => {
  expect(link(tableOf(['The ferry sank.', 'Owls delay football.'])).pairs.a).toHaveLength(0);
});

test('a corpus of one article, and of none, have no pairs', () => {
  expect(link(tableOf(['The ferry sank.'])).pairs.a).toHaveLength(0);
  expect(link(tableOf([])).pairs.a).toHaveLength(0);
});

test('an article without features is linked to nothing and disturbs nobody', () => {
  const texts = ['The ferry sank off Skell Point.', '', 'A ferry has sunk off Skell Point in fog.', '!'];
  const { pairs, scores } = link(tableOf(texts));
  expect([[...pairs.a], [...pairs.b]]).toEqual([[0], [2]]);
  expect(scores[0]).toBeGreaterThan(0.5);
});

const hash = fc.oneof(
  fc.nat(12),
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(...featuresOf('The ministers said police and people').stems),
);
const article: fc.Arbitrary<Article> = fc.record({
  stems: fc.array(hash, { maxLength: 25 }),
  numbers: fc.array(hash, { maxLength: 6 }),
  quotes: fc.array(hash, { maxLength: 6 }),
  count: fc.integer({ min: 1, max: 0xffff }),
  lead: fc.constantFrom(0, 1, 3),
});
const corpus = fc.array(article, { maxLength: 12 });

test('no weight is ever NaN, infinite or negative', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      for (const number of numbersIn(vectorsOf(articles))) {
        expect(number).toBeGreaterThanOrEqual(0);
        expect(number).toBeLessThan(Infinity);
      }
      for (const score of link(tableOfArticles(articles)).scores) expect(score).not.toBeNaN();
    }),
    { numRuns: 500 },
  );
});

test('the vector of an article has length 1, or 0 where all it has is worthless', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      for (const { starts, weights } of [vectorsOf(articles).stems, vectorsOf(articles).numbers]) {
        for (let i = 0; i < articles.length; i++) {
          const squares = weights.subarray(starts[i], starts[i + 1]).reduce((sum, weight) => sum + weight * weight, 0);
          if (squares !== 0) expect(squares).toBeCloseTo(1, 4);
        }
      }
    }),
  );
});

test('ids stand for the same hashes in every article, in the order of their first sight', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      const table = tableOfArticles(articles);
      const { hashes, ids, documents } = vectorsOf(articles).stems;
      expect([...hashes]).toEqual([...new Set(table.stems.values)]);
      expect(Array.from(ids, (id) => hashes[id])).toEqual([...table.stems.values]);
      expect([...documents]).toEqual(Array.from(hashes, (hash) => articles.filter(({ stems }) => stems.includes(hash)).length));
    }),
  );
});

describe('how much a word tells', () => {
  const vectors = makeVectors(
    tableOf(['The government of Zwyrnik said', 'The government of Skell said', 'The government said']),
    background(),
  );
  const idfOf = (word: string) => vectors.stems.idf[vectors.stems.hashes.indexOf(featuresOf(word, ['en']).stems[0])];

  it('a rare name more than a word of all news, though in five articles both stand once', () => {
    expect(idfOf('Zwyrnik')).toBeGreaterThan(2 * idfOf('government'));
  });

  it('a word that the whole of a large corpus is about less than it tells in the news', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => `Earthquake ${'abcdefghijklmnopqrst'[i % 20]}${'uvwxyz'[i % 6]}k`);
    const large = makeVectors(tableOf(texts), background());
    const quake = featuresOf('earthquake', ['en']).stems[0];
    const small = makeVectors(tableOf(texts.slice(0, 3)), background());
    expect(large.stems.idf[large.stems.hashes.indexOf(quake)]).toBeLessThan(0.5 * small.stems.idf[small.stems.hashes.indexOf(quake)]);
  });
});

test('the likeness of an article to the rest of its corpus is the mean of its cosines', () => {
  const { stems, typical } = vectorsOf([{ stems: [1, 2, 3] }, { stems: [2, 3, 4] }, { stems: [3, 9] }, { stems: [77] }]);
  const cosine = (a: number, b: number) => {
    let sum = 0;
    for (let i = stems.starts[a]; i < stems.starts[a + 1]; i++)
      for (let k = stems.starts[b]; k < stems.starts[b + 1]; k++)
        if (stems.ids[i] === stems.ids[k]) sum += stems.weights[i] * stems.weights[k];
    return sum;
  };
  for (let a = 0; a < 4; a++) {
    const others = [0, 1, 2, 3].filter((b) => b !== a);
    expect(typical[a]).toBeCloseTo(others.reduce((sum, b) => sum + cosine(a, b), 0) / 3, 5);
  }
});
