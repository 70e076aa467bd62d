import type { Appender } from './file.ts';
import type { TableBlock, TableName } from './layout.ts';
import { type Entry, makeEntry, type Table, TableWriter } from './table.ts';
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

/** One table of several, without the articles that are dead. Null when nothing is left. O(entries · tables). */
export function mergeTables(tables: readonly Table[], name: TableName, dead: ReadonlySet<number>, out: Appender): TableBlock | null {
  const shape = SHAPES[name];
  const writer = new TableWriter(out, shape);
  const rows = tables.map((table) => table.entries()[Symbol.iterator]());
  const heads = rows.map((row) => row.next());
  const merged = makeEntry();
  for (;;) {
    let key = Number.POSITIVE_INFINITY;
    for (const head of heads) if (!head.done && head.value.key < key) key = head.value.key;
    if (key === Number.POSITIVE_INFINITY) return writer.finish();
    merged.key = key;
    merged.counters.fill(0);
    merged.length = 0;
    for (const [i, head] of heads.entries()) {
      if (head.done || head.value.key !== key) continue;
      join(merged, head.value, dead);
      heads[i] = rows[i].next();
    }
    limit(merged, shape.ids, shape.weights);
    if (merged.length > 0 || merged.counters.some((counter) => counter !== 0)) writer.add(merged);
  }
}

/** Tables come in the order of their ids, so ids stay sorted. */
function join(into: Entry, { counters, ids, weights, length }: Entry, dead: ReadonlySet<number>): void {
  into.counters[0] += counters[0];
  into.counters[1] += counters[1];
  const wanted = into.length + length;
  if (wanted > into.ids.length) {
    const larger = { ids: new Uint32Array(2 * wanted), weights: new Float32Array(2 * wanted) };
    larger.ids.set(into.ids);
    larger.weights.set(into.weights);
    Object.assign(into, larger);
  }
  for (let i = 0; i < length; i++) {
    if (dead.has(ids[i])) continue;
    into.ids[into.length] = ids[i];
    into.weights[into.length++] = weights[i];
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
