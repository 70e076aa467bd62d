import { BULLETED, SENTENCE, TERMINAL, TRAILS_OFF } from './claims.ts';
import type { Facts } from './facts.ts';
import type { Mode } from './page.ts';
import { allKinds } from './place.ts';
import { countTopics, topicOverlapUnseen } from './topics.ts';
import type { View } from './view.ts';

export const MOST_HEADLINE_WORDS = 25;
/** Share of its content words that a paragraph after a list has from the text above, if it goes on with that text. */
const SAME_TOPIC = 0.4;
/** The same of the rest of a text with little furniture, below headlines of which none has a teaser. */
const SAME_TOPIC_FIRST = 0.25;
/** A question that has less may be a headline of the list. */
const OTHER_TOPIC = 0.2;
const MOST_QUESTION_WORDS = 14;
/** So many entries show how a list is made. */
const PATTERN = 2;
/** A headline is rather not that long, even one that ends with a question mark. */
const PARAGRAPH_WORDS = 20;

/** Words of the page are counted for so many lists: a text of lists only must not cost its square. */
const MOST_COUNTS = 6;
const QUESTION_MARK = 0x3f;

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
  /** Line of the last headline; −1 before the first. */
  headline: -1,
};
let countsLeft = MOST_COUNTS;
/** In a whole page, questions are more than headlines, and its other sentences are of everything. */
let isLight = true;

export function beginText(mode: Mode): void {
  countsLeft = MOST_COUNTS;
  isLight = mode === 'light';
}

export function beginList(from: number): void {
  list.from = from;
  list.headlines = list.teasers = list.cut = list.indented = list.bulleted = 0;
  list.headline = -1;
}

/** Notes a line that is part of the list, and no opener. */
export function addToList(facts: Facts, line: number): void {
  if ((facts.claims[line] & (SENTENCE | TRAILS_OFF)) === 0) {
    list.headlines++;
    list.headline = line;
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

/** Whether a line was noted as a headline of the list, and nothing since. */
export function isLastHeadline(line: number): boolean {
  return line === list.headline;
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
  if (!isEnd && !isHeadline(facts, view.lines[at + 1]) && !isQuestion(facts, view.lines[at + 1])) return false;
  const isLast = isEnd || allKinds(facts, view.lines[at + 1]) !== 0;
  return !isLast || !goesOn(facts, view, at);
}

/** Whether the article goes on with a line: it is not made as the list's teasers are, or speaks of what the text above does. */
function goesOn(facts: Facts, view: View, at: number): boolean {
  const line = view.lines[at];
  if (facts.claims[line] & BULLETED) return false;
  const whole = (facts.claims[line] & TERMINAL) !== 0;
  if (whole && list.cut >= PATTERN && list.cut === list.teasers) return true;
  if (allIndented() && !isIndented(facts, line)) return true;
  // Without bullets it may be a teaser that lost its headline.
  if (list.teasers === 0 && list.headlines > PATTERN && list.bulleted > 0 && facts.words[line] >= PARAGRAPH_WORDS) return true;
  if (
    isLight &&
    list.teasers === 0 &&
    list.headlines >= PATTERN &&
    (overlapWith(facts, outside(view, list.from, at), line) ?? 0) >= SAME_TOPIC_FIRST
  )
    return true;
  return (overlapWith(facts, { lines: view.lines, count: list.from }, line) ?? 0) >= SAME_TOPIC;
}

/** Notes a headline of the list that is a question or a sentence, and from now on neither. */
export function addSpokenHeadline(facts: Facts, line: number): void {
  facts.claims[line] &= ~SENTENCE;
  addToList(facts, line);
}

/** A question of the list, not of the article: "How well do you remember the week?" */
export function isQuestionHeadline(facts: Facts, view: View, at: number): boolean {
  const line = view.lines[at];
  if (!isQuestion(facts, line)) return false;
  return belongsToList(facts, view, at, at);
}

/** A sentence of the list with a teaser below it that is cut off: the headline of an article that has none but its first sentence. */
export function isSentenceHeadline(facts: Facts, view: View, at: number): boolean {
  const line = view.lines[at];
  if (at + 1 === view.count || (facts.claims[line] & TRAILS_OFF) !== 0) return false;
  if ((facts.claims[view.lines[at + 1]] & TRAILS_OFF) === 0) return false;
  return belongsToList(facts, view, at, at + 1);
}

/** Whether a line has a bullet, or speaks of other things than what stands outside the list, which goes to position `to`. */
function belongsToList(facts: Facts, view: View, at: number, to: number): boolean {
  const line = view.lines[at];
  if (facts.claims[line] & BULLETED) return true;
  return (overlapWith(facts, outside(view, list.from, to), line) ?? 1) < OTHER_TOPIC;
}

function isQuestion(facts: Facts, line: number): boolean {
  const { words, inner, bytes, start } = facts;
  if (!isLight || words[line] > MOST_QUESTION_WORDS || !endsAsQuestion(facts, line)) return false;
  // The full stop of "3." is one.
  return inner[line] === 0 || (inner[line] === 1 && bytes[start[line]] >= 0x30 && bytes[start[line]] <= 0x39);
}

export function endsAsQuestion({ bytes, end }: Facts, line: number): boolean {
  return bytes[end[line] - 1] === QUESTION_MARK;
}

/** Share of a line's content words that the sentences in view use; null when these were counted often enough. */
function overlapWith(facts: Facts, view: View, line: number): number | null {
  if (countsLeft-- <= 0) return null;
  countTopics(facts, view);
  return topicOverlapUnseen(facts, line);
}

/** The lines in view but for those from position `from` to `to`. */
function outside({ lines, count }: View, from: number, to: number): View {
  const rest = new Uint32Array(count - (to - from + 1));
  rest.set(lines.subarray(0, from));
  rest.set(lines.subarray(to + 1, count), from);
  return { lines: rest, count: rest.length };
}

function allIndented(): boolean {
  return list.indented >= 1 && list.indented === list.teasers;
}

function isIndented({ bytes, start }: Facts, line: number): boolean {
  const before = start[line] > 0 ? bytes[start[line] - 1] : 0;
  return before === 0x20 || before === 0x09;
}
