import { averageLink } from './averageLink.ts';
import type { Partition } from './partition.ts';

/** A tight event takes in an article, or another event, whose scores lie at most so much below its own: see test/quality/NOTES.md. */
export const SLACK = 0.43;

/** Two events stay two when their words are so much their own, see stages/link/contrast.ts. */
export const MOST_CONTRAST = 0.65;
/** Texts, of which copies are one, that both have to have: what one or two articles have of their own is chance. */
const LEAST_TEXTS = 3;

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
  contrastOf: (xs: readonly number[], ys: readonly number[]) => number,
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
    mayJoin: (xs, ys) => contrastOfTexts(copies, xs, ys, contrastOf) < MOST_CONTRAST,
  });
}

/** The contrast of two groups of articles, copies counting once; 0 where one of them has too few texts to tell. */
export function contrastOfTexts(
  copies: Partition,
  xs: readonly number[],
  ys: readonly number[],
  contrastOf: (xs: readonly number[], ys: readonly number[]) => number,
): number {
  const textsOf = (ids: readonly number[]) => ids.filter((id) => copies[id] === id);
  if (xs.length < LEAST_TEXTS || ys.length < LEAST_TEXTS) return 0;
  const [one, other] = [textsOf(xs), textsOf(ys)];
  return one.length < LEAST_TEXTS || other.length < LEAST_TEXTS ? 0 : contrastOf(one, other);
}
