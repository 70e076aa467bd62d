import { background } from '../background/index.ts';
import { RaggedBuilder, raggedOf } from '../columns/ragged.ts';
import type { KnownRow } from '../engines/index.ts';
import { HashMap } from '../kernel/hashMap.ts';
import { intersection } from '../kernel/shingles.ts';
import { type FeatureTable, makeScore, makeVectors, NO_DAY, nearestAmong, PLACES, PROBES, scorePair } from '../stages/link/index.ts';
import type { Features, Found, Past } from './archive.ts';
import { invert } from './copiesNear.ts';
import { weightiest } from './probes.ts';
import { listsOf, type Statistics, stemWeights, type Weighing, wholeOf } from './statistics.ts';

/**
 * So many are always scored, the others only if they share so much: at 100,000 articles no pair of one event shared less than
 * 0.15, and four fifths of the neighbours do, whose features would be read for nothing.
 */
const NEAREST = 5;
const CLEAR_PARTIAL_COSINE = 0.1;
/** An archive of no more articles is scored whole. In a larger one a pair that only the archived article would look up may be missed. */
const SCORED_WHOLE = 500;
/** Articles looked up at once: those that they are compared with are in memory together. */
const SLICE = 1536;

/**
 * Archived articles that score as one event with one of these. Each is looked up by its weightiest stems among the articles
 * that these tell most of, and scored against those it shares most with: what link does within a corpus. `featuresOf` gives
 * what is known of an archived article.
 */
export function eventsNear(
  rows: readonly KnownRow[],
  past: Past,
  { statistics, sums }: Weighing,
  eventScore: number,
  idOf: (row: KnownRow) => number,
  featuresOf: (id: number) => Features,
): Set<number> {
  const near = new Set<number>();
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    statistics.learn('stems', listsOf('stems', slice));
    const candidates =
      slice.length === 0
        ? []
        : past.count <= SCORED_WHOLE
          ? slice.map((row) => everyOther(past, idOf(row)))
          : candidatesOf(slice, past, statistics, idOf);
    const ids = [...new Set(candidates.flat())];
    const others = ids.map(featuresOf);
    const all = [...slice, ...others];
    const placeOf = new Map(ids.map((id, i): [number, number] => [id, slice.length + i]));
    const pairs = candidates.map((list) => list.map((id) => placeOf.get(id)!)); // each is one of the ids
    statistics.learn('quotes', sharedQuotes(all, pairs));
    const table = tableOf(all);
    const whole = wholeOf({ statistics, sums }, (article) => (article < slice.length ? idOf(slice[article]) : ids[article - slice.length]));
    const score = makeScore(table, makeVectors(table, background(), whole));
    for (const [at, list] of pairs.entries()) {
      for (const place of list) if (scorePair(score, at, place) >= eventScore) near.add(ids[place - slice.length]);
    }
  }
  return near;
}

/**
 * The quotations of articles that share some with one that they are compared with, given by its place. To all other pairs it is the same how
 * common they are; in an archive they are half of all keys, each a random one.
 */
function sharedQuotes(rows: readonly Features[], pairs: readonly (readonly number[])[]): Uint32Array[] {
  const found = new Set<Uint32Array>();
  for (const [at, list] of pairs.entries()) {
    for (const place of list) {
      const [a, b] = [rows[at].quotes, rows[place].quotes];
      if (intersection(a, 0, a.length, b, 0, b.length) > 0) found.add(a).add(b);
    }
  }
  return [...found];
}

/** What a score reads of some articles. */
function tableOf(rows: readonly Features[]): FeatureTable {
  const lists = (name: 'stems' | 'numbers' | 'quotes' | 'amounts') => raggedOf(rows.map((row) => row[name]));
  const ages = new Uint32Array(4 * rows.length);
  for (const [at, row] of rows.entries()) ages.set(row.ages, 4 * at);
  return {
    count: rows.length,
    stems: lists('stems'),
    counts: raggedOf(rows.map(({ counts }) => counts)).values,
    numbers: lists('numbers'),
    quotes: lists('quotes'),
    amounts: lists('amounts'),
    ages,
    weekdays: Uint8Array.from(rows, ({ weekdays }) => weekdays),
    months: Uint16Array.from(rows, ({ months }) => months),
    days: Int32Array.from(rows, ({ info }) => info.day ?? NO_DAY),
  };
}

function everyOther({ archive, without }: Past, self: number): number[] {
  return Array.from({ length: archive.nextId }, (_, id) => id).filter((id) => id !== self && !without.has(id));
}

/** Per row the archived articles that share most with it, by the stems that tell most of both. */
function candidatesOf(rows: readonly KnownRow[], past: Past, statistics: Statistics, idOf: (row: KnownRow) => number): number[][] {
  const probes = rows.map((row) =>
    weightiest(row, stemWeights(row, statistics), PROBES, (at) => statistics.documentsWith(row.stems[at]) >= 2),
  );
  const { keys, starts, owners } = invert(probes.map(({ stems }) => stems));
  const { listOf, ids, weights } = lookUpProbes(keys, past);
  // By row: its stems' places among the keys, with its own weights, in the order of its stems.
  const keyOf = probes.map(({ stems }) => new Uint32Array(stems.length));
  const filled = new Uint32Array(rows.length);
  for (let key = 0; key < keys.length; key++)
    for (let place = starts[key]; place < starts[key + 1]; place++) keyOf[owners[place]][filled[owners[place]]++] = key;
  const most = Math.max(0, ...keyOf.map((list) => list.reduce((sum, key) => sum + listOf[key + 1] - listOf[key], 0)));
  const met = new Uint32Array(most);
  const cosines = new Float32Array(most);
  // A small table, which stays in the cache, of the places of those met: of a column by id, in a million, every look misses it.
  const places = new HashMap();
  const nearest = new Uint32Array(PLACES);
  return probes.map((probe, at) => {
    let length = 0;
    places.clear();
    for (let i = 0; i < probe.stems.length; i++) {
      const weight = probe.weights[i];
      const key = keyOf[at][i];
      for (let k = listOf[key]; k < listOf[key + 1]; k++) {
        const id = ids[k];
        const place = places.get(id);
        if (place >= 0) cosines[place] += weight * weights[k];
        else {
          places.set(id, length);
          met[length] = id;
          cosines[length++] = weight * weights[k];
        }
      }
    }
    const self = places.get(idOf(rows[at]));
    if (self >= 0) cosines[self] = 0;
    const own = probe.weights.reduce((sum, weight) => sum + weight * weight, 0);
    const { same, others } = nearestAmong(met, cosines, length, own, nearest, 0);
    return Array.from(nearest.subarray(0, same + others)).filter(
      (id, place) => place < same + NEAREST || cosines[places.get(id)] >= CLEAR_PARTIAL_COSINE,
    );
  });
}

/** What the archive has of some stems, as lists side by side: that of key i is ids[listOf[i]] …, table after table. */
function lookUpProbes(keys: Uint32Array, { archive, without }: Past): { listOf: Uint32Array; ids: Uint32Array; weights: Float32Array } {
  const found = { keys: new RaggedBuilder(), ids: new RaggedBuilder(), weights: new RaggedBuilder() };
  const key = new Uint32Array(1);
  archive.lookUp('probes', keys, (at, entry) => {
    const length = without.size === 0 ? entry.length : filtered(entry, without);
    key[0] = at;
    found.keys.push(key);
    found.ids.push(entry.ids.subarray(0, length));
    found.weights.push(new Uint32Array(entry.weights.buffer, entry.weights.byteOffset, length));
  });
  const keyOf = found.keys.finish().values;
  const parts = found.ids.finish();
  const bits = found.weights.finish().values;
  const sizes = new Uint32Array(keys.length + 1);
  for (let part = 0; part < keyOf.length; part++) sizes[keyOf[part] + 1] += parts.starts[part + 1] - parts.starts[part];
  for (let i = 0; i < keys.length; i++) sizes[i + 1] += sizes[i];
  const next = sizes.slice();
  const ids = new Uint32Array(bits.length);
  const weights = new Uint32Array(bits.length);
  for (let part = 0; part < keyOf.length; part++) {
    const [from, to] = [parts.starts[part], parts.starts[part + 1]];
    ids.set(parts.values.subarray(from, to), next[keyOf[part]]);
    weights.set(bits.subarray(from, to), next[keyOf[part]]);
    next[keyOf[part]] += to - from;
  }
  return { listOf: sizes, ids, weights: new Float32Array(weights.buffer) };
}

/** Moves the ids that count to the front; how many they are. */
function filtered({ ids, weights, length }: Found, without: ReadonlySet<number>): number {
  let kept = 0;
  for (let i = 0; i < length; i++) {
    if (without.has(ids[i])) continue;
    ids[kept] = ids[i];
    weights[kept++] = weights[i];
  }
  return kept;
}
