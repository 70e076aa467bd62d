/** ../../features/language.ts */
import { TELLING_TOKENS } from '../../features/bounds';
import { WORD } from '../../flags';
import { COUNTS } from '../../layout';
import { languageCount, stopLanguages } from './lexicon';
import { count, hashAt, kindAt } from './own';

export function tellLanguage(allowed: u32): u32 {
  memory.fill(COUNTS, 0, 4 * 32);
  const end = min(count, TELLING_TOKENS);
  for (let i: u32 = 0; i < end; i++) {
    if (kindAt(i) !== WORD) continue;
    for (let mask = stopLanguages(hashAt(i)); mask !== 0; mask &= mask - 1) {
      const counter = COUNTS + (ctz(mask) << 2);
      store<u32>(counter, load<u32>(counter) + 1);
    }
  }
  let best: u32 = 0;
  let most: i32 = -1;
  for (let language: u32 = 0; language < languageCount(); language++) {
    const words = load<i32>(COUNTS + (language << 2));
    if ((allowed & (1 << language)) === 0 || words <= most) continue;
    best = language;
    most = words;
  }
  return best;
}
