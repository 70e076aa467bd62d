import { FUNCTION_WORD } from '../../kernel/lines/traits.ts';
import { CHARACTER, KIND, WORD } from '../../kernel/tokens.ts';
import { SENTENCE, UNSPACED } from './claims.ts';
import type { Facts } from './facts.ts';
import type { View } from './view.ts';

/** What a line without content words scores: about the mean of all lines. */
const UNKNOWN = 0.3;
const LEAST_LETTERS = 4;

/** Open addressing by content word: the sentence lines that have it. Scratch, cleared by its stamp. */
let slots = 1024;
let keys = new Uint32Array(slots);
let stamps = new Uint32Array(slots);
let lines = new Uint32Array(slots);
/** The line that was counted last, so that a word counts once a line. */
let seen = new Uint32Array(slots);
let stamp = 0;

/** Which words the sentences in view use, a repeated one counted once. O(tokens). */
export function countTopics(facts: Facts, view: View): void {
  makeRoom(facts.tokens.count);
  stamp++;
  for (let at = 0; at < view.count; at++) {
    const line = view.lines[at];
    // A teaser that a page shows twice must not vouch for itself.
    if ((facts.claims[line] & SENTENCE) === 0 || facts.repeated[line] & 2) continue;
    const to = facts.firstToken[line + 1];
    for (let token = facts.firstToken[line]; token < to; token++) {
      const key = contentKey(facts, line, token);
      if (key === 0) continue;
      const slot = slotOf(key);
      if (stamps[slot] !== stamp) {
        stamps[slot] = stamp;
        keys[slot] = key;
        lines[slot] = 1;
        seen[slot] = line + 1;
      } else if (seen[slot] !== line + 1) {
        lines[slot]++;
        seen[slot] = line + 1;
      }
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
  const to = facts.firstToken[line + 1];
  let words = 0;
  let known = 0;
  for (let at = facts.firstToken[line]; at < to; at++) {
    const key = contentKey(facts, line, at);
    if (key === 0) continue;
    words++;
    const slot = slotOf(key);
    if (stamps[slot] === stamp && lines[slot] >= wanted) known++;
  }
  return words === 0 ? UNKNOWN : known / words;
}

/** Key of the content word at a token, or of two adjacent signs in a script without spaces; 0 for none. */
function contentKey(facts: Facts, line: number, at: number): number {
  const { hash, flags, start, end } = facts.tokens;
  const kind = flags[at] & KIND;
  if (facts.claims[line] & UNSPACED) {
    if (kind !== CHARACTER || at + 1 === facts.firstToken[line + 1] || (flags[at + 1] & KIND) !== CHARACTER) return 0;
    return (Math.imul(hash[at], 31) + hash[at + 1]) >>> 0;
  }
  // Letters outside ASCII take two bytes or more, so this counts them generously.
  if (kind !== WORD || end[at] - start[at] < LEAST_LETTERS) return 0;
  return facts.entries[at] & FUNCTION_WORD ? 0 : hash[at];
}

function slotOf(key: number): number {
  let slot = (Math.imul(key, 0x85ebca6b) >>> 8) & (slots - 1);
  while (stamps[slot] === stamp && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
  return slot;
}

/** Room for so many different words at half load; large scratch is given back after an unusual text. */
function makeRoom(words: number): void {
  let wanted = 1024;
  while (wanted < 2 * words) wanted *= 2;
  if (wanted <= slots && slots <= Math.max(wanted, 1 << 18)) return;
  slots = wanted;
  keys = new Uint32Array(slots);
  stamps = new Uint32Array(slots);
  lines = new Uint32Array(slots);
  seen = new Uint32Array(slots);
  stamp = 0;
}
