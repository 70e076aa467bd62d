import { ANCHORS, INSIDE, NODE, nextNode } from '../../kernel/lines/book.ts';
import { clearHits, findWhole, follow, hits } from '../../kernel/lines/hits.ts';
import { bodyStart } from '../../kernel/lines/signs.ts';
import type { Facts } from './facts.ts';
import { phraseBook } from './phrasebook.ts';

/**
 * What the phrases of tokens[from, to) say, for a sentence inside a line: kinds that start it or are it, kinds in it. O(tokens up to
 * the line's last phrase).
 */
export function phrasesIn(facts: Facts, line: number, from: number, to: number): { readonly strong: number; readonly weak: number } {
  const { tokens, entries, pastPhrases } = facts;
  const book = phraseBook();
  clearHits();
  const body = bodyStart(tokens, from, to);
  // Behind the last phrase that may stand anywhere, only what starts the sentence counts.
  const past = Math.min(to, Math.max(body + 1, pastPhrases[line]));
  for (let at = from; at < past; at++) {
    const node = entries[at] & NODE;
    if (node !== 0) follow(book, node, tokens, at, to, at === body);
  }
  findWhole(book, facts, body, to);
  const strong = hits.whole | hits.start;
  return { strong, weak: hits.anywhere & ~strong };
}

/** Tokens of the longest phrase that a page puts between two sentences, at this token; 0 when there is none. */
export function interruptionAt({ tokens, entries }: Facts, at: number, to: number): number {
  const book = phraseBook();
  let node = entries[at] & NODE;
  let longest = 0;
  for (let next = at + 1; node !== 0; next++) {
    if (book.kinds[ANCHORS * node + INSIDE] !== 0) longest = next - at;
    if (next >= to) break;
    node = nextNode(book, node, tokens, next);
  }
  return longest;
}
