import { cohesion } from '../assemble.ts';
import type { Options } from '../options.ts';
import type { MadeWith, Report, ReportEvent, ReportGroup, ReportPair } from '../report.ts';
import { alone, groupCopies, groupEvents, groupsOf, likenessOf, type Partition } from '../stages/group/index.ts';
import { boundsFor } from './bounds.ts';
import { chooseArticle } from './choose.ts';
import { saved } from './figures.ts';
import { Table } from './table.ts';

/** Up to this size a group's every pair is in the report: see assemble.ts. */
const SMALL_GROUP = 6;

/**
 * The report under stricter bounds, without its articles: groups fall apart where the pairs that are left no longer hold
 * them; none grows, and none is joined to another. The very same report when nothing changes. `name` is for errors.
 *
 * It is what a run with those bounds would say of groups up to six, but for what only the texts tell: a pair that is no
 * longer a copy stays in its event, and a pair of an event that lay below the old bound counts as half of it. Of a
 * larger group the report knows each article's best links; any other pair is taken to be as its group is on average.
 */
export function rethreshold(report: Report, given: Partial<Options>, name: string): Report {
  const wanted = boundsFor(report.madeWith, given, name);
  return wanted === null ? report : regroup(report, wanted.before, wanted.after);
}

function regroup(report: Report, before: MadeWith, after: MadeWith): Report {
  const table = new Table(report);
  const strengthOf = copyStrengths(table, after);
  const scoreOf = eventScores(table, before);
  const nothing = alone(report.articles.length);
  const copies = after.only === 'events' ? nothing : copiesAt(table, strengthOf, before, after);
  const events = after.only === 'copies' ? nothing : eventsAt(table, copies, scoreOf, before, after);
  const copyLists = groupsOf(copies);
  const eventLists = groupsOf(events);
  const copyIds = idsByArticle(copyLists, 'c');
  const eventIds = idsByArticle(eventLists, 'e');

  return {
    ...report,
    madeWith: after,
    articles: report.articles.map((article, id) => ({ ...article, copy: copyIds.get(id) ?? null, event: eventIds.get(id) ?? null })),
    copies: copyLists.map((members, at): ReportGroup => {
      const old = table.copies.of[members[0]]!;
      return { ...old, ...common(members, old, (a, b) => table.pairOf(a, b)?.jaccard ?? old.cohesion), id: `c${at + 1}` };
    }),
    events: eventLists.map((members, at): ReportEvent => {
      const old = table.events.of[members[0]]!;
      const inside = [...new Set(members.flatMap((id) => copyIds.get(id) ?? []))].sort(byNumber);
      const { evidence } = isWhole(members, old) ? old : (surestPair(members) ?? { evidence: [] });
      return { ...old, ...common(members, old, scoreOf), id: `e${at + 1}`, copies: inside, evidence };
    }),
    pairs: table.pairs.flatMap(({ a, b, pair }) => (holds(a, b, pair) ? [pair] : [])),
  };

  function holds(a: number, b: number, pair: ReportPair): boolean {
    if (pair.relation === 'event') return events[a] === events[b] && pair.score >= after.eventScore;
    return copies[a] === copies[b] && isCopy(pair, after);
  }
  /** Members, figures and representative; as they were for a group that is whole, chosen the same way. */
  function common(members: readonly number[], old: ReportGroup, measure: (a: number, b: number) => number): Omit<ReportGroup, 'id'> {
    const whole = isWhole(members, old);
    const inside = new Set(members);
    const chosenAsBefore = after.representative === before.representative && after.preferSource.join() === before.preferSource.join();
    const figures = whole ? old : { cohesion: saved(cohesion(members, measure)), weakest: saved(weakest(members)) };
    return {
      articles: members.map((id) => report.articles[id].path),
      representative: whole && chosenAsBefore ? old.representative : representativeOf(members),
      cohesion: figures.cohesion,
      weakest: figures.weakest,
      ...(old.baseline && { baseline: { ...old.baseline, new: old.baseline.new.filter((path) => inside.has(table.idOf(path))) } }),
    };
  }
  function representativeOf(members: readonly number[]): string {
    return chooseArticle(
      members.map((id) => report.articles[id]),
      after,
    ).path;
  }
  function surestPair(members: readonly number[]): ReportPair | null {
    return table
      .pairsAmong(members)
      .reduce<ReportPair | null>((best, pair) => (best !== null && best.score >= pair.score ? best : pair), null);
  }
  function weakest(members: readonly number[]): number {
    const best = new Map<string, number>();
    for (const pair of table.pairsAmong(members))
      for (const path of [pair.a, pair.b]) best.set(path, Math.max(best.get(path) ?? 0, pair.score));
    return members.reduce((least, id) => Math.min(least, best.get(report.articles[id].path) ?? 0), 1);
  }
}

/** As verify decides: the same words, or one of the bounds reached. */
function isCopy({ relation, jaccard, containment }: ReportPair, bounds: MadeWith): boolean {
  return relation === 'identical' || jaccard >= bounds.similarity || Math.max(...containment) >= bounds.containment;
}

type Measure = (a: number, b: number) => number;

/** How alike two articles of one copy group are; of a large group an unknown pair has no say in what falls apart. */
function copyStrengths(table: Table, bounds: MadeWith): Measure {
  return (a, b) => {
    const pair = table.pairOf(a, b);
    if (pair === undefined) return isLarge(table.copies.of[a]) ? 1 : 0;
    return isCopy(pair, bounds) ? likenessOf(pair, bounds) : 0;
  };
}

/** The score of any two articles of one event, known or estimated. */
function eventScores(table: Table, before: MadeWith): Measure {
  return (a, b) => {
    const pair = table.pairOf(a, b);
    if (pair !== undefined) return pair.relation === 'event' ? pair.score : 1; // copies cover one event
    const event = table.events.of[a];
    if (event === undefined || event !== table.events.of[b]) return 0;
    return isLarge(event) ? event.cohesion : before.eventScore / 2;
  };
}

function copiesAt(table: Table, strengthOf: Measure, before: MadeWith, after: MadeWith): Partition {
  if (after.similarity === before.similarity && after.containment === before.containment) return table.copies.partition;
  const { of, partition } = table.copies;
  const held = table.pairs.filter(
    ({ a, b, pair }) => pair.relation !== 'event' && of[a] !== undefined && of[a] === of[b] && isCopy(pair, after),
  );
  const edges = {
    a: held.map(({ a }) => a),
    b: held.map(({ b }) => b),
    strength: held.map(({ pair }) => Math.max(pair.jaccard, ...pair.containment)),
  };
  return groupCopies(partition.length, edges, strengthOf);
}

function eventsAt(table: Table, copies: Partition, scoreOf: Measure, before: MadeWith, after: MadeWith): Partition {
  if (after.eventScore === before.eventScore) return table.events.partition;
  const { of } = table.events;
  const inside = table.pairs.filter(({ a, b }) => of[a] !== undefined && of[a] === of[b]);
  const edges = { a: inside.map(({ a }) => a), b: inside.map(({ b }) => b), score: inside.map(({ a, b }) => scoreOf(a, b)) };
  // Groups only fall apart: what was two events stays two, whatever kept them so.
  const contrastOf = ([x]: readonly number[], [y]: readonly number[]) => (of[x] === of[y] ? 0 : 1);
  return groupEvents(copies, edges, after.eventScore, scoreOf, contrastOf);
}

function isLarge(group: ReportGroup | undefined): boolean {
  return group !== undefined && group.articles.length > SMALL_GROUP;
}

/** True for a group none of whose members has gone: groups only fall apart. */
function isWhole(members: readonly number[], old: ReportGroup): boolean {
  return members.length === old.articles.length;
}

function idsByArticle(lists: readonly number[][], letter: string): Map<number, string> {
  return new Map(lists.flatMap((members, at) => members.map((id): [number, string] => [id, `${letter}${at + 1}`])));
}

function byNumber(x: string, y: string): number {
  return Number(x.slice(1)) - Number(y.slice(1));
}
