import { TELLING_TOKENS } from './bounds.ts';
import type { Lexicon } from './lexicon.ts';
import { LANGUAGES_SHIFT, MOST_LANGUAGES } from './meanings.ts';

const counts = new Uint32Array(MOST_LANGUAGES);

/** Of the allowed languages, a bit mask, the one whose stop words make up most of a text's head, by the meanings of its `count` tokens. */
export function tellLanguage(meanings: Uint32Array, count: number, { languages }: Lexicon, allowed: number): number {
  counts.fill(0);
  const end = Math.min(count, TELLING_TOKENS);
  for (let i = 0; i < end; i++) {
    for (let mask = meanings[i] >>> LANGUAGES_SHIFT; mask; mask &= mask - 1) counts[31 - Math.clz32(mask & -mask)]++;
  }
  let best = -1;
  for (let language = 0; language < languages; language++) {
    if (allowed & (1 << language) && (best < 0 || counts[language] > counts[best])) best = language;
  }
  return Math.max(best, 0);
}
