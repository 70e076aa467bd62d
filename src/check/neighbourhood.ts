import { setImmediate } from 'node:timers/promises';
import { digestOf, type KnownRow, type Row } from '../engines/index.ts';
import type { Options } from '../options.ts';
import { verifyPair } from '../stages/verify/index.ts';
import type { Past } from './archive.ts';
import type { CopyHit } from './copiesNear.ts';
import type { CopyFinder } from './copyFinder.ts';
import { eventsNear } from './eventsNear.ts';
import { type Weighing, weigh } from './statistics.ts';

/** Archived articles taken into account, for each incoming one and in all: events that run into one another have to end somewhere. */
const MOST_EACH = 50;
const MOST_BASE = 2000;

export interface Neighbourhood {
  /** Archived articles by id. */
  readonly around: ReadonlyMap<number, KnownRow>;
  /** These are all: the search ends at a limit. */
  readonly isWhole: boolean;
  /** Has learnt the features of the batch and of those around it; null where no events are looked for. */
  readonly weighing: Weighing | null;
}

/**
 * The archived articles that can have a part in what is said of the batch: those that copy an incoming article or score as one
 * event with it, those that do so with these, and so on until there are no more. Groups are joined only by such pairs, so
 * that to group these and the batch gives the groups that all articles would give. While copies are found beside, this thread
 * looks for events.
 */
export async function neighbourhood(batch: readonly KnownRow[], past: Past, copies: CopyFinder, options: Options): Promise<Neighbourhood> {
  const startOn = (rows: readonly KnownRow[]) => {
    const finding = options.only === 'events' ? Promise.resolve([]) : copies.near(rows.map(({ shingles }) => shingles));
    finding.catch(() => {}); // thrown where it is awaited
    return finding;
  };
  const first = startOn(batch);
  const weighing = options.only === 'copies' ? null : weigh(past, batch);
  const around = new Map<number, KnownRow>();
  const idOf = new Map<KnownRow, number>();
  const most = MOST_BASE + MOST_EACH * batch.length;
  let frontier = batch;
  while (frontier.length > 0 && around.size < most) {
    await setImmediate(); // for signals
    const near = new Set<number>();
    const finding = frontier === batch ? first : startOn(frontier);
    if (weighing !== null) {
      const id = (row: KnownRow) => idOf.get(row) ?? -1;
      for (const other of eventsNear(frontier, past, weighing, options.eventScore, id)) near.add(other);
    }
    for (const id of copiesAmong(await finding, frontier, past, options)) near.add(id);
    const fresh = [...near].filter((id) => !around.has(id)).sort((a, b) => a - b);
    frontier = fresh.map((id) => {
      const row: KnownRow = { ...past.archive.features(id), shingles: past.archive.shingles(id) };
      around.set(id, row);
      idOf.set(row, id);
      return row;
    });
  }
  weighing?.statistics.learnToCompare([...batch, ...around.values()]);
  return { around, isWhole: frontier.length === 0, weighing };
}

/** The archived articles among these that are copies, verified. */
function copiesAmong(hits: readonly CopyHit[], rows: readonly KnownRow[], past: Past, options: Options): Set<number> {
  const near = new Set<number>();
  for (const [id, ats] of groupedById(hits)) {
    const features = past.archive.features(id);
    const shingles = past.archive.shingles(id);
    if (ats.some((at) => isCopy(rows[at], { ...features, shingles }, options))) near.add(id);
  }
  return near;
}

function groupedById(hits: readonly CopyHit[]): Map<number, number[]> {
  const grouped = new Map<number, number[]>();
  for (const [at, id] of hits) {
    const list = grouped.get(id);
    if (list) list.push(at);
    else grouped.set(id, [at]);
  }
  return grouped;
}

function isCopy(a: Row, b: Row, options: Options): boolean {
  return verifyPair(0, 1, digestOf([a, b], 0), options) !== null;
}
