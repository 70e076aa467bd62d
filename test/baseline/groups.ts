/** Groups and baselines in few letters: `copy('a b')` is a found group of the contents a and b. */
import { createHash } from 'node:crypto';
import type { BaselineEntry, BaselineRelation, FoundGroup } from '../../src/baseline/index.ts';

export const TODAY = { today: '2026-11-22' };

export function contentOf(letter: string): string {
  return createHash('sha256').update(letter).digest('hex');
}

/** `a b:new.txt ?` → the content a at a.txt, b at new.txt, and one without a hash. */
function group(relation: BaselineRelation, words: string): FoundGroup {
  const articles = words.split(' ').map((word) => {
    const [letter, path = `${letter}.txt`] = word.split(':');
    return { sha256: letter === '?' ? null : contentOf(letter), path };
  });
  return { relation, articles };
}
export const copy = (words: string) => group('copy', words);
export const event = (words: string) => group('event', words);

export function entry({ relation, articles }: FoundGroup, more: Partial<BaselineEntry> = {}): BaselineEntry {
  const named = articles.flatMap(({ sha256, path }) => (sha256 === null ? [] : [{ sha256, path }]));
  return { relation, articles: named, reason: null, expires: null, ...more };
}

/** `copy a.txt b.txt`, with what was written by hand. */
export function shown({ relation, articles, reason, expires }: BaselineEntry): string {
  return [relation, ...articles.map(({ path }) => path), reason, expires].filter((part) => part !== null).join(' ');
}
