import { lineKey } from '../../kernel/lines/keys.ts';
import { COLON } from '../../kernel/lines/signs.ts';
import { tailsOf } from '../../kernel/lines/tails.ts';
import type { Facts } from './facts.ts';
import { wordsIn } from './sentences.ts';
import { corpusSays, findShared, type SharedLines, TAKES } from './shared.ts';

/** So many articles show that what stands behind their headlines is an outlet's name. */
const LEAST_ARTICLES = 3;

/**
 * Where the headline, the first line, ends in front of an outlet's name that the corpus knows from the headlines of articles that differ otherwise:
 * "Ferry runs aground - Channel Nine | Tarrin". Past-the-end token; 0 when there is no such name. O(tokens of the first line).
 */
export function titleEnd(facts: Facts, shared: SharedLines): number {
  const { tokens } = facts;
  const past = facts.firstToken[1];
  let tail = 0;
  for (const from of tailsOf(tokens, 0, past)) {
    const row = findShared(shared, lineKey(tokens, from, past));
    if (row < 0 || shared.articles[row] < LEAST_ARTICLES) continue;
    if (corpusSays(shared, row, wordsIn(tokens, from, past), false, true) === TAKES) tail = from;
  }
  if (tail === 0) return 0;
  // "::" is two tokens.
  return tokens.hash[tail - 2] === COLON ? tail - 2 : tail - 1;
}
