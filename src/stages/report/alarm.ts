import type { Report, ReportGroup } from '../../report.ts';
import { counted } from './figures.ts';
import { safe } from './safe.ts';

/** A group of so many articles that are so little alike (mean similarity of copies, mean score of an event) is doubtful. */
const LARGE = 20;
const LITTLE_ALIKE = { copies: 0.4, events: 0.5 };
/** Of more doubtful groups the largest are named. */
const MOST_NAMED = 3;

/**
 * A word on groups that are large and little alike: as a rule a text that stands in all of them, and that no rule knows for
 * furniture, holds them together. One sentence a group; none for most reports.
 */
export function alarms({ copies, events }: Report): string[] {
  const inDoubt = (groups: readonly ReportGroup[], bound: number) =>
    groups.filter(({ articles, cohesion }) => articles.length >= LARGE && cohesion < bound);
  const doubtful = [...inDoubt(copies, LITTLE_ALIKE.copies), ...inDoubt(events, LITTLE_ALIKE.events)];
  return doubtful
    .sort((one, other) => other.articles.length - one.articles.length)
    .slice(0, MOST_NAMED)
    .map(
      ({ id, articles, cohesion, representative }) =>
        `${id} is doubtful: ${counted(articles.length, 'article')} that are little alike (cohesion ${cohesion.toFixed(2)}). ` +
        `Something that no rule knows for furniture may hold them together: dedupe clean --explain ${safe(representative)}`,
    );
}
