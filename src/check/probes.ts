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

export function weightiest(
  { stems }: Pick<Row, 'stems'>,
  weights: Float32Array,
  most: number,
  may: (at: number) => boolean = () => true,
): Probes {
  const places = Array.from(stems.keys()).filter(may);
  places.sort((x, y) => weights[y] - weights[x] || stems[x] - stems[y]);
  const kept = places.slice(0, most).sort((x, y) => x - y);
  return { stems: Uint32Array.from(kept, (at) => stems[at]), weights: Float32Array.from(kept, (at) => weights[at]) };
}
