import type { CheckedArticle, CheckReport } from '../../checkReport.ts';
import { counted } from './figures.ts';
import type { Finding, Review } from './findings.ts';

/**
 * What `check` says, as a review is shown it: a finding for every incoming article that is not new, of the article that it is
 * most alike, of the archive where there is one. In the order of the report. O(articles).
 */
export function reviewOfCheck({ articles, counts, skipped }: CheckReport): Review {
  const findings = articles.flatMap(findingOf);
  const copies = counted(counts.copy + counts.repeat, 'copy', 'copies');
  return {
    findings,
    articles,
    skipped,
    totals: `${counted(articles.length, 'incoming article')}, ${copies}, ${counts.event} on known events`,
  };
}

function findingOf(article: CheckedArticle): Finding[] {
  const { path, verdict, copies, events } = article;
  if (verdict === 'new') return [];
  if (verdict === 'event') {
    const of = archivedFirst(events);
    return of === undefined
      ? []
      : [{ kind: 'event', article, of, group: null, pair: { a: path, score: of.score, evidence: of.evidence }, state: null }];
  }
  const of = verdict === 'copy' ? archivedFirst(copies) : copies[0];
  return of === undefined ? [] : [{ kind: of.relation, article, of, group: null, pair: { ...of, a: path }, state: null }];
}

function archivedFirst<Found extends { readonly incoming: boolean }>(found: readonly Found[]): Found | undefined {
  return found.find(({ incoming }) => !incoming) ?? found[0];
}
