import type { Appender } from './file.ts';
import type { TableBlock, TableName } from './layout.ts';
import { type Entry, makeEntry, type Shape, TableWriter, type Walk } from './table.ts';
import { heaviest, SHAPES } from './tables.ts';

/** So many tables of about one size become one, and so many of these one again: a look-up asks each of them. */
const FAN = 8;
/**
 * Adding 1,000 articles has to stay a matter of seconds, and once in 64 times of ten: what would be larger waits for `compact`.
 * Unless the batch is large itself: in batches of 5,000 an archive of a million would else have 25 tables of shingles, not 8.
 */
const MOST_KEYS = 32_000_000;
const MOST_TIMES_THE_BATCH = FAN * FAN;

/** From which table on the last ones become one, the very last being that of the batch; their number when none do. */
export function tablesToMerge(blocks: readonly Pick<TableBlock, 'keys'>[]): number {
  const last = blocks.length - 1;
  if (last < 0) return 0;
  const most = Math.max(MOST_KEYS, MOST_TIMES_THE_BATCH * blocks[last].keys);
  let from = last;
  for (let merged = blocks[last].keys; ; ) {
    let first = from;
    let keys = merged;
    while (first > 0 && sizeOf(blocks[first - 1].keys) <= sizeOf(merged)) keys += blocks[--first].keys;
    if (from - first + 1 < FAN || keys > most) return from === last ? blocks.length : from;
    from = first;
    merged = keys; // and maybe the eighth of its size
  }
}

function sizeOf(keys: number): number {
  return Math.floor(Math.log(keys) / Math.log(FAN));
}

/** In the place of an id: the article is no more. */
export const GONE = 0xffffffff;
/** Greater than every key. */
const END = Number.POSITIVE_INFINITY;

/** What changes as tables become one. */
export interface Changes {
  /** By id the one that the article has from now on, or GONE; those left keep their order. Null where all stay as they are. */
  readonly ids: Uint32Array | null;
  /** By key the ids of articles, new ones, where the tables do not know all that they should from now on. */
  readonly refilled?: ReadonlyMap<number, readonly number[]> | undefined;
}

/** One table of several, given in the order of their ids. Null when nothing is left. O(entries · tables). */
export function mergeTables(walks: readonly Walk[], name: TableName, { ids, refilled }: Changes, out: Appender): TableBlock | null {
  const shape = SHAPES[name];
  const writer = new TableWriter(out, shape);
  const keys = Float64Array.from(walks, (walk) => (walk.next() ? walk.entry.key : END));
  const merged = makeEntry();
  const { counters } = merged;
  for (;;) {
    let key = END;
    let first = 0;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] >= key) continue;
      key = keys[i];
      first = i;
    }
    if (key === END) return writer.finish();
    merged.key = key;
    merged.length = counters[0] = counters[1] = 0;
    for (let i = first; i < keys.length; i++) {
      if (keys[i] !== key) continue;
      const walk = walks[i];
      join(merged, walk.entry, shape, ids);
      keys[i] = walk.next() ? walk.entry.key : END;
    }
    const whole = refilled?.get(key);
    if (whole !== undefined) {
      merged.ids.set(whole);
      merged.length = whole.length;
    }
    limit(merged, shape.ids, shape.weights);
    if (merged.length > 0 || counters[0] !== 0 || counters[1] !== 0) writer.add(merged);
  }
}

/** Tables come in the order of their ids, so ids stay sorted. */
function join(into: Entry, from: Entry, shape: Shape, renumbered: Uint32Array | null): void {
  into.counters[0] += from.counters[0];
  into.counters[1] += from.counters[1];
  if (shape.ids === 0) return;
  const wanted = into.length + from.length;
  if (wanted > into.ids.length) {
    const larger = { ids: new Uint32Array(2 * wanted), weights: new Float32Array(2 * wanted) };
    larger.ids.set(into.ids);
    larger.weights.set(into.weights);
    Object.assign(into, larger);
  }
  for (let i = 0; i < from.length; i++) {
    const id = renumbered === null ? from.ids[i] : renumbered[from.ids[i]];
    if (id === GONE) continue;
    into.ids[into.length] = id;
    if (shape.weights) into.weights[into.length] = from.weights[i];
    into.length++;
  }
}

function limit(entry: Entry, most: number, byWeight: boolean): void {
  if (entry.length <= most) return;
  if (!byWeight) {
    entry.length = most;
    return;
  }
  const places = Uint32Array.from({ length: entry.length }, (_, i) => i);
  const kept = heaviest(places, entry.ids, entry.weights);
  for (const [i, place] of kept.entries()) {
    entry.ids[i] = entry.ids[place];
    entry.weights[i] = entry.weights[place];
  }
  entry.length = kept.length;
}
