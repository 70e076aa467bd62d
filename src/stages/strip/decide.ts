import { isJoined } from '../../kernel/lines/parts.ts';
import { stripBios } from './bios.ts';
import { markShared } from './corpus.ts';
import { stripEchoes } from './echoes.ts';
import { stripExcerpts } from './excerpts.ts';
import { type Facts, readFacts } from './facts.ts';
import { isGate } from './gate.ts';
import { keepLists } from './lists.ts';
import { logit, startLogits, type Term } from './logit.ts';
import { markNotices } from './notices.ts';
import { findArticle, isClean, type Mode, modeOf } from './page.ts';
import { isPlainSentence } from './place.ts';
import { markRemarks } from './remarks.ts';
import { keepSentences } from './rescue.ts';
import { stripResidue } from './residue.ts';
import { keepRows } from './rows.ts';
import { findSections, type Sections } from './sections.ts';
import type { SharedLines } from './shared.ts';
import { stripStrays } from './strays.ts';
import { keepTaught, markTaught, type Taught, takeSections, untaught } from './taught.ts';
import { keepTitle } from './title.ts';
import { titleEnd } from './titleEnd.ts';
import { keepTurns } from './turns.ts';
import { keepJoined, unjoin } from './unjoin.ts';
import { KEPT, verdictOf } from './verdicts.ts';

/** The verdict on every line of a text. Scratch: good until the next call of decide. */
export interface Decision {
  readonly facts: Facts;
  readonly sections: Sections;
  /** By line: see verdicts.ts. */
  readonly verdicts: Uint8Array;
  readonly mode: Mode;
  /** Where the first line ends in front of an outlet's name, as a past-the-end token; 0 when it has none. */
  readonly titleEnd: number;
}

const NO_OWN_TEXT = verdictOf('no own text');
/** Below this share of lines that no other article has, the page's own lines are few among furniture. */
const FEW_OPEN = 0.5;

let verdicts = new Uint8Array(256);
let trial = new Uint8Array(256);
let logits = new Float64Array(256);
const all = { lines: new Uint32Array(256), count: 0 };
/** Lines that the corpus says nothing against. */
const open = { lines: new Uint32Array(256), count: 0 };

/**
 * Decides line by line what is own text. What the user taught first, then the evidence of the corpus, then the
 * whole-page model or the rules for a text with little furniture, by what the text looks like. O(bytes). `notes`, when given, is told the terms of each line that
 * goes by its place.
 */
export function decide(
  bytes: Uint8Array,
  shared: SharedLines | null,
  taught: Taught | null,
  notes: Map<number, readonly Term[]> | null,
): Decision {
  let facts = readFacts(bytes);
  const joined = isJoined(facts.firstToken, facts.count);
  if (joined) facts = unjoin(facts, shared);
  makeRoom(facts);
  const { count } = facts;
  verdicts.fill(KEPT, 0, count);
  if (taught === null) untaught();
  else markTaught(facts, taught, verdicts);
  all.count = count;
  for (let line = 0; line < count; line++) all.lines[line] = line;
  const likely = modeOf(facts, all);
  if (likely === 'light') {
    markNotices(facts, verdicts);
    markRemarks(facts, verdicts);
  }
  const sections = findSections(facts, all, likely);
  if (taught !== null) takeSections(facts, sections, verdicts);
  if (stripGate(facts)) {
    if (taught !== null) keepTaught(facts, verdicts);
    return { facts, sections, verdicts, mode: 'light', titleEnd: 0 };
  }
  if (shared !== null) markShared(facts, shared, verdicts);
  open.count = 0;
  for (let line = 0; line < count; line++) if (verdicts[line] === KEPT) open.lines[open.count++] = line;
  startLogits(facts, all);
  // Where the corpus took most of a page and left running text, that is judged as a text of its own.
  const settled = open.count < FEW_OPEN * count && isClean(facts, open);
  const mode = settled ? 'light' : likely;
  if (mode === 'light') stripLight(facts, sections);
  else stripPage(facts, sections, mode, notes);
  stripBios(facts, verdicts);
  if (joined) keepJoined(facts, verdicts);
  // What is left of a page may turn out to be its sign-in form.
  stripGate(facts);
  if (taught !== null) keepTaught(facts, verdicts);
  const end = shared !== null && count > 0 && verdicts[0] === KEPT ? titleEnd(facts, shared) : 0;
  return { facts, sections, verdicts, mode, titleEnd: end };
}

/** Strips what is left of a page when that is a gate; true when it is. */
function stripGate(facts: Facts): boolean {
  if (!isGate(facts, verdicts)) return false;
  for (let line = 0; line < facts.count; line++) if (verdicts[line] === KEPT) verdicts[line] = NO_OWN_TEXT;
  return true;
}

/** A text with little furniture: a line goes only for a named reason. */
function stripLight(facts: Facts, sections: Sections): void {
  const known = logits.fill(Number.NaN, 0, facts.count);
  const logitOf = (line: number): number => {
    if (Number.isNaN(known[line])) known[line] = logit(facts, sections, line, null);
    return known[line];
  };
  stripResidue(facts, sections, all, verdicts, logitOf, true);
}

/** A whole page: its article is one run of lines with islands; then the rules run over what is left. */
function stripPage(facts: Facts, sections: Sections, mode: Mode, notes: Map<number, readonly Term[]> | null): void {
  const { count } = facts;
  for (let line = 0; line < count; line++) {
    const terms: Term[] | null = notes === null ? null : [];
    logits[line] = logit(facts, sections, line, terms);
    if (terms !== null) notes?.set(line, terms);
  }
  if (open.count < FEW_OPEN * count) favourSentences(facts, sections);
  findArticle(facts, open, logits, mode, verdicts);
  stripLeft(facts, sections);
  const title = keepTitle(facts, open, verdicts);
  keepSentences(facts, sections, open, title, verdicts);
  keepRows(facts, verdicts);
  keepLists(facts, sections, verdicts);
  stripExcerpts(facts, verdicts);
  stripEchoes(facts, verdicts);
  stripStrays(facts, title, verdicts);
  keepTurns(facts, sections, verdicts);
}

/**
 * Where other articles show what is furniture, a plain sentence is also read among the remaining lines only, and the better
 * reading counts: a lead between a share bar and a video list has furniture on all sides.
 */
function favourSentences(facts: Facts, sections: Sections): void {
  startLogits(facts, open);
  for (let at = 0; at < open.count; at++) {
    const line = open.lines[at];
    if (isPlainSentence(facts, line)) logits[line] = Math.max(logits[line], logit(facts, sections, line, null));
  }
}

/** Runs the rules over what is left of a page, with all its lines in view, since those that are gone open sections. */
function stripLeft(facts: Facts, sections: Sections): void {
  const { count } = facts;
  trial.set(verdicts.subarray(0, count));
  const words = wordsKept(facts, verdicts);
  stripResidue(facts, sections, all, trial, (line) => logits[line], false);
  if (wordsKept(facts, trial) >= 0.5 * words) verdicts.set(trial.subarray(0, count));
}

function wordsKept(facts: Facts, verdictsOn: Uint8Array): number {
  let words = 0;
  for (let line = 0; line < facts.count; line++) if (verdictsOn[line] === KEPT) words += facts.words[line];
  return words;
}

function makeRoom(facts: Facts): void {
  if (verdicts.length >= facts.count) return;
  const room = facts.start.length;
  verdicts = new Uint8Array(room);
  trial = new Uint8Array(room);
  logits = new Float64Array(room);
  all.lines = new Uint32Array(room);
  open.lines = new Uint32Array(room);
}
