/** What the tables hold of a batch: for every key the articles, or how many, that it leads to. */
import { createHash } from 'node:crypto';
import { keyOfLine, type Probes } from '../check/index.ts';
import { sortedBy } from '../columns/sorted.ts';
import { EXEMPLARS } from '../stages/link/index.ts';
import { BRIEF } from '../stages/pair/index.ts';
import { MOST_COMPARED } from '../stages/strip/index.ts';
import type { TableName } from './layout.ts';
import type { StoredArticle } from './record.ts';
import { type Entry, makeEntry, type Shape } from './table.ts';

/** Ids kept of a key. What more articles than this share tells no copy: whole runs look at as few (see stages/pair). */
const MOST_COPIES = 64;
const ALL = 0xffffffff;

export const SHAPES: { readonly [Name in TableName]: Shape } = {
  /** Shingle → the articles that have it: texts of at least BRIEF shingles, and shorter ones. */
  shingles: { counters: 0, ids: MOST_COPIES, weights: false },
  briefs: { counters: 0, ids: MOST_COPIES, weights: false },
  /** Feature → how many articles have it. */
  stems: { counters: 1, ids: 0, weights: false },
  numbers: { counters: 1, ids: 0, weights: false },
  quotes: { counters: 1, ids: 0, weights: false },
  /** Stem → the articles that it tells most of, with its weight there. */
  probes: { counters: 0, ids: EXEMPLARS, weights: true },
  /** Line → how many articles have it, of how many it is the first line, and some of them. */
  lines: { counters: 2, ids: MOST_COMPARED, weights: false },
  /** Hash of a path, or of a text, → the articles; equal hashes are told apart by the record. */
  paths: { counters: 0, ids: ALL, weights: false },
  texts: { counters: 0, ids: ALL, weights: false },
};

export function keyOfPath(path: string): number {
  return createHash('sha256').update(path).digest().readUIntLE(0, 6);
}

export function keyOfText(textHash: Buffer): number {
  return textHash.readUIntLE(0, 6);
}

/** A batch: what comes, from id `first` on, and what was replaced and gives its features back. */
export interface Batch {
  readonly first: number;
  readonly added: readonly StoredArticle[];
  readonly probes: readonly Probes[];
  readonly replaced: readonly StoredArticle[];
}

/** The entries of a table for a batch, keys rising. The entry is good until the next. */
export function entriesOf(name: TableName, batch: Batch): Iterable<Entry> {
  switch (name) {
    case 'shingles':
      return postings(batch, ({ shingles }) => (shingles.length >= BRIEF ? shingles : []), MOST_COPIES);
    case 'briefs':
      return postings(batch, ({ shingles }) => (shingles.length < BRIEF ? shingles : []), MOST_COPIES);
    case 'stems':
    case 'numbers':
    case 'quotes':
      return counts(batch, name);
    case 'probes':
      return probes(batch);
    case 'lines':
      return lines(batch);
    case 'paths':
      return sparse(batch, ({ info }) => keyOfPath(info.path));
    case 'texts':
      return sparse(batch, ({ textHash }) => keyOfText(textHash));
    default:
      return name satisfies never;
  }
}

function* postings({ first, added }: Batch, keysOf: (article: StoredArticle) => ArrayLike<number>, most: number): Iterable<Entry> {
  const total = added.reduce((sum, article) => sum + keysOf(article).length, 0);
  const keys = new Uint32Array(total);
  const owners = new Uint32Array(total);
  let at = 0;
  for (const [i, article] of added.entries()) {
    const list = keysOf(article);
    keys.set(list, at);
    owners.fill(first + i, at, at + list.length);
    at += list.length;
  }
  const order = sortedBy(keys); // keeps the order of ids
  const entry = makeEntry();
  for (let from = 0; from < total; ) {
    entry.key = keys[order[from]];
    entry.length = 0;
    for (; from < total && keys[order[from]] === entry.key; from++) {
      if (entry.length < most) entry.ids[entry.length++] = owners[order[from]];
    }
    yield entry;
  }
}

function* counts({ added, replaced }: Batch, kind: 'stems' | 'numbers' | 'quotes'): Iterable<Entry> {
  const plus = sortedValues(added.map((article) => article[kind]));
  const minus = sortedValues(replaced.map((article) => article[kind]));
  const entry = makeEntry();
  for (let p = 0, m = 0; p < plus.length || m < minus.length; ) {
    entry.key = m === minus.length || plus[p] <= minus[m] ? plus[p] : minus[m];
    entry.counters[0] = 0;
    for (; p < plus.length && plus[p] === entry.key; p++) entry.counters[0]++;
    for (; m < minus.length && minus[m] === entry.key; m++) entry.counters[0]--;
    if (entry.counters[0] !== 0) yield entry;
  }
}

function sortedValues(lists: readonly Uint32Array[]): Uint32Array {
  const values = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    values.set(list, at);
    at += list.length;
  }
  return values.sort();
}

function* probes({ first, probes }: Batch): Iterable<Entry> {
  const total = probes.reduce((sum, { stems }) => sum + stems.length, 0);
  const keys = new Uint32Array(total);
  const owners = new Uint32Array(total);
  const weights = new Float32Array(total);
  let at = 0;
  for (const [i, probe] of probes.entries()) {
    keys.set(probe.stems, at);
    weights.set(probe.weights, at);
    owners.fill(first + i, at, at + probe.stems.length);
    at += probe.stems.length;
  }
  const order = sortedBy(keys);
  const entry = makeEntry();
  for (let from = 0; from < total; ) {
    const key = keys[order[from]];
    let to = from;
    while (to < total && keys[order[to]] === key) to++;
    const held = heaviest(order.subarray(from, to), owners, weights);
    entry.key = key;
    entry.length = held.length;
    for (const [i, at] of held.entries()) {
      if (i === entry.ids.length) grow(entry);
      entry.ids[i] = owners[at];
      entry.weights[i] = weights[at];
    }
    yield entry;
    from = to;
  }
}

function grow(entry: Entry): void {
  const ids = new Uint32Array(2 * entry.ids.length);
  const weights = new Float32Array(2 * entry.ids.length);
  ids.set(entry.ids);
  weights.set(entry.weights);
  Object.assign(entry, { ids, weights });
}

/** Of some places those with the EXEMPLARS greatest weights, by id. */
export function heaviest(places: Uint32Array, owners: Uint32Array, weights: Float32Array): Uint32Array {
  if (places.length <= EXEMPLARS) return places;
  return places
    .slice()
    .sort((x, y) => weights[y] - weights[x] || owners[x] - owners[y])
    .slice(0, EXEMPLARS)
    .sort((x, y) => owners[x] - owners[y]);
}

function* lines({ first, added, replaced }: Batch): Iterable<Entry> {
  interface Line {
    count: number;
    tops: number;
    ids: number[];
  }
  const found = new Map<number, Line>();
  const note = (article: StoredArticle, by: 1 | -1, id: number) => {
    const { keys } = article.survey;
    for (const key of new Set(keys)) {
      const at = keyOfLine(key);
      let line = found.get(at);
      if (!line) found.set(at, (line = { count: 0, tops: 0, ids: [] }));
      line.count += by;
      if (key === keys[0]) line.tops += by;
      if (by === 1 && line.ids.length < MOST_COMPARED && line.ids.at(-1) !== id) line.ids.push(id);
    }
  };
  for (const [i, article] of added.entries()) note(article, 1, first + i);
  for (const article of replaced) note(article, -1, -1);
  const entry = makeEntry();
  for (const key of Float64Array.from(found.keys()).sort()) {
    const { count, tops, ids } = found.get(key)!; // a key of the map
    entry.key = key;
    entry.counters[0] = count;
    entry.counters[1] = tops;
    entry.length = ids.length;
    entry.ids.set(ids);
    yield entry;
  }
}

function* sparse({ first, added }: Batch, keyOf: (article: StoredArticle) => number): Iterable<Entry> {
  const keys = Float64Array.from(added, keyOf);
  const order = Uint32Array.from(keys.keys()).sort((x, y) => keys[x] - keys[y] || x - y);
  const entry = makeEntry();
  for (let from = 0; from < order.length; ) {
    entry.key = keys[order[from]];
    entry.length = 0;
    for (; from < order.length && keys[order[from]] === entry.key; from++) {
      if (entry.length === entry.ids.length) grow(entry);
      entry.ids[entry.length++] = first + order[from];
    }
    yield entry;
  }
}
