import { isJoined } from '../../kernel/lines/parts.ts';
import { shingleHashes } from '../../kernel/shingles.ts';
import { KIND, SIGN } from '../../kernel/tokens.ts';
import { NOTICE, SENTENCE, TRAILS_OFF } from './claims.ts';
import { decide } from './decide.ts';
import { type Facts, readFacts } from './facts.ts';
import { findShared, isListedElsewhere, NOWHERE, type SharedLines } from './shared.ts';
import type { Taught } from './taught.ts';
import { verdictOf } from './verdicts.ts';

const SHARED = verdictOf('shared by other articles');

/** The runs of shorter lines are those of any text. */
const LEAST_WORDS = 6;

const NONE = new Uint32Array(0);

/** Words of the line in hand. Scratch. */
let lineWords = new Uint32Array(256);

/** The articles that are the first to have a widespread line, ascending: what such lines say is read there. O(lines). */
export function furnishedArticles({ firsts }: SharedLines): Uint32Array {
  return Uint32Array.from(new Set(firsts.filter((first) => first !== NOWHERE))).sort();
}

/**
 * Hashes of all runs of `size` words in the widespread lines that the corpus takes from this article, where no article before it
 * has them; in no order, with repeats. They give furniture away where no line does: misread, wrapped, or grown together with
 * another line. The headline and the first words of another article, which a list has, are that article's own. O(bytes).
 */
export function furnitureRuns(bytes: Uint8Array, article: number, shared: SharedLines, taught: Taught | null, size: number): Uint32Array {
  // Most lines that many pages have are headlines: to see that costs a quarter of a verdict.
  const asTheyAre = readFacts(bytes);
  if (!isJoined(asTheyAre.firstToken, asTheyAre.count) && !hasRuns(asTheyAre, article, shared)) return NONE;
  const { facts, verdicts } = decide(bytes, shared, taught, null);
  const runs: number[] = [];
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== SHARED || !lendsRuns(facts, line, article, shared)) continue;
    const count = readWords(facts, line);
    // In place: the hash of a run lies where the run began, and no run behind it begins there.
    for (const run of lineWords.subarray(0, shingleHashes(lineWords, count, size, lineWords))) runs.push(run);
  }
  return Uint32Array.from(runs);
}

function hasRuns(facts: Facts, article: number, shared: SharedLines): boolean {
  for (let line = 0; line < facts.count; line++) if (lendsRuns(facts, line, article, shared)) return true;
  return false;
}

function lendsRuns({ key, words, claims }: Facts, line: number, article: number, shared: SharedLines): boolean {
  if (words[line] < LEAST_WORDS) return false;
  const row = findShared(shared, key[line]);
  if (row < 0 || shared.firsts[row] !== article || claims[line] & TRAILS_OFF) return false;
  const mayBeHeadline = (claims[line] & (SENTENCE | NOTICE)) === 0 && shared.tops[row] > 0 && isListedElsewhere(shared, row);
  return !mayBeHeadline;
}

/** Fills `lineWords`; returns how many. */
function readWords({ tokens, firstToken }: Facts, line: number): number {
  const past = firstToken[line + 1];
  if (lineWords.length < past - firstToken[line]) lineWords = new Uint32Array(2 * (past - firstToken[line]));
  let count = 0;
  for (let at = firstToken[line]; at < past; at++) if ((tokens.flags[at] & KIND) !== SIGN) lineWords[count++] = tokens.hash[at];
  return count;
}
