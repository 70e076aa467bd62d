import type { Background } from '../../background/index.ts';
import type { Vectors } from './vectors.ts';

/** Articles of a group that are looked at; of more, so many evenly. */
const SAMPLE = 16;
/** Words of its own that each side is judged by: one alone may be a coincidence. */
const MARKERS = 3;
/** Share of news at large, not of this corpus, from which a word is too common to mark an event. */
const COMMON = 0.05;

/**
 * How much two groups of articles have words of their own: for each group the three words that most of its articles and
 * fewest of the other's have, by the mean difference of these shares; the lesser of the two means. 0–1. Near 1, every
 * article of one names what no article of the other does, and the other way round: another defendant, another opponent,
 * another amount, however alike the rest is. Two halves of one event come to .2–.5; single articles to less than a
 * group could, since a share of one or two articles says little. O(words of 2 · SAMPLE articles).
 */
export type Contrast = (xs: readonly number[], ys: readonly number[]) => number;

export function makeContrast(
  { stems }: { readonly stems: Pick<Vectors['stems'], 'starts' | 'ids' | 'hashes'> },
  background: Background,
): Contrast {
  const most = COMMON * background.documents;
  const inX = new Uint8Array(stems.hashes.length);
  const inY = new Uint8Array(stems.hashes.length);
  return (xs, ys) => {
    const [some, others] = [evenly(xs), evenly(ys)];
    count(some, inX, 1);
    count(others, inY, 1);
    const contrast = Math.min(markedness(some, inX, others.length, inY), markedness(others, inY, some.length, inX));
    count(some, inX, 0);
    count(others, inY, 0);
    return contrast;
  };

  /** Per stem the articles that have it, or 0 again. */
  function count(articles: readonly number[], counts: Uint8Array, step: 0 | 1): void {
    for (const article of articles) {
      for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) {
        const id = stems.ids[at];
        counts[id] = step === 0 ? 0 : counts[id] + 1;
      }
    }
  }

  /** Mean of the greatest differences between a stem's share of these articles and its share of the others. */
  function markedness(articles: readonly number[], own: Uint8Array, others: number, foreign: Uint8Array): number {
    const greatest = new Array<number>(MARKERS).fill(0);
    const seen = new Set<number>();
    for (const article of articles) {
      for (let at = stems.starts[article]; at < stems.starts[article + 1]; at++) {
        const id = stems.ids[at];
        // Shares of few articles are taken for less than they seem: 3 of 3 against none of 3 is a difference of .79.
        const difference = own[id] / (articles.length + 0.5) - (foreign[id] + 0.25) / (others + 0.5);
        if (difference <= greatest[MARKERS - 1] || seen.has(id) || background.documentsWith(stems.hashes[id]) > most) continue;
        seen.add(id);
        insert(greatest, difference);
      }
    }
    return greatest.reduce((sum, value) => sum + value, 0) / MARKERS;
  }
}

/** Puts a value into a list that falls, in place of the least. */
function insert(falling: number[], value: number): void {
  let slot = falling.length - 1;
  for (; slot > 0 && falling[slot - 1] < value; slot--) falling[slot] = falling[slot - 1];
  falling[slot] = value;
}

/** A sample of a group: itself, when it is small. */
export function evenly(articles: readonly number[]): readonly number[] {
  if (articles.length <= SAMPLE) return articles;
  return Array.from({ length: SAMPLE }, (_, i) => articles[Math.floor((i * articles.length) / SAMPLE)]);
}
