import type { Row } from '../engines/index.ts';
import type { Options } from '../options.ts';
import { BRIEF, SAMPLED_BELOW } from '../stages/pair/index.ts';
import type { Lookup, Past } from './archive.ts';

/**
 * A sample may hold so many standard errors less than expected: of pairs at the very bound, 1 in some thousands is missed. A
 * run asks for less of its sample, since it has bands as well.
 */
const STANDARD_ERRORS = 3;
const SAMPLED = SAMPLED_BELOW / 2 ** 32;

/**
 * Archived articles that may be copies of one of these: as the least overlap of two copies asks, by the shingles they share.
 * A short text, on either side, is looked up with all of its shingles, so that none is missed; two long ones by the eighth
 * of their shingles that all articles sample. Pairs of a position in `rows` and an archived id.
 */
export function copiesNear(rows: readonly Row[], past: Past, options: Options): [at: number, id: number][] {
  const { shingleCounts } = past.archive;
  const found: [number, number][] = [];
  const leastShared = (a: number, b: number) =>
    Math.min(options.containment * Math.min(a, b), (options.similarity / (1 + options.similarity)) * (a + b));
  const consider = (name: Lookup, keysOf: (row: Row) => Uint32Array, isSampled: (row: Row) => boolean) => {
    eachHit(rows, keysOf, name, past, (at, id, hits) => {
      const least = leastShared(rows[at].shingles.length, shingleCounts[id]);
      const expected = isSampled(rows[at]) ? least * SAMPLED : least;
      if (hits >= (isSampled(rows[at]) ? expected - STANDARD_ERRORS * Math.sqrt(expected) : expected - 1e-9)) found.push([at, id]);
    });
  };
  consider(
    'briefs',
    (row) => row.shingles,
    () => false,
  );
  consider(
    'shingles',
    (row) => (isBrief(row) ? row.shingles : sampleOf(row.shingles)),
    (row) => !isBrief(row),
  );
  return found;
}

function isBrief({ shingles }: Row): boolean {
  return shingles.length < BRIEF;
}

/** Shingles are sorted, so the sampled ones come first. */
function sampleOf(shingles: Uint32Array): Uint32Array {
  let end = 0;
  while (end < shingles.length && shingles[end] < SAMPLED_BELOW) end++;
  return shingles.subarray(0, end);
}

/** Calls back for every row and archived article with how many of the row's keys lead to it. */
function eachHit(
  rows: readonly Row[],
  keysOf: (row: Row) => Uint32Array,
  name: Lookup,
  { archive, without }: Past,
  see: (at: number, id: number, hits: number) => void,
): void {
  const { keys, starts, owners } = invert(rows.map(keysOf));
  const pairs = new Doubles();
  archive.lookUp(name, keys, (at, { ids, length }) => {
    for (let owner = starts[at]; owner < starts[at + 1]; owner++) {
      for (let i = 0; i < length; i++) pairs.push(owners[owner] * archive.nextId + ids[i]);
    }
  });
  const sorted = pairs.sorted();
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    const at = Math.floor(sorted[from] / archive.nextId);
    const id = sorted[from] - at * archive.nextId;
    if (!without.has(id)) see(at, id, to - from);
    from = to;
  }
}

/** The values of all lists, rising, each once, with the lists that each is in: owners[starts[i]] … */
export function invert(lists: readonly Uint32Array[]): { keys: Uint32Array; starts: Uint32Array; owners: Uint32Array } {
  const pairs = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const [owner, list] of lists.entries()) for (const value of list) pairs[at++] = value * lists.length + owner;
  pairs.sort();
  const keys = new Uint32Array(pairs.length);
  const starts = new Uint32Array(pairs.length + 1);
  const owners = new Uint32Array(pairs.length);
  let count = 0;
  for (let i = 0; i < pairs.length; i++) {
    const key = Math.floor(pairs[i] / lists.length);
    owners[i] = pairs[i] - key * lists.length;
    if (i > 0 && key === keys[count - 1]) continue;
    starts[count] = i;
    keys[count++] = key;
  }
  starts[count] = pairs.length;
  return { keys: keys.slice(0, count), starts: starts.slice(0, count + 1), owners };
}

/** A list of doubles that grows. */
class Doubles {
  private values = new Float64Array(1 << 16);
  private length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  sorted(): Float64Array {
    return this.values.subarray(0, this.length).sort();
  }
}
