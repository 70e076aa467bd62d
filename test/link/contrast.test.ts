import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { background } from '../../src/background/index.ts';
import { dedupe } from '../../src/index.ts';
import { type Contrast, makeContrast, makeVectors } from '../../src/stages/link/index.ts';
import { distinctBits, seeded } from '../properties/random.ts';
import { type Article, tableOfArticles } from './tables.ts';

const contrastOf = (articles: readonly Article[]): Contrast =>
  makeContrast(makeVectors(tableOfArticles(articles), background()), background());

/** Reports of one bout: the champion and his trade in all of them, the challenger's names, and words at random. */
function reportsOf(challenger: readonly number[], champion: readonly number[], count: number, seed: number): Article[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => ({ stems: [...champion, ...challenger, ...distinctBits(random, 40)] }));
}

describe('the contrast of two groups of articles', () => {
  const random = seeded(1);
  const champion = distinctBits(random, 12);
  const [first, second] = [distinctBits(random, 4), distinctBits(random, 4)];
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

  it('is high where each names what the other never does, however much else they share', () => {
    const articles = [...reportsOf(first, champion, 6, 2), ...reportsOf(second, champion, 5, 3)];
    expect(contrastOf(articles)(ids(0, 6), ids(6, 11))).toBeGreaterThan(0.75);
  });

  it('is low for two halves of one event', () => {
    const articles = reportsOf(first, champion, 12, 2);
    expect(contrastOf(articles)(ids(0, 6), ids(6, 12))).toBeLessThan(0.4);
  });

  it('is low where only one of them has words of its own: a follow-up that says more', () => {
    const articles = [...reportsOf(first, champion, 6, 2), ...reportsOf([...first, ...second], champion, 6, 3)];
    expect(contrastOf(articles)(ids(0, 6), ids(6, 12))).toBeLessThan(0.4);
  });

  it('of large groups is told from some articles of each', () => {
    const articles = [...reportsOf(first, champion, 60, 2), ...reportsOf(second, champion, 40, 3)];
    expect(contrastOf(articles)(ids(0, 60), ids(60, 100))).toBeGreaterThan(0.75);
  });
});

test('the contrast is the same both ways, from 0 to 1, and the same when asked again', () => {
  const article = fc.record({ stems: fc.array(fc.nat(40), { maxLength: 20 }) });
  fc.assert(
    fc.property(fc.array(article, { minLength: 2, maxLength: 10 }), fc.nat(), (articles, cut) => {
      const contrast = contrastOf(articles);
      const all = [...articles.keys()];
      const [xs, ys] = [all.slice(0, 1 + (cut % (all.length - 1))), all.slice(1 + (cut % (all.length - 1)))];
      const value = contrast(xs, ys);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(contrast(ys, xs)).toBe(value);
      expect(contrast(xs, ys)).toBe(value);
    }),
  );
});

/** What four outlets made of each of two title defences. */
const AGAINST_FERRAN = [
  'Dovrek keeps his belts against Ferran.\nArtem Dovrek knocked out Luis Ferran in the seventh round at the Malden arena and remains heavyweight champion of the federation, his trainer cheering from the corner.',
  'Champion too strong for Ferran.\nThe towel came in the seventh round in Malden: heavyweight champion Artem Dovrek had dropped Luis Ferran twice and never lost a minute on the way to another federation title defence.',
  'Ferran stopped in Malden.\nA left hook ended the evening of Luis Ferran as Artem Dovrek defended the heavyweight title of the federation in the seventh round.',
  'Heavyweight title stays with Dovrek.\nBefore a full house in Malden the champion Artem Dovrek wore down Luis Ferran with the jab and finished him in the seventh round.',
];
const AGAINST_OUDEKERK = [
  'Oudekerk no match for champion Dovrek.\nPiet Oudekerk lasted less than four rounds in Halsberg on Artem Dovrek, who defended his heavyweight title for the federation with a right to the temple.',
  'Dovrek defends heavyweight title in Halsberg.\nChampion Artem Dovrek sent Piet Oudekerk to the canvas in the fourth; the referee of the federation counted him out while the Halsberg crowd sang.',
  'Right hand fells Oudekerk.\nIn Halsberg the heavyweight champion Artem Dovrek needed four rounds to add Piet Oudekerk to his list of federation challengers.',
  'Another belt night for Artem Dovrek.\nPiet Oudekerk came to Halsberg unbeaten and left on a stretcher after the fourth round with the heavyweight champion of the federation.',
];

test('two title defences of one champion are two events, with no date in any report', async () => {
  const articles = [...AGAINST_FERRAN, ...AGAINST_OUDEKERK].map((text, i) => ({ id: `bout-${i}`, text }));
  const report = await dedupe({ articles });
  expect(report.events.map((event) => event.articles)).toEqual([
    ['bout-0', 'bout-1', 'bout-2', 'bout-3'],
    ['bout-4', 'bout-5', 'bout-6', 'bout-7'],
  ]);
});
