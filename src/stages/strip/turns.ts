import { DATED, STARTS_CLOCK, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { allKinds, isPlainSentence, strongKinds } from './place.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { giveBack, KEPT } from './verdicts.ts';

const QUESTION_MARK = 0x3f;

/** So many turns of a kind that are own text make an article of turns. */
const LEAST_TURNS = 2;
const LEAST_QUESTION_WORDS = 4;
/** A time of day alone has no more words, and a heading below it no more than so many. */
const MOST_CLOCK_WORDS = 4;
const MOST_HEADING_WORDS = 14;
/** So many lines of furniture may stand between two turns. */
const MOST_BETWEEN = 6;

/** The line below `opener` from which on the turn is told, −1 when it opens none. */
type Turn = (facts: Facts, opener: number) => number;

/** A question, and below it the answer, however short. */
const answered: Turn = (facts, opener) => {
  const { bytes, end, words, count } = facts;
  const asks = bytes[end[opener] - 1] === QUESTION_MARK && words[opener] >= LEAST_QUESTION_WORDS && strongKinds(facts, opener) === 0;
  const answer = opener + 1;
  if (!asks || answer >= count) return -1;
  return (facts.claims[answer] & TERMINAL) !== 0 && allKinds(facts, answer) === 0 ? answer : -1;
};

/** A time of day, and below it what happened then, or its heading and that. */
const reported: Turn = (facts, opener) => {
  const { claims, words, count } = facts;
  if ((claims[opener] & (DATED | STARTS_CLOCK)) === 0 || words[opener] > MOST_CLOCK_WORDS) return -1;
  const below = opener + 1;
  if (below < count && isPlainSentence(facts, below)) return below;
  const headed = below + 1 < count && words[below] <= MOST_HEADING_WORDS && allKinds(facts, below) === 0 && facts.repeated[below] === 0;
  return headed && isPlainSentence(facts, below + 1) ? below : -1;
};

/**
 * Gives back turns that a whole page drops, behind a box or amid share bars, once two others are own text: what is asked and answered in
 * an interview, what happened at which time in a live report. O(lines).
 */
export function keepTurns(facts: Facts, sections: Sections, verdicts: Uint8Array): void {
  keepTurnsOf(answered, facts, sections, verdicts);
  keepTurnsOf(reported, facts, sections, verdicts);
}

function keepTurnsOf(turn: Turn, facts: Facts, sections: Sections, verdicts: Uint8Array): void {
  if (countTurns(turn, facts, verdicts) < LEAST_TURNS) return;
  let last = facts.count;
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] === KEPT) last = line;
    if (line - last > MOST_BETWEEN + 1 || sections.kind[line] !== NO_SECTION) continue;
    let said = turn(facts, line);
    if (said < 0) continue;
    if (turn === answered) giveBack(verdicts, line);
    giveBack(verdicts, said++);
    while (said < facts.count && sections.kind[said] === NO_SECTION && isPlainSentence(facts, said)) giveBack(verdicts, said++);
    last = said - 1;
    line = last;
  }
}

/** How many of the turns are own text already. */
function countTurns(turn: Turn, facts: Facts, verdicts: Uint8Array): number {
  let turns = 0;
  for (let line = 0; line < facts.count; line++) {
    const said = turn(facts, line);
    if (said < 0) continue;
    if (turn === answered ? verdicts[line] === KEPT : verdicts[said] === KEPT || verdicts[said + 1] === KEPT) turns++;
  }
  return turns;
}
