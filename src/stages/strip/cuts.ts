import { YOU_WORD } from '../../kernel/lines/traits.ts';
import { CAPITAL, KIND, NUMBER, SIGN, SPACED, type Tokens, WORD } from '../../kernel/tokens.ts';
import { AT_SIGN, INTERRUPTED } from './claims.ts';
import type { Facts } from './facts.ts';
import { interruptionAt, phrasesIn } from './hits.ts';
import { bitOf } from './phrases.ts';
import { endsBefore } from './sentenceEnd.ts';

/** What is left of a line after the furniture inside it is cut: token ranges, from, to, from, to … Scratch. */
export interface Pieces {
  count: number;
  ends: Uint32Array;
  /** Kinds of the furniture that was cut, as bits; 0 when nothing was. */
  cut: number;
}

const CPY = bitOf('copyright');
const SHR = bitOf('share bar');
const SUB = bitOf('newsletter');
const INTERRUPTION = bitOf('interruption');
const CLOSING =
  CPY |
  SUB |
  SHR |
  bitOf('advertisement') |
  bitOf('link to more') |
  bitOf('comment form') |
  bitOf('sign-in') |
  bitOf('cookie notice') |
  bitOf('author box');

/** Only a line above this is looked through for sentences of furniture at its end. */
const LONG_LINE = 40;
const MOST_SENTENCE_WORDS = 30;
/** No sentence of so few words has more tokens. */
const MOST_SENTENCE_TOKENS = 3 * MOST_SENTENCE_WORDS;
const FEW_WORDS = 12;
/** A scrap such as "Ad." goes with the sentence after it. */
const SCRAP_WORDS = 3;

const pieces: Pieces = { count: 0, ends: new Uint32Array(64), cut: 0 };

/**
 * Cuts furniture out of a line that is kept: "The story continues" between two sentences, and calls such as "Follow us on
 * Twitter." at the end of a long line, so that a text without line breaks need not go whole. O(tokens of the line).
 */
export function cutLine(facts: Facts, line: number): Pieces {
  const from = facts.firstToken[line];
  const to = facts.firstToken[line + 1];
  pieces.count = 0;
  pieces.cut = 0;
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
    const kinds = closingKinds(facts, line, start, end);
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

/** Kinds of furniture that a sentence at a line's end is; 0 when it is none. */
function closingKinds(facts: Facts, line: number, from: number, to: number): number {
  const words = wordsIn(facts.tokens, from, to);
  if (words === 0 || words > MOST_SENTENCE_WORDS) return 0;
  const { strong, weak } = phrasesIn(facts, line, from, to);
  if ((strong | weak) === 0) return 0;
  if (strong & CLOSING) return strong & CLOSING;
  if (weak & CPY) return CPY;
  if ((weak & (SHR | SUB)) === 0) return 0;
  const asks = hasYou(facts, from, to) || (facts.claims[line] & AT_SIGN && hasSign(facts.tokens, from, to, 0x40));
  return asks || (weak & SUB && words <= FEW_WORDS) ? weak & (SHR | SUB) : 0;
}

/** Whether a sentence may start at the token: it stands apart and is no word with a small letter. */
export function startsSentence(tokens: Tokens, at: number): boolean {
  const flags = tokens.flags[at];
  if ((flags & SPACED) === 0) return false;
  const kind = flags & KIND;
  if (kind === WORD) return (flags & CAPITAL) !== 0;
  if (kind === NUMBER) return true;
  const sign = tokens.hash[at];
  return kind === SIGN && (sign === 0x22 || sign === 0x27 || sign === 0x28 || sign === 0xa9);
}

function wordsIn(tokens: Tokens, from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at++) if ((tokens.flags[at] & KIND) !== SIGN) words++;
  return words;
}

function hasYou({ entries }: Facts, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (entries[at] & YOU_WORD) return true;
  return false;
}

function hasSign(tokens: Tokens, from: number, to: number, sign: number): boolean {
  for (let at = from; at < to; at++) if ((tokens.flags[at] & KIND) === SIGN && tokens.hash[at] === sign) return true;
  return false;
}

function addPiece(from: number, to: number): void {
  if (from >= to) return;
  if (2 * pieces.count + 2 > pieces.ends.length) {
    const grown = new Uint32Array(pieces.ends.length * 2);
    grown.set(pieces.ends);
    pieces.ends = grown;
  }
  pieces.ends[2 * pieces.count] = from;
  pieces.ends[2 * pieces.count + 1] = to;
  pieces.count++;
}
