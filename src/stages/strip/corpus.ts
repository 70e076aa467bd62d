import { QUOTES, SENTENCE, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { allKinds, isPlainSentence } from './place.ts';
import { sentenceWords } from './sections.ts';
import { corpusSays, DOUBTS, findShared, isListedElsewhere, isWidespread, KEEPS, type SharedLines, TAKES } from './shared.ts';
import { mayBeTitle } from './title.ts';
import { countTopics, topicOverlap, topicOverlapUnseen } from './topics.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const SHARED = verdictOf('shared by other articles');
/** A line's content words are of another topic when the article uses less than this share of them. */
const OTHER_TOPIC = 0.34;
/** From so many words on, a line says enough to tell its topic by. */
const HEADLINE_WORDS = 6;
const DATELINE_WORDS = 4;
/** What many otherwise different articles have word for word is furniture even inside them, from so many words on. */
const APPEAL_WORDS = 12;
const DASH = 0x2d;
/** Marks of markShared while it works, above all verdicts. */
const OFTEN = 252;
const STOCK = 253;
const DOUBTED = 254;
const DOUBTED_OUTSIDE = 255;

/** Row of each line among the shared lines, −1 for none; lines that have none. Scratch. */
let rows = new Int32Array(256);
const open = { lines: new Uint32Array(256), count: 0 };

/** Marks the lines that the corpus takes, among those that are kept so far. O(lines log shared lines + tokens). */
export function markShared(facts: Facts, shared: SharedLines, verdicts: Uint8Array): void {
  if (rows.length < facts.count) {
    rows = new Int32Array(facts.start.length);
    open.lines = new Uint32Array(facts.start.length);
  }
  open.count = 0;
  let first = facts.count;
  let last = -1;
  for (let line = 0; line < facts.count; line++) {
    rows[line] = findShared(shared, facts.key[line]);
    if (rows[line] >= 0 || verdicts[line] !== KEPT) continue;
    open.lines[open.count++] = line;
    if ((facts.claims[line] & SENTENCE) === 0) continue;
    if (first > line) first = line;
    last = line;
  }
  // A lone line above the article is its title.
  const head = open.count > 0 && open.lines[0] < first ? first : 0;
  let doubts = 0;
  for (let line = 0; line < facts.count; line++) {
    if (rows[line] < 0 || verdicts[line] !== KEPT) continue;
    // Its headline, which other articles list; an outlet's name stands on top of all of them.
    if (line === 0 && first < facts.count && mayBeTitle(facts, line) && isListedElsewhere(shared, rows[line])) continue;
    const plain = isPlainSentence(facts, line);
    const outside = line < head || line > last;
    const says = corpusSays(shared, rows[line], facts.words[line], plain, outside);
    verdicts[line] = firstVerdict(facts, line, says, plain, line < head ? ABOVE : line > last ? BELOW : INSIDE);
    if (verdicts[line] === DOUBTED && says === TAKES && isAppeal(facts, line, shared, rows[line])) verdicts[line] = OFTEN;
    if (verdicts[line] >= OFTEN) doubts++;
  }
  if (doubts > 0) settleDoubts(facts, verdicts, first);
}

/** Where a line stands: above, inside or below the sentences that the article has for itself. */
const ABOVE = -1;
const INSIDE = 0;
const BELOW = 1;

/** A short sentence or quotation without a phrase of furniture, or the place at the head of a report. */
function isStock(facts: Facts, line: number): boolean {
  const { tokens, firstToken, words, claims } = facts;
  const speaks = (claims[line] & TERMINAL ? 1 : 0) + (claims[line] & QUOTES ? 1 : 0);
  if (allKinds(facts, line) !== 0) return speaks === 2;
  return speaks > 0 || (words[line] <= DATELINE_WORDS && tokens.hash[firstToken[line + 1] - 1] === DASH);
}

/** A long sentence that many articles have, no two of them alike: an appeal for gifts between two paragraphs. */
function isAppeal({ words }: Facts, line: number, shared: SharedLines, row: number): boolean {
  return words[line] >= APPEAL_WORDS && isWidespread(shared, row);
}

/** The verdict by the corpus alone, or a doubt. */
function firstVerdict(facts: Facts, line: number, says: number, plain: boolean, where: number): number {
  const words = facts.words[line];
  if (says === KEEPS) return KEPT;
  // Two words are too few to tell a topic by.
  if (says === DOUBTS) return where !== INSIDE && words <= 2 ? SHARED : DOUBTED;
  if (plain) return where === INSIDE ? DOUBTED : DOUBTED_OUTSIDE;
  // "He was 75." is a sentence of many reports, and "WASHINGTON —" of as many.
  if (isStock(facts, line)) return STOCK;
  const quotes = (facts.claims[line] & QUOTES) !== 0;
  const telling = where === BELOW ? quotes : words >= HEADLINE_WORDS && allKinds(facts, line) === 0;
  return telling ? DOUBTED : SHARED;
}

/**
 * Articles on one event share quotations and sentences of a statement, and versions of one story share most of it. So a
 * doubted line goes only if it quotes nobody and uses few words of the article, and, if it is a sentence, stands above or
 * below an article of more words than are in doubt; or if it stands between two lines that go; or if many articles have it.
 */
function settleDoubts(facts: Facts, verdicts: Uint8Array, first: number): void {
  const { count } = facts;
  let doubtedWords = 0;
  let openWords = 0;
  // Words are counted when the first line asks for them: most doubts are settled without.
  let isCounted = false;
  const overlapOf = (line: number, overlap: (facts: Facts, line: number) => number): number => {
    if (!isCounted) countTopics(facts, open);
    isCounted = true;
    return overlap(facts, line);
  };
  for (let line = 0; line < count; line++) if (verdicts[line] >= OFTEN) doubtedWords += sentenceWords(facts, line);
  for (let at = 0; at < open.count; at++) openWords += sentenceWords(facts, open.lines[at]);
  for (let line = 0; line < count; line++) {
    if (verdicts[line] < OFTEN || verdicts[line] === STOCK || facts.claims[line] & SENTENCE) continue;
    const goes = (facts.claims[line] & QUOTES) === 0 && overlapOf(line, topicOverlap) < OTHER_TOPIC;
    verdicts[line] = goes ? SHARED : KEPT;
  }
  for (let line = 0; line < count; line++) {
    if (verdicts[line] < OFTEN) continue;
    const between = line > 0 && isGone(verdicts[line - 1]) && (line + 1 === count || isGone(verdicts[line + 1]));
    const away = verdicts[line] === DOUBTED_OUTSIDE && doubtedWords <= openWords;
    const often = verdicts[line] === OFTEN;
    // Above the article's own sentences it may be its lead: if one of them uses a word, that is enough.
    const isOther = () => overlapOf(line, line < first ? topicOverlapUnseen : topicOverlap) < OTHER_TOPIC;
    const goes = (facts.claims[line] & QUOTES) === 0 && (between || ((away || often) && isOther()));
    verdicts[line] = goes ? SHARED : KEPT;
  }
}

/** Neither kept nor in doubt. */
function isGone(verdict: number): boolean {
  return verdict !== KEPT && verdict < OFTEN;
}
