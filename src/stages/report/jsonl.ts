import type { Report } from '../../report.ts';
import { jsonLine } from './json.ts';

/**
 * One group a line: the events with their copy groups inside, then the copy groups that are in no event (a run with
 * --only copies). For jq, and for reading one group at a time where the whole would not fit in memory.
 */
export function* renderJsonl({ events, copies }: Report): Iterable<string> {
  const groups = new Map(copies.map((group) => [group.id, group]));
  const nested = new Set<string>();
  for (const { id, articles, representative, cohesion, weakest, evidence, copies: ids, baseline } of events) {
    for (const copy of ids) nested.add(copy);
    const inside = ids.flatMap((copy) => groups.get(copy) ?? []);
    yield `${jsonLine({ id, relation: 'event', articles, representative, cohesion, weakest, copies: inside, evidence, baseline })}\n`;
  }
  for (const { id, articles, representative, cohesion, weakest, baseline } of copies) {
    if (!nested.has(id)) yield `${jsonLine({ id, relation: 'copy', articles, representative, cohesion, weakest, baseline })}\n`;
  }
}
