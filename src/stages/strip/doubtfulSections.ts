import { ENDS_COLON, TRAILS_OFF } from './claims.ts';
import type { Facts } from './facts.ts';
import { bitOf } from './phrases.ts';
import { hasColon, isSentence } from './place.ts';
import { COMMENTS, NO_SECTION, RELATED, type Sections } from './sections.ts';
import { countTopics, topicOverlapUnseen } from './topics.ts';
import { KEPT } from './verdicts.ts';
import type { View } from './view.ts';

const REL = bitOf('related list');
/** A section may take this many words for one word of sentences outside it, and lines when own text follows. */
const MOST_SECTION_RATIO = 4;
const MOST_INNER_LINES = 9;
const LEAST_OWN_WORDS = 15;
/** Teasers that are cut off show what a list is: from so many on, and one in so many lines, for they may be wrapped. */
const LEAST_CUT = 2;
const LINES_A_TEASER = 6;
/** A list of so many lines stays when it shares less than this share of its content words with the text. */
const OTHER_TOPIC = 0.2;

/**
 * Undoes sections that would take too much: all but their opener stays. Also keeps a short "More on X" directly before own
 * text, which is a sub-heading, and a section's last line that ends with a colon, which introduces own text.
 */
export function cancelDoubtfulSections(facts: Facts, sections: Sections, view: View, verdicts: Uint8Array): void {
  const { lines, count } = view;
  const { kind } = sections;
  let ownWords = 0;
  let lastOwn = -1;
  for (let at = 0; at < count; at++) {
    if (!isSentence(facts, lines[at]) || kind[lines[at]] !== NO_SECTION) continue;
    ownWords += facts.words[lines[at]];
    lastOwn = at;
  }
  for (let at = 0; at < count; at++) {
    const section = kind[lines[at]];
    if (section === NO_SECTION) continue;
    const opener = lines[at];
    let end = at;
    let words = 0;
    let sectionLines = 0;
    let cut = 0;
    while (end + 1 < count && kind[lines[end + 1]] === section) {
      end++;
      if (verdicts[lines[end]] !== KEPT) continue;
      words += facts.words[lines[end]];
      // A headline and its cut-off teaser are no text that the list has swallowed.
      if (facts.claims[lines[end]] & TRAILS_OFF) {
        sectionLines--;
        cut++;
      } else sectionLines++;
    }
    const inside = lastOwn > end;
    const tooMuch = words > MOST_SECTION_RATIO * Math.max(ownWords, 1) || ownWords < LEAST_OWN_WORDS;
    // What other articles open the same way needs no further proof.
    const isCutList = section === RELATED && cut >= LEAST_CUT && cut * LINES_A_TEASER >= end - at;
    const sure = section === COMMENTS || isCutList || verdicts[opener] !== KEPT;
    if (!sure && (tooMuch || (inside && sectionLines >= MOST_INNER_LINES && !speaksOfOthers(facts, sections, view, at + 1, end)))) {
      for (let undone = at + 1; undone <= end; undone++) kind[lines[undone]] = NO_SECTION;
    }
    if (section === RELATED && inside) {
      const bare = facts.starts[opener] & REL && facts.words[opener] <= 5 && !hasColon(facts, opener);
      if (end === at && bare) kind[opener] = NO_SECTION;
      if (end > at && facts.claims[lines[end]] & ENDS_COLON) kind[lines[end]] = NO_SECTION;
    }
    at = end;
  }
}

/** Whether the lines from position `from` to `to` speak of other things than the sentences in no section. */
function speaksOfOthers(facts: Facts, { kind }: Sections, { lines, count }: View, from: number, to: number): boolean {
  const own = lines.subarray(0, count).filter((line) => kind[line] === NO_SECTION);
  countTopics(facts, { lines: own, count: own.length });
  let overlap = 0;
  let words = 0;
  for (let at = from; at <= to; at++) {
    overlap += topicOverlapUnseen(facts, lines[at]) * facts.words[lines[at]];
    words += facts.words[lines[at]];
  }
  return overlap < OTHER_TOPIC * words;
}
