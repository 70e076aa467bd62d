import { setImmediate } from 'node:timers/promises';
import { digestOf, type KnownRow, type Row } from '../engines/index.ts';
import type { Options } from '../options.ts';
import { verifyPair } from '../stages/verify/index.ts';
import type { Past } from './archive.ts';
import { copiesNear } from './copiesNear.ts';
import { eventsNear } from './eventsNear.ts';
import type { Weighing } from './statistics.ts';

/** Archived articles taken into account, for each incoming one and in all: events that run into one another have to end somewhere. */
const MOST_EACH = 50;
const MOST_BASE = 2000;

/** Archived articles by id, and whether these are all: the search ends at a limit. */
export interface Neighbourhood {
  readonly found: ReadonlyMap<number, KnownRow>;
  readonly isWhole: boolean;
}

/**
 * The archived articles that can have a part in what is said of the batch: those that copy an incoming article or score as one
 * event with it, those that do so with these, and so on until there are no more. Groups are joined only by such pairs, so
 * that to group these and the batch gives the groups that all articles would give. `weighing` is null where no events are looked for.
 */
export async function neighbourhood(
  batch: readonly KnownRow[],
  past: Past,
  weighing: Weighing | null,
  options: Options,
): Promise<Neighbourhood> {
  const found = new Map<number, KnownRow>();
  const idOf = new Map<KnownRow, number>();
  const most = MOST_BASE + MOST_EACH * batch.length;
  let frontier = batch;
  while (frontier.length > 0 && found.size < most) {
    await setImmediate(); // for signals
    const near = new Set<number>();
    if (options.only !== 'events') for (const id of copiesOf(frontier, past, options)) near.add(id);
    if (weighing !== null) {
      const id = (row: KnownRow) => idOf.get(row) ?? -1;
      for (const other of eventsNear(frontier, past, weighing, options.eventScore, id)) near.add(other);
    }
    const fresh = [...near].filter((id) => !found.has(id)).sort((a, b) => a - b);
    frontier = fresh.map((id) => {
      const row: KnownRow = { ...past.archive.features(id), shingles: past.archive.shingles(id) };
      found.set(id, row);
      idOf.set(row, id);
      return row;
    });
  }
  return { found, isWhole: frontier.length === 0 };
}

/** The archived articles that are copies of one of these, verified. */
function copiesOf(rows: readonly KnownRow[], past: Past, options: Options): Set<number> {
  const near = new Set<number>();
  const pairs = copiesNear(rows, past, options);
  for (const [id, ats] of groupedById(pairs)) {
    const features = past.archive.features(id);
    const shingles = past.archive.shingles(id);
    if (ats.some((at) => isCopy(rows[at], { ...features, shingles }, options))) near.add(id);
  }
  return near;
}

function groupedById(pairs: readonly (readonly [at: number, id: number])[]): Map<number, number[]> {
  const grouped = new Map<number, number[]>();
  for (const [at, id] of pairs) {
    const list = grouped.get(id);
    if (list) list.push(at);
    else grouped.set(id, [at]);
  }
  return grouped;
}

function isCopy(a: Row, b: Row, options: Options): boolean {
  return verifyPair(0, 1, digestOf([a, b], 0), options) !== null;
}
