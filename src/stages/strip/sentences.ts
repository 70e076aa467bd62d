import { YOU_WORD } from '../../kernel/lines/traits.ts';
import { CAPITAL, KIND, NUMBER, SIGN, SPACED, type Tokens, WORD } from '../../kernel/tokens.ts';
import { AT_SIGN } from './claims.ts';
import type { Facts } from './facts.ts';
import { phrasesIn } from './hits.ts';
import { bitOf } from './phrases.ts';

const CPY = bitOf('copyright');
const SHR = bitOf('share bar');
const SUB = bitOf('newsletter');
/** Kinds whose words at a sentence's start are enough. */
export const START_KINDS =
  CPY |
  SUB |
  SHR |
  bitOf('advertisement') |
  bitOf('link to more') |
  bitOf('comment form') |
  bitOf('sign-in') |
  bitOf('cookie notice') |
  bitOf('author box');

/** A sentence of furniture is no longer. */
export const MOST_SENTENCE_WORDS = 30;
const FEW_WORDS = 12;

/** Kinds of furniture, as bits, that a sentence inside a line is by itself; 0 when it is none. O(tokens). */
export function sentenceKinds(facts: Facts, line: number, from: number, to: number): number {
  const words = wordsIn(facts.tokens, from, to);
  if (words === 0 || words > MOST_SENTENCE_WORDS) return 0;
  const { strong, weak } = phrasesIn(facts, line, from, to);
  if ((strong | weak) === 0) return 0;
  if (strong & START_KINDS) return strong & START_KINDS;
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

export function wordsIn(tokens: Tokens, from: number, to: number): number {
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
