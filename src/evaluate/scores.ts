import type { Scores } from '../evaluation.ts';
import type { Partition } from '../stages/group/index.ts';
import type { GroupTruth } from './truth.ts';

/** Precision, recall and F1 of so many right ones; 1 where nothing was said, or nothing was there to be found. */
export function scoresOf(right: number, joined: number, same: number): Scores {
  const precision = joined ? right / joined : 1;
  const recall = same ? right / same : 1;
  return { precision, recall, f1: f1Of(precision, recall) };
}

function f1Of(precision: number, recall: number): number {
  return precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
}

/** The articles that a labelled group and a found one have in common. */
export interface Cell {
  readonly gold: number;
  readonly found: number;
  readonly members: number[];
}

/** Labelled groups against found ones: who is in both, cell by cell, with the sums of rows and columns. */
export interface Contingency {
  /** By labelled group, then by first member. */
  readonly cells: readonly Cell[];
  /** Labelled articles in each labelled group, by index, and in each found one. */
  readonly goldSizes: Uint32Array;
  readonly foundSizes: ReadonlyMap<number, number>;
}

/** O(labelled articles): pairs are counted by cells, never one by one. */
export function contingencyOf({ ids, groups, names }: GroupTruth, partition: Partition): Contingency {
  const cells = new Map<number, Cell>();
  const goldSizes = new Uint32Array(names.length);
  const foundSizes = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const [gold, found] = [groups[i], partition[ids[i]]];
    const key = gold * partition.length + found;
    const cell = cells.get(key);
    if (cell) cell.members.push(ids[i]);
    else cells.set(key, { gold, found, members: [ids[i]] });
    goldSizes[gold]++;
    foundSizes.set(found, (foundSizes.get(found) ?? 0) + 1);
  }
  const sorted = [...cells.values()].sort((x, y) => x.gold - y.gold || x.members[0] - y.members[0]);
  return { cells: sorted, goldSizes, foundSizes };
}

export function pairsIn(size: number): number {
  return (size * (size - 1)) / 2;
}

/** Pairs that are the same, that were joined, and both. */
export function countPairs({ cells, goldSizes, foundSizes }: Contingency): { same: number; joined: number; right: number } {
  const sum = (sizes: Iterable<number>) => Array.from(sizes, pairsIn).reduce((total, pairs) => total + pairs, 0);
  return { same: sum(goldSizes), joined: sum(foundSizes.values()), right: sum(cells.map(({ members }) => members.length)) };
}

/** B³: per article the share of its found group that is right, and of its labelled group that was found. Bagga & Baldwin 1998. */
export function bcubed({ cells, goldSizes, foundSizes }: Contingency): Scores {
  let [precision, recall, articles] = [0, 0, 0];
  for (const { gold, found, members } of cells) {
    const n = members.length;
    precision += (n * n) / foundSizes.get(found)!;
    recall += (n * n) / goldSizes[gold];
    articles += n;
  }
  return { precision: precision / articles, recall: recall / articles, f1: f1Of(precision / articles, recall / articles) };
}

/** Adjusted Rand index: how far the pairs agree beyond chance, 1 at most. Hubert & Arabie 1985. */
export function adjustedRand(contingency: Contingency): number {
  const { same, joined, right } = countPairs(contingency);
  const articles = contingency.goldSizes.reduce((sum, size) => sum + size, 0);
  const expected = articles > 1 ? (same * joined) / pairsIn(articles) : 0;
  const mean = (same + joined) / 2;
  return mean === expected ? 1 : (right - expected) / (mean - expected);
}
