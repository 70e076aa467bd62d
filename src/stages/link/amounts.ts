import { mix } from '../../kernel/hash.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { KIND, NUMBER, SIGN, WORD } from '../../kernel/tokens.ts';

/** Tokens between a number and the word that says what it counts, at most. */
const REACH = 3;
const BEFORE = 0x9e37;

/**
 * What numbers count: of "23 pirates" and "magnitude of 5.5" the word beside the number in the high 16 bits, the number in the low ones.
 */
export function amountsOf({ tokens }: TextTokens, stemAt: (i: number) => number, numberAt: (i: number) => number): number[] {
  const { flags, count } = tokens;
  const found: number[] = [];
  for (let i = 0; i < count; i++) {
    const number = numberAt(i);
    if (number < 0) continue;
    for (let k = i + 1; k < count && k <= i + REACH; k++) {
      if ((flags[k] & KIND) === SIGN) continue;
      if ((flags[k] & KIND) === NUMBER) break;
      const stem = stemAt(k);
      if (stem === 0) continue;
      found.push(((mix(stem) & 0xffff0000) | (mix(number) & 0xffff)) >>> 0);
      break;
    }
    for (let k = i - 1; k >= 0 && k >= i - REACH; k--) {
      if ((flags[k] & KIND) === SIGN) continue;
      if ((flags[k] & KIND) !== WORD) break;
      const stem = stemAt(k);
      if (stem === 0) continue;
      found.push(((mix(stem ^ BEFORE) & 0xffff0000) | (mix(number) & 0xffff)) >>> 0);
      break;
    }
  }
  return found;
}
