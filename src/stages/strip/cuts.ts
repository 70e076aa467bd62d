import { withRoom } from '../../columns/grow.ts';
import { CAPITAL, KIND, SIGN } from '../../kernel/tokens.ts';
import { INTERRUPTED } from './claims.ts';
import type { Facts } from './facts.ts';
import { interruptionAt } from './hits.ts';
import { bitOf } from './phrases.ts';
import { endsBefore } from './sentenceEnd.ts';
import { MOST_SENTENCE_WORDS, sentenceKinds, startsSentence, wordsIn } from './sentences.ts';

/** What is left of a line after the furniture inside it is cut: token ranges, from, to, from, to … Scratch. */
export interface Pieces {
  count: number;
  ends: Uint32Array;
  /** Kinds of the furniture that was cut, as bits; 0 when nothing was. */
  cut: number;
}

const INTERRUPTION = bitOf('interruption');
const OUTLET = bitOf('about the outlet');
/** Only a line above this is looked through for sentences of furniture at its end. */
const LONG_LINE = 40;
/** No sentence of so few words has more tokens. */
const MOST_SENTENCE_TOKENS = 3 * MOST_SENTENCE_WORDS;
/** A scrap such as "Ad." goes with the sentence after it. */
const SCRAP_WORDS = 3;

const pieces: Pieces = { count: 0, ends: new Uint32Array(64), cut: 0 };

/**
 * Cuts furniture out of a line that is kept: "The story continues" between two sentences, and calls such as "Follow us on
 * Twitter." at the end of a long line, so that a text without line breaks need not go whole. `past`: the token at which an
 * outlet's name behind the headline begins, with the mark before it; 0 for none. O(tokens of the line).
 */
export function cutLine(facts: Facts, line: number, past = 0): Pieces {
  const from = facts.firstToken[line];
  const to = past > 0 ? past : facts.firstToken[line + 1];
  pieces.count = 0;
  pieces.cut = past > 0 ? OUTLET : 0;
  let start = from;
  if (facts.claims[line] & INTERRUPTED) start = cutInterruptions(facts, from, to);
  let end = to;
  if (facts.words[line] > LONG_LINE && facts.inner[line] >= 1) end = cutLastSentences(facts, line, start, to);
  addPiece(start, end);
  return pieces;
}

/** Adds the pieces before each interruption; returns where the last piece starts. */
function cutInterruptions(facts: Facts, from: number, to: number): number {
  const { tokens } = facts;
  let start = from;
  for (let at = from; at < to; at++) {
    if ((tokens.flags[at] & CAPITAL) === 0 || !(at === from || endsBefore(facts, at, from))) continue;
    const length = interruptionAt(facts, at, to);
    if (length === 0) continue;
    let after = at + length;
    if (after < to && (tokens.flags[after] & KIND) === SIGN && tokens.hash[after] === 0x2e) after++;
    if (after < to && !startsSentence(tokens, after)) continue;
    addPiece(start, at);
    pieces.cut |= INTERRUPTION;
    start = after;
    at = after - 1;
  }
  return start;
}

/** Where the line's own text ends: before the last sentences, as long as they are furniture. */
function cutLastSentences(facts: Facts, line: number, from: number, to: number): number {
  const { tokens } = facts;
  let end = to;
  for (;;) {
    const start = lastSentence(facts, from, end);
    if (start === from) return end;
    const kinds = sentenceKinds(facts, line, start, end);
    if (kinds === 0 && !(end < to && wordsIn(tokens, start, end) <= SCRAP_WORDS)) return end;
    pieces.cut |= kinds;
    end = start;
  }
}

/** First token of the last sentence of tokens[from, to); `from` when it is too long to be furniture. */
function lastSentence(facts: Facts, from: number, to: number): number {
  const least = Math.max(from, to - MOST_SENTENCE_TOKENS);
  for (let at = to - 1; at > least; at--) {
    if (startsSentence(facts.tokens, at) && endsBefore(facts, at, from)) return at;
  }
  return from;
}

function addPiece(from: number, to: number): void {
  if (from >= to) return;
  if (2 * pieces.count === pieces.ends.length) pieces.ends = withRoom(pieces.ends, 2 * pieces.count + 2);
  pieces.ends[2 * pieces.count] = from;
  pieces.ends[2 * pieces.count + 1] = to;
  pieces.count++;
}
