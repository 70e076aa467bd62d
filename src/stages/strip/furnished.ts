import { shingleHashes } from '../../kernel/shingles.ts';
import { KIND, SIGN } from '../../kernel/tokens.ts';
import { NOTICE, SENTENCE, TRAILS_OFF } from './claims.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { findShared, isListedElsewhere, isWidespread, type SharedLines } from './shared.ts';
import type { Taught } from './taught.ts';
import { verdictOf } from './verdicts.ts';

const SHARED = verdictOf('shared by other articles');
/** The runs of shorter lines are those of any text. */
const LEAST_WORDS = 6;

/** Words of the line in hand. Scratch. */
let words = new Uint32Array(256);

/** The articles that are the first to have a widespread line, ascending: what such lines say is read there. O(lines). */
export function furnishedArticles(shared: SharedLines): Uint32Array {
  const found = new Set<number>();
  for (let row = 0; row < shared.keys.length; row++) if (isWidespread(shared, row)) found.add(shared.firsts[row]);
  return Uint32Array.from(found).sort();
}

/**
 * Hashes of all runs of `size` words in the widespread lines that the corpus takes from this article, where no article before it
 * has them; in no order, with repeats. They give furniture away where no line does: misread, wrapped, or grown together with
 * another line. The headline and the first words of another article, which a list has, are that article's own. O(bytes).
 */
export function furnitureRuns(bytes: Uint8Array, article: number, shared: SharedLines, taught: Taught | null, size: number): Uint32Array {
  const { facts, verdicts } = decide(bytes, shared, taught, null);
  const runs: number[] = [];
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== SHARED || facts.words[line] < LEAST_WORDS || facts.claims[line] & TRAILS_OFF) continue;
    const row = findShared(shared, facts.key[line]);
    if (row < 0 || shared.firsts[row] !== article || !isWidespread(shared, row) || mayBeHeadline(facts, line, shared, row)) continue;
    const count = readWords(facts, line);
    // In place: the hash of a run lies where the run began, and no run behind it begins there.
    for (const run of words.subarray(0, shingleHashes(words, count, size, words))) runs.push(run);
  }
  return Uint32Array.from(runs);
}

function mayBeHeadline({ claims }: Facts, line: number, shared: SharedLines, row: number): boolean {
  return (claims[line] & (SENTENCE | NOTICE)) === 0 && shared.tops[row] > 0 && isListedElsewhere(shared, row);
}

/** Fills `words`; returns how many. */
function readWords({ tokens, firstToken }: Facts, line: number): number {
  const past = firstToken[line + 1];
  if (words.length < past - firstToken[line]) words = new Uint32Array(2 * (past - firstToken[line]));
  let count = 0;
  for (let at = firstToken[line]; at < past; at++) if ((tokens.flags[at] & KIND) !== SIGN) words[count++] = tokens.hash[at];
  return count;
}
