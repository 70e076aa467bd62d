import { QUOTES } from './claims.ts';
import type { Facts } from './facts.ts';
import { bitOf } from './phrases.ts';
import { allKinds, isSentence, strongKinds } from './place.ts';
import { KEPT } from './verdicts.ts';

const GATE_KINDS =
  bitOf('sign-in') | bitOf('newsletter') | bitOf('error page') | bitOf('cookie notice') | bitOf('comment form') | bitOf('copyright');

/** A sentence from so many words on reports, where nothing speaks to the reader. */
const REPORT_WORDS = 15;
/** A page without an article is short. */
const MOST_WORDS = 150;
/** What is left of a page that has no text but headings. */
const HEADING_WORDS = 12;
/** So short that one sign and an address to the reader will do. */
const FEW_WORDS = 60;

/**
 * Whether the lines that are still kept are all furniture: a sign-in gate, a cookie notice, an error page. They are when
 * they are few and (speak to the reader and are in part such phrases, or are mostly such phrases). O(lines).
 */
export function isGate(facts: Facts, verdicts: Uint8Array): boolean {
  let words = 0;
  let gateWords = 0;
  let gateLines = 0;
  let youWords = 0;
  let reportWords = 0;
  let reportLines = 0;
  let headings = 0;
  let others = 0;
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== KEPT) continue;
    words += facts.words[line];
    // "You" of someone who is quoted is not the reader.
    if ((facts.claims[line] & QUOTES) === 0) youWords += facts.youWords[line];
    if (!isSentence(facts, line) && allKinds(facts, line) & GATE_KINDS) headings++;
    else others++;
    if ((allKinds(facts, line) & GATE_KINDS) === 0) continue;
    if (isReport(facts, line)) {
      reportWords += facts.words[line];
      reportLines++;
    }
    gateWords += facts.words[line];
    gateLines++;
  }
  if (words > MOST_WORDS) return false;
  if (words === 0) return true;
  // "We use cookies": the heading of a notice that is gone.
  if (others === 0 && words <= HEADING_WORDS && headings < facts.count) return true;
  const toReader = gateLines >= 1 && youWords >= 0.05 * words && (gateWords >= 0.25 * words || words <= FEW_WORDS);
  if (toReader) return true;
  if (youWords < 0.02 * words) {
    gateWords -= reportWords;
    gateLines -= reportLines;
  }
  return gateLines >= 2 && gateWords >= 0.7 * words;
}

/** A long sentence about cookies or subscribers that does not speak to them. */
export function isReport(facts: Facts, line: number): boolean {
  const speaks = facts.youWords[line] > 0 || (strongKinds(facts, line) & GATE_KINDS) !== 0;
  return isSentence(facts, line) && facts.words[line] >= REPORT_WORDS && !speaks;
}
