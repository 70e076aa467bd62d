import { CAPITAL, KIND, SIGN, type Tokens } from '../tokens.ts';
import { ANCHORS, ANYWHERE, INSIDE, NODE, nextNode, type PhraseBook, START, WHOLE } from './book.ts';
import type { Facts } from './facts.ts';

/** A line of more tokens is no whole phrase. */
const MOST_WHOLE_TOKENS = 40;

/** Phrases of the line in hand, kinds as bits. Module state: a new object a line would cost more than the search. */
export const hits = {
  whole: 0,
  start: 0,
  anywhere: 0,
  /** Words that a page puts between two sentences. */
  inside: false,
  /** Past the last token that begins a phrase which may stand anywhere; 0 for none. */
  past: 0,
  /** Token of the last photo credit, and of the first phrase about the outlet; −1 for none. */
  credit: -1,
  outlet: -1,
};

export function clearHits(): void {
  hits.whole = 0;
  hits.start = 0;
  hits.anywhere = 0;
  hits.inside = false;
  hits.past = 0;
  hits.credit = -1;
  hits.outlet = -1;
}

/** Notes the phrases that begin with the token at `at`. O(length of the longest phrase). */
export function follow(book: PhraseBook, node: number, tokens: Tokens, at: number, to: number, atStart: boolean): void {
  for (let next = at + 1; ; next++) {
    const row = ANCHORS * node;
    const kinds = book.kinds[row + ANYWHERE];
    if (kinds !== 0) {
      hits.anywhere |= kinds;
      hits.past = at + 1;
      if (kinds & book.credit) hits.credit = at;
      if (kinds & book.outlet && hits.outlet < 0) hits.outlet = at;
    }
    if (atStart) hits.start |= book.kinds[row + START];
    if (book.kinds[row + INSIDE] !== 0 && tokens.flags[at] & CAPITAL) hits.inside = true;
    if (next >= to) return;
    node = nextNode(book, node, tokens, next);
    if (node === 0) return;
  }
}

/** Notes the phrases that are the tokens from `body` to the line's end, or to its last word. */
export function findWhole(book: PhraseBook, { tokens, entries }: Pick<Facts, 'tokens' | 'entries'>, body: number, to: number): void {
  if (body >= to || to - body > MOST_WHOLE_TOKENS) return;
  let last = to;
  while (last > body + 1 && (tokens.flags[last - 1] & KIND) === SIGN && tokens.hash[last - 1] !== 0x29) last--;
  let node = entries[body] & NODE;
  for (let at = body + 1; node !== 0; at++) {
    if (at === to || at === last) hits.whole |= book.kinds[ANCHORS * node + WHOLE];
    if (at >= to) return;
    node = nextNode(book, node, tokens, at);
  }
}
