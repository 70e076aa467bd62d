import { mix } from '../../kernel/hash.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { KIND, NUMBER, WORD } from '../../kernel/tokens.ts';
import { NO_STEM } from './stems.ts';

/** Tokens from a number to the word that says what it counts, at most. */
const REACH = 3;
/** So that "round 7" is no "7 rounds". */
const BEFORE = 0x9e37;
const HIGH = 0xffff0000;

/**
 * What numbers count: for "23 pirates" and for "magnitude 5.5" the nearest word behind, and before, with the number. One
 * value each: the word's hash in the high 16 bits, the number's in the low ones, so that sorted values lie word by word.
 * With repeats. The numbers stand at tokens `places`, in digits or words; `stemAt` is NO_STEM for
 * a word that tells nothing. O(numbers).
 */
export function amountsOf(
  { tokens }: TextTokens,
  places: ArrayLike<number>,
  numbers: ArrayLike<number>,
  stemAt: (i: number) => number,
): number[] {
  const { flags, count } = tokens;
  const amounts: number[] = [];
  const nearestStem = (i: number, step: 1 | -1): number => {
    for (let distance = 1, at = i + step; distance <= REACH && at >= 0 && at < count; distance++, at += step) {
      const kind = flags[at] & KIND;
      if (kind === NUMBER) break;
      const stem = kind === WORD ? stemAt(at) : NO_STEM;
      if (stem !== NO_STEM) return stem;
    }
    return NO_STEM;
  };
  const add = (word: number, number: number) => amounts.push(((mix(word) & HIGH) | (mix(number) & ~HIGH)) >>> 0);
  for (let k = 0; k < places.length; k++) {
    const behind = nearestStem(places[k], 1);
    const before = nearestStem(places[k], -1);
    if (behind !== NO_STEM) add(behind, numbers[k]);
    if (before !== NO_STEM) add(before ^ BEFORE, numbers[k]);
  }
  return amounts;
}
