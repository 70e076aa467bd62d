import { type Agreement, compareAmounts } from '../../amounts.ts';
import { cosineWith, type Focus, focusOn, makeFocus, type SharedStems, stemsWith } from './focus.ts';
import type { Vectors, WeightedLists } from './vectors.ts';
import { type FeatureTable, NO_DAY } from './vectors.ts';

/**
 * What speaks for or against two articles reporting one event, each with its weight in the score: logistic regression,
 * score = 1 / (1 + e^−Σ weight · value). How the weights were found: test/quality/NOTES.md.
 */
export const TERMS = [
  { name: 'words in common', weight: 2.735 },
  { name: 'lead found in the other, lesser share', weight: 1.56 },
  { name: 'lead found in the other, greater share', weight: 4.476 },
  { name: 'quotations in common', weight: 3.108 },
  { name: 'numbers in common', weight: 0.528 },
  { name: 'other numbers', weight: -0.827 },
  { name: 'other amounts', weight: -2.552 },
  { name: 'ages in common', weight: 1.396 },
  { name: 'other ages', weight: -0.628 },
  { name: 'neighbouring weekdays', weight: -1.278 },
  { name: 'other weekdays', weight: -1.582 },
  { name: 'months in common', weight: 0.422 },
  { name: 'other months', weight: -1.263 },
  { name: 'likeness of the whole corpus', weight: -6.831 },
  { name: 'small corpus', weight: 2.989 },
  { name: 'base', weight: 2.721 },
] as const;

/** Two texts with so many numbers each, and less than this in common, tell of other facts. */
const APART = { least: 4, cosine: 0.12 };

/** What a score reads of the articles beside their vectors. */
export type Compared = Pick<FeatureTable, 'ages' | 'weekdays' | 'months' | 'days' | 'amounts'>;

const agreement: Agreement = { same: 0, other: 0 };

export interface Score {
  readonly table: Compared;
  readonly vectors: Vectors;
  /** On the article that the last pair began with. */
  readonly focus: { readonly [Kind in 'stems' | 'numbers' | 'quotes']: Focus };
  readonly shared: SharedStems;
  /** Parallel to TERMS. */
  readonly weights: Float64Array;
  /** One value a term, of the pair scored last. */
  readonly values: Float64Array;
}

const WEIGHTS = Float64Array.from(TERMS, ({ weight }) => weight);

/** `weights` are others than those of TERMS only where weights are looked for (test/quality/fit). */
export function makeScore(table: Compared, vectors: Vectors, weights: Float64Array = WEIGHTS): Score {
  const { stems, kept } = vectors;
  return {
    table,
    vectors,
    focus: {
      stems: makeFocus({ ...stems, features: stems.idf.length }),
      numbers: makeFocus(kept.numbers),
      quotes: makeFocus(kept.quotes),
    },
    shared: { cosine: 0, leadOfFocus: 0, leadOfOther: 0 },
    weights,
    values: new Float64Array(TERMS.length),
  };
}

/**
 * The chance that articles a and b report one event; 0–1 in 32 bits, as scores are kept; the same for (b, a). O(length of both), half of it saved for
 * pairs in a row that begin with the same article.
 */
export function scorePair(score: Score, a: number, b: number): number {
  return scoreWith(score, Math.min(a, b), Math.max(a, b));
}

/** The same, to the last bit, with the first in focus: for pairs in a row that have it in common. */
export function scoreWith(score: Score, a: number, b: number): number {
  measure(score, a, b);
  let sum = datesTerm(score.table.days[a], score.table.days[b]);
  for (let term = 0; term < TERMS.length; term++) sum += score.weights[term] * score.values[term];
  return Math.fround(1 / (1 + Math.exp(-sum)));
}

function measure({ table, vectors, focus, shared, values }: Score, a: number, b: number): void {
  focusOn(focus.stems, a, vectors.lead);
  focusOn(focus.numbers, a);
  focusOn(focus.quotes, a);
  const { amounts } = table;
  const { cosine, leadOfFocus, leadOfOther } = stemsWith(focus.stems, b, vectors.lead, shared);
  const agesA = agesInCommon(table.ages, a, a);
  const agesB = agesA && agesInCommon(table.ages, b, b);
  const sharedAges = agesB && agesInCommon(table.ages, a, b);
  const weekdays = weekdayDistance(table.weekdays[a], table.weekdays[b]);
  const months = table.months[a] & table.months[b];
  const numbers = cosineWith(focus.numbers, b);
  values[0] = Math.log(cosine + 0.01);
  values[1] = Math.sqrt(Math.min(leadOfFocus, leadOfOther));
  values[2] = Math.sqrt(Math.max(leadOfFocus, leadOfOther));
  values[3] = Math.sqrt(cosineWith(focus.quotes, b));
  values[4] = Math.sqrt(numbers);
  values[5] = areApart(vectors.numbers, a, b, numbers) ? 1 : 0;
  compareAmounts(amounts.values, amounts.starts[a], amounts.starts[a + 1], amounts.starts[b], amounts.starts[b + 1], agreement);
  // Of one thing counted differently may be two; each that is counted alike takes from the doubt.
  values[6] = (agreement.other / (agreement.other + 2)) * (2 / (agreement.same + 2));
  values[7] = sharedAges ? sharedAges / Math.sqrt(agesA * agesB) : 0;
  values[8] = agesA && agesB && !sharedAges ? 1 : 0;
  values[9] = weekdays === 1 ? 1 : 0;
  values[10] = weekdays > 1 ? 1 : 0;
  values[11] = months ? 1 : 0;
  values[12] = table.months[a] && table.months[b] && !months ? 1 : 0;
  values[13] = Math.sqrt((vectors.typical[a] + vectors.typical[b]) / 2);
  values[14] = 1 / Math.sqrt(vectors.articles);
  values[15] = 1;
}

function areApart(lists: WeightedLists, a: number, b: number, cosine: number): boolean {
  return cosine < APART.cosine && lengthOf(lists, a) >= APART.least && lengthOf(lists, b) >= APART.least;
}

function lengthOf(lists: WeightedLists, article: number): number {
  return lists.starts[article + 1] - lists.starts[article];
}

/** Days between the nearest two weekdays that two articles name, round the week: 0–3; 0 when one names none. */
function weekdayDistance(a: number, b: number): number {
  if (!a || !b || a & b) return 0;
  const shifted = (days: number, by: number) => ((days << by) | (days >>> (7 - by))) & 127;
  for (let distance = 1; distance < 3; distance++) if (shifted(a, distance) & b || shifted(b, distance) & a) return distance;
  return 3;
}

/** Where both days are known: the same day speaks for one event, and every doubling of the distance against it. */
function datesTerm(a: number, b: number): number {
  if (a === NO_DAY || b === NO_DAY) return 0;
  return Math.max(-4, Math.min(0.75, 0.5 * (1.5 - Math.log(1 + Math.abs(a - b)))));
}

function agesInCommon(ages: Uint32Array, a: number, b: number): number {
  let shared = 0;
  for (let word = 0; word < 4; word++) {
    let bits = ages[4 * a + word] & ages[4 * b + word];
    for (; bits; bits &= bits - 1) shared++;
  }
  return shared;
}
