import { QUOTE } from '../../kernel/lines/signs.ts';
import { TRAILS_OFF } from './claims.ts';
import type { Facts } from './facts.ts';
import { isPlainSentence } from './place.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const EXCERPT = verdictOf('texts that break off');

/** A shorter line that ends in dots may be speech. */
const LEAST_WORDS = 15;
/** So many, one near the next, are a list of other articles. */
const LIST = 3;
/** Between two of them stand a headline and a date, a writer or a button. */
const REACH = 4;

/**
 * Strips from a whole page the lists of other articles of which each shows its beginning: three long lines or more that end in
 * dots, with no sentence between them. O(lines).
 */
export function stripExcerpts(facts: Facts, verdicts: Uint8Array): void {
  let first = 0;
  let last = -1;
  let found = 0;
  for (let line = 0; line <= facts.count; line++) {
    const isEnd = line === facts.count;
    const isExcerpt = !isEnd && breaksOff(facts, line);
    const ends = isEnd || line - last > REACH || (!isExcerpt && isPlainSentence(facts, line));
    if (found > 0 && ends) {
      if (found >= LIST) stripList(verdicts, first, last);
      found = 0;
    }
    if (!isExcerpt) continue;
    if (found === 0) first = line;
    found++;
    last = line;
  }
}

/** A review of the press quotes texts that break off too. */
function breaksOff({ claims, words, tokens, firstToken }: Facts, line: number): boolean {
  return (claims[line] & TRAILS_OFF) !== 0 && words[line] >= LEAST_WORDS && tokens.hash[firstToken[line]] !== QUOTE;
}

function stripList(verdicts: Uint8Array, first: number, last: number): void {
  for (let line = first; line <= last; line++) if (verdicts[line] === KEPT) verdicts[line] = EXCERPT;
}
