import { abbreviates, IDEOGRAPHIC_STOP, isTerminal, lastBeforeClosers } from '../../kernel/lines/signs.ts';
import { KIND, SHORTENED, SIGN } from '../../kernel/tokens.ts';
import type { Facts } from './facts.ts';

/** Whether a sentence ends before the token: a full stop or the like comes before it, closing quotation marks aside. */
export function endsBefore({ tokens, entries }: Facts, at: number, from: number): boolean {
  const last = lastBeforeClosers(tokens, from, at);
  if (last < from || (tokens.flags[last] & KIND) !== SIGN) return false;
  if (tokens.hash[last] === IDEOGRAPHIC_STOP) return true;
  if (!isTerminal(tokens.hash[last]) || tokens.flags[last] & SHORTENED) return false;
  return last === from || !abbreviates(entries[last - 1], tokens, last, from);
}
