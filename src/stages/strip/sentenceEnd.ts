import { abbreviates, IDEOGRAPHIC_STOP, isTerminal, lastBeforeClosers } from '../../kernel/lines/signs.ts';
import { KIND, SHORTENED, SIGN, type Tokens } from '../../kernel/tokens.ts';
import { traitsAt } from './phrasebook.ts';

/** Whether a sentence ends before the token: a full stop or the like comes before it, closing quotation marks aside. */
export function endsBefore(tokens: Tokens, at: number, from: number): boolean {
  const last = lastBeforeClosers(tokens, from, at);
  if (last < from || (tokens.flags[last] & KIND) !== SIGN) return false;
  if (tokens.hash[last] === IDEOGRAPHIC_STOP) return true;
  if (!isTerminal(tokens.hash[last]) || tokens.flags[last] & SHORTENED) return false;
  return last === from || !abbreviates(traitsAt(tokens, last - 1), tokens, last, from);
}
