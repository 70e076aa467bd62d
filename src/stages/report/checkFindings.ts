import type { CheckedArticle, CheckReport } from '../../checkReport.ts';
import { counted } from './figures.ts';
import type { Finding, Review } from './findings.ts';

/**
 * What `check` says, as a review is shown it: a finding for every incoming article that is not new, of the article that it is
 * most alike, of the archive where there is one. In the order of the report. O(articles).
 */
export function reviewOfCheck({ articles, counts, accepted, skipped }: CheckReport): Review {
  const findings = articles.flatMap(findingOf);
  const copies = withAccepted(counts.copy + counts.repeat, accepted && accepted.copy + accepted.repeat, 'copy', 'copies');
  return {
    findings,
    articles,
    skipped,
    totals: `${counted(articles.length, 'incoming article')}, ${copies}, ${counts.event} on known events${acceptedOf(counts.event, accepted?.event)}`,
  };
}

/** 3 copies (2 accepted). Not "known", as in a run: here an event is known when the archive has it. */
export function withAccepted(count: number, accepted: number | undefined, noun: string, plural?: string): string {
  return `${counted(count, noun, plural)}${acceptedOf(count, accepted)}`;
}

export function acceptedOf(count: number, accepted: number | undefined): string {
  return accepted === undefined || count === 0 ? '' : ` (${accepted} accepted)`;
}

/** What the baseline accepts comes last: a person is shown what is new. */
export function unacceptedFirst<Judged extends Pick<CheckedArticle, 'baseline'>>(articles: readonly Judged[]): Judged[] {
  return [...articles.filter(({ baseline }) => !baseline?.accepted), ...articles.filter(({ baseline }) => baseline?.accepted)];
}

function findingOf(article: CheckedArticle): Finding[] {
  const { path, verdict, copies, events, baseline } = article;
  if (verdict === 'new') return [];
  const state = baseline === undefined ? null : baseline.accepted ? 'known' : 'new';
  const judged = { article, group: null, state, because: baseline ?? null } as const;
  if (verdict === 'event') {
    const of = archivedFirst(events);
    return of === undefined ? [] : [{ ...judged, kind: 'event', of, pair: { a: path, score: of.score, evidence: of.evidence } }];
  }
  const of = verdict === 'copy' ? archivedFirst(copies) : copies[0];
  return of === undefined ? [] : [{ ...judged, kind: of.relation, of, pair: { ...of, a: path } }];
}

function archivedFirst<Found extends { readonly incoming: boolean }>(found: readonly Found[]): Found | undefined {
  return found.find(({ incoming }) => !incoming) ?? found[0];
}
