/** What a team has looked at and accepts: groups of contents. A file of them makes a check fail for what is new alone. */

/** A group of articles as a run or a check found it. */
export interface FoundGroup {
  readonly relation: BaselineRelation;
  readonly articles: readonly FoundArticle[];
}
/** Copies of one text, or articles on one event. */
export const RELATIONS = ['copy', 'event'] as const;
export type BaselineRelation = (typeof RELATIONS)[number];

export interface FoundArticle {
  /** SHA-256 of its bytes, hex; null for what lies in no file: such an article is always new. */
  readonly sha256: string | null;
  readonly path: string;
  /** True for what an archive has, beside a batch that comes in: of the same bytes the incoming one is the new one. */
  readonly isArchived?: boolean;
}

/** A group that is accepted: these contents may stand together, as often as each is named. */
export interface BaselineEntry {
  readonly relation: BaselineRelation;
  readonly articles: readonly BaselineArticle[];
  /** Written by hand: why it is accepted. */
  readonly reason: string | null;
  /** Written by hand: the last day (UTC) on which it is, YYYY-MM-DD. */
  readonly expires: string | null;
}
export interface BaselineArticle {
  readonly sha256: string;
  /** Where it was when the entry was written: for people, nothing is found by it. */
  readonly path: string;
}

export type Baseline = readonly BaselineEntry[];

/** Entries and their articles in the order of the file: copies first, then by path; no two orders of one baseline. */
export function sorted(baseline: Baseline): Baseline {
  const keyed = baseline.map((entry) => {
    const articles = [...entry.articles].sort((x, y) => compare(x.path, y.path) || compare(x.sha256, y.sha256));
    const key = [...articles.flatMap(({ path, sha256 }) => [path, sha256]), entry.reason ?? '', entry.expires ?? ''];
    return { entry: { ...entry, articles }, key };
  });
  return keyed.sort((x, y) => compare(x.entry.relation, y.entry.relation) || compareLists(x.key, y.key)).map(({ entry }) => entry);
}

function compareLists(x: readonly string[], y: readonly string[]): number {
  for (let at = 0; at < Math.min(x.length, y.length); at++) if (x[at] !== y[at]) return compare(x[at], y[at]);
  return x.length - y.length;
}

/** By code units, as everywhere: a locale would give another file. */
export function compare(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}
