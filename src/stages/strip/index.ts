import { withRoom } from '../../columns/grow.ts';
import { type TextTokens, takeTokens } from '../../kernel/text.ts';
import type { LineVerdict } from '../../report.ts';
import { INTERRUPTED, TERMINAL } from './claims.ts';
import { cutLine, type Pieces } from './cuts.ts';
import { type Decision, decide } from './decide.ts';
import type { Facts } from './facts.ts';
import type { Term } from './logit.ts';
import { evidenceOf } from './reasons.ts';
import type { SharedLines } from './shared.ts';
import { cutTaught, isKeptWhole, ruleOn, type Taught, takesPart } from './taught.ts';
import { KEPT, nameOf, verdictOf } from './verdicts.ts';

export { keysAsCut, keysOfRuns, mayBeJoined } from './asked.ts';
export { furnishedArticles, furnitureRuns } from './furnished.ts';
export { Learner } from './learn.ts';
export { countLines, type LineCounts, type LineKeys, magnitude } from './lineCounts.ts';
export {
  type JudgedRows,
  judgeLines,
  judgeRows,
  MOST_COMPARED,
  rowsInTurn,
  type SharedLines,
  sharedLines,
  sharedOf,
} from './shared.ts';
export { type LineSurvey, survey } from './survey.ts';
export { sectionsOf, type Taught, taughtOf } from './taught.ts';

/** The own text of one article, as byte ranges of it in order; a space or a line end is understood between two ranges. */
export interface OwnText {
  /** start, end, start, end … */
  readonly spans: Uint32Array;
  /** Per span: 1 when it begins a line of its own, 0 when it goes on after an in-line cut. */
  readonly newLine: Uint8Array;
  readonly words: number;
  readonly furnitureWords: number;
  /** True when the page has no text of its own: a gate, an error page, menus only. Then there are no spans. */
  readonly furnitureOnly: boolean;
  /** First and past-the-end byte of the headline; an empty range when there is none. */
  readonly title: readonly [number, number];
}

const NO_TITLE: readonly [number, number] = [0, 0];
const CUT = verdictOf('furniture inside the line');

/** Scratch of strip, grown as needed; results are copies. */
let spans = new Uint32Array(512);
let newLine = new Uint8Array(256);
/** Per span its tokens: first, past the last. */
let ranges = new Uint32Array(512);

/**
 * The article's own text: what is left of a saved page when its furniture is gone. `shared` is the evidence of the corpus,
 * null for a text on its own; `own`, when given, takes the tokens of the own text, as if it were scanned again; `taught`
 * has the user's rules. O(bytes) on any input; bytes must be valid UTF-8. Leaves undone: furniture that no phrase, place,
 * rule or other article gives away, since own text is precious.
 */
export function strip(bytes: Uint8Array, shared: SharedLines | null, own: TextTokens | null = null, taught: Taught | null = null): OwnText {
  const { facts, verdicts, titleEnd } = decide(bytes, shared, taught, null);
  let count = 0;
  let words = 0;
  let allWords = 0;
  for (let line = 0; line < facts.count; line++) {
    allWords += facts.words[line];
    if (verdicts[line] !== KEPT) continue;
    const before = count;
    words += addOwnSpans(facts, line, count, line === 0 ? titleEnd : 0);
    count = spanCount;
    if (count > before) newLine[before] = 1;
  }
  if (own !== null) takeTokens(facts.tokens, ranges, newLine, count, own);
  return {
    spans: spans.slice(0, 2 * count),
    newLine: newLine.slice(0, count),
    words,
    furnitureWords: allWords - words,
    furnitureOnly: count === 0,
    title: count === 0 ? NO_TITLE : titleOf(facts, verdicts, titleEnd),
  };
}

let spanCount = 0;

/** Adds what is left of a kept line; returns its words. */
function addOwnSpans(facts: Facts, line: number, count: number, past: number): number {
  const pieces = piecesOf(facts, line, past);
  if (pieces === null) {
    addSpan(facts.start[line], facts.end[line], count);
    ranges[2 * count] = facts.firstToken[line];
    ranges[2 * count + 1] = facts.firstToken[line + 1];
    return facts.words[line];
  }
  const { start, end } = facts.tokens;
  let tokens = 0;
  spanCount = count;
  for (let at = 0; at < 2 * pieces.count; at += 2) {
    addSpan(start[pieces.ends[at]], end[pieces.ends[at + 1] - 1], spanCount);
    ranges[2 * spanCount - 2] = pieces.ends[at];
    ranges[2 * spanCount - 1] = pieces.ends[at + 1];
    tokens += pieces.ends[at + 1] - pieces.ends[at];
  }
  const allTokens = facts.firstToken[line + 1] - facts.firstToken[line];
  return Math.round((facts.words[line] * tokens) / allTokens);
}

/** What is left of a kept line when the furniture in it is cut; null when there is none in it. */
function piecesOf(facts: Facts, line: number, past: number): Pieces | null {
  const part = takesPart(line);
  const mayBeCut = past > 0 || (facts.claims[line] & INTERRUPTED) !== 0 || (facts.words[line] > 40 && facts.inner[line] >= 1);
  if (!(part || mayBeCut) || isKeptWhole(line)) return null;
  const pieces = cutLine(facts, line, past);
  if (part) cutTaught(facts, pieces);
  return part || pieces.cut !== 0 ? pieces : null;
}

function addSpan(start: number, end: number, count: number): void {
  if (count === newLine.length) {
    spans = withRoom(spans, 2 * count + 2);
    ranges = withRoom(ranges, 2 * count + 2);
    newLine = withRoom(newLine, count + 1);
  }
  spans[2 * count] = start;
  spans[2 * count + 1] = end;
  newLine[count] = 0;
  spanCount = count + 1;
}

/** The first line of the own text when it reads like a headline: short, no full stop, and more text follows. */
function titleOf(facts: Facts, verdicts: Uint8Array, past: number): readonly [number, number] {
  let first = 0;
  while (verdicts[first] !== KEPT) first++;
  let next = first + 1;
  while (next < facts.count && verdicts[next] !== KEPT) next++;
  const words = facts.words[first];
  if (next === facts.count || words < 2 || words > 30) return NO_TITLE;
  const stop = facts.bytes[facts.end[first] - 1] === 0x2e && (facts.claims[first] & TERMINAL) !== 0 && words >= 8;
  return stop ? NO_TITLE : [facts.start[first], first === 0 && past > 0 ? facts.tokens.end[past - 1] : facts.end[first]];
}

/** The verdict on every line, in words; slower than `strip`, and always of one mind with it. */
export function judge(bytes: Uint8Array, shared: SharedLines | null, taught: Taught | null = null): LineVerdict[] {
  const terms = new Map<number, readonly Term[]>();
  const decision = decide(bytes, shared, taught, terms);
  return Array.from({ length: decision.facts.count }, (_, line) => verdictOn(decision, line, shared, terms.get(line)));
}

function verdictOn(decision: Decision, line: number, shared: SharedLines | null, terms: readonly Term[] | undefined): LineVerdict {
  const { facts, verdicts } = decision;
  const past = line === 0 ? decision.titleEnd : 0;
  const text = textOf(facts, facts.start[line], facts.end[line]);
  const verdict = verdicts[line];
  if (verdict !== KEPT) return { text, own: '', rule: nameOf(verdict), evidence: evidenceOf(decision, line, shared, terms ?? []) };
  const pieces = piecesOf(facts, line, past);
  if (pieces === null) return { text, own: text, rule: null, evidence: isKeptWhole(line) ? ruleOn(line) : null };
  const { start, end } = facts.tokens;
  const own: string[] = [];
  for (let at = 0; at < 2 * pieces.count; at += 2) {
    own.push(textOf(facts, start[pieces.ends[at]], end[pieces.ends[at + 1] - 1]));
  }
  return { text, own: own.join(' '), rule: nameOf(CUT), evidence: evidenceOf(decision, line, shared, [], pieces) };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A copy, since a decoder may refuse shared memory. */
function textOf(facts: Facts, start: number, end: number): string {
  return decoder.decode(Uint8Array.from(facts.bytes.subarray(start, end)));
}
