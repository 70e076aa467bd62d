import type { Appender } from './file.ts';
import type { TableBlock, TableName } from './layout.ts';
import { type Entry, makeEntry, type Table, TableWriter } from './table.ts';
import { heaviest, SHAPES } from './tables.ts';

/** So many tables of about one size become one: a look-up asks each of them. */
const FAN = 8;
/** Adding 1,000 articles has to stay a matter of seconds: larger tables wait for `compact`. */
const MOST_KEYS = 20_000_000;

/** From which table on the last ones are merged; their number when none are. */
export function tablesToMerge(blocks: readonly TableBlock[]): number {
  const sizeOf = ({ keys }: TableBlock) => Math.floor(Math.log(keys) / Math.log(FAN));
  let from = blocks.length;
  let keys = 0;
  const last = blocks.at(-1);
  while (last && from > 0 && sizeOf(blocks[from - 1]) <= sizeOf(last)) keys += blocks[--from].keys;
  return blocks.length - from >= FAN && keys <= MOST_KEYS ? from : blocks.length;
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
