import { KIND, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { ANY_NUMBER, ANY_WORD, FIRST_SLOTS, NODE, STEP_SLOTS } from './bookLayout.ts';

export * from './bookLayout.ts';

/** Words with their traits, and phrases as a tree over tokens; strip compiles it. See bookLayout.ts for the tables. */
export interface PhraseBook {
  readonly first: Uint32Array;
  readonly steps: Uint32Array;
  readonly kinds: Uint32Array;
  /** Bits of the kinds that the lines themselves ask about. */
  readonly navigation: number;
  /** Kinds of which a phrase may be a button. */
  readonly buttons: number;
  readonly credit: number;
  readonly outlet: number;
}

/** The key a token has in the book: numbers are all one. */
export function keyAt(tokens: Tokens, at: number): number {
  return (tokens.flags[at] & KIND) === NUMBER ? ANY_NUMBER : tokens.hash[at];
}

/** What the book knows of a token: its traits and the node of phrases it begins; 0 for nothing. */
export function entryOf(book: PhraseBook, key: number): number {
  return book.first[firstSlot(book.first, key) + 1];
}

/** The node that the phrase at `node` reaches with the token at `at`; 0 when no phrase goes on so. */
export function nextNode(book: PhraseBook, node: number, tokens: Tokens, at: number): number {
  const exact = stepFrom(book, node, keyAt(tokens, at));
  if (exact !== 0 || (tokens.flags[at] & KIND) !== WORD) return exact;
  return stepFrom(book, node, ANY_WORD);
}

/** The node after `node` by a key; 0 for none. */
export function stepFrom(book: PhraseBook, node: number, key: number): number {
  return book.steps[stepSlot(book.steps, node, key) + 1] & NODE;
}

/** Place of a token's slot in `first`, or of the free one where it would be. */
export function firstSlot(first: Uint32Array, key: number): number {
  let slot = slotOf(key, FIRST_SLOTS);
  while (first[2 * slot + 1] !== 0 && first[2 * slot] !== key) slot = (slot + 1) & (FIRST_SLOTS - 1);
  return 2 * slot;
}

/** The same in `steps`. */
export function stepSlot(steps: Uint32Array, node: number, key: number): number {
  let slot = slotOf(key + Math.imul(node, 0x9e3779b1), STEP_SLOTS);
  while (steps[2 * slot + 1] !== 0 && !(steps[2 * slot] === key && steps[2 * slot + 1] >>> 16 === node)) {
    slot = (slot + 1) & (STEP_SLOTS - 1);
  }
  return 2 * slot;
}

function slotOf(key: number, slots: number): number {
  return (Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> 13) & (slots - 1);
}
