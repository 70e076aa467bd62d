import { ENDS_COLON, SENTENCE } from './claims.ts';
import type { Facts } from './facts.ts';
import { overlapOf } from './logit.ts';
import { allKinds, isEntry, isPlainSentence } from './place.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { BY_PLACE, giveBack, KEPT } from './verdicts.ts';

/** A line that introduces a list has so many words at least, and so has a line of the list. */
const LEAST_INTRODUCING = 4;
const LEAST_LISTED_WORDS = 3;
/** A list has so many lines. */
const LEAST_LISTED = 2;
const MOST_LISTED = 12;
/** Share of their content words that the lines of a list use with the article, if the page dropped what introduces them, too. */
const SAME_TOPIC = 0.25;

/**
 * Gives back the list that a line with a colon introduces ("Key facts about the closure:"), and the sentence right below it. Where the page
 * drops the line as well, it has to stand right below the article, to be of its topic, and to be followed by a sentence. O(tokens).
 */
export function keepLists(facts: Facts, sections: Sections, verdicts: Uint8Array): void {
  for (let line = 1; line < facts.count; line++) {
    if (!introduces(facts, sections, line)) continue;
    const dropped = verdicts[line] === BY_PLACE && verdicts[line - 1] === KEPT && (facts.claims[line - 1] & SENTENCE) !== 0;
    if (verdicts[line] !== KEPT && !dropped) continue;
    const past = endOfList(facts, sections, line + 1);
    if (past - line <= LEAST_LISTED || past - line > MOST_LISTED) continue;
    const goesOn = past < facts.count && sections.kind[past] === NO_SECTION && isPlainSentence(facts, past);
    if (dropped && !(goesOn && isOfTopic(facts, line, past))) continue;
    for (let own = line; own < past; own++) giveBack(verdicts, own);
    if (goesOn) giveBack(verdicts, past);
  }
}

function introduces(facts: Facts, { kind }: Sections, line: number): boolean {
  const long = (facts.claims[line] & ENDS_COLON) !== 0 && facts.words[line] >= LEAST_INTRODUCING;
  return long && kind[line] === NO_SECTION && allKinds(facts, line) === 0;
}

/** The first line from `at` on that is none of a list; looks no further than a list may be long. */
function endOfList(facts: Facts, sections: Sections, at: number): number {
  const most = Math.min(facts.count, at + MOST_LISTED);
  while (at < most && isListed(facts, sections, at)) at++;
  return at;
}

function isListed(facts: Facts, { kind }: Sections, line: number): boolean {
  return facts.words[line] >= LEAST_LISTED_WORDS && kind[line] === NO_SECTION && isEntry(facts, line);
}

/** Mean over the lines from `from` to before `past`. */
function isOfTopic(facts: Facts, from: number, past: number): boolean {
  let sum = 0;
  for (let line = from; line < past; line++) sum += overlapOf(facts, line);
  return sum >= SAME_TOPIC * (past - from);
}
