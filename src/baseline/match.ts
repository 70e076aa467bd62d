import type { Standing } from '../report.ts';
import {
  type Baseline,
  type BaselineEntry,
  type BaselineRelation,
  compare,
  type FoundArticle,
  type FoundGroup,
  RELATIONS,
} from './baseline.ts';

/** A baseline beside what was found. */
export interface Matching {
  /** Of each group found, in its order. */
  readonly groups: readonly GroupMatch[];
  /** Of each entry, in its order. */
  readonly entries: readonly EntryMatch[];
}
export interface GroupMatch {
  readonly standing: Standing;
  /** The entry that the standing is by; null when none has two articles of the group. */
  readonly by: number | null;
  /** The entries with two or more articles of the group, expired ones among them, and how many those are. */
  readonly held: readonly { readonly entry: number; readonly articles: number }[];
}
export interface EntryMatch {
  /** Where each of its articles is now; null for one that is in no group with another of the entry. */
  readonly paths: readonly (string | null)[];
  /** Its last day is over: it accepts nothing. */
  readonly isExpired: boolean;
  /** False for an event in a run that looks for copies only: then nothing is known of its articles. */
  readonly isLookedFor: boolean;
}

export interface MatchSetting {
  /** YYYY-MM-DD, UTC: the one thing that is not told from the input. */
  readonly today: string;
  /** What the run looked for; both when left out. */
  readonly relations?: readonly BaselineRelation[];
}

/** Fewer articles in common say nothing: to be accepted is to be accepted beside another. */
const LEAST_SHARED = 2;

/**
 * Which groups are known, which of their articles are new, and which entries nothing matches any more.
 *
 * Of the entries with two contents of a group the one with most speaks for it: its articles are known, the others new.
 * So a group is known when one entry has all of it, and a third copy of a known pair is new, even of the very same bytes,
 * since each content counts as often as it is named. An entry of copies speaks for an event too: copies of one text are
 * one event. Paths decide nothing, but for which of several files of the same bytes is called the new one.
 * O(articles found + articles named), times the entries that share a content.
 */
export function match(baseline: Baseline, found: readonly FoundGroup[], { today, relations = RELATIONS }: MatchSetting): Matching {
  const places = placesOf(baseline);
  const paths: (string | null)[][] = baseline.map(({ articles }) => articles.map(() => null));
  const isExpired = baseline.map(({ expires }) => expires !== null && expires < today);

  const groups = found.map((group): GroupMatch => {
    const held = heldBy(group, baseline, places);
    for (const { entry } of held) {
      const pairing = pairUp(baseline[entry], group.articles);
      for (const [at, i] of pairing.entries()) {
        if (i === null) continue;
        const { path } = group.articles[i];
        // Where it was, if it is there still: another group may have the same content.
        if (paths[entry][at] === null || path === baseline[entry].articles[at].path) paths[entry][at] = path;
      }
    }
    const speaks = held.filter(({ entry }) => !isExpired[entry]).sort((x, y) => y.articles - x.articles || other(x.entry) - other(y.entry));
    const by = speaks[0]?.entry ?? null;
    const known = new Set(by === null ? [] : pairUp(baseline[by], group.articles));
    const fresh = group.articles.flatMap(({ path }, i) => (known.has(i) ? [] : [path]));
    const { reason, expires } = by === null ? { reason: null, expires: null } : baseline[by];
    return { standing: { new: fresh.sort(compare), reason, expires }, by, held };

    function other(entry: number): number {
      return Number(baseline[entry].relation !== group.relation);
    }
  });
  const entries = baseline.map(({ relation }, at): EntryMatch => {
    return { paths: paths[at], isExpired: isExpired[at], isLookedFor: relations.includes(relation) };
  });
  return { groups, entries };
}

/** By content the entries that name it, and how often. */
type Places = ReadonlyMap<string, readonly { readonly entry: number; readonly times: number }[]>;

function placesOf(baseline: Baseline): Places {
  const places = new Map<string, { entry: number; times: number }[]>();
  for (const [entry, { articles }] of baseline.entries()) {
    for (const [sha256, times] of countsOf(articles)) {
      const known = places.get(sha256);
      if (known === undefined) places.set(sha256, [{ entry, times }]);
      else known.push({ entry, times });
    }
  }
  return places;
}

function heldBy(group: FoundGroup, baseline: Baseline, places: Places): GroupMatch['held'] {
  const shared = new Map<number, number>();
  for (const [sha256, found] of countsOf(group.articles)) {
    for (const { entry, times } of places.get(sha256) ?? []) {
      const { relation } = baseline[entry];
      if (relation === group.relation || relation === 'copy') shared.set(entry, (shared.get(entry) ?? 0) + Math.min(times, found));
    }
  }
  return [...shared]
    .filter(([, articles]) => articles >= LEAST_SHARED)
    .sort(([x], [y]) => x - y)
    .map(([entry, articles]) => ({ entry, articles }));
}

function countsOf(articles: readonly { readonly sha256: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { sha256 } of articles) if (sha256 !== null) counts.set(sha256, (counts.get(sha256) ?? 0) + 1);
  return counts;
}

/** For each article of the entry the one found with its content: of several an archived one, then that of its path, else the first by path. */
export function pairUp(entry: BaselineEntry, found: readonly FoundArticle[]): (number | null)[] {
  const pairing: (number | null)[] = entry.articles.map(() => null);
  for (const isArchived of [true, false]) {
    const left = found.flatMap((article, i) => ((article.isArchived ?? false) === isArchived ? [i] : []));
    if (left.length > 0) pairWith(left, entry, found, pairing);
  }
  return pairing;
}

/** The same with some of the articles found, for those that have none yet. */
function pairWith(some: readonly number[], entry: BaselineEntry, found: readonly FoundArticle[], pairing: (number | null)[]): void {
  const at = new Map(some.map((i) => [found[i].path, i]));
  const taken = new Set<number>();
  for (const [place, { sha256, path }] of entry.articles.entries()) {
    const i = at.get(path);
    if (i === undefined || pairing[place] !== null || found[i].sha256 !== sha256 || taken.has(i)) continue;
    taken.add(i);
    pairing[place] = i;
  }
  const lastFirst = some.filter((i) => !taken.has(i)).sort((x, y) => compare(found[y].path, found[x].path));
  const left = new Map<string, number[]>();
  for (const i of lastFirst) {
    const { sha256 } = found[i];
    if (sha256 === null) continue;
    const known = left.get(sha256);
    if (known === undefined) left.set(sha256, [i]);
    else known.push(i);
  }
  for (const [place, { sha256 }] of entry.articles.entries()) pairing[place] ??= left.get(sha256)?.pop() ?? null;
}
