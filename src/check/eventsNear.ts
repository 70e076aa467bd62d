import { background } from '../background/index.ts';
import { digestOf, type KnownRow } from '../engines/index.ts';
import { featuresOf } from '../grouping.ts';
import { LEAST_PARTIAL_COSINE, makeScore, makeVectors, NEIGHBOURS, PROBES, SAME_STORY, scorePair } from '../stages/link/index.ts';
import type { Past } from './archive.ts';
import { invert } from './copiesNear.ts';
import { type Probes, weightiest } from './probes.ts';
import { type Statistics, stemWeights, type Weighing, wholeOf } from './statistics.ts';

/**
 * So many are always scored, the others only if they share so much: at 100,000 articles no pair of one event shared less than
 * 0.15, and four fifths of the neighbours do, whose features would be read for nothing.
 */
const NEAREST = 5;
const CLEAR_PARTIAL_COSINE = 0.1;
/** An archive of no more articles is scored whole. In a larger one a pair that only the archived article would look up may be missed. */
const SCORED_WHOLE = 500;
/** Articles looked up at once: those that they are compared with are in memory together. */
const SLICE = 1024;

const NO_SHINGLES = new Uint32Array(0);

/**
 * Archived articles that score as one event with one of these. Each is looked up by its weightiest stems among the articles
 * that these tell most of, and scored against those it shares most with: what link does within a corpus.
 */
export function eventsNear(
  rows: readonly KnownRow[],
  past: Past,
  { statistics, sums }: Weighing,
  eventScore: number,
  idOf: (row: KnownRow) => number,
): Set<number> {
  const near = new Set<number>();
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    statistics.learn(slice);
    const candidates =
      slice.length === 0
        ? []
        : past.count <= SCORED_WHOLE
          ? slice.map((row) => everyOther(past, idOf(row)))
          : candidatesOf(slice, past, statistics, idOf);
    const ids = [...new Set(candidates.flat())];
    const others = ids.map((id): KnownRow => ({ ...past.archive.features(id), shingles: NO_SHINGLES }));
    statistics.learn(others);
    const all = [...slice, ...others];
    const table = featuresOf(
      all.map(({ info }) => info),
      digestOf(all, 0),
    );
    const whole = wholeOf({ statistics, sums }, (article) => (article < slice.length ? idOf(slice[article]) : ids[article - slice.length]));
    const score = makeScore(table, makeVectors(table, background(), whole));
    const placeOf = new Map(ids.map((id, i): [number, number] => [id, slice.length + i]));
    for (const [at, list] of candidates.entries()) {
      for (const id of list) if (scorePair(score, at, placeOf.get(id)!) >= eventScore) near.add(id);
    }
  }
  return near;
}

function everyOther({ archive, without }: Past, self: number): number[] {
  return Array.from({ length: archive.nextId }, (_, id) => id).filter((id) => id !== self && !without.has(id));
}

/** Per row the archived articles that share most with it, by the stems that tell most of both. */
function candidatesOf(rows: readonly KnownRow[], past: Past, statistics: Statistics, idOf: (row: KnownRow) => number): number[][] {
  const probes = rows.map((row) =>
    weightiest(row, stemWeights(row, statistics), PROBES, (at) => statistics.documentsWith('stems', row.stems[at]) >= 2),
  );
  const lists = lookUpProbes(probes, past);
  const partial = new Float32Array(past.archive.nextId);
  return probes.map(({ stems, weights }, at) => {
    const touched: number[] = [];
    for (const [i, stem] of stems.entries()) {
      for (const { ids, weights: others } of lists.get(stem) ?? []) {
        for (const [k, id] of ids.entries()) {
          if (partial[id] === 0) touched.push(id);
          partial[id] += weights[i] * others[k];
        }
      }
    }
    const self = idOf(rows[at]);
    const near = touched.filter((id) => partial[id] > LEAST_PARTIAL_COSINE && id !== self && !past.without.has(id));
    near.sort((x, y) => partial[y] - partial[x] || x - y);
    const sameStory = SAME_STORY.share * weights.reduce((sum, weight) => sum + weight * weight, 0);
    const others = near.findIndex((id) => partial[id] <= sameStory);
    const same = others < 0 ? near : near.slice(0, others);
    const nearest = near
      .slice(same.length, same.length + NEIGHBOURS)
      .filter((id, rank) => rank < NEAREST || partial[id] >= CLEAR_PARTIAL_COSINE);
    for (const id of touched) partial[id] = 0;
    return [...same.slice(0, SAME_STORY.most), ...nearest];
  });
}

function lookUpProbes(probes: readonly Probes[], { archive }: Past): ReadonlyMap<number, { ids: Uint32Array; weights: Float32Array }[]> {
  const lists = new Map<number, { ids: Uint32Array; weights: Float32Array }[]>();
  const { keys } = invert(probes.map(({ stems }) => stems));
  archive.lookUp('probes', keys, (at, { ids, weights, length }) => {
    const list = { ids: ids.slice(0, length), weights: weights.slice(0, length) };
    const known = lists.get(keys[at]);
    if (known) known.push(list);
    else lists.set(keys[at], [list]);
  });
  return lists;
}
