import { ENDS_COLON, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import type { View } from './view.ts';

/** Numbers aside. */
const LEAST_WORDS = 6;

/**
 * Whether a line of the view is the headline of another article, in capitals between lines that are not: "COUNCIL SPLIT OVER
 * FERRY RAMP FOR A THIRD TIME". O(bytes of three lines).
 */
export function isCapitalHeadline(facts: Facts, { lines, count }: View, at: number): boolean {
  const line = lines[at];
  if (facts.words[line] - facts.numbers[line] < LEAST_WORDS || facts.claims[line] & (TERMINAL | ENDS_COLON)) return false;
  if (!isInCapitals(facts, line)) return false;
  return !(at > 0 && isInCapitals(facts, lines[at - 1])) && !(at + 1 < count && isInCapitals(facts, lines[at + 1]));
}

/** A capital or a digit begins each word, and no letter is a small Latin one. */
function isInCapitals({ bytes, start, end, capitalShare, numbers, words }: Facts, line: number): boolean {
  if (Math.round(capitalShare[line] * words[line]) + numbers[line] < words[line]) return false;
  for (let at = start[line]; at < end[line]; at++) if (bytes[at] >= 0x61 && bytes[at] <= 0x7a) return false;
  return true;
}
