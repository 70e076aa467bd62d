import type { Report, ReportEvent, ReportGroup } from '../../report.ts';
import { alarms } from './alarm.ts';
import { counted, percent, thousands } from './figures.ts';
import { fitEnd, wrap } from './fit.ts';
import type { ShownGroup } from './groupText.ts';
import { renderGroup } from './groupText.ts';
import { countedWithKnown, isJudged, isKnown, knownCopies } from './known.ts';
import { leftOut, standingAlone } from './restText.ts';
import type { TextStyle } from './style.ts';
import { columnsOf, inksOf } from './style.ts';

/**
 * The report for a person: a line of totals, the groups, largest first, and what is in none. No line is wider than
 * the style's columns; nothing from a file is printed but through safe(). Costs one pass over articles and pairs,
 * and the layout of the groups shown: it holds those in memory, not the text.
 */
export function* renderText(report: Report, style: TextStyle): Iterable<string> {
  const columns = columnsOf(style);
  const { bad, faint } = inksOf(style);
  const ranked = groupsOf(report);
  const shown = style.top === 0 ? ranked : ranked.slice(0, style.top);
  yield `${fitEnd(totals(report, style.seconds), columns)}\n`;
  for (const group of withMembers(report, shown)) {
    yield '\n';
    yield* renderGroup(group, style);
  }
  if (shown.length < ranked.length) {
    const noun = report.events.length > 0 ? 'event' : 'group of copies';
    const more = counted(ranked.length - shown.length, `more ${noun}`, `more ${report.events.length > 0 ? 'events' : 'groups of copies'}`);
    yield `\n${faint(fitEnd(`… and ${more} (--top 0 shows all)`, columns))}\n`;
  }
  yield '\n';
  if (ranked.length === 0) for (const line of wrap(nothingFound(report), columns, 3)) yield `${line}\n`;
  for (const alarm of alarms(report)) for (const line of wrap(alarm, columns, 3)) yield `${bad(line)}\n`;
  yield* standingAlone(report, style);
  const furniture = furnitureOf(report);
  if (furniture !== null) yield `${fitEnd(furniture, columns)}\n`;
  yield* leftOut(report.skipped, style);
}

/** 5 articles · 1 event · 0 copies · 0.1 s; with a baseline 5 articles · 1 event (1 known) … */
export function totals(report: Report, seconds: number | null): string {
  const copied = report.articles.filter(({ copy }) => copy !== null).length;
  const onlyCopies = report.events.length === 0 && report.copies.length > 0;
  const judged = isJudged(report);
  const knownIn = (groups: readonly ReportGroup[]) => groups.filter(isKnown).length;
  return [
    counted(report.articles.length, 'article'),
    onlyCopies
      ? countedWithKnown(report.copies.length, knownIn(report.copies), judged, 'group of copies', 'groups of copies')
      : countedWithKnown(report.events.length, knownIn(report.events), judged, 'event'),
    // Of a group of three, one is the original: the count says how many could go.
    countedWithKnown(copied - report.copies.length, knownCopies(report), judged, 'copy', 'copies'),
    ...(seconds === null ? [] : [`${seconds.toFixed(1)} s`]),
  ].join(' · ');
}

export function nothingFound({ articles }: Report): string {
  if (articles.length === 0) return 'No article was read.';
  if (articles.length === 1) return 'Only one article: nothing to compare it with.';
  return `No two articles belong together: ${articles.length === 2 ? 'both' : `all ${thousands(articles.length)}`} stand alone.`;
}

export function furnitureOf({ articles }: Report): string | null {
  let own = 0;
  let furniture = 0;
  for (const article of articles) {
    own += article.words;
    furniture += article.furnitureWords;
  }
  if (own + furniture === 0) return null;
  return furniture === 0
    ? 'No furniture found.'
    : `Furniture stripped: ${thousands(furniture)} of ${counted(own + furniture, 'word')} (${percent(furniture, own + furniture)}).`;
}

/** The events, and after them the copy groups that are in none (a run with --only copies); what a baseline knows comes last. */
export function groupsOf({ events, copies }: Report): (ReportEvent | ReportGroup)[] {
  const nested = new Set(events.flatMap((event) => event.copies));
  const groups = [...events, ...copies.filter(({ id }) => !nested.has(id))];
  return [...groups.filter((group) => !isKnown(group)), ...groups.filter(isKnown)];
}

/** Each group with its articles and pairs: gathered for the groups shown alone, since a report may hold millions. */
export function withMembers(report: Report, shown: readonly (ReportEvent | ReportGroup)[]): ShownGroup[] {
  const copyGroups = new Map(report.copies.map((group) => [group.id, group]));
  const groups = shown.map(
    (group): ShownGroup => ({
      group,
      members: new Map(),
      copies: 'copies' in group ? group.copies.flatMap((id) => copyGroups.get(id) ?? []) : [group],
      pairs: [],
    }),
  );
  const groupOf = new Map<string, ShownGroup>();
  for (const each of groups) for (const path of each.group.articles) groupOf.set(path, each);
  for (const article of report.articles) groupOf.get(article.path)?.members.set(article.path, article);
  for (const pair of report.pairs) {
    const home = groupOf.get(pair.a);
    if (home !== undefined && home === groupOf.get(pair.b)) home.pairs.push(pair);
  }
  return groups;
}
