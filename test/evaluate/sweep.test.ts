/** Which bound is suggested: one that fits the labels by more than chance, else the one in use. */
import { expect, it } from 'vitest';
import { quantile, resample, type Units } from '../../src/evaluate/bootstrap.ts';
import { sweepOf, type Trial } from '../../src/evaluate/sweep.ts';

/** Pairs as units: of `same` pairs so many are found, and so many others are joined wrongly. */
function trial(bound: number, same: number, found: number, wrong: number): Trial {
  const right = [...Array(same).keys()].map((i) => Number(i < found));
  const units: Units = {
    right: Float64Array.from([...right, ...Array(wrong).fill(0)]),
    weight: Float64Array.from([...right.map((is) => 1 + is), ...Array(wrong).fill(1)]),
  };
  return { bound, containment: null, units: padded(units), scores: { precision: 1, recall: found / same, f1: f1(units) } };
}
const f1 = ({ right, weight }: Units) => (2 * sum(right)) / sum(weight);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
/** All columns of a sweep have the same units. */
function padded({ right, weight }: Units, length = 400): Units {
  const widened = new Float64Array(length);
  widened.set(right);
  const weights = new Float64Array(length);
  weights.set(weight);
  return { right: widened, weight: weights };
}

it('a bound that is clearly better is suggested', () => {
  const sweep = sweepOf('eventScore', [trial(0.3, 200, 190, 5), trial(0.5, 200, 120, 0), trial(0.7, 200, 60, 0)], 0.5);
  expect(sweep).toMatchObject({ advice: 'change', best: 0.3, suggested: 0.3, inUse: 0.5 });
});

it('of several that are as good as the best, the one nearest to the bound in use', () => {
  const trials = [trial(0.1, 200, 191, 0), trial(0.3, 200, 190, 0), trial(0.4, 200, 189, 0), trial(0.5, 200, 120, 0)];
  expect(sweepOf('eventScore', trials, 0.5)).toMatchObject({ advice: 'change', best: 0.1, suggested: 0.4 });
});

it('a bound that is better by a pair or two is noise', () => {
  const sweep = sweepOf('eventScore', [trial(0.3, 200, 152, 0), trial(0.5, 200, 150, 0)], 0.5);
  expect(sweep).toMatchObject({ advice: 'keep', best: 0.3, suggested: 0.5 });
});

it('ten labels choose no bound, however clear they look', () => {
  expect(sweepOf('eventScore', [trial(0.3, 10, 10, 0), trial(0.5, 10, 2, 0)], 0.5)).toMatchObject({ advice: 'few', suggested: 0.5 });
});

it('of equals the best is the one in use', () => {
  const trials = [trial(0.3, 50, 40, 0), trial(0.5, 50, 40, 0), trial(0.7, 50, 40, 0)];
  expect(sweepOf('similarity', trials, 0.5)).toMatchObject({ advice: 'keep', best: 0.5 });
});

it('the interval of a share is that of the binomial, and is the same each time', () => {
  const units = { right: new Float64Array(400).map((_, i) => Number(i < 320)), weight: new Float64Array(400).fill(2) };
  const [values] = resample([units]);
  const deviation = Math.sqrt((0.8 * 0.2) / 400);
  expect(quantile(values, 0.025)).toBeCloseTo(0.8 - 1.96 * deviation, 1.7);
  expect(quantile(values, 0.975)).toBeCloseTo(0.8 + 1.96 * deviation, 1.7);
  expect(resample([units])).toEqual([values]);
});
