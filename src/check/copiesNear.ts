import { Growing } from '../columns/grow.ts';
import { raggedOf } from '../columns/ragged.ts';
import { sorted } from '../columns/sorted.ts';
import type { Options } from '../options.ts';
import { BRIEF, SAMPLED_BELOW } from '../stages/pair/index.ts';
import type { Archive, Lookup, Past } from './archive.ts';

const SAMPLED = SAMPLED_BELOW / 2 ** 32;

/** What two copies have in common at least, and how many of them may be missed. */
export type LeastOverlap = Pick<Options, 'containment' | 'similarity' | 'recall'>;
/** What the look-up asks of the past. */
export type PastShingles = Pick<Past, 'without'> & { readonly archive: Pick<Archive, 'lookUp' | 'nextId' | 'shingleCounts'> };
/** A position among the articles looked up, and an archived id. */
export type CopyHit = readonly [at: number, id: number];

/**
 * Archived articles that may be copies of one of these, of which the sorted shingles are given: as the least overlap of two
 * copies asks, by the shingles they share. A short text, on either side, is looked up with as many of its shingles as it takes
 * that none is missed; two long ones by the eighth of their shingles that all articles sample.
 */
export function copiesNear(articles: readonly Uint32Array[], past: PastShingles, bounds: LeastOverlap): CopyHit[] {
  const { containment, similarity, recall } = bounds;
  const leastShared = (a: number, b: number) => Math.min(containment * Math.min(a, b), (similarity / (1 + similarity)) * (a + b)) - 1e-9;
  const leastSampled = leastInSample((1 - recall) / 4); // of the pairs that a run may miss at the bound
  const lengths = Uint32Array.from(articles, ({ length }) => length);
  /** Shingles that a short text need not be looked up with: who shares as many as a copy has to, shares two of the others. */
  const spared = lengths.map((length) => (length < BRIEF ? Math.max(0, Math.ceil(leastShared(length, BRIEF)) - 2) : 0));
  return [
    ...eachHit(articles, 'briefs', past, (at, length) => Math.ceil(leastShared(lengths[at], length))),
    ...eachHit(
      articles.map((shingles, at) => (lengths[at] < BRIEF ? shingles.subarray(0, lengths[at] - spared[at]) : sampleOf(shingles))),
      'shingles',
      past,
      (at, length) => {
        const least = Math.ceil(leastShared(lengths[at], length));
        return lengths[at] < BRIEF ? least - spared[at] : leastSampled(least);
      },
    ),
  ];
}

/**
 * For two long texts: of so many shared shingles, how many are in the sample at least; fewer are so only by the chance `missed`: the greatest k
 * with P(X < k) ≤ missed, for X binomial with the sample's share.
 */
function leastInSample(missed: number): (shared: number) => number {
  const known: number[] = [];
  return (shared) => (shared > MANY ? normalTail(shared) : (known[Math.max(0, shared)] ??= exactTail(shared, missed)));
}

/** From so many on the binomial distribution is as good as normal, and its powers become too small to count with. */
const MANY = 1000;
const STANDARD_ERRORS = 3;

function normalTail(shared: number): number {
  return Math.floor(shared * SAMPLED - STANDARD_ERRORS * Math.sqrt(shared * SAMPLED));
}

function exactTail(shared: number, missed: number): number {
  let chance = (1 - SAMPLED) ** shared;
  let below = chance;
  let k = 0;
  while (below <= missed && k < shared) {
    k++;
    chance *= ((shared - k + 1) / k) * (SAMPLED / (1 - SAMPLED));
    below += chance;
  }
  return k;
}

/** Shingles are sorted, so the sampled ones come first. */
function sampleOf(shingles: Uint32Array): Uint32Array {
  let end = 0;
  while (end < shingles.length && shingles[end] < SAMPLED_BELOW) end++;
  return shingles.subarray(0, end);
}

/**
 * Every list and archived article such that as many of the list's keys lead to it as `leastOf` asks for an article of that
 * length; now and then one that has a key fewer. Nearly all meet by one key only, and an archive of a million has tens of
 * millions of these: a pair of which two are asked is remembered from its second key on, of the first one only a bit.
 */
function eachHit(
  lists: readonly Uint32Array[],
  name: Lookup,
  { archive, without }: PastShingles,
  leastOf: (at: number, length: number) => number,
): CopyHit[] {
  const { keys, starts, owners } = invert(lists);
  const { nextId, shingleCounts } = archive;
  const askedTwo = Uint32Array.from(lists, (_, at) => leastAskedTwo(at, leastOf));
  const pairs = new Growing(new Float64Array(1 << 16));
  const seen = new Seen();
  archive.lookUp(name, keys, (key, { ids, length }) => {
    for (let place = starts[key]; place < starts[key + 1]; place++) {
      const at = owners[place];
      for (let i = 0; i < length; i++) {
        const id = ids[i];
        if (shingleCounts[id] < askedTwo[at] || seen.hasOrAdd(at, id)) pairs.push(at * nextId + id);
      }
    }
  });
  const sorted = pairs.values().sort();
  const found: CopyHit[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    const at = Math.floor(sorted[from] / nextId);
    const id = sorted[from] - at * nextId;
    const unremembered = 1;
    if (to - from + unremembered >= leastOf(at, shingleCounts[id]) && !without.has(id)) found.push([at, id]);
    from = to;
  }
  return found;
}

/** The least length of an article from which on two keys are asked of it and the list; it grows with the length. */
function leastAskedTwo(at: number, leastOf: (at: number, length: number) => number): number {
  let below = 0;
  let from = LONGEST;
  while (from - below > 1) {
    const middle = (below + from) >>> 1;
    if (leastOf(at, middle) < 2) below = middle;
    else from = middle;
  }
  return from;
}

/** No article has so many shingles. */
const LONGEST = 2 ** 29;

const SEEN_BITS = 2 ** 27;

/** Which pairs were met, but for one in twenty that is taken for met where ten million were: 16 MB. */
class Seen {
  private readonly words = new Uint32Array(SEEN_BITS / 32);

  hasOrAdd(at: number, id: number): boolean {
    const bit = Math.imul(Math.imul(at, 0x9e3779b1) ^ id, 0x85ebca6b) >>> 5;
    const mask = 1 << (bit & 31);
    const word = this.words[bit >>> 5];
    if ((word & mask) !== 0) return true;
    this.words[bit >>> 5] = word | mask;
    return false;
  }
}

/**
 * The values of all lists, rising, each once, with the lists that each is in, rising: owners[starts[i]] … Value and owner are sorted
 * side by side: as doubles that hold both, values above 2³¹ made V8 compile what reads them time and again.
 */
export function invert(lists: readonly Uint32Array[]): { keys: Uint32Array; starts: Uint32Array; owners: Uint32Array } {
  const { starts: bounds, values } = raggedOf(lists);
  const ownerOf = new Uint32Array(values.length);
  for (let owner = 0; owner < lists.length; owner++) ownerOf.fill(owner, bounds[owner], bounds[owner + 1]);
  const { keys: all, values: owners } = sorted(values, ownerOf);
  const keys = new Uint32Array(all.length);
  const starts = new Uint32Array(all.length + 1);
  let count = 0;
  for (let i = 0; i < all.length; i++) {
    if (i > 0 && all[i] === all[i - 1]) continue;
    starts[count] = i;
    keys[count++] = all[i];
  }
  starts[count] = all.length;
  return { keys: keys.slice(0, count), starts: starts.slice(0, count + 1), owners };
}
