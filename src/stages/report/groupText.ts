/** One group of the report for a person: an event with its copies nested, or a group of copies. */
import type { ReportArticle, ReportEvent, ReportGroup, ReportPair } from '../../report.ts';
import { counted, share, thousands } from './figures.ts';
import { fitEnd, fitMiddle, pad, widest, widthOf } from './fit.ts';
import { pointedAt, standingOf } from './known.ts';
import type { Nested } from './nest.ts';
import { nest } from './nest.ts';
import { safe } from './safe.ts';
import type { TextStyle } from './style.ts';
import { columnsOf, inksOf } from './style.ts';
import { whyLines } from './whyLines.ts';

/** A group with all that its lines are made of. */
export interface ShownGroup {
  readonly group: ReportEvent | ReportGroup;
  /** By path. */
  readonly members: Map<string, ReportArticle>;
  /** The copy groups in it; of a group of copies, itself. */
  readonly copies: readonly ReportGroup[];
  readonly pairs: ReportPair[];
}

/** Members shown of a group, without --all. */
const MEMBERS = 12;
/** Sources named one by one in the line below the headline. */
const SOURCES = 3;
/** A source's column, at most and at least; a path's is no narrower as long as another column can go. */
const SOURCE_COLUMNS = 18;
const LEAST_SOURCE_COLUMNS = 8;
const LEAST_PATH_COLUMNS = 28;
/** Copies of copies of copies are not indented further. */
const DEEPEST = 4;

export function* renderGroup(shown: ShownGroup, style: TextStyle): Iterable<string> {
  const columns = columnsOf(style);
  const { strong, faint } = inksOf(style);
  const { group, pairs } = shown;
  yield `${strong(fitEnd(headlineOf(shown), columns))}\n`;
  yield `${faint(factsOf(shown, columns))}\n`;
  const rows = placed(shown);
  const listed = style.all ? rows : mostTelling(rows);
  yield* table(listed, shown, style);
  if (listed.length < rows.length)
    yield `    ${faint(fitEnd(`… and ${thousands(rows.length - listed.length)} more (--all lists them)`, columns - 4))}\n`;
  for (const line of whyLines(reasonOf(group, pairs), columns - 4)) yield `    ${faint(line)}\n`;
}

export function headlineOf({ group, members }: ShownGroup): string {
  return safe(members.get(group.representative)?.title || group.representative);
}

/** e1 · 5 articles (2 copies) · cohesion 0.62 · 2022-09-21 to 23 · Newsweek, The Hill: as many facts as there is room for. */
export function factsOf({ group, members, copies }: ShownGroup, columns: number): string {
  const size = group.articles.length;
  const copied = copies.reduce((sum, { articles }) => sum + articles.length - 1, 0);
  const oneText = copies.length === 1 && copies[0].articles.length === size;
  const articles = counted(size, 'article');
  const dates = known(members, 'date').sort();
  const sources = known(members, 'source');
  const standing = standingOf(group);
  const line = [
    group.id,
    oneText ? `${thousands(size)} copies of one text` : copied === 0 ? articles : `${articles} (${counted(copied, 'copy', 'copies')})`,
    ...(standing === '' ? [] : [standing]),
    `cohesion ${share(group.cohesion)}`,
    ...(dates.length === 0 ? [] : [range(dates[0], dates[dates.length - 1])]),
  ]
    .map(safe)
    .join(' · ');
  const named = sources.length <= SOURCES ? ` · ${sources.map(safe).join(', ')}` : '';
  const endings = sources.length === 0 ? [] : [named, ` · ${counted(sources.length, 'source')}`];
  return fitEnd(line + (endings.find((ending) => ending !== '' && widthOf(line + ending) <= columns) ?? ''), columns);
}

/** 2022-09-21 to 23; 2022-09-21 to 10-02; 2022-12-31 to 2023-01-01 */
function range(first: string, last: string): string {
  if (first === last) return first;
  const shared = first.slice(0, 7) === last.slice(0, 7) ? 8 : first.slice(0, 4) === last.slice(0, 4) ? 5 : 0;
  return `${first} to ${last.slice(shared)}`;
}

function known(members: ShownGroup['members'], part: 'date' | 'source'): string[] {
  return [...new Set([...members.values()].flatMap((article) => article[part] ?? []))];
}

/** Every member in its place: the representative first, the others by path, copies below what they copy. */
export function placed({ group, copies, pairs }: ShownGroup): Nested[] {
  const homeOf = new Map<string, ReportGroup>();
  for (const copy of copies) for (const path of copy.articles) homeOf.set(path, copy);
  const tied = new Map<ReportGroup, ReportPair[]>(copies.map((copy) => [copy, []]));
  for (const pair of pairs) {
    const home = homeOf.get(pair.a);
    if (pair.relation !== 'event' && home !== undefined && home === homeOf.get(pair.b)) tied.get(home)!.push(pair);
  }
  const rootOf = (copy: ReportGroup) => (homeOf.get(group.representative) === copy ? group.representative : copy.representative);
  const first = group.articles.filter((path) => path === group.representative);
  return [...first, ...group.articles.filter((path) => path !== group.representative)].flatMap((path): Nested[] => {
    const home = homeOf.get(path);
    if (home === undefined) return [{ path, depth: 0, parent: null, pair: null }];
    return path === rootOf(home) ? nest(path, home.articles, tied.get(home)!) : [];
  });
}

/** The first dozen: articles before their copies, since a hundred reprints of one say less than the next one. */
export function mostTelling(rows: readonly Nested[]): readonly Nested[] {
  if (rows.length <= MEMBERS) return rows;
  const byDepth = rows.map((row, at) => ({ row, at })).sort((one, other) => one.row.depth - other.row.depth || one.at - other.at);
  return byDepth
    .slice(0, MEMBERS)
    .sort((one, other) => one.at - other.at)
    .map(({ row }) => row);
}

/** Members, one a line: place, path, words, date, source, each in its column. */
function* table(rows: readonly Nested[], { group, members }: ShownGroup, style: TextStyle): Iterable<string> {
  const { faint, good, tie } = inksOf(style);
  const fresh = pointedAt(group);
  const labels = rows.map(({ path, parent, pair, depth }) => (depth === 0 ? '' : labelOf(path, parent, pair)));
  const labelColumns = widest(labels);
  const places = rows.map(({ path, depth }, at) => {
    if (depth > 0)
      return { ink: faint, mark: `${'  '.repeat(Math.min(depth, DEEPEST) + 1)}└ `, label: `${pad(labels[at], labelColumns)}  ` };
    return path === group.representative ? { ink: good, mark: '  ▸ ', label: '' } : { ink: faint, mark: '    ', label: '' };
  });
  const before = places.map(({ mark, label }) => widthOf(mark + label));
  const paths = rows.map(({ path }) => safe(path));
  const longest = paths.reduce((most, path, at) => Math.max(most, before[at] + widthOf(path)), 0);
  const least = Math.min(longest, before.reduce((most, columns) => Math.max(most, columns), 0) + LEAST_PATH_COLUMNS);
  const right = rightColumns(
    rows.map(({ path }) => members.get(path)),
    rows.map(({ path }) => (fresh.has(path) ? 'new' : '')),
    columnsOf(style) - least,
  );
  const room = Math.min(longest, columnsOf(style) - right.columns);
  for (const [at, { ink, mark, label }] of places.entries()) {
    const path = fitMiddle(paths[at], room - before[at]);
    const beside = right.cells[at].trimEnd();
    yield `${ink(mark)}${tie(label)}${beside === '' ? path : pad(path, room - before[at])}${faint(beside)}\n`;
  }
}

/** What is said beside the paths; where room is short the source shrinks, then goes, then the date, then the words. */
function rightColumns(
  articles: readonly (ReportArticle | undefined)[],
  standings: readonly string[],
  room: number,
): { columns: number; cells: string[] } {
  const figures = articles.map((article) => thousands(article?.words ?? 0));
  const figureColumns = widest(figures);
  const words = articles.map((article, at) => `${figures[at].padStart(figureColumns)} ${article?.words === 1 ? 'word' : 'words'}`);
  const dates = articles.map((article) => safe(article?.date ?? ''));
  const sources = articles.map((article) => safe(article?.source ?? ''));
  const chosen: string[][] = [];
  let left = room;
  for (const [cells, most, least] of [
    [standings, 3, 3],
    [words, Infinity, Infinity],
    [dates, 10, 10],
    [sources, SOURCE_COLUMNS, LEAST_SOURCE_COLUMNS],
  ] as const) {
    const wanted = Math.min(widest(cells), most);
    if (wanted === 0) continue;
    const columns = Math.min(wanted, left - 2);
    if (columns < Math.min(wanted, least)) break;
    chosen.push(cells.map((cell) => `  ${pad(fitEnd(cell, columns), columns)}`));
    left -= columns + 2;
  }
  return { columns: room - left, cells: articles.map((_, at) => chosen.map((cells) => cells[at]).join('')) };
}

/** How a copy compares with the article above it. */
export function labelOf(path: string, parent: string | null, pair: ReportPair | null): string {
  if (pair === null || parent === null) return 'copy';
  switch (pair.relation) {
    case 'identical':
      return 'identical';
    case 'reprint':
    case 'revised':
      return `${pair.relation} ${share(pair.jaccard)}`;
    case 'excerpt': {
      const [ofA, ofB] = pair.containment;
      const [ofThis, ofParent] = pair.a === path ? [ofA, ofB] : [ofB, ofA];
      return ofThis >= ofParent ? `excerpt ${share(ofThis)} of it` : `holds ${share(ofParent)} of it`;
    }
    case 'event':
      return 'copy';
    default:
      return pair.relation satisfies never;
  }
}

/** What the group shares; failing that, what its surest pair does. */
export function reasonOf(group: ReportEvent | ReportGroup, pairs: readonly ReportPair[]): readonly string[] {
  const own = 'evidence' in group ? group.evidence : [];
  const surest = pairs.reduce<ReportPair | null>((best, pair) => (best === null || pair.score > best.score ? pair : best), null);
  return own.length > 0 ? own : (surest?.evidence ?? []);
}
