import { KIND, NUMBER, SIGN } from '../../kernel/tokens.ts';
import { SENTENCE } from './claims.ts';
import type { Facts } from './facts.ts';
import { allKinds, isEntry } from './place.ts';
import { giveBack, KEPT } from './verdicts.ts';

/** So many tokens at the start of a line are its shape. */
const SHAPE = 3;
/** So many lines of a row have to be kept, from its first on, for the rest to follow. */
const BEGUN = 2;
/** "First Quarter". */
const MOST_HEADING_WORDS = 3;

/**
 * Gives back the rest of a list of dates, results or the like that a whole page keeps in part, since far from sentences any
 * line looks like a link: lines that start alike ("June 9 – ", "June 14 – "), with a number, and the rest of a table. O(lines).
 */
export function keepRows(facts: Facts, verdicts: Uint8Array): void {
  keepAlike(facts, verdicts, 0, 1);
  keepAlike(facts, verdicts, facts.count - 1, -1);
  keepTables(facts, verdicts);
}

/** What follows, going down (1) or up (−1), two kept lines of its row. */
function keepAlike(facts: Facts, verdicts: Uint8Array, begin: number, way: 1 | -1): void {
  let shape = 0;
  let kept = 0;
  for (let line = begin; line >= 0 && line < facts.count; line += way) {
    const own = shapeOf(facts, line);
    if (own === 0 || own !== shape) kept = 0;
    shape = own;
    if (own === 0) continue;
    if (kept >= BEGUN) giveBack(verdicts, line);
    kept = verdicts[line] === KEPT ? kept + 1 : 0;
  }
}

/** Below two kept lines of a table, its other lines with numbers, and the short headings above these. */
function keepTables(facts: Facts, verdicts: Uint8Array): void {
  let kept = 0;
  for (let line = 0; line < facts.count; line++) {
    const heading = line + 1 < facts.count && facts.words[line] <= MOST_HEADING_WORDS && isEntry(facts, line) && isRow(facts, line + 1);
    if (!isRow(facts, line) && !(kept >= BEGUN && heading)) kept = 0;
    else {
      if (kept >= BEGUN) giveBack(verdicts, line);
      if (verdicts[line] === KEPT) kept++;
      else kept = 0;
    }
  }
}

/** A line of numbers and what they count. */
function isRow(facts: Facts, line: number): boolean {
  return facts.numbers[line] > 0 && facts.words[line] > 1 && isEntry(facts, line);
}

/** A hash of how a line starts: with which kinds of tokens, and which signs; 0 without a number among them, and for sentences and furniture. */
function shapeOf(facts: Facts, line: number): number {
  const { hash, flags } = facts.tokens;
  const from = facts.firstToken[line];
  const least = (flags[from] & KIND) === SIGN ? SHAPE + 1 : SHAPE;
  if (from + least > facts.firstToken[line + 1] || facts.claims[line] & SENTENCE || allKinds(facts, line) !== 0) return 0;
  let shape = 1;
  let number = false;
  for (let at = from; at < from + SHAPE; at++) {
    const kind = flags[at] & KIND;
    number ||= kind === NUMBER;
    shape = Math.imul(shape, 31) + (kind === SIGN ? hash[at] : kind);
  }
  return number ? shape : 0;
}
