import { averageLink } from './averageLink.ts';
import type { Partition } from './partition.ts';

/** A tight event takes in an article, or another event, whose scores lie at most so much below its own: see test/quality/NOTES.md. */
export const SLACK = 0.4;

export interface EventEdges {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly score: ArrayLike<number>;
}

/** Links → events. Groups of copies are kept together, and join an event by the mean of their articles' scores. */
export function groupEvents(
  copies: Partition,
  edges: EventEdges,
  eventScore: number,
  scoreOf: (a: number, b: number) => number,
): Partition {
  return averageLink({
    count: copies.length,
    begin: copies,
    a: edges.a,
    b: edges.b,
    score: edges.score,
    bound: eventScore,
    slack: SLACK,
    scoreOf,
  });
}
