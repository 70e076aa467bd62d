import { inTurn } from '../../columns/lists.ts';
import type { Pairs } from '../../columns/pairs.ts';
import type { FiledVectors } from './filedVectors.ts';
import { scoreWith } from './score.ts';
import { type FiledCompared, longestRecord, Shelf } from './shelf.ts';

/** Articles that are in memory at once: 80 MB. */
const BLOCK = 32_768;

/**
 * The scores of pairs from … to − 1, sorted as pairs are, of a corpus whose vectors lie in a file. Neighbours lie anywhere in
 * it, and to draw each from its place costs more than to score it. So the articles that pairs begin with are taken into memory
 * a block at a time, and those that they are paired with pass by in the order of the file, each in focus for all its pairs
 * with the block: a block nested loop join. Reads the file count / 2 BLOCK times.
 */
export function scoreInBlocks(
  vectors: FiledVectors,
  table: FiledCompared,
  pairs: Pairs,
  from: number,
  to: number,
  block = BLOCK,
): Float32Array<ArrayBuffer> {
  const scores = new Float32Array(to - from);
  const shelf = new Shelf(vectors, table, block + 1, longestRecord(vectors));
  const starts = new Uint32Array(vectors.count + 1);
  for (let first = from; first < to; ) {
    const { past, places } = shelveBlock(shelf, block, vectors, pairs.a, first, to);
    const held = shelf.count;
    const recordOf = inTurn(vectors.records);
    const order = orderOf(pairs.b, first, past, starts);
    for (let i = 0; i < order.length; ) {
      const other = pairs.b[order[i]];
      shelf.clear(held);
      const inFocus = shelf.put(other, recordOf(other));
      for (; i < order.length && pairs.b[order[i]] === other; i++)
        scores[order[i] - from] = scoreWith(shelf.score, inFocus, places[order[i] - first]);
    }
    first = past;
  }
  return scores;
}

/** Shelves the articles a[first], a[first + 1] … until the block is full; returns the place of each, and where it ended. */
function shelveBlock(
  shelf: Shelf,
  block: number,
  { records }: FiledVectors,
  a: Uint32Array,
  first: number,
  to: number,
): { past: number; places: Uint32Array } {
  const recordOf = inTurn(records);
  const places = new Uint32Array(to - first);
  shelf.clear();
  let past = first;
  for (; past < to; past++) {
    const isNew = past === first || a[past] !== a[past - 1];
    if (isNew && shelf.count === block) break;
    places[past - first] = isNew ? shelf.put(a[past], recordOf(a[past])) : shelf.count - 1;
  }
  return { past, places };
}

/** The numbers first … past − 1 in the order of what b has there; `starts` is scratch, longer than any of that by 1. */
function orderOf(b: Uint32Array, first: number, past: number, starts: Uint32Array): Uint32Array {
  starts.fill(0);
  for (let at = first; at < past; at++) starts[b[at] + 1]++;
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const order = new Uint32Array(past - first);
  for (let at = first; at < past; at++) order[starts[b[at]]++] = at;
  return order;
}
