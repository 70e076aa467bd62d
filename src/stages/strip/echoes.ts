import type { Facts } from './facts.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const ECHO = verdictOf('text again in one line');

/** A page prints its text again for machines: as one line of so many words. */
const LEAST_WORDS = 100;
/** So many tokens in a row are not there twice by chance; of all such rows one in eight is looked at, the same ones everywhere. */
const ROW = 8;
const SAMPLE = 8;
/** A line goes when this share of its rows stands in the kept lines above it. */
const MOST_KNOWN = 0.7;

/** Strips from a whole page long lines that only say again what the kept lines above them say. O(tokens) where there is a long line, else O(lines). */
export function stripEchoes(facts: Facts, verdicts: Uint8Array): void {
  if (!hasLongLine(facts, verdicts)) return;
  const seen = new Set<number>();
  for (let line = 0; line < facts.count; line++) {
    if (verdicts[line] !== KEPT) continue;
    const rows = rowsOf(facts, line);
    if (facts.words[line] >= LEAST_WORDS && rows.length > 0) {
      const known = rows.filter((row) => seen.has(row)).length;
      if (known >= MOST_KNOWN * rows.length) verdicts[line] = ECHO;
    }
    for (const row of rows) seen.add(row);
  }
}

function hasLongLine(facts: Facts, verdicts: Uint8Array): boolean {
  for (let line = 0; line < facts.count; line++) if (verdicts[line] === KEPT && facts.words[line] >= LEAST_WORDS) return true;
  return false;
}

/** Hashes of the sampled rows of a line: those that begin with a token whose hash says so. */
function rowsOf({ tokens, firstToken }: Facts, line: number): number[] {
  const rows: number[] = [];
  for (let at = firstToken[line]; at + ROW <= firstToken[line + 1]; at++) {
    if (Math.imul(tokens.hash[at], 0x9e3779b1) >>> 0 >= 0x100000000 / SAMPLE) continue;
    let row = 0;
    for (let next = at; next < at + ROW; next++) row = Math.imul(row ^ tokens.hash[next], 0x85ebca6b) + next - at;
    rows.push(row >>> 0);
  }
  return rows;
}
