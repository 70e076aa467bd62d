import type { Row } from '../engines/index.ts';
import type { Past } from './archive.ts';
import { Statistics, stemWeights } from './statistics.ts';

/** Stems by which an archived article is found: twice as many as it is looked up by, since what is rare changes as the archive grows. */
const PROBES_KEPT = 64;

/** The weightiest stems of an article, rising, with their weights. */
export interface Probes {
  readonly stems: Uint32Array;
  readonly weights: Float32Array;
}

/** What a batch shall be found by once it is in the archive. */
export function probesOf(batch: readonly Row[], past: Past): Probes[] {
  const statistics = new Statistics(past, batch);
  return batch.map((row) => weightiestStems(row, statistics));
}

/** The same of one article, by statistics that have learnt its stems. */
export function weightiestStems(row: Pick<Row, 'stems' | 'counts'>, statistics: Statistics): Probes {
  return weightiest(row, stemWeights(row, statistics), PROBES_KEPT);
}

/** The same of the stems at the places that `may` be taken; `weights` are not negative, 0 being +0. */
export function weightiest(
  { stems }: Pick<Row, 'stems'>,
  weights: Float32Array,
  most: number,
  may: (at: number) => boolean = () => true,
): Probes {
  const bits = new Uint32Array(weights.buffer, weights.byteOffset, weights.length); // rise with the weights
  const order = new Float64Array(stems.length);
  let length = 0;
  // The greatest first, of equal ones the first: one number tells both, and numbers are sorted many times faster than by a function.
  for (let at = 0; at < stems.length; at++) if (may(at)) order[length++] = (BELOW_TWO - bits[at]) * PLACES + at;
  const kept = order.subarray(0, length).sort().subarray(0, most);
  for (let i = 0; i < kept.length; i++) kept[i] %= PLACES;
  kept.sort();
  const probes = { stems: new Uint32Array(kept.length), weights: new Float32Array(kept.length) };
  for (let i = 0; i < kept.length; i++) {
    probes.stems[i] = stems[kept[i]];
    probes.weights[i] = weights[kept[i]];
  }
  return probes;
}

/** The bits of the greatest float below 2: no weight is greater than 1. */
const BELOW_TWO = 0x3fffffff;
/** More than an article has stems; with the 30 bits of a weight still a whole number. */
const PLACES = 2 ** 23;
