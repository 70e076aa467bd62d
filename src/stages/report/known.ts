/** What a baseline has done to a report, counted for those who read it. */
import type { Report, ReportGroup } from '../../report.ts';
import { counted, thousands } from './figures.ts';

/** True for a group that the baseline has whole; without a baseline nothing is known. */
export function isKnown({ baseline }: Pick<ReportGroup, 'baseline'>): boolean {
  return baseline !== undefined && baseline.new.length === 0;
}

/** True for a report that was held against a baseline, and has a group to say so of. */
export function isJudged({ copies, events }: Report): boolean {
  return [...copies, ...events].some(({ baseline }) => baseline !== undefined);
}

/** Copies, beside the one that would do, that the baseline has. */
export function knownCopies({ copies }: Report): number {
  return copies.reduce((sum, { articles, baseline }) => sum + (baseline ? Math.max(0, articles.length - baseline.new.length - 1) : 0), 0);
}

/** 3 events (2 known); without a baseline just the number. */
export function countedWithKnown(count: number, known: number, isJudged: boolean, noun: string, plural?: string): string {
  return `${counted(count, noun, plural)}${isJudged && count > 0 ? ` (${thousands(known)} known)` : ''}`;
}

/** What the baseline says of a group, in a word or two; '' without one. */
export function standingOf({ articles, baseline }: ReportGroup): string {
  if (baseline === undefined) return '';
  if (baseline.new.length === 0) return 'known';
  return baseline.new.length === articles.length ? 'new' : `${thousands(baseline.new.length)} new`;
}

/** Paths of the articles to point at: those that are new to a group that is not. */
export function pointedAt({ articles, baseline }: ReportGroup): ReadonlySet<string> {
  return new Set(baseline === undefined || baseline.new.length === articles.length ? [] : baseline.new);
}
