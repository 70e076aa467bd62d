import { mix } from '../kernel/hash.ts';
import type { Partition } from '../stages/group/index.ts';
import { type Contingency, pairsIn } from './scores.ts';
import type { PairTruth } from './truth.ts';
import { holds } from './verdicts.ts';

/**
 * The parts that a sample of labels is made of, labelled groups or labelled pairs, with what each brings to F1:
 * F1 = 2 · Σ right / Σ weight, where weight is the pairs joined plus the pairs that are the same.
 */
export interface Units {
  readonly right: Float64Array;
  readonly weight: Float64Array;
}

/** A labelled group a unit; of a pair joined across two of them each has a half. Parallel for all partitions. */
export function groupUnits({ cells, goldSizes, foundSizes }: Contingency): Units {
  const right = new Float64Array(goldSizes.length);
  const weight = Float64Array.from(goldSizes, pairsIn);
  for (const { gold, found, members } of cells) {
    right[gold] += pairsIn(members.length);
    weight[gold] += (members.length * (foundSizes.get(found)! - 1)) / 2;
  }
  return { right, weight };
}

/** A labelled pair a unit. */
export function pairUnits({ pairs }: PairTruth, partition: Partition, relation: 'event' | 'copy'): Units {
  const counted = pairs.filter(({ verdict }) => holds(verdict, relation) !== null);
  const isJoined = counted.map(({ a, b }) => partition[a] === partition[b]);
  const isSame = counted.map(({ verdict }) => holds(verdict, relation) === true);
  return {
    right: Float64Array.from(counted, (_, i) => Number(isJoined[i] && isSame[i])),
    weight: Float64Array.from(counted, (_, i) => Number(isJoined[i]) + Number(isSame[i])),
  };
}

const RESAMPLES = 400;
const SEED = 0x5eed;

/**
 * F1 in samples of as many units, drawn with replacement: per resample one value a column, the same draw for all columns,
 * so that columns can be compared (Efron & Tibshirani, An Introduction to the Bootstrap, §6). O(400 · units · columns).
 */
export function resample(columns: readonly Units[]): Float64Array[] {
  const units = columns[0]?.right.length ?? 0;
  const values = columns.map(() => new Float64Array(RESAMPLES));
  const draws = new Uint32Array(units);
  for (let sample = 0; sample < RESAMPLES; sample++) {
    let state = mix(SEED + sample);
    for (let i = 0; i < units; i++) {
      state = mix(state + i + 1);
      draws[i] = Math.floor((state / 2 ** 32) * units);
    }
    for (const [column, { right, weight }] of columns.entries()) {
      let [rights, weights] = [0, 0];
      for (const draw of draws) {
        rights += right[draw];
        weights += weight[draw];
      }
      values[column][sample] = weights === 0 ? 1 : (2 * rights) / weights;
    }
  }
  return values;
}

/** The value that so much of a sample lies below. */
export function quantile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
