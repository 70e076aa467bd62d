import type { CheckReport, Gate } from '../checkReport.ts';
import type { Options } from '../options.ts';

/**
 * The rule: as many as --max-copies and --max-copies-percent (of the articles judged, rounded down) both allow; none where
 * neither is given. On events, articles of a known event are counted too, and none is allowed but for copies. What a
 * baseline accepts is not counted; without one `accepted` is null.
 */
export function gateOf(
  counts: CheckReport['counts'],
  accepted: CheckReport['accepted'] | null,
  options: Pick<Options, 'failOn' | 'maxCopies' | 'maxCopiesPercent'>,
): Gate {
  const { copy, repeat, event } = accepted ?? { copy: 0, repeat: 0, event: 0 };
  const copies = counts.copy + counts.repeat - copy - repeat;
  const onEvents = counts.event - event;
  const failOn = options.failOn ?? 'copies';
  const allowed = allowedOf(counts.copy + counts.repeat + counts.event + counts.new, options);
  const word = accepted ? 'new ' : '';
  const said = `${copies} ${word}${copies === 1 ? 'copy' : 'copies'}`;
  const beside = accepted ? `; ${copy + repeat + (failOn === 'events' ? event : 0)} accepted` : '';
  if (failOn === 'none')
    return { failOn, found: copies, allowed, passes: true, rule: `passes: ${said}, none refused (--fail-on none)${beside}` };
  const passes = copies <= allowed && (failOn === 'copies' || onEvents === 0);
  const found = failOn === 'copies' ? copies : copies + onEvents;
  const events = failOn === 'events' ? `; ${onEvents} ${word}on known events, 0 allowed` : '';
  return { failOn, found, allowed, passes, rule: `${passes ? 'passes' : 'fails'}: ${said}, ${allowed} allowed${events}${beside}` };
}

function allowedOf(articles: number, { maxCopies, maxCopiesPercent }: Pick<Options, 'maxCopies' | 'maxCopiesPercent'>): number {
  const limits = [];
  if (maxCopies !== null) limits.push(maxCopies);
  // A little above, so that 10 % of 30 articles are 3, whatever 0.1 · 30 is in binary.
  if (maxCopiesPercent !== null) limits.push(Math.floor((articles * maxCopiesPercent) / 100 + 1e-9));
  return limits.length === 0 ? 0 : Math.min(...limits);
}
