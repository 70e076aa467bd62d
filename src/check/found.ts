import type { Skipped } from '../article.ts';
import type { FoundGroup } from '../baseline/index.ts';
import type { CheckReport } from '../checkReport.ts';
import type { KnownRow, OwnView } from '../engines/index.ts';
import type { Groups } from '../grouping.ts';

/** Batch and archive, or what of it matters, by path, with what was found between them. */
export interface Found {
  readonly rows: readonly KnownRow[];
  readonly groups: Groups;
  /** The text of an incoming article; null for an archived one. */
  readonly viewOf: (id: number) => OwnView | null;
  readonly isIncoming: (id: number) => boolean;
  readonly against: CheckReport['against'];
  readonly skipped: readonly Skipped[];
}

/** By the number of a group its members, rising. */
export function membersOf(partition: Groups['copies']): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [id, group] of partition.entries()) {
    const list = members.get(group);
    if (list) list.push(id);
    else members.set(group, [id]);
  }
  return members;
}

/** A group with incoming articles, as a baseline sees it, and its number in the partition. */
export interface CheckedGroup extends FoundGroup {
  readonly group: number;
}

/**
 * The groups that a baseline may accept: copies of which one is incoming, and events of which one is incoming, one archived,
 * and some two no copies of each other. Copies first, each by its first article. O(articles).
 */
export function groupsIn({ rows, groups, isIncoming }: Found): CheckedGroup[] {
  const comesIn = (ids: readonly number[]) => ids.some(isIncoming);
  const copies = [...membersOf(groups.copies)].filter(([, ids]) => ids.length > 1 && comesIn(ids));
  const events = [...membersOf(groups.events)].filter(([, ids]) => {
    const isOneText = ids.every((id) => groups.copies[id] === groups.copies[ids[0]]);
    return !isOneText && comesIn(ids) && !ids.every(isIncoming);
  });
  const found =
    (relation: FoundGroup['relation']) =>
    ([group, ids]: [number, number[]]) => ({
      group,
      relation,
      articles: ids.map((id) => ({ sha256: rows[id].info.sha256, path: rows[id].info.path, isArchived: !isIncoming(id) })),
    });
  return [...copies.map(found('copy')), ...events.map(found('event'))];
}
