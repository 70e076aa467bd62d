import { CAPITAL, KIND, SIGN, type Tokens } from '../../kernel/tokens.ts';
import { entryOf, keyAt, NODE, nextNode, type PhraseBook, phraseBook } from './phrasebook.ts';
import { bitOf } from './phrases.ts';
import { bodyStart } from './signs.ts';

/** A line of more tokens is no whole phrase. */
const MOST_WHOLE_TOKENS = 40;

/** Phrases of the line in hand, kinds as bits. Module state: a new object a line would cost more than the search. */
export const hits = {
  whole: 0,
  start: 0,
  anywhere: 0,
  /** Words that a page puts between two sentences. */
  inside: false,
  /** Token of the last photo credit, and of the first phrase about the outlet; −1 for none. */
  credit: -1,
  outlet: -1,
};

const CREDIT = bitOf('photo credit');
const OUTLET = bitOf('about the outlet');

export function clearHits(): void {
  hits.whole = 0;
  hits.start = 0;
  hits.anywhere = 0;
  hits.inside = false;
  hits.credit = -1;
  hits.outlet = -1;
}

/** Notes the phrases that begin with the token at `at`. O(length of the longest phrase). */
export function follow(table: PhraseBook, node: number, tokens: Tokens, at: number, to: number, atStart: boolean): void {
  for (let next = at + 1; ; next++) {
    const kinds = table.anywhere[node];
    if (kinds !== 0) {
      hits.anywhere |= kinds;
      if (kinds & CREDIT) hits.credit = at;
      if (kinds & OUTLET && hits.outlet < 0) hits.outlet = at;
    }
    if (atStart) hits.start |= table.start[node];
    if (table.inside[node] !== 0 && tokens.flags[at] & CAPITAL) hits.inside = true;
    if (next >= to) return;
    node = nextNode(table, node, tokens, next);
    if (node === 0) return;
  }
}

/** Notes the phrases that are the tokens from `body` to the line's end, or to its last word. */
export function findWhole(table: PhraseBook, tokens: Tokens, body: number, to: number): void {
  if (body >= to || to - body > MOST_WHOLE_TOKENS) return;
  let last = to;
  while (last > body + 1 && (tokens.flags[last - 1] & KIND) === SIGN && tokens.hash[last - 1] !== 0x29) last--;
  let node = entryOf(table, keyAt(tokens, body)) & NODE;
  for (let at = body + 1; node !== 0; at++) {
    if (at === to || at === last) hits.whole |= table.whole[node];
    if (at >= to) return;
    node = nextNode(table, node, tokens, at);
  }
}

/** What the phrases of tokens[from, to) say, for a sentence inside a line: kinds that start it or are it, kinds in it. */
export function phrasesIn(tokens: Tokens, from: number, to: number): { readonly strong: number; readonly weak: number } {
  const table = phraseBook();
  clearHits();
  const body = bodyStart(tokens, from, to);
  for (let at = from; at < to; at++) {
    const node = entryOf(table, keyAt(tokens, at)) & NODE;
    if (node !== 0) follow(table, node, tokens, at, to, at === body);
  }
  findWhole(table, tokens, body, to);
  const strong = hits.whole | hits.start;
  return { strong, weak: hits.anywhere & ~strong };
}

/** Tokens of the longest phrase that a page puts between two sentences, at this token; 0 when there is none. */
export function interruptionAt(tokens: Tokens, at: number, to: number): number {
  const table = phraseBook();
  let node = entryOf(table, keyAt(tokens, at)) & NODE;
  let longest = 0;
  for (let next = at + 1; node !== 0; next++) {
    if (table.inside[node] !== 0) longest = next - at;
    if (next >= to) break;
    node = nextNode(table, node, tokens, next);
  }
  return longest;
}
