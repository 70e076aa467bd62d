import type { Groups } from './grouping.ts';
import { strength } from './grouping.ts';
import type { ReportPair } from './report.ts';
import type { CopyPair } from './stages/verify/index.ts';

/** Up to this size all pairs of a group are reported, above it so many links of each article. */
const SMALL_GROUP = 6;
const BEST_LINKS = 2;

/** A pair that the report shows, a < b. */
export interface FoundPair {
  readonly a: number;
  readonly b: number;
  readonly relation: ReportPair['relation'];
  readonly score: number;
}

/**
 * The pairs that hold the groups together, sorted by a, then b: all of a small group, of a larger one each article's best
 * links. So the report grows with the articles, not with the squares of its groups.
 */
export function reportedPairs(
  groups: Groups,
  copyLists: readonly number[][],
  eventLists: readonly number[][],
  eventScore: number,
): FoundPair[] {
  const pairs = [...copiesFound(groups, copyLists), ...linksFound(groups, eventLists, eventScore)];
  return pairs.sort((p, q) => p.a - q.a || p.b - q.b);
}

/** All copies within a small group; of a large one the best of those that the run came upon. */
function copiesFound({ copies, copyPairs, copyOf }: Groups, lists: readonly number[][]): FoundPair[] {
  const isLarge = largeOf(lists, copies.length);
  const asFound = (pair: CopyPair): FoundPair => ({ a: pair.a, b: pair.b, relation: pair.relation, score: strength(pair) });
  const large: FoundPair[] = [];
  for (const pair of copyPairs) {
    if (copies[pair.a] === copies[pair.b] && isLarge[copies[pair.a]]) large.push(asFound(pair));
  }
  return [...bestLinks(large, copies.length, () => true), ...pairsOf(lists, (a, b) => copyOf(a, b)).map(asFound)];
}

/** The links that hold an event together, without those between copies. */
function linksFound({ links, events, copyOf, eventScoreOf }: Groups, lists: readonly number[][], eventScore: number): FoundPair[] {
  if (!links) return [];
  const isLarge = largeOf(lists, events.length);
  const large: FoundPair[] = [];
  const { pairs, scores } = links;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i];
    if (score < eventScore) continue;
    const a = pairs.a[i];
    const b = pairs.b[i];
    if (events[a] === events[b] && isLarge[events[a]]) large.push({ a, b, relation: 'event', score });
  }
  const small = pairsOf(lists, (a, b): FoundPair | null => {
    const score = eventScoreOf(a, b);
    return score >= eventScore && !copyOf(a, b) ? { a, b, relation: 'event', score } : null;
  });
  return [...bestLinks(large, events.length, ({ a, b }) => !copyOf(a, b)), ...small];
}

/** Of the pairs of large groups the best links of each article. `isLink` is asked of few: from the best down, until the article has its links. */
function bestLinks(pairs: FoundPair[], count: number, isLink: (pair: FoundPair) => boolean): FoundPair[] {
  pairs.sort((p, q) => q.score - p.score || p.a - q.a || p.b - q.b);
  const taken = new Uint8Array(count);
  return pairs.filter((pair) => {
    const { a, b } = pair;
    if ((taken[a] >= BEST_LINKS && taken[b] >= BEST_LINKS) || !isLink(pair)) return false;
    for (const id of [a, b]) taken[id] = Math.min(BEST_LINKS, taken[id] + 1);
    return true;
  });
}

/** 1 for the labels of groups whose pairs are not all reported: the label of a group is its least id. */
function largeOf(lists: readonly number[][], count: number): Uint8Array {
  const isLarge = new Uint8Array(count);
  for (const members of lists) if (members.length > SMALL_GROUP) isLarge[members[0]] = 1;
  return isLarge;
}

/** What `measure` says of each pair of the small groups, without the nulls. */
function pairsOf<Value>(lists: readonly number[][], measure: (a: number, b: number) => Value | null): Value[] {
  const values: Value[] = [];
  for (const members of lists) {
    if (members.length > SMALL_GROUP) continue;
    for (let i = 0; i < members.length; i++) {
      for (let k = i + 1; k < members.length; k++) {
        const value = measure(members[i], members[k]);
        if (value !== null) values.push(value);
      }
    }
  }
  return values;
}

/** Per article its best link among these: to a copy, and to any article of its event. 0 where it has none. */
export function linkStrengths(pairs: readonly FoundPair[], count: number): { copies: Float64Array; events: Float64Array } {
  const copies = new Float64Array(count);
  const events = new Float64Array(count);
  for (const { a, b, relation, score } of pairs) {
    for (const id of [a, b]) {
      if (relation !== 'event') copies[id] = Math.max(copies[id], score);
      events[id] = Math.max(events[id], score);
    }
  }
  return { copies, events };
}
