import type { CheckReport, Gate } from '../checkReport.ts';
import type { Options } from '../options.ts';

/**
 * The rule: as many as --max-copies and --max-copies-percent (of the articles judged, rounded down) both allow; none where
 * neither is given. On events, articles of a known event are counted too, and none is allowed but for copies.
 */
export function gateOf(counts: CheckReport['counts'], options: Pick<Options, 'failOn' | 'maxCopies' | 'maxCopiesPercent'>): Gate {
  const copies = counts.copy + counts.repeat;
  const failOn = options.failOn ?? 'copies';
  const allowed = allowedOf(copies + counts.event + counts.new, options);
  if (failOn === 'none') return { failOn, found: copies, allowed, passes: true, rule: `passes: ${said(copies)}, no limit set` };
  const passes = copies <= allowed && (failOn === 'copies' || counts.event === 0);
  const found = failOn === 'copies' ? copies : copies + counts.event;
  const limit = `${said(copies)}, ${allowed} allowed`;
  const events = failOn === 'events' ? `; ${counts.event} on known events, 0 allowed` : '';
  return { failOn, found, allowed, passes, rule: `${passes ? 'passes' : 'fails'}: ${limit}${events}` };
}

function allowedOf(articles: number, { maxCopies, maxCopiesPercent }: Pick<Options, 'maxCopies' | 'maxCopiesPercent'>): number {
  const limits = [];
  if (maxCopies !== null) limits.push(maxCopies);
  // A little above, so that 10 % of 30 articles are 3, whatever 0.1 · 30 is in binary.
  if (maxCopiesPercent !== null) limits.push(Math.floor((articles * maxCopiesPercent) / 100 + 1e-9));
  return limits.length === 0 ? 0 : Math.min(...limits);
}

function said(copies: number): string {
  return `${copies} ${copies === 1 ? 'copy' : 'copies'}`;
}
