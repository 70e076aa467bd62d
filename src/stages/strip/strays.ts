import { SENTENCE } from './claims.ts';
import type { Facts } from './facts.ts';
import { countTopics, topicOverlapUnseen } from './topics.ts';
import { KEPT, verdictOf } from './verdicts.ts';
import type { View } from './view.ts';

const STRAY = verdictOf('apart from the article');

/** So many lines of furniture part two runs of kept lines. */
const LEAST_GAP = 3;
/** Behind fewer, a run with a row of sentences of so many words may be the article's second half. */
const FAR = 12;
const PARAGRAPH_WORDS = 40;
/** A run that uses less than this share of its content words with the article is not part of it: one near, one far off. */
const OTHER_TOPIC = 0.2;
const OTHER_TOPIC_FAR = 0.4;
/** So may a run of more than this share of the article's words. */
const MOST_WORDS = 0.7;
/** Weight of a sentence's words below a sentence: a list of teasers may be longer than the article. */
const ROW = 2;

/** Runs of kept lines: first and last line, words in sentences (in a row of them: twice), lines of furniture before it. */
interface Run {
  readonly first: number;
  last: number;
  words: number;
  readonly gap: number;
}

/**
 * Strips what is left of a whole page below its article: runs of lines behind furniture that are much shorter than the
 * longest and speak of other things, which teasers and notices about the outlet do. O(tokens).
 */
export function stripStrays(facts: Facts, title: number, verdicts: Uint8Array): void {
  const runs = findRuns(facts, title, verdicts);
  if (runs.length < 2) return;
  const main = runs.reduce((longest, run) => (run.words > longest.words ? run : longest));
  const later = runs.slice(runs.indexOf(main) + 1).filter(({ words }) => words <= MOST_WORDS * main.words);
  if (later.length === 0) return;
  countTopics(facts, keptIn(main, verdicts));
  let gap = 0;
  for (const run of later) {
    gap = Math.max(gap, run.gap);
    if (gap < FAR && longestRow(facts, run, verdicts) >= PARAGRAPH_WORDS) continue;
    if (overlapOf(facts, run, verdicts) >= (gap < FAR ? OTHER_TOPIC : OTHER_TOPIC_FAR)) continue;
    for (let line = run.first; line <= run.last; line++) if (verdicts[line] === KEPT) verdicts[line] = STRAY;
  }
}

function findRuns(facts: Facts, title: number, verdicts: Uint8Array): Run[] {
  const runs: Run[] = [];
  let gap = LEAST_GAP;
  for (let line = 0; line < facts.count; line++) {
    if (line === title) continue;
    if (verdicts[line] !== KEPT) {
      gap++;
      continue;
    }
    if (gap >= LEAST_GAP) runs.push({ first: line, last: line, words: 0, gap });
    gap = 0;
    const run = runs[runs.length - 1];
    const inRow = line > run.first && isKeptSentence(facts, verdicts, line - 1);
    run.last = line;
    if (isKeptSentence(facts, verdicts, line)) run.words += inRow ? ROW * facts.words[line] : facts.words[line];
  }
  return runs;
}

function isKeptSentence(facts: Facts, verdicts: Uint8Array, line: number): boolean {
  return verdicts[line] === KEPT && (facts.claims[line] & SENTENCE) !== 0;
}

function keptIn({ first, last }: Run, verdicts: Uint8Array): View {
  const lines = Uint32Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((line) => verdicts[line] === KEPT);
  return { lines, count: lines.length };
}

/** Mean share of a run's content words that the counted lines use, by the words of its lines; 0–1. */
function overlapOf(facts: Facts, run: Run, verdicts: Uint8Array): number {
  let sum = 0;
  let words = 0;
  for (let line = run.first; line <= run.last; line++) {
    if (verdicts[line] !== KEPT) continue;
    sum += topicOverlapUnseen(facts, line) * facts.words[line];
    words += facts.words[line];
  }
  return words === 0 ? 0 : sum / words;
}

/** Words of the longest row of two sentence lines or more: teasers stand one by one. */
function longestRow(facts: Facts, run: Run, verdicts: Uint8Array): number {
  let longest = 0;
  let words = 0;
  let lines = 0;
  for (let line = run.first; line <= run.last; line++) {
    const goesOn = verdicts[line] === KEPT && (facts.claims[line] & SENTENCE) !== 0;
    lines = goesOn ? lines + 1 : 0;
    words = goesOn ? words + facts.words[line] : 0;
    if (lines >= 2 && words > longest) longest = words;
  }
  return longest;
}
