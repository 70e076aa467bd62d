import { background } from '../../../src/background/index.ts';
import type { Pairs } from '../../../src/columns/pairs.ts';
import { listOf, RaggedBuilder } from '../../../src/columns/ragged.ts';
import { groupCopies, type Partition } from '../../../src/stages/group/index.ts';
import { linkCandidates } from '../../../src/stages/link/candidates.ts';
import { type FeatureTable, makeScore, makeVectors, NO_DAY, type Score, scorePair, TERMS } from '../../../src/stages/link/index.ts';
import type { Sample } from './samples.ts';

/** The candidate pairs of a sample: what the score sees of each, and whether both report one event. */
export interface Examples {
  readonly sample: Sample;
  /** Per article of the sample its event. */
  readonly labels: readonly string[];
  readonly copies: Partition;
  readonly pairs: Pairs;
  /** The values of TERMS, pair by pair. */
  readonly values: Float64Array;
  /** Per pair 1 for one event. */
  readonly truth: Uint8Array;
  /** A score of these articles that goes by other weights. */
  readonly scoreBy: (weights: Float64Array) => Score;
}

export function examplesOf(sample: Sample): Examples {
  const { set, ids } = sample;
  const table = tableOf(sample);
  const vectors = makeVectors(table, background());
  const pairs = linkCandidates(vectors);
  const score = makeScore(table, vectors);
  const labels = ids.map((id) => set.labels[id]);
  const count = pairs.a.length;
  const values = new Float64Array(count * TERMS.length);
  for (let i = 0; i < count; i++) {
    scorePair(score, pairs.a[i], pairs.b[i]);
    values.set(score.values, i * TERMS.length);
  }
  const truth = Uint8Array.from(pairs.a, (a, i) => (labels[a] === labels[pairs.b[i]] ? 1 : 0));
  return { sample, labels, copies: copiesOf(sample), pairs, values, truth, scoreBy: (weights) => makeScore(table, vectors, weights) };
}

/** The features of the articles of a sample. No set tells the day of publication. */
function tableOf({ set: { digest }, ids }: Sample): FeatureTable {
  const lists = (column: { starts: Uint32Array; values: Uint32Array }) => {
    const builder = new RaggedBuilder();
    for (const id of ids) builder.push(listOf(column, id));
    return builder.finish();
  };
  return {
    count: ids.length,
    stems: lists(digest.stems),
    counts: lists({ starts: digest.stems.starts, values: digest.counts }).values,
    numbers: lists(digest.numbers),
    quotes: lists(digest.quotes),
    amounts: lists(digest.amounts),
    ages: Uint32Array.from(ids.flatMap((id) => [...digest.ages.subarray(4 * id, 4 * id + 4)])),
    weekdays: Uint8Array.from(ids, (id) => digest.weekdays[id]),
    months: Uint16Array.from(ids, (id) => digest.months[id]),
    days: new Int32Array(ids.length).fill(NO_DAY),
  };
}

function copiesOf({ set, ids }: Sample): Partition {
  const place = new Map(ids.map((id, i) => [id, i]));
  const inside = Array.from(set.copies.strength, (_, i) => i).filter((i) => place.has(set.copies.a[i]) && place.has(set.copies.b[i]));
  const edges = {
    a: inside.map((i) => place.get(set.copies.a[i])!),
    b: inside.map((i) => place.get(set.copies.b[i])!),
    strength: inside.map((i) => set.copies.strength[i]),
  };
  return groupCopies(ids.length, edges, (a, b) => set.strengthOf(ids[a], ids[b]));
}
