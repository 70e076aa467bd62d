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
export async function neighbourhood(batch: readonly KnownRow[], past: Past, finder: CopyFinder, options: Options): Promise<Neighbourhood> {
  const startOn = (rows: readonly KnownRow[]) => {
    const finding = options.only === 'events' ? Promise.resolve([]) : finder.near(rows.map(({ shingles }) => shingles));
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
    const finding = frontier === batch ? first : startOn(frontier);
    const near = new Set<number>();
    if (weighing !== null) {
      const id = (row: KnownRow) => idOf.get(row) ?? -1;
      const featuresOf = (other: number) => around.get(other) ?? past.archive.features(other);
      for (const other of eventsNear(frontier, past, weighing, options.eventScore, id, featuresOf)) near.add(other);
    }
    const rowOf = (other: number): KnownRow =>
      around.get(other) ?? { ...past.archive.features(other), shingles: past.archive.shingles(other) };
    for (const other of copiesAmong(await finding, frontier, rowOf, options)) near.add(other);
    const fresh = [...near].filter((other) => !around.has(other)).sort((a, b) => a - b);
    // Read anew, and one after the other: rows that are kept would else hold all that was read beside them.
    frontier = fresh.map(rowOf);
    for (const [i, other] of fresh.entries()) {
      around.set(other, frontier[i]);
      idOf.set(frontier[i], other);
    }
  }
  weighing?.statistics.learnQuotes([...batch, ...around.values()]);
  return { around, isWhole: frontier.length === 0, weighing };
}

/** The archived articles among these that are copies, verified. */
function copiesAmong(hits: readonly CopyHit[], rows: readonly KnownRow[], rowOf: (id: number) => KnownRow, options: Options): Set<number> {
  const near = new Set<number>();
  for (const [id, ats] of groupedById(hits)) {
    const row = rowOf(id);
    if (ats.some((at) => isCopy(rows[at], row, options))) near.add(id);
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
