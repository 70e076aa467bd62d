import { DATED, ENDS_COLON, ENDS_CREDIT, ENDS_NAMES, SENTENCE, TRAIL } from './claims.ts';
import { closesInCredit } from './credits.ts';
import type { Facts } from './facts.ts';
import { overlapOf } from './logit.ts';
import { bitOf } from './phrases.ts';
import { KEPT, verdictOf } from './verdicts.ts';
import type { View } from './view.ts';

/** So far above the first own sentence a page's title is looked for: by-line, date and share bar stand between. */
const REACH = 24;
const LEAST_WORDS = 3;
const MOST_WORDS = 25;
/** A title of so many words is as good as a longer one. */
const FULL_WORDS = 8;
/** What a line without any word of the article still scores a word: titles that tease exist. */
const TEASER = 0.4;
/** A row of names or tags uses the article's words too, but is rather not its title. */
const TAGS = 0.75;
/** The upper of two wins unless the lower scores much better. */
const UPPER_SHARE = 0.85;
/** A page has many lines above its article. */
const LEAST_PAGE_SCORE = 1.5;
/** Words of these kinds may stand in a title, and start it: "News: …", "By the river". */
const HARMLESS = bitOf('about the outlet');

const SHARED = verdictOf('shared by other articles');

/**
 * The title of the article whose first own sentence stands at `first` in view: among the lines above it the longest whose
 * words the article uses; the upper one of two much alike. −1 when none scores `least`. O(tokens above).
 */
export function findTitle(facts: Facts, { lines }: View, verdicts: Uint8Array, first: number, least: number): number {
  const start = Math.max(0, first - REACH);
  if (least === 0) {
    // Most clean texts have one line that may be; then nothing needs counting.
    const only = loneCandidate(facts, lines, verdicts, start, first);
    if (only !== SEVERAL) return only;
  }
  let best = least;
  for (let at = start; at < first; at++) {
    scores[at - start] = scoreOf(facts, verdicts, lines[at]);
    best = Math.max(best, scores[at - start]);
  }
  for (let at = start; at < first; at++) if (scores[at - start] >= least && scores[at - start] >= UPPER_SHARE * best) return lines[at];
  return -1;
}

const SEVERAL = -2;
/** Of the lines above, in their order. Scratch. */
const scores = new Float64Array(REACH);

function loneCandidate(facts: Facts, lines: Uint32Array, verdicts: Uint8Array, start: number, first: number): number {
  let found = -1;
  for (let at = start; at < first; at++) {
    if (verdicts[lines[at]] === SHARED || !mayBeTitle(facts, lines[at])) continue;
    if (found >= 0) return SEVERAL;
    found = lines[at];
  }
  return found;
}

function scoreOf(facts: Facts, verdicts: Uint8Array, line: number): number {
  if (verdicts[line] === SHARED || !mayBeTitle(facts, line)) return -1;
  const tags = facts.capitalShare[line] === 1 && facts.functionWords[line] <= 1 ? TAGS : 1;
  return tags * (TEASER + overlapOf(facts, line)) * Math.min(facts.words[line], FULL_WORDS);
}

/** Keeps the title of a whole page, which stands apart from its article; returns its line, −1 when there is none. */
export function keepTitle(facts: Facts, view: View, verdicts: Uint8Array): number {
  const { lines, count } = view;
  let first = 0;
  while (first < count && (verdicts[lines[first]] !== KEPT || (facts.claims[lines[first]] & SENTENCE) === 0)) first++;
  const title = first === count ? -1 : findTitle(facts, view, verdicts, first, LEAST_PAGE_SCORE);
  if (title >= 0) verdicts[title] = KEPT;
  return title;
}

/** Whether its length and words are those of a title. */
export function mayBeTitle(facts: Facts, line: number): boolean {
  const words = facts.words[line];
  if (words < LEAST_WORDS || words > MOST_WORDS || facts.claims[line] & (ENDS_COLON | DATED | TRAIL)) return false;
  // A caption uses the article's names as a title does; "Getty Images sues rival" is a title.
  if (facts.claims[line] & (ENDS_CREDIT | ENDS_NAMES) && facts.inner[line] > 0) return false;
  if (closesInCredit(facts, line)) return false;
  return ((facts.whole[line] | facts.starts[line]) & ~HARMLESS) === 0 && 2 * facts.numbers[line] < words;
}
