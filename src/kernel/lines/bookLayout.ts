/**
 * How the tables of a phrase book are laid out; see book.ts. Numbers only: the WASM twin reads this file too.
 *
 *     first   8,192 slots by token: its key | FOLLOWED, its traits (upper 16 bits), the node of the phrases it begins (lower 16); 0: free
 *     steps  16,384 slots by node and token: the token's key | the node (upper 16), the node one token further (lower 16)
 *     kinds   per node: bits of the kinds of the phrases that end here, by anchor
 */

export const FIRST_SLOTS = 8192;
export const STEP_SLOTS = 16384;
/** Low 16 bits of an entry or a step: a node; 0 for none. */
export const NODE = 0xffff;
/** Top bit of an entry: its node ends a phrase, or any word may come next, so that it is worth following wherever it stands. */
export const FOLLOWED = 0x80000000;

/** Anchors: columns of `kinds`. */
export const WHOLE = 0;
export const START = 1;
export const ANYWHERE = 2;
export const INSIDE = 3;
export const ANCHORS = 4;

/** Stands for any number. Words are hashes and signs are code points below 2^21, so a clash is one in 2^32. */
export const ANY_NUMBER = 0xfffffff1;
/** Stands for any one word. */
export const ANY_WORD = 0xfffffff2;
