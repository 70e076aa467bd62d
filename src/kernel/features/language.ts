import { KIND, type Tokens, WORD } from '../tokens.ts';
import { TELLING_TOKENS } from './bounds.ts';
import type { Lexicon } from './lexicon.ts';

const counts = new Uint32Array(32);

/** Of the allowed languages, a bit mask, the one whose stop words make up most of a text's head. */
export function tellLanguage({ hash, flags, count }: Tokens, { stopWords, languages }: Lexicon, allowed: number): number {
  counts.fill(0);
  const end = Math.min(count, TELLING_TOKENS);
  for (let i = 0; i < end; i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    for (let mask = Math.max(stopWords.get(hash[i]), 0); mask; mask &= mask - 1) counts[31 - Math.clz32(mask & -mask)]++;
  }
  let best = -1;
  for (let language = 0; language < languages; language++) {
    if (allowed & (1 << language) && (best < 0 || counts[language] > counts[best])) best = language;
  }
  return Math.max(best, 0);
}
