import { FUNCTION_WORD } from '../../kernel/lines/traits.ts';
import { CHARACTER, KIND, WORD } from '../../kernel/tokens.ts';
import { SENTENCE, UNSPACED } from './claims.ts';
import type { Facts } from './facts.ts';
import type { View } from './view.ts';

/** What a line without content words scores: about the mean of all lines. */
const UNKNOWN = 0.3;
const LEAST_LETTERS = 4;

/**
 * Open addressing by content word. A slot is four values, so that a look-up costs one line of the cache: the word's key, the
 * stamp of the count it is of, how many sentence lines have it, and the last of these + 1, so that it counts once a line. Scratch.
 */
let slots = 1024;
let table = new Uint32Array(4 * slots);
const STAMP = 1;
const LINES = 2;
const LAST = 3;
let stamp = 0;

/** Content words of the line in hand. Scratch. */
let content = new Uint32Array(256);

/** Which words the sentences in view use, a repeated one counted once. O(tokens). */
export function countTopics(facts: Facts, view: View): void {
  makeRoom(facts.tokens.count);
  stamp++;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    // A teaser that a page shows twice must not vouch for itself.
    if ((facts.claims[line] & SENTENCE) === 0 || facts.repeated[line] & 2) continue;
    const words = findContent(facts, line);
    for (let i = 0; i < words; i++) {
      const slot = slotOf(content[i]);
      if (table[slot + STAMP] !== stamp) {
        table[slot] = content[i];
        table[slot + STAMP] = stamp;
        table[slot + LINES] = 1;
      } else if (table[slot + LAST] !== line + 1) table[slot + LINES]++;
      table[slot + LAST] = line + 1;
    }
  }
}

/** Share of a line's content words that the sentences (the others, when it is one) use too; 0–1. Needs countTopics. */
export function topicOverlap(facts: Facts, line: number): number {
  return wordsShared(facts, line, facts.claims[line] & SENTENCE ? 2 : 1);
}

/** The same for a line that is none of those that countTopics saw. */
export function topicOverlapUnseen(facts: Facts, line: number): number {
  return wordsShared(facts, line, 1);
}

/** Share of a line's content words that `wanted` sentences or more use. */
function wordsShared(facts: Facts, line: number, wanted: number): number {
  const words = findContent(facts, line);
  let known = 0;
  for (let i = 0; i < words; i++) {
    const slot = slotOf(content[i]);
    if (table[slot + STAMP] === stamp && table[slot + LINES] >= wanted) known++;
  }
  return words === 0 ? UNKNOWN : known / words;
}

/** Finds the content words of a line, or each two adjacent signs in a script without spaces; returns how many. O(tokens of the line). */
function findContent({ tokens, entries, claims, firstToken }: Facts, line: number): number {
  const { hash, flags, start, end } = tokens;
  const from = firstToken[line];
  const to = firstToken[line + 1];
  if (content.length < to - from) content = new Uint32Array(2 * (to - from));
  let count = 0;
  if (claims[line] & UNSPACED) {
    for (let at = from; at + 1 < to; at++) {
      if ((flags[at] & KIND) !== CHARACTER || (flags[at + 1] & KIND) !== CHARACTER) continue;
      content[count++] = Math.imul(hash[at], 31) + hash[at + 1];
    }
    return count;
  }
  for (let at = from; at < to; at++) {
    // Letters outside ASCII take two bytes or more, so this counts them generously.
    const isContent = (flags[at] & KIND) === WORD && end[at] - start[at] >= LEAST_LETTERS && (entries[at] & FUNCTION_WORD) === 0;
    if (isContent) content[count++] = hash[at];
  }
  return count;
}

/** First value of the slot that a word has, or would have. */
function slotOf(key: number): number {
  const mask = 4 * slots - 1;
  let slot = 4 * ((Math.imul(key, 0x85ebca6b) >>> 8) & (slots - 1));
  while (table[slot + STAMP] === stamp && table[slot] !== key) slot = (slot + 4) & mask;
  return slot;
}

/** Room for so many different words at half load; large scratch is given back after an unusual text. */
function makeRoom(words: number): void {
  let wanted = 1024;
  while (wanted < 2 * words) wanted *= 2;
  if (wanted <= slots && slots <= Math.max(wanted, 1 << 18)) return;
  slots = wanted;
  table = new Uint32Array(4 * slots);
  stamp = 0;
}
