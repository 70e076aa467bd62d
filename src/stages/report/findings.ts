/** The report as a list of things to look at, for formats that a review shows file by file: SARIF, annotations, JUnit. */
import type { CopyClass, Skipped } from '../../article.ts';
import type { Report, ReportArticle, ReportEvent, ReportGroup, ReportPair } from '../../report.ts';
import { counted, share } from './figures.ts';
import { nest } from './nest.ts';
import { safe } from './safe.ts';

/** What an article is to the one it is shown with; 'copy' where the report has no pair that says of which class. */
export type FindingKind = CopyClass | 'copy' | 'event';

/** An article that need not be there, since another of its group, or of the archive, tells the same. */
export interface Finding {
  readonly kind: FindingKind;
  readonly article: Pick<ReportArticle, 'path' | 'title' | 'words'>;
  /** The article that it copies most closely; of an event, the one that stands for it. */
  readonly of: Pick<ReportArticle, 'path'>;
  /** Null where the article was checked against an archive: what groups there are, is not told. */
  readonly group: ReportGroup | ReportEvent | null;
  /** The pair of the two; null where the report does not hold it. */
  readonly pair: (Pick<ReportPair, 'a' | 'score' | 'evidence'> & Partial<Pick<ReportPair, 'jaccard' | 'containment'>>) | null;
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
  const copies = findings.filter(({ kind }) => kind !== 'event').length;
  return {
    findings,
    articles,
    skipped,
    totals: `${counted(articles.length, 'article')}, ${counted(copies, 'copy', 'copies')}, ${counted(events.length, 'event')}`,
  };
}

/**
 * One finding an article: of a group of copies all but the representative, under the class that the text report shows;
 * of an event those that tell it in other words than its representative. The representatives themselves are no findings,
 * and a copy is none a second time for its event. So a group that grows by an article adds one finding and keeps the
 * others. Copies come first, then events, each in the order of the report. O(articles + p log p) for p pairs.
 */
export function findingsOf(report: Report): Finding[] {
  const articleOf = new Map(report.articles.map((article) => [article.path, article]));
  const pairsOf = pairsByGroup(report, articleOf);
  return [
    ...report.copies.flatMap((group) => copiesOf(group, articleOf, pairsOf.get(group.id) ?? [])),
    ...report.events.flatMap((event) => coverageOf(event, report, articleOf, pairsOf.get(event.id) ?? [])),
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

function copiesOf(group: ReportGroup, articleOf: Articles, pairs: readonly ReportPair[]): Finding[] {
  return nest(group.representative, group.articles, pairs).flatMap(({ path, parent, pair }) => {
    const [article, of] = [articleOf.get(path), articleOf.get(parent ?? '')];
    if (article === undefined || of === undefined) return [];
    return [{ kind: pair?.relation ?? 'copy', article, of, group, pair }];
  });
}

function coverageOf(event: ReportEvent, { copies }: Report, articleOf: Articles, pairs: readonly ReportPair[]): Finding[] {
  const of = articleOf.get(event.representative);
  if (of === undefined) return [];
  const others = event.articles.flatMap((path) => articleOf.get(path) ?? []);
  const told = others.filter(
    ({ path, copy }) => path !== of.path && (copy === null || (copy !== of.copy && standsFor(copy, copies) === path)),
  );
  const pairWith = new Map(pairs.flatMap((pair) => (pair.a === of.path ? [[pair.b, pair]] : pair.b === of.path ? [[pair.a, pair]] : [])));
  return told.map((article) => ({ kind: 'event', article, of, group: event, pair: pairWith.get(article.path) ?? null }));
}

/** The representative of a group of copies: c1 is the first of the list, c2 the second. */
function standsFor(id: string, copies: Report['copies']): string | undefined {
  const guess = copies[Number(id.slice(1)) - 1];
  return (guess?.id === id ? guess : copies.find((group) => group.id === id))?.representative;
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
