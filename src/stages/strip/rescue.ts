import { INTERRUPTED, QUOTES, SENTENCE, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { overlapOf } from './logit.ts';
import { kindsSince } from './page.ts';
import { bitOf } from './phrases.ts';
import { allKinds } from './place.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { endsBefore } from './sentenceEnd.ts';
import { giveBack, KEPT } from './verdicts.ts';
import type { View } from './view.ts';

/** Share of its content words that a sentence after the article's end shares with the article, if it is to be part of it. */
const OVERLAP_AFTER = 0.1;
/** The same when a related list stands between. */
const OVERLAP_BEYOND_LIST = 0.25;
/** So many lines of furniture may stand between the article and its last sentence. */
const GAP = 2;
/** So many where paragraphs follow one another behind them, and one quotes: a teaser stands alone. */
const PARAGRAPHS_GAP = 8;
/** From so many words on, the words of a by-line say nothing. */
const LONG = 14;
const BYL = bitOf('by-line');
const ADV = bitOf('advertisement');
const CAP = bitOf('photo credit');
const REL = bitOf('related list');
const COM = bitOf('comment form');

/**
 * Gives back what the best path of page.ts drops among many islands of furniture: plain sentences, from the title to the last own
 * sentence, and a little after it if they speak of the same things, or stand in a row; and short ones between two own sentences. O(tokens).
 */
export function keepSentences(facts: Facts, sections: Sections, view: View, title: number, verdicts: Uint8Array): void {
  const { lines, count } = view;
  let last = count - 1;
  while (last >= 0 && !isOwnSentence(facts, verdicts, lines[last])) last--;
  if (last < 0) return;
  let first = 0;
  if (title >= 0) while (lines[first] <= title) first++;
  else while (!isOwnSentence(facts, verdicts, lines[first])) first++;
  for (let at = first; at < last; at++) {
    if (isPlain(facts, sections, lines[at])) giveBack(verdicts, lines[at]);
  }
  // Where the corpus knows the page's furniture, what it does not know is rather own text.
  const knowsFurniture = count < facts.count;
  let wanted = OVERLAP_AFTER;
  for (let at = last + 1; at < count && at <= last + 1 + GAP; at++) {
    const line = lines[at];
    const { starts, whole } = kindsSince(facts, lines[at - 1] + 1, line);
    if ((whole | starts) & COM) break;
    const opens = ((whole | starts) & REL) !== 0;
    if (opens) wanted = knowsFurniture ? OVERLAP_AFTER : OVERLAP_BEYOND_LIST;
    if (!isPlain(facts, sections, line)) continue;
    if ((opens || at > last + 1) && overlapOf(facts, line) < wanted) continue;
    verdicts[line] = KEPT;
    last = at;
  }
  last = keepParagraphs(facts, sections, view, last, verdicts);
  for (let at = first + 1; at <= last + 1 && at < count; at++) {
    const short = facts.claims[lines[at]] & TERMINAL && allKinds(facts, lines[at]) === 0 && facts.repeated[lines[at]] === 0;
    if (!short || sections.kind[lines[at]] !== NO_SECTION) continue;
    // "… at 4 a.m." below the article may be a headline.
    const ends = at > last && endsBefore(facts, facts.firstToken[lines[at] + 1], facts.firstToken[lines[at]]);
    const below = ends || (at < last && isOwnSentence(facts, verdicts, lines[at + 1]));
    if (below && isOwnSentence(facts, verdicts, lines[at - 1])) verdicts[lines[at]] = KEPT;
  }
}

/** Keeps a row of sentences, one of which quotes, below the last own line and not far from it. The last line then; as it was where there is none. */
function keepParagraphs(facts: Facts, sections: Sections, { lines, count }: View, last: number, verdicts: Uint8Array): number {
  for (let at = last + 1; at + 1 < count && at <= last + 1 + PARAGRAPHS_GAP; at++) {
    const { starts, whole } = kindsSince(facts, lines[at - 1] + 1, lines[at]);
    if ((starts | whole) & COM) break;
    let past = at;
    let claims = 0;
    while (past < count && isPlain(facts, sections, lines[past])) claims |= facts.claims[lines[past++]];
    if (past - at < 2 || (claims & QUOTES) === 0) continue;
    for (let row = at; row < past; row++) verdicts[lines[row]] = KEPT;
    return past - 1;
  }
  return last;
}

function isOwnSentence(facts: Facts, verdicts: Uint8Array, line: number): boolean {
  return verdicts[line] === KEPT && (facts.claims[line] & SENTENCE) !== 0;
}

function isPlain(facts: Facts, sections: Sections, line: number): boolean {
  const sentence = (facts.claims[line] & SENTENCE) !== 0;
  // "By closing time …" is no by-line, and an advertisement's label in front of a paragraph is cut out later.
  let harmless = facts.words[line] < LONG ? 0 : facts.claims[line] & INTERRUPTED ? BYL | ADV : BYL;
  // "…", the farmer told the agency dpa.
  if (facts.claims[line] & QUOTES && (facts.starts[line] & CAP) === 0) harmless |= CAP;
  return sentence && (allKinds(facts, line) & ~harmless) === 0 && facts.repeated[line] === 0 && sections.kind[line] === NO_SECTION;
}
