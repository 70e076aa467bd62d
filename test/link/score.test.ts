import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { makeScore, makeVectors, scorePair, TERMS } from '../../src/stages/link/index.ts';
import { distinctBits, seeded } from '../properties/random.ts';
import { type Article, tableOfArticles } from './tables.ts';
import { tableOf } from './written.ts';

function scoresOf(articles: readonly Article[]) {
  const table = tableOfArticles(articles);
  const score = makeScore(table, makeVectors(table, background()));
  return (a: number, b: number) => scorePair(score, a, b);
}

function scoreOfTexts(texts: readonly string[], days: readonly number[] = []): number {
  const table = tableOf(texts, days);
  return scorePair(makeScore(table, makeVectors(table, background())), 0, 1);
}

const SKELL = `Mill owners face charges over spill in the Skell.
A dye works on the upper Skell let four tonnes of caustic soda into the river on Monday, killing trout as far down as Farrant Weir.
“We have never seen the water foam like this,” said angler Odo Marchetti, 61. Keepers counted 1,340 dead fish by Tuesday night.`;
const SKELL_AGAIN = `River Skell “foamed like beer” after chemical leak.
Some 1,340 trout died when caustic soda escaped from a dye works above Farrant Weir on Monday, the river board said.
Odo Marchetti, 61, who fishes there, said: “We have never seen the water foam like this.” The board will prosecute the mill.`;
const OWLS = `Owls delay kick-off at the Brinmouth stadium.
A pair of barn owls nesting above the scoreboard held up Saturday's cup tie for half an hour while stewards dimmed the floodlights.
Groundsman Percy Ladd, 54, has named the chicks Goal and Miss.`;

describe('the score of two articles', () => {
  it('is high where two outlets tell one story in their own words, and low for two stories', () => {
    expect(scoreOfTexts([SKELL, SKELL_AGAIN, OWLS])).toBeGreaterThan(0.8);
    expect(scoreOfTexts([SKELL, OWLS, SKELL_AGAIN])).toBeLessThan(0.1);
  });

  it.each([
    ['another weekday', SKELL_AGAIN.replace('Monday', 'Friday'), SKELL.replace('Tuesday', 'Monday')],
    ['the weekday after', SKELL_AGAIN.replace('Monday', 'Sunday'), SKELL.replace('Tuesday', 'Monday')],
    ['another age', SKELL_AGAIN.replace('61', '47'), SKELL],
    ['other numbers', SKELL_AGAIN.replace('1,340', '212'), SKELL],
    [
      'no common quotation',
      SKELL_AGAIN.replace('We have never seen the water foam like this', 'It was white from bank to bank, all of it'),
      SKELL,
    ],
  ])('is lowered by %s', (_, changed, first) => {
    expect(scoreOfTexts([first, changed, OWLS])).toBeLessThan(scoreOfTexts([first, SKELL_AGAIN, OWLS]));
  });

  it('is lowered by another month', () => {
    const [march, may] = ['on 3 March', 'on 3 May'].map((date) => SKELL_AGAIN.replace('on Monday', date));
    const first = SKELL.replace('on Monday', 'on 3 March');
    expect(scoreOfTexts([first, may, OWLS])).toBeLessThan(scoreOfTexts([first, march, OWLS]));
  });

  it('rises where both were published on one day, and falls with every day between them', () => {
    const [same, next, week, year] = [0, 1, 7, 365].map((days) =>
      scoreOfTexts([SKELL, SKELL_AGAIN, OWLS], [19_000, 19_000 + days, 19_000]),
    );
    const unknown = scoreOfTexts([SKELL, SKELL_AGAIN, OWLS], [19_000]);
    expect(same).toBeGreaterThan(unknown);
    expect(same).toBeGreaterThan(next);
    expect(next).toBeGreaterThan(week);
    expect(week).toBeGreaterThan(year);
    expect(week).toBeLessThan(unknown);
  });
});

describe('weekdays round the week', () => {
  const random = seeded(1);
  const shared = distinctBits(random, 12);
  const scoreWith = (one: number, other: number) =>
    scoresOf([
      { stems: shared, weekdays: one },
      { stems: [...shared.slice(2), 5, 6], weekdays: other },
    ])(0, 1);
  const days = (...numbers: number[]) => numbers.reduce((bits, day) => bits | (1 << day), 0);

  it('the same day is as good as none named', () => {
    expect(scoreWith(days(2), days(2))).toBe(scoreWith(0, days(2)));
    expect(scoreWith(days(1, 2), days(2, 5))).toBe(scoreWith(0, 0));
  });

  it('Sunday is next to Monday, and Thursday far from both', () => {
    expect(scoreWith(days(6), days(0))).toBe(scoreWith(days(2), days(3)));
    expect(scoreWith(days(3), days(0))).toBe(scoreWith(days(3), days(6)));
    expect(scoreWith(days(6), days(0))).toBeLessThan(scoreWith(0, 0));
    expect(scoreWith(days(3), days(0))).toBeLessThan(scoreWith(days(6), days(0)));
  });
});

const hash = fc.oneof(fc.nat(30), fc.integer({ min: 0, max: 0xffffffff }));
const article: fc.Arbitrary<Article> = fc.record({
  stems: fc.array(hash, { maxLength: 30 }),
  numbers: fc.array(hash, { maxLength: 5 }),
  quotes: fc.array(hash, { maxLength: 60 }),
  amounts: fc.array(fc.nat(0x3ffff), { maxLength: 8 }),
  ages: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }),
  weekdays: fc.integer({ min: 0, max: 127 }),
  months: fc.integer({ min: 0, max: 4095 }),
  day: fc.oneof(fc.constant(-0x80000000), fc.integer({ min: -20_000, max: 40_000 })),
  count: fc.integer({ min: 1, max: 0xffff }),
  lead: fc.integer({ min: 0, max: 100 }),
});
const corpus = fc.array(article, { minLength: 1, maxLength: 8 });

test('any two articles have a score from 0 to 1, the same both ways', () => {
  fc.assert(
    fc.property(corpus, (articles) => {
      const scoreOf = scoresOf(articles);
      for (let a = 0; a < articles.length; a++) {
        for (let b = 0; b < articles.length; b++) {
          const score = scoreOf(a, b);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(scoreOf(b, a)).toBe(score);
        }
      }
    }),
  );
});

test('the score of a pair does not depend on the order of the articles', () => {
  fc.assert(
    fc.property(corpus, fc.integer(), (articles, seed) => {
      const order = seeded(seed).shuffled([...articles.keys()]);
      const [scoreOf, shuffledScoreOf] = [scoresOf(articles), scoresOf(order.map((id) => articles[id]))];
      for (let a = 0; a < articles.length; a++)
        for (let b = 0; b < a; b++) expect(shuffledScoreOf(order.indexOf(a), order.indexOf(b))).toBeCloseTo(scoreOf(a, b), 5);
    }),
  );
});

test('the score is made of the terms that `explain` shows', () => {
  const table = tableOf([SKELL, SKELL_AGAIN, OWLS]);
  const score = makeScore(table, makeVectors(table, background()));
  const probability = scorePair(score, 0, 1);
  const sum = TERMS.reduce((total, { weight }, i) => total + weight * score.values[i], 0);
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(probability, 6); // scores have 32 bits
});
