import type { Vectors, WeightedLists } from './vectors.ts';
import { type FeatureTable, NO_DAY } from './vectors.ts';

/**
 * What speaks for or against two articles reporting one event, each with its weight in the score: logistic regression,
 * score = 1 / (1 + e^−Σ weight · value). How the weights were found: test/quality/NOTES.md.
 */
export const TERMS = [
  { name: 'words in common (logarithm)', weight: 1.914 },
  { name: 'words in common', weight: 1.714 },
  { name: 'lead found in the other, lesser share', weight: 2.26 },
  { name: 'lead found in the other, greater share', weight: 4.688 },
  { name: 'names in common', weight: 0.363 },
  { name: 'other names', weight: -0.578 },
  { name: 'quotations in common', weight: 3.668 },
  { name: 'both quote at length', weight: -0.28 },
  { name: 'numbers in common', weight: -0.421 },
  { name: 'other numbers', weight: -1.209 },
  { name: 'ages in common', weight: 2.089 },
  { name: 'other ages', weight: -1.123 },
  { name: 'neighbouring weekdays', weight: -1.185 },
  { name: 'other weekdays', weight: -1.532 },
  { name: 'months in common', weight: 0.05 },
  { name: 'other months', weight: -1.691 },
  { name: 'likeness of the whole corpus', weight: -6.42 },
  { name: 'small corpus', weight: 3.802 },
  { name: 'base', weight: 0.687 },
] as const;

/** Behind the last id of a list. */
const END = -1;
/** Runs of quoted words from which an article quotes at length. */
const MANY_QUOTES = 40;
/** Two texts with so many names, or numbers, each, and less than this in common, tell of other people and other facts. */
const APART = { least: 4, cosine: 0.12 };

export interface Score {
  readonly table: FeatureTable;
  readonly vectors: Vectors;
  /** One value a term, of the pair scored last. */
  readonly values: Float64Array;
}

export function makeScore(table: FeatureTable, vectors: Vectors): Score {
  return { table, vectors, values: new Float64Array(TERMS.length) };
}

/** The chance that articles a and b report one event; 0–1, the same for (b, a). O(length of both). */
export function scorePair(score: Score, a: number, b: number): number {
  measure(score, Math.min(a, b), Math.max(a, b));
  let sum = datesTerm(score.table.days[a], score.table.days[b]);
  for (let term = 0; term < TERMS.length; term++) sum += TERMS[term].weight * score.values[term];
  return 1 / (1 + Math.exp(-sum));
}

function measure({ table, vectors, values }: Score, a: number, b: number): void {
  const { starts, ids, weights } = vectors.stems;
  const { lead } = vectors;
  let left = starts[a];
  let right = starts[b];
  const leftEnd = starts[a + 1];
  const rightEnd = starts[b + 1];
  let cosine = 0;
  let leadOfA = 0;
  let leadOfB = 0;
  // Each id is loaded once: half the time of comparing ids[left] with ids[right] at every step.
  for (let x = left < leftEnd ? ids[left] : END, y = right < rightEnd ? ids[right] : END; x !== END && y !== END; ) {
    if (x < y) x = ++left < leftEnd ? ids[left] : END;
    else if (y < x) y = ++right < rightEnd ? ids[right] : END;
    else {
      cosine += weights[left] * weights[right];
      leadOfA += lead[left];
      leadOfB += lead[right];
      x = ++left < leftEnd ? ids[left] : END;
      y = ++right < rightEnd ? ids[right] : END;
    }
  }
  const sharedAges = agesInCommon(table.ages, a, b);
  const agesA = agesInCommon(table.ages, a, a);
  const agesB = agesInCommon(table.ages, b, b);
  const quotes = cosineOf(vectors.quotes, a, b);
  const fewerQuotes = Math.min(lengthOf(vectors.quotes, a), lengthOf(vectors.quotes, b));
  const weekdays = weekdayDistance(table.weekdays[a], table.weekdays[b]);
  const months = table.months[a] & table.months[b];
  const names = cosineOf(vectors.names, a, b);
  const numbers = cosineOf(vectors.numbers, a, b);
  values[0] = Math.log(cosine + 0.01);
  values[1] = cosine;
  values[2] = Math.sqrt(Math.min(leadOfA, leadOfB));
  values[3] = Math.sqrt(Math.max(leadOfA, leadOfB));
  values[4] = Math.sqrt(names);
  values[5] = areApart(vectors.names, a, b, names) ? 1 : 0;
  values[6] = Math.sqrt(quotes);
  values[7] = Math.sqrt(Math.min(1, fewerQuotes / MANY_QUOTES));
  values[8] = Math.sqrt(numbers);
  values[9] = areApart(vectors.numbers, a, b, numbers) ? 1 : 0;
  values[10] = sharedAges ? sharedAges / Math.sqrt(agesA * agesB) : 0;
  values[11] = agesA && agesB && !sharedAges ? 1 : 0;
  values[12] = weekdays === 1 ? 1 : 0;
  values[13] = weekdays > 1 ? 1 : 0;
  values[14] = months ? 1 : 0;
  values[15] = table.months[a] && table.months[b] && !months ? 1 : 0;
  values[16] = Math.sqrt((vectors.typical[a] + vectors.typical[b]) / 2);
  values[17] = 1 / Math.sqrt(vectors.articles);
  values[18] = 1;
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

export function cosineOf({ starts, ids, weights }: WeightedLists, a: number, b: number): number {
  let left = starts[a];
  let right = starts[b];
  const leftEnd = starts[a + 1];
  const rightEnd = starts[b + 1];
  let cosine = 0;
  for (let x = left < leftEnd ? ids[left] : END, y = right < rightEnd ? ids[right] : END; x !== END && y !== END; ) {
    if (x < y) x = ++left < leftEnd ? ids[left] : END;
    else if (y < x) y = ++right < rightEnd ? ids[right] : END;
    else {
      cosine += weights[left] * weights[right];
      x = ++left < leftEnd ? ids[left] : END;
      y = ++right < rightEnd ? ids[right] : END;
    }
  }
  return cosine;
}

function agesInCommon(ages: Uint32Array, a: number, b: number): number {
  let shared = 0;
  for (let word = 0; word < 4; word++) {
    let bits = ages[4 * a + word] & ages[4 * b + word];
    for (; bits; bits &= bits - 1) shared++;
  }
  return shared;
}
