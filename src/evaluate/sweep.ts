import type { RelationEvaluation, Scores, Sweep } from '../evaluation.ts';
import { quantile, resample, type Units } from './bootstrap.ts';

/** One bound of a sweep and how the groups that it makes fare. */
export interface Trial {
  readonly bound: number;
  readonly containment: number | null;
  readonly scores: Scores;
  readonly units: Units;
}

/** 19 of 20 samples lie between these. */
const LOW = 0.025;
const HIGH = 0.975;
/** Groups, or pairs, below which nothing is suggested: a bootstrap of so few knows little of what was not labelled. */
const LEAST_UNITS = 30;
/** A gain in F1 that is not worth an option. */
const LEAST_GAIN = 0.005;

/** Where F1 would lie with other labels of the same kind. */
export function intervalOf(units: Units): RelationEvaluation['interval'] {
  const [values] = resample([units]);
  return { low: quantile(values, LOW), high: quantile(values, HIGH), units: telling([units]) };
}

/**
 * The bound that fits the labels. The one in use stays unless the best beats it, by more than a trifle, in all but one of
 * 40 resamples of the labels; then it is the bound nearest to the one in use that the best does not beat so clearly.
 * `inUse` is the bound of one of the trials.
 */
export function sweepOf(option: Sweep['option'], trials: readonly Trial[], inUse: number): Sweep {
  const distance = (i: number) => Math.abs(trials[i].bound - inUse);
  const nearer = (i: number, j: number) => distance(i) - distance(j) || trials[i].bound - trials[j].bound;
  const order = Array.from(trials.keys()).sort(nearer);
  const [current] = order;
  const best = order.reduce((best, i) => (trials[i].scores.f1 > trials[best].scores.f1 ? i : best));
  const samples = resample(trials.map(({ units }) => units));
  const isWithinNoise = (i: number) =>
    quantile(
      samples[best].map((value, sample) => value - samples[i][sample]),
      LOW,
    ) <= LEAST_GAIN;
  const isFew = telling(trials.map(({ units }) => units)) < LEAST_UNITS;
  const suggested = isFew ? current : order.find(isWithinNoise)!; // the best is within its own noise
  return {
    option,
    points: trials.map(({ bound, containment, scores }) => ({ bound, containment, ...scores })),
    inUse,
    best: trials[best].bound,
    suggested: trials[suggested].bound,
    advice: isFew ? 'few' : suggested === current ? 'keep' : 'change',
  };
}

/** Units that say anything: those with a pair that is the same, or was joined. */
function telling(columns: readonly Units[]): number {
  const [first] = columns;
  return first.weight.reduce((count, _, unit) => count + Number(columns.some(({ weight }) => weight[unit] > 0)), 0);
}
