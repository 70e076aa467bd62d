import { scan } from './scan.ts';
import { KIND, makeTokens, reserve, roomFor, WORD } from './tokens.ts';

/** The hash that `scan` gives each of these words. */
export function wordHashes(words: readonly string[]): number[] {
  const bytes = new TextEncoder().encode(words.join('\n'));
  const tokens = makeTokens();
  reserve(tokens, roomFor(bytes.length));
  scan(bytes, 0, bytes.length, tokens);
  const hashes: number[] = [];
  for (let i = 0; i < tokens.count; i++) if ((tokens.flags[i] & KIND) === WORD) hashes.push(tokens.hash[i]);
  return hashes;
}
