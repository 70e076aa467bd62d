import type { Options } from '../options.ts';
import type { Report, ReportGroup, Standing } from '../report.ts';
import type { BaselineRelation, FoundGroup } from './baseline.ts';

/** The groups of a report as a baseline sees them: copies, then events. */
export function groupsIn({ articles, copies, events }: Report): FoundGroup[] {
  const contents = new Map(articles.map(({ path, sha256 }) => [path, sha256]));
  const found = (relation: BaselineRelation) => (group: ReportGroup) => ({
    relation,
    articles: group.articles.map((path) => ({ path, sha256: contents.get(path) ?? null })),
  });
  return [...copies.map(found('copy')), ...events.map(found('event'))];
}

/** What a run with `--only` did not look for cannot be stale. */
export function relationsIn(only: Options['only']): BaselineRelation[] {
  return only === 'copies' ? ['copy'] : only === 'events' ? ['event'] : ['copy', 'event'];
}

/** The report with the standing of each group, in the order of groupsIn. */
export function withStandings(report: Report, standings: readonly Standing[]): Report {
  const { copies, events } = report;
  return {
    ...report,
    copies: copies.map((group, at) => ({ ...group, baseline: standings[at] })),
    events: events.map((event, at) => ({ ...event, baseline: standings[copies.length + at] })),
  };
}
