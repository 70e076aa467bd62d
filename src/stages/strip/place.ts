import { DATED, SENTENCE, TERMINAL } from './claims.ts';
import type { Facts } from './facts.ts';
import { NO_SECTION, type Sections } from './sections.ts';
import { KEPT } from './verdicts.ts';
import type { View } from './view.ts';

/** What a rule may look at. One object for the module, refilled for each text: its lines, and where a line stands. */
export interface Place {
  facts: Facts;
  sections: Sections;
  view: View;
  verdicts: Uint8Array;
  /** Position in view of the line in hand, of the first and of the last sentence that is own text so far. */
  at: number;
  first: number;
  last: number;
  /** Lines that begin or end with a clock, and lines that end with "share". */
  clocks: number;
  shares: number;
  /** Headlines in capitals. */
  capitals: number;
}

/** Kinds of furniture whose words the line is, or starts with. */
export function strongKinds(facts: Facts, line: number): number {
  return facts.whole[line] | facts.starts[line];
}

/** Kinds of furniture of which any words stand in the line. */
export function allKinds(facts: Facts, line: number): number {
  return facts.whole[line] | facts.starts[line] | facts.anywhere[line];
}

/** Neither a sentence, nor furniture, nor a date, and the page has it once: as the lines of a list or a table are. */
export function isEntry(facts: Facts, line: number): boolean {
  return (facts.claims[line] & (SENTENCE | DATED)) === 0 && allKinds(facts, line) === 0 && facts.repeated[line] === 0;
}

export function isSentence(facts: Facts, line: number): boolean {
  return (facts.claims[line] & SENTENCE) !== 0;
}

export function isTerminal(facts: Facts, line: number): boolean {
  return (facts.claims[line] & TERMINAL) !== 0;
}

/** A sentence without any words of furniture. */
export function isPlainSentence(facts: Facts, line: number): boolean {
  return isSentence(facts, line) && allKinds(facts, line) === 0;
}

/** A sentence that is own text so far. */
export function isOwnSentence({ facts, sections, verdicts }: Place, line: number): boolean {
  return isSentence(facts, line) && sections.kind[line] === NO_SECTION && verdicts[line] === KEPT;
}

/** Position of the next kept sentence from `at` on, going up (1) or down (−1); past the end when there is none. */
export function nextOwnSentence(here: Place, at: number, way: 1 | -1): number {
  while (at >= 0 && at < here.view.count && !isOwnSentence(here, here.view.lines[at])) at += way;
  return at;
}

export function hasColon(facts: Facts, line: number): boolean {
  const { hash } = facts.tokens;
  for (let at = facts.firstToken[line]; at < facts.firstToken[line + 1]; at++) if (hash[at] === 0x3a) return true;
  return false;
}
