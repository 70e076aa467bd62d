import { KIND, NUMBER, SIGN } from '../../kernel/tokens.ts';
import { SENTENCE } from './claims.ts';
import type { Facts } from './facts.ts';
import { allKinds } from './place.ts';
import { KEPT, verdictOf } from './verdicts.ts';

const BY_PLACE = verdictOf('place in the page');

/** So many tokens at the start of a line are its shape. */
const SHAPE = 3;
/** So many lines of a row have to be kept, from its first on, for the rest to follow. */
const BEGUN = 2;

/**
 * Gives back the rest of a list of dates, results or the like that a whole page begins and then drops, since far from sentences any
 * line looks like a link: lines that start alike ("June 9 – ", "June 14 – "), with a number. O(lines).
 */
export function keepRows(facts: Facts, verdicts: Uint8Array): void {
  let shape = 0;
  let kept = 0;
  for (let line = 0; line < facts.count; line++) {
    const own = shapeOf(facts, line);
    if (own === 0 || own !== shape) kept = 0;
    shape = own;
    if (own === 0) continue;
    if (kept >= BEGUN && verdicts[line] === BY_PLACE) verdicts[line] = KEPT;
    kept = verdicts[line] === KEPT ? kept + 1 : 0;
  }
}

/** A hash of how a line starts: with which kinds of tokens, and which signs; 0 without a number among them, and for sentences and furniture. */
function shapeOf(facts: Facts, line: number): number {
  const { hash, flags } = facts.tokens;
  const from = facts.firstToken[line];
  if (from + SHAPE >= facts.firstToken[line + 1] || facts.claims[line] & SENTENCE || allKinds(facts, line) !== 0) return 0;
  let shape = 1;
  let number = false;
  for (let at = from; at < from + SHAPE; at++) {
    const kind = flags[at] & KIND;
    number ||= kind === NUMBER;
    shape = Math.imul(shape, 31) + (kind === SIGN ? hash[at] : kind);
  }
  return number ? shape : 0;
}
