import type { Report } from '../report.ts';
import { alone, type Partition } from '../stages/group/index.ts';

/** What a run found, by dense ids. */
export interface Found {
  readonly paths: readonly string[];
  /** Ids of what was given and has no text of its own; each is alone. */
  readonly skipped: ReadonlySet<number>;
  /** Null where a relation was not looked for. */
  readonly event: Partition | null;
  readonly copy: Partition | null;
}

/** Groups of any origin, by paths; an article in none is alone. */
export interface GroupLists {
  readonly articles: readonly string[];
  readonly events?: readonly (readonly string[])[];
  readonly copies?: readonly (readonly string[])[];
}

/** A report, or groups, by ids. */
export function foundOf(given: Report | GroupLists): Found {
  return 'schemaVersion' in given ? foundOfReport(given) : foundOfLists(given);
}

function foundOfReport({ articles, copies, events, skipped }: Report): Found {
  const paths = [...articles, ...skipped].map(({ path }) => path);
  const partition = (relation: 'event' | 'copy') => {
    const ids = articles.map((article) => article[relation]);
    return fromNames(paths.length, ids);
  };
  const without = new Set(skipped.map((_, i) => articles.length + i));
  // Copies form events, so a report of copies without events had not looked for any.
  const hasEvents = events.length > 0 || copies.length === 0;
  return { paths, skipped: without, event: hasEvents ? partition('event') : null, copy: partition('copy') };
}

function foundOfLists({ articles, events, copies }: GroupLists): Found {
  const partition = (lists: readonly (readonly string[])[]) => {
    const names = new Map(lists.flatMap((list, i) => list.map((path): [string, string] => [path, String(i)])));
    return fromNames(
      articles.length,
      articles.map((path) => names.get(path) ?? null),
    );
  };
  return { paths: articles, skipped: new Set(), event: events ? partition(events) : null, copy: copies ? partition(copies) : null };
}

/** Who has the same name is together; who has none is alone. */
function fromNames(count: number, names: readonly (string | null)[]): Partition {
  const partition = alone(count);
  const firsts = new Map<string, number>();
  for (const [id, name] of names.entries()) {
    if (name === null) continue;
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, id);
    else partition[id] = first;
  }
  return partition;
}
