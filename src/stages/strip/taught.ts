import { type Furniture, sourceKey, sourceOf } from '../../furniture.ts';
import { CHARACTER, KIND } from '../../kernel/tokens.ts';
import { OPENS, SENTENCE } from './claims.ts';
import type { Pieces } from './cuts.ts';
import type { Facts } from './facts.ts';
import { bookOf, type FurnitureBook, lookUp } from './furnitureBook.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { endsBefore } from './sentenceEnd.ts';
import { startsSentence } from './sentences.ts';
import { mayBeTitle } from './title.ts';
import { countTopics, topicOverlapUnseen } from './topics.ts';
import { KEPT, verdictOf } from './verdicts.ts';
import type { View } from './view.ts';

/** What a user teaches strip about one text: rules, and the section of them that is about its source (0: none is). */
export interface Taught {
  readonly furniture: Furniture;
  readonly section: number;
}

/** The section of each article; null when there are no rules. O(rules' words + articles). */
export function sectionsOf(
  furniture: Furniture,
  articles: readonly { readonly path: string; readonly source: string | null }[],
): Uint32Array | null {
  if (furniture.length === 0) return null;
  const { sections } = bookOf(furniture);
  return Uint32Array.from(articles, (article) => sections.get(sourceKey(sourceOf(article) ?? '')) ?? 0);
}

/** What is taught about one article of those that `sections` are of. */
export function taughtOf(furniture: Furniture, sections: Uint32Array | null, id: number): Taught | null {
  return sections && { furniture, section: sections[id] };
}

const TAUGHT = verdictOf('furniture file');

/** A line of so many words, or of more than half of the text's, is running text: rules take its sentences one by one. */
const LONG = 100;
const LONG_FOR_MOST = 40;

/** A headline has so many words, and the article uses this share of those that say something. */
const LEAST_HEADLINE = 5;
const SAME_TOPIC = 0.6;

/** By line: number of the rule that takes or keeps it, or a sentence in it, and which of these it does. Scratch. */
let rules = new Int32Array(256);
let does = new Uint8Array(256);
const TAKES = 1;
const TAKES_PART = 2;
const KEEPS = 3;

let book: FurnitureBook | null = null;
let section = 0;

/** Forgets the rules of the text before. */
export function untaught(): void {
  book = null;
}

/** Marks the lines that the user's rules take, and those that open a section. O(tokens × longest rule). */
export function markTaught(facts: Facts, taught: Taught, verdicts: Uint8Array): void {
  book = bookOf(taught.furniture);
  section = taught.section;
  if (rules.length < facts.count) {
    rules = new Int32Array(facts.start.length);
    does = new Uint8Array(facts.start.length);
  }
  let allWords = 0;
  for (let line = 0; line < facts.count; line++) allWords += facts.words[line];
  for (let line = 0; line < facts.count; line++) {
    does[line] = 0;
    const { takes, keeps, opens } = lookUp(book, section, facts.tokens, facts.firstToken[line], facts.firstToken[line + 1]);
    const words = facts.words[line];
    const isRunning = words > LONG || (words > LONG_FOR_MOST && 2 * words > allWords);
    if (keeps >= 0) note(line, KEEPS, keeps);
    else if (isRunning && (takes < 0 || book.rules[takes].anchor !== 'line')) {
      const rule = ruleInside(facts, line);
      if (rule >= 0) note(line, TAKES_PART, rule);
    } else if (takes >= 0) {
      note(line, TAKES, takes);
      verdicts[line] = TAUGHT;
      if (opens) facts.claims[line] |= OPENS;
    }
  }
  keepHeadline(facts, verdicts);
}

/**
 * Pages list one another's headlines, and a rule that was learnt from a list must not take the headline of the article
 * itself: a line on top whose words the sentences below it use stays.
 */
function keepHeadline(facts: Facts, verdicts: Uint8Array): void {
  let isCounted = false;
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== TAUGHT || book?.rules[rules[line]].anchor !== 'line') {
      if (verdicts[line] === KEPT && (facts.claims[line] & SENTENCE) !== 0) return;
      continue;
    }
    if (facts.words[line] < LEAST_HEADLINE || !mayBeTitle(facts, line)) continue;
    if (!isCounted) countTopics(facts, linesKept(facts, verdicts));
    isCounted = true;
    if (topicOverlapUnseen(facts, line) < SAME_TOPIC) continue;
    verdicts[line] = KEPT;
    does[line] = 0;
  }
}

function linesKept(facts: Facts, verdicts: Uint8Array): View {
  const lines = Uint32Array.from({ length: facts.count }, (_, line) => line).filter((line) => verdicts[line] === KEPT);
  return { lines, count: lines.length };
}

/** The first rule that takes a sentence of a line; −1 when none does. */
function ruleInside(facts: Facts, line: number): number {
  const to = facts.firstToken[line + 1];
  for (let from = facts.firstToken[line]; from < to; from = sentenceEnd(facts, from, to)) {
    const { takes } = lookUp(book!, section, facts.tokens, from, sentenceEnd(facts, from, to)); // called with a book
    if (takes >= 0) return takes;
  }
  return -1;
}

/** First token of the next sentence; `to` when there is none. */
function sentenceEnd(facts: Facts, from: number, to: number): number {
  const { tokens } = facts;
  for (let at = from + 1; at < to; at++) {
    const mayStart = (tokens.flags[at] & KIND) === CHARACTER || startsSentence(tokens, at);
    if (mayStart && endsBefore(facts, at, from)) return at;
  }
  return to;
}

function note(line: number, what: number, rule: number): void {
  does[line] = what;
  rules[line] = rule;
}

/** Takes what the sections hold that the user's rules open. */
export function takeSections(facts: Facts, { kind, opener }: Sections, verdicts: Uint8Array): void {
  for (let line = 0; line < facts.count; line++) {
    if (kind[line] !== NO_SECTION && does[line] !== KEEPS && facts.claims[opener[line]] & OPENS) verdicts[line] = TAUGHT;
  }
}

/** Gives back the lines that the user's rules keep. */
export function keepTaught(facts: Facts, verdicts: Uint8Array): void {
  for (let line = 0; line < facts.count; line++) if (does[line] === KEEPS) verdicts[line] = KEPT;
}

/** Whether a user's rule keeps the line whole. */
export function isKeptWhole(line: number): boolean {
  return book !== null && does[line] === KEEPS;
}

export function takesPart(line: number): boolean {
  return book !== null && does[line] === TAKES_PART;
}

/** The user's rule about a line, as written; null when there is none. */
export function ruleOn(line: number): string | null {
  if (book === null || does[line] === 0) return null;
  const { from, anchor, words, source } = book.rules[rules[line]];
  return `${from} ${anchor}: ${words}${source === null ? '' : ` [${source}]`}`;
}

/** Leaves out of a running line's pieces the sentences that rules take. O(tokens of the line × longest rule). */
export function cutTaught(facts: Facts, pieces: Pieces): void {
  const left: number[] = [];
  for (let at = 0; at < 2 * pieces.count; at += 2) {
    const to = pieces.ends[at + 1];
    let isOpen = false;
    for (let from = pieces.ends[at], end = from; from < to; from = end) {
      end = sentenceEnd(facts, from, to);
      const isTaken = lookUp(book!, section, facts.tokens, from, end).takes >= 0; // asked for lines that a rule takes part of
      if (!isTaken && isOpen) left[left.length - 1] = end;
      else if (!isTaken) left.push(from, end);
      isOpen = !isTaken;
    }
  }
  if (pieces.ends.length < left.length) pieces.ends = new Uint32Array(2 * left.length);
  pieces.ends.set(left);
  pieces.count = left.length / 2;
}
