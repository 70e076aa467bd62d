import { type Article, corpusOf } from '../properties/corpora.ts';

export const BATCH_SIZE = 3;

/** Batch number `at`: articles that no other batch has; their paths begin with its number. */
export function batch(at: number): Article[] {
  return corpusOf(1000 + at, 2 * BATCH_SIZE)
    .filter(({ text }) => text.trim() !== '')
    .slice(0, BATCH_SIZE)
    .map((article, i) => ({ ...article, id: `${String(at).padStart(4, '0')}-${i}` }));
}
