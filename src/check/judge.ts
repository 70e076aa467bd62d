import type { Acceptance, CheckedArticle, CheckReport, CopyFound, EventFound, Verdict } from '../checkReport.ts';
import { evidenceAgainst } from '../engines/index.ts';
import { strength } from '../grouping.ts';
import type { Options } from '../options.ts';
import type { Standing } from '../report.ts';
import { chooseRepresentative } from '../stages/group/index.ts';
import { type Found, groupsIn, membersOf } from './found.ts';
import { gateOf } from './gate.ts';

/** Articles named of one group: the nearest. */
const MOST_NAMED = 20;

/**
 * Groups → what is said of each incoming article, and whether the batch passes. `standings`: what a baseline says of the groups
 * of groupsIn, in their order; null without one.
 */
export function judge(found: Found, options: Options, standings: readonly Standing[] | null = null): CheckReport {
  const { rows, groups, isIncoming } = found;
  const corpus = { articles: rows.map(({ info }) => info) };
  const lengths = {
    words: Uint32Array.from(rows, (row) => row.words),
    furnitureWords: Uint32Array.from(rows, (row) => row.furnitureWords),
  };
  const copyMembers = membersOf(groups.copies);
  const eventMembers = membersOf(groups.events);
  const incoming = [...rows.keys()].filter((id) => isIncoming(id));
  const standingOf = { copy: new Map<number, Standing>(), event: new Map<number, Standing>() };
  if (standings !== null) for (const [at, { relation, group }] of groupsIn(found).entries()) standingOf[relation].set(group, standings[at]);
  const articles = incoming.filter((id) => !rows[id].furnitureOnly).map(articleOf);
  const counts = { copy: 0, repeat: 0, event: 0, new: 0 };
  const accepted = { copy: 0, repeat: 0, event: 0 };
  for (const { verdict, baseline } of articles) {
    counts[verdict]++;
    if (verdict !== 'new' && baseline?.accepted) accepted[verdict]++;
  }
  const bare = incoming.filter((id) => rows[id].furnitureOnly).map((id) => ({ path: rows[id].info.path, reason: 'furniture only' }));
  const skipped = [...found.skipped, ...bare].sort((x, y) => (x.path < y.path ? -1 : x.path > y.path ? 1 : 0));
  return {
    schemaVersion: 1,
    against: found.against,
    articles,
    counts,
    ...(standings !== null && { accepted }),
    gate: gateOf(counts, standings === null ? null : accepted, options),
    skipped,
  };

  function articleOf(id: number): CheckedArticle {
    const { info, words, furnitureWords } = rows[id];
    const copies = copyMembers.get(groups.copies[id])!.filter((other) => other !== id);
    const mates = eventMembers.get(groups.events[id])!.filter((other) => groups.copies[other] !== groups.copies[id]);
    const verdict = verdictOf(id, copies, mates);
    const view = copies.length + mates.length === 0 ? null : found.viewOf(id);
    const evidenceWith = view === null ? () => [] : evidenceAgainst(view, rows[id], options);
    const explained = <Other extends Named<object>>({ id: other, ...named }: Other, isCopy: boolean) => ({
      ...named,
      evidence: evidenceWith(rows[other], isCopy),
    });
    return {
      path: info.path,
      title: info.title,
      words,
      furnitureWords,
      date: info.day === null ? null : new Date(info.day * 86_400_000).toISOString().slice(0, 10),
      source: info.source,
      verdict,
      copies: nearest(copies.flatMap((other) => copyFound(id, other) ?? [])).map((copy) => explained(copy, true)),
      events: nearest(mates.map((other) => eventFound(id, other))).map((mate) => explained(mate, false)),
      sha256: info.sha256,
      ...(standings !== null && verdict !== 'new' && { baseline: acceptance(id, verdict) }),
    };
  }
  function verdictOf(id: number, copies: readonly number[], mates: readonly number[]): Verdict {
    const isArchived = (other: number) => !isIncoming(other);
    if (copies.some(isArchived)) return 'copy';
    if (copies.length > 0 && standsFor([id, ...copies].sort((a, b) => a - b)) !== id) return 'repeat';
    return mates.some(isArchived) ? 'event' : 'new';
  }
  /** Of a group that the baseline knows in part it is one of that part, so that all that is new is counted. */
  function standsFor(members: readonly number[]): number {
    const fresh = new Set(standingOf.copy.get(groups.copies[members[0]])?.new);
    const known = members.filter((member) => !fresh.has(rows[member].info.path));
    const choose = (among: readonly number[]) => chooseRepresentative(among, corpus, lengths, options);
    const first = choose(members);
    return known.length > 0 && !known.includes(first) ? choose(known) : first;
  }
  function acceptance(id: number, verdict: Exclude<Verdict, 'new'>): Acceptance {
    const standing = verdict === 'event' ? standingOf.event.get(groups.events[id]) : standingOf.copy.get(groups.copies[id]);
    if (standing === undefined || standing.new.includes(rows[id].info.path)) return { accepted: false, reason: null, expires: null };
    const { reason, expires } = standing;
    return { accepted: true, reason, expires };
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
}

type Named<Other> = Omit<Other, 'evidence'> & { readonly id: number };

/** The greatest scores; of equal ones the archived articles first, then by path. */
function nearest<Other extends { readonly score: number; readonly incoming: boolean; readonly path: string }>(others: Other[]): Other[] {
  others.sort((x, y) => y.score - x.score || Number(x.incoming) - Number(y.incoming) || (x.path < y.path ? -1 : 1));
  return others.slice(0, MOST_NAMED);
}
