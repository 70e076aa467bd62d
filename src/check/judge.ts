import type { Skipped } from '../article.ts';
import type { CheckedArticle, CheckReport, CopyFound, EventFound, Verdict } from '../checkReport.ts';
import { evidenceAgainst, type KnownRow, type OwnView } from '../engines/index.ts';
import { type Groups, strength } from '../grouping.ts';
import type { Options } from '../options.ts';
import { chooseRepresentative } from '../stages/group/index.ts';
import { gateOf } from './gate.ts';

/** Articles named of one group: the nearest. */
const MOST_NAMED = 20;

/** Batch and archive, or what of it matters, by path, with what was found between them. */
export interface Judged {
  readonly rows: readonly KnownRow[];
  readonly groups: Groups;
  /** The text of an incoming article; null for an archived one. */
  readonly viewOf: (id: number) => OwnView | null;
  readonly isIncoming: (id: number) => boolean;
  readonly against: CheckReport['against'];
  readonly skipped: readonly Skipped[];
}

/** Groups → what is said of each incoming article, and whether the batch passes. */
export function judge(judged: Judged, options: Options): CheckReport {
  const { rows, groups, isIncoming } = judged;
  const corpus = { articles: rows.map(({ info }) => info) };
  const lengths = {
    words: Uint32Array.from(rows, (row) => row.words),
    furnitureWords: Uint32Array.from(rows, (row) => row.furnitureWords),
  };
  const copyMembers = membersOf(groups.copies);
  const eventMembers = membersOf(groups.events);
  const incoming = [...rows.keys()].filter((id) => isIncoming(id));
  const articles = incoming.filter((id) => !rows[id].furnitureOnly).map(articleOf);
  const counts = { copy: 0, repeat: 0, event: 0, new: 0 };
  for (const { verdict } of articles) counts[verdict]++;
  const bare = incoming.filter((id) => rows[id].furnitureOnly).map((id) => ({ path: rows[id].info.path, reason: 'furniture only' }));
  const skipped = [...judged.skipped, ...bare].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0));
  return { schemaVersion: 1, against: judged.against, articles, counts, gate: gateOf(counts, options), skipped };

  function articleOf(id: number): CheckedArticle {
    const { info, words, furnitureWords } = rows[id];
    const copies = copyMembers.get(groups.copies[id])!.filter((other) => other !== id);
    const mates = eventMembers.get(groups.events[id])!.filter((other) => groups.copies[other] !== groups.copies[id]);
    return {
      path: info.path,
      title: info.title,
      words,
      furnitureWords,
      date: info.day === null ? null : new Date(info.day * 86_400_000).toISOString().slice(0, 10),
      source: info.source,
      verdict: verdictOf(id, copies, mates),
      copies: nearest(copies.flatMap((other) => copyFound(id, other) ?? [])).map((copy) => withEvidence(id, copy, true)),
      events: nearest(mates.map((other) => eventFound(id, other))).map((mate) => withEvidence(id, mate, false)),
    };
  }
  function verdictOf(id: number, copies: readonly number[], mates: readonly number[]): Verdict {
    const isArchived = (other: number) => !isIncoming(other);
    if (copies.some(isArchived)) return 'copy';
    if (
      copies.length > 0 &&
      chooseRepresentative(
        [id, ...copies].sort((a, b) => a - b),
        corpus,
        lengths,
        options,
      ) !== id
    )
      return 'repeat';
    return mates.some(isArchived) ? 'event' : 'new';
  }
  function copyFound(id: number, other: number): Named<CopyFound> | null {
    const pair = groups.copyOf(id, other);
    if (pair === null) return null;
    const [ofA, ofB] = pair.containment;
    const containment: readonly [number, number] = id < other ? [ofA, ofB] : [ofB, ofA];
    return { ...named(other), relation: pair.relation, jaccard: pair.jaccard, containment, score: strength(pair) };
  }
  function eventFound(id: number, other: number): Named<EventFound> {
    return { ...named(other), score: groups.eventScoreOf(id, other) };
  }
  function named(other: number): { path: string; title: string; incoming: boolean; id: number } {
    const { path, title } = rows[other].info;
    return { path, title, incoming: isIncoming(other), id: other };
  }
  function withEvidence<Found extends { id: number }>(id: number, { id: other, ...found }: Found, isCopy: boolean) {
    const view = judged.viewOf(id);
    return { ...found, evidence: view === null ? [] : evidenceAgainst(view, rows[id], rows[other], isCopy, options) };
  }
}

type Named<Found> = Omit<Found, 'evidence'> & { readonly id: number };

function membersOf(partition: Groups['copies']): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [id, group] of partition.entries()) {
    const list = members.get(group);
    if (list) list.push(id);
    else members.set(group, [id]);
  }
  return members;
}

/** The greatest scores; of equal ones the archived articles first, then by path. */
function nearest<Found extends { readonly score: number; readonly incoming: boolean; readonly path: string }>(found: Found[]): Found[] {
  found.sort((x, y) => y.score - x.score || Number(x.incoming) - Number(y.incoming) || (x.path < y.path ? -1 : 1));
  return found.slice(0, MOST_NAMED);
}
