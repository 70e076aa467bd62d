import { CAPITAL, KIND, WORD } from '../../kernel/tokens.ts';
import type { Facts } from './facts.ts';
import { bitOf } from './phrases.ts';
import { allKinds, isSentence, isTerminal } from './place.ts';
import { KEPT, verdictOf, verdictOfKind } from './verdicts.ts';

const BYL = bitOf('by-line');
const CREDIT = bitOf('reporter credit');
const BIO = verdictOf('about the author');
/** A by-line stands in so many of the first lines, and has so many words. */
const MOST_LINES_ABOVE = 60;
const MOST_BYLINE_WORDS = 8;
/** What is said of the author has so many words. */
const MOST_BIO_WORDS = 60;

/**
 * Strips what the last lines say of the author: "Jon Falk covers the harbour for the Post.", where "By Jon Falk" stands above. Asks for
 * the very first and last name, at the start of a sentence below all others. O(lines), and only where there is a by-line.
 */
export function stripBios(facts: Facts, verdicts: Uint8Array): void {
  const byline = findByline(facts);
  if (byline < 0) return;
  const named = facts.firstToken[byline] + 1;
  let last = facts.count - 1;
  for (; last > byline; last--) {
    if (verdicts[last] !== KEPT) continue;
    if (isBio(facts, last, named)) verdicts[last] = BIO;
    else if (allKinds(facts, last) & CREDIT && facts.words[last] <= MOST_BIO_WORDS) verdicts[last] = verdictOfKind(CREDIT);
    else return;
  }
}

/** "By Jon Falk", "Von Jon Falk und Maren Holt": the first line of its kind, −1 for none. */
function findByline(facts: Facts): number {
  for (let line = 0; line < Math.min(facts.count, MOST_LINES_ABOVE); line++) {
    if ((facts.starts[line] & BYL) === 0 || facts.words[line] < 3 || facts.words[line] > MOST_BYLINE_WORDS || isTerminal(facts, line))
      continue;
    const at = facts.firstToken[line] + 1;
    if (isName(facts, at) && isName(facts, at + 1)) return line;
  }
  return -1;
}

/** Two names, and then a verb: no capital. */
function isBio(facts: Facts, line: number, named: number): boolean {
  if (!isSentence(facts, line) || facts.words[line] > MOST_BIO_WORDS) return false;
  const { hash, flags } = facts.tokens;
  const at = facts.firstToken[line];
  const same = hash[at] === hash[named] && hash[at + 1] === hash[named + 1];
  return same && (flags[at + 2] & KIND) === WORD && (flags[at + 2] & CAPITAL) === 0;
}

function isName({ tokens }: Facts, at: number): boolean {
  return (tokens.flags[at] & KIND) === WORD && (tokens.flags[at] & CAPITAL) !== 0;
}
