/** A small table that tells most words from a list of a few hundred, before the list is asked. */
export type Glance = Uint8Array;

/** Of 8 KB, so that it stays in the nearest cache. */
const BITS = 13;

/** For the words with these hashes. */
export function makeGlance(words: Iterable<number>): Glance {
  const seen = new Uint8Array(1 << BITS);
  for (const word of words) seen[word >>> (32 - BITS)] = 1;
  return seen;
}

/** Whether the word may be one of the list; one in hundreds may be that is none. */
export function mayHold(seen: Glance, word: number): boolean {
  return seen[word >>> (32 - BITS)] !== 0;
}
