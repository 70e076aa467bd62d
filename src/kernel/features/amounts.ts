import { mix } from '../hash.ts';
import { KIND, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { NO_STEM, REACH } from './bounds.ts';
import type { Words } from './stems.ts';

/** So that "round 7" is no "7 rounds". */
const BEFORE = 0x9e37;
const HIGH = 0xffff0000;

/**
 * Adds what the number at token i counts: for "23 pirates" and for "magnitude 5.5" the nearest word behind, and before, with
 * the number. One value each: the word's hash in the high 16 bits, the number's in the low ones, so that sorted values lie
 * word by word.
 */
export function addAmounts(tokens: Tokens, words: Words, i: number, number: number, out: number[]): void {
  const behind = nearestStem(tokens, words, i, 1);
  const before = nearestStem(tokens, words, i, -1);
  if (behind !== NO_STEM) out.push(amount(behind, number));
  if (before !== NO_STEM) out.push(amount(before ^ BEFORE, number));
}

/** The stem of the nearest word that tells something; no number may stand between. */
function nearestStem({ flags, count }: Tokens, { stems }: Words, i: number, step: 1 | -1): number {
  for (let distance = 1, at = i + step; distance <= REACH && at >= 0 && at < count; distance++, at += step) {
    const kind = flags[at] & KIND;
    if (kind === NUMBER) break;
    if (kind === WORD && stems[at] !== NO_STEM) return stems[at];
  }
  return NO_STEM;
}

function amount(word: number, number: number): number {
  return ((mix(word) & HIGH) | (mix(number) & ~HIGH)) >>> 0;
}
