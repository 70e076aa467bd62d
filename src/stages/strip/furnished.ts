import { shingleHashes } from '../../kernel/shingles.ts';
import { KIND, SIGN } from '../../kernel/tokens.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { corpusSays, findShared, type SharedLines, TAKES } from './shared.ts';
import type { Taught } from './taught.ts';
import { verdictOf } from './verdicts.ts';

const SHARED = verdictOf('shared by other articles');
/** The runs of shorter lines are those of any text. */
const LEAST_WORDS = 6;

/** Words of the line in hand. Scratch. */
let words = new Uint32Array(256);

/** The articles that are the first to have a line which the corpus is sure of, ascending: what such lines say is read there. O(lines). */
export function furnishedArticles(shared: SharedLines): Uint32Array {
  const found = new Set<number>();
  for (let row = 0; row < shared.keys.length; row++) if (isSure(shared, row)) found.add(shared.firsts[row]);
  return Uint32Array.from(found).sort();
}

/**
 * Hashes of every run of `size` words in the lines that the corpus takes from this article and is sure of, where no article before it has them; in no
 * order, with repeats. These runs give furniture away where no line does: misread, wrapped, or grown together with another line. O(bytes).
 */
export function furnitureRuns(bytes: Uint8Array, article: number, shared: SharedLines, taught: Taught | null, size: number): Uint32Array {
  const { facts, verdicts } = decide(bytes, shared, taught, null);
  const runs: number[] = [];
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== SHARED || facts.words[line] < LEAST_WORDS) continue;
    const row = findShared(shared, facts.key[line]);
    if (row < 0 || shared.firsts[row] !== article || !isSure(shared, row)) continue;
    const count = readWords(facts, line);
    for (const run of words.subarray(0, shingleHashes(words, count, size, words))) runs.push(run);
  }
  return Uint32Array.from(runs);
}

/** The corpus would take even a sentence. */
function isSure(shared: SharedLines, row: number): boolean {
  return corpusSays(shared, row, LEAST_WORDS, true, true) === TAKES;
}

function readWords({ tokens, firstToken }: Facts, line: number): number {
  const past = firstToken[line + 1];
  if (words.length < past - firstToken[line]) words = new Uint32Array(2 * (past - firstToken[line]));
  let count = 0;
  for (let at = firstToken[line]; at < past; at++) if ((tokens.flags[at] & KIND) !== SIGN) words[count++] = tokens.hash[at];
  return count;
}
