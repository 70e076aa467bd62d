/** The report as a list of things to look at, for formats that a review shows file by file: SARIF, annotations, JUnit. */
import type { CopyClass, Skipped } from '../../article.ts';
import type { Report, ReportArticle, ReportEvent, ReportGroup, ReportPair, Standing } from '../../report.ts';
import { counted, share } from './figures.ts';
import { countedWithKnown, isJudged, isKnown } from './known.ts';
import { nest } from './nest.ts';
import { safe } from './safe.ts';

/** What an article is to the one it is shown with; 'copy' where the report has no pair that says of which class. */
export type FindingKind = CopyClass | 'copy' | 'event';

/** An article that need not be there, since another of its group, or of the archive, tells the same. */
export interface Finding {
  readonly kind: FindingKind;
  readonly article: Pick<ReportArticle, 'path' | 'title' | 'words'> & Partial<Pick<ReportArticle, 'sha256'>>;
  /** The article that it copies most closely; of an event, the one that stands for it. */
  readonly of: Pick<ReportArticle, 'path'>;
  /** Null where the article was checked against an archive: what groups there are, is not told. */
  readonly group: ReportGroup | ReportEvent | null;
  /** The pair of the two; null where the report does not hold it. */
  readonly pair: (Pick<ReportPair, 'a' | 'score' | 'evidence'> & Partial<Pick<ReportPair, 'jaccard' | 'containment'>>) | null;
  /** Whether the baseline has it; null without a baseline. */
  readonly state: 'new' | 'known' | null;
  /** Of the baseline's entry that speaks for it: why it is accepted, and until when; null without one. */
  readonly because: Pick<Standing, 'reason' | 'expires'> | null;
}

/** What a review is shown: the findings, and what they were found among. */
export interface Review {
  readonly findings: readonly Finding[];
  readonly articles: readonly Pick<ReportArticle, 'path'>[];
  readonly skipped: readonly Skipped[];
  /** `17 articles, 4 copies, 3 events` */
  readonly totals: string;
}

export function reviewOf(report: Report): Review {
  const findings = findingsOf(report);
  const { articles, events, skipped } = report;
  const copies = findings.filter(({ kind }) => kind !== 'event');
  const judged = isJudged(report);
  const counts = [
    counted(articles.length, 'article'),
    countedWithKnown(copies.length, copies.filter(({ state }) => state === 'known').length, judged, 'copy', 'copies'),
    countedWithKnown(events.length, events.filter(isKnown).length, judged, 'event'),
  ];
  return {
    findings,
    articles,
    skipped,
    totals: counts.join(', '),
  };
}

/**
 * One finding an article: of a group of copies all but the representative, under the class that the text report shows;
 * of an event those that tell it in other words than its representative. The representatives themselves are no findings,
 * and a copy is none a second time for its event. So a group that grows by an article adds one finding and keeps the
 * others. Where a baseline knows a part of the group, the one left out is of that part, so that all that is new is found.
 * Copies come first, then events, each in the order of the report. O(articles + p log p) for p pairs.
 */
export function findingsOf(report: Report): Finding[] {
  const articleOf = new Map(report.articles.map((article) => [article.path, article]));
  const pairsOf = pairsByGroup(report, articleOf);
  const roots = new Map(report.copies.map((group) => [group.id, rootOf(group, group.articles, articleOf)]));
  return [
    ...report.copies.flatMap((group) => copiesOf(group, roots.get(group.id)!, articleOf, pairsOf.get(group.id) ?? [])),
    ...report.events.flatMap((event) => coverageOf(event, roots, articleOf, pairsOf.get(event.id) ?? [])),
  ];
}

type Articles = ReadonlyMap<string, ReportArticle>;

/** The pairs inside each group: those of copies by the group of copies, those of events by the event. */
function pairsByGroup({ pairs }: Report, articleOf: Articles): Map<string, ReportPair[]> {
  const found = new Map<string, ReportPair[]>();
  for (const pair of pairs) {
    const part = pair.relation === 'event' ? 'event' : 'copy';
    const id = articleOf.get(pair.a)?.[part];
    if (!id || id !== articleOf.get(pair.b)?.[part]) continue;
    const known = found.get(id);
    if (known === undefined) found.set(id, [pair]);
    else known.push(pair);
  }
  return found;
}

function copiesOf(group: ReportGroup, root: string, articleOf: Articles, pairs: readonly ReportPair[]): Finding[] {
  const stateOf = statesIn(group);
  return nest(root, group.articles, pairs).flatMap(({ path, parent, pair }) => {
    const [article, of] = [articleOf.get(path), articleOf.get(parent ?? '')];
    if (article === undefined || of === undefined) return [];
    return [{ kind: pair?.relation ?? 'copy', article, of, group, pair, state: stateOf(path), because: group.baseline ?? null }];
  });
}

function statesIn({ baseline }: ReportGroup): (path: string) => Finding['state'] {
  const fresh = new Set(baseline?.new);
  return (path) => (baseline === undefined ? null : fresh.has(path) ? 'new' : 'known');
}

/** What the others of a group are shown with: its representative, or where that one is new the longest that is not. */
function rootOf({ representative, baseline }: ReportGroup, candidates: readonly string[], articleOf: Articles): string {
  const fresh = new Set(baseline?.new);
  if (!fresh.has(representative)) return representative;
  const known = candidates.filter((path) => !fresh.has(path));
  const wordsOf = (path: string) => articleOf.get(path)?.words ?? 0;
  return known.reduce((best, path) => (wordsOf(path) > wordsOf(best) ? path : best), known[0] ?? representative);
}

function coverageOf(event: ReportEvent, roots: ReadonlyMap<string, string>, articleOf: Articles, pairs: readonly ReportPair[]): Finding[] {
  const others = event.articles.flatMap((path) => articleOf.get(path) ?? []);
  const standing = others.filter(({ path, copy }) => copy === null || roots.get(copy) === path);
  const root = rootOf(
    event,
    standing.map(({ path }) => path),
    articleOf,
  );
  const of = articleOf.get(root);
  if (of === undefined) return [];
  const told = standing.filter(({ path, copy }) => path !== of.path && (copy === null || copy !== of.copy));
  const stateOf = statesIn(event);
  const pairWith = new Map(pairs.flatMap((pair) => (pair.a === of.path ? [[pair.b, pair]] : pair.b === of.path ? [[pair.a, pair]] : [])));
  return told.map((article) => ({
    kind: 'event',
    article,
    of,
    group: event,
    pair: pairWith.get(article.path) ?? null,
    state: stateOf(article.path),
    because: event.baseline ?? null,
  }));
}

/** A finding in words, with `name` for the other article: `Reprint of news/a.txt (similarity 0.65)`. */
export function claimOf({ kind, article, pair }: Finding, name: string): string {
  switch (kind) {
    case 'identical':
      return `Identical to ${name}`;
    case 'reprint':
      return `Reprint of ${name}${figure('similarity', pair?.jaccard)}`;
    case 'revised':
      return `Revised version of ${name}${figure('similarity', pair?.jaccard)}`;
    case 'excerpt': {
      const shares = pair?.containment ?? [1, 0];
      const [ofThis, ofOther] = pair === null || pair.a === article.path ? shares : shares.toReversed();
      return ofThis >= ofOther ? `Excerpt of ${name} (${share(ofThis)} of it stands there)` : `Holds ${share(ofOther)} of ${name}`;
    }
    case 'copy':
      return `Copy of ${name}`;
    case 'event':
      return `Same event as ${name}${figure('score', pair?.score)}`;
    default:
      return kind satisfies never;
  }
}

function figure(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` (${name} ${share(value)})`;
}

/** What the two share, the most telling first, safe(); '' when the report does not say. */
export function reasonOf({ pair, group }: Finding): string {
  const evidence = pair !== null && pair.evidence.length > 0 ? pair.evidence : group !== null && 'evidence' in group ? group.evidence : [];
  return evidence.map(safe).join('; ');
}

/** A text cut in its middle to so many UTF-16 units: for viewers, which have no columns to measure it by. */
export function clipped(text: string, units: number): string {
  if (text.length <= units) return text;
  const end = Math.floor(units / 2);
  return `${text.slice(0, units - end - 1)}…${text.slice(-end)}`.toWellFormed();
}
