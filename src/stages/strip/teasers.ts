import { BULLETED, SENTENCE, TERMINAL, TRAILS_OFF } from './claims.ts';
import type { Facts } from './facts.ts';
import { allKinds } from './place.ts';
import { countTopics, topicOverlapUnseen } from './topics.ts';
import type { View } from './view.ts';

export const MOST_HEADLINE_WORDS = 25;
/** Share of its content words that a paragraph after a list has from the text above, if it goes on with that text. */
const SAME_TOPIC = 0.4;
/** So many entries show how a list is made. */
const PATTERN = 2;
/** A headline is rather not that long, even one that ends with a question mark. */
const PARAGRAPH_WORDS = 20;

/** Words of the text above are counted for so many lists: a text of lists only must not cost its square. */
const MOST_COUNTS = 4;

/** A related list so far. One object for the module, begun anew at each opener. */
const list = {
  /** Position in view of its opener. */
  from: 0,
  headlines: 0,
  teasers: 0,
  /** Teasers that end with dots; that are indented. */
  cut: 0,
  indented: 0,
  /** Headlines with a bullet. */
  bulleted: 0,
};
let countsLeft = MOST_COUNTS;

export function beginText(): void {
  countsLeft = MOST_COUNTS;
}

export function beginList(from: number): void {
  list.from = from;
  list.headlines = list.teasers = list.cut = list.indented = list.bulleted = 0;
}

/** Notes a line that is part of the list, and no opener. */
export function addToList(facts: Facts, line: number): void {
  if ((facts.claims[line] & (SENTENCE | TRAILS_OFF)) === 0) {
    list.headlines++;
    if (facts.claims[line] & BULLETED) list.bulleted++;
    return;
  }
  list.teasers++;
  if (facts.claims[line] & TRAILS_OFF) list.cut++;
  if (isIndented(facts, line)) list.indented++;
}

export function isHeadline(facts: Facts, line: number): boolean {
  return (facts.claims[line] & SENTENCE) === 0 && facts.words[line] <= MOST_HEADLINE_WORDS;
}

/**
 * Whether a sentence below a headline of the list is its teaser: it is cut off, or indented like those above, or stands before the next headline, or last
 * and does not look as if the article went on.
 */
export function isTeaser(facts: Facts, view: View, at: number): boolean {
  const line = view.lines[at];
  if (facts.claims[line] & TRAILS_OFF) return true;
  const isEnd = at + 1 === view.count;
  // As the teasers above it, and unlike what follows.
  if (allIndented() && isIndented(facts, line) && !isEnd && !isIndented(facts, view.lines[at + 1])) return true;
  if (!isEnd && !isHeadline(facts, view.lines[at + 1])) return false;
  const isLast = isEnd || allKinds(facts, view.lines[at + 1]) !== 0;
  return !isLast || !goesOn(facts, view, line);
}

/** Whether the article goes on with a line: it is not made as the list's teasers are, or speaks of what the text above does. */
function goesOn(facts: Facts, view: View, line: number): boolean {
  if (facts.claims[line] & BULLETED) return false;
  const whole = (facts.claims[line] & TERMINAL) !== 0;
  if (whole && list.cut >= PATTERN && list.cut === list.teasers) return true;
  if (allIndented() && !isIndented(facts, line)) return true;
  // Without bullets it may be a teaser that lost its headline.
  if (list.teasers === 0 && list.headlines > PATTERN && list.bulleted > 0 && facts.words[line] >= PARAGRAPH_WORDS) return true;
  if (countsLeft-- <= 0) return false;
  countTopics(facts, { lines: view.lines, count: list.from });
  return topicOverlapUnseen(facts, line) >= SAME_TOPIC;
}

function allIndented(): boolean {
  return list.indented >= 1 && list.indented === list.teasers;
}

function isIndented({ bytes, start }: Facts, line: number): boolean {
  const before = start[line] > 0 ? bytes[start[line] - 1] : 0;
  return before === 0x20 || before === 0x09;
}
