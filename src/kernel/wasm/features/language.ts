/** ../../features/language.ts */
import { TELLING_TOKENS } from '../../features/bounds';
import { MEANING } from '../../features/featureLayout';
import { LANGUAGES_SHIFT } from '../../features/meanings';
import { COUNTS } from '../../layout';
import { languages } from './lexicon';
import { column, count } from './own';

/** Counts the stop words of all languages at once, a lane each: a branch would be guessed wrong at every other word. */
export function tellLanguage(allowed: u32): u32 {
  const low = i16x8(1, 2, 4, 8, 16, 32, 64, 128);
  const high = i16x8.shl(low, 8);
  let lowCounts = i16x8.splat(0);
  let highCounts = i16x8.splat(0);
  const meanings = column(MEANING);
  const end = min<u32>(count, TELLING_TOKENS);
  for (let i: u32 = 0; i < end; i++) {
    const mask = i16x8.splat(<i16>(load<u32>(meanings + (i << 2)) >> LANGUAGES_SHIFT));
    // A lane that is equal is −1.
    lowCounts = i16x8.sub(lowCounts, i16x8.eq(v128.and(mask, low), low));
    highCounts = i16x8.sub(highCounts, i16x8.eq(v128.and(mask, high), high));
  }
  v128.store(COUNTS, lowCounts);
  v128.store(COUNTS, highCounts, 16);
  let best: u32 = 0;
  let most: i32 = -1;
  for (let language: u32 = 0; language < languages; language++) {
    const words = <i32>load<u16>(COUNTS + (language << 1));
    if ((allowed & (1 << language)) === 0 || words <= most) continue;
    best = language;
    most = words;
  }
  return best;
}
