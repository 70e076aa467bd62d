import { mix } from '../hash.ts';
import { sortUnique } from '../shingles.ts';
import type { TextTokens } from '../text.ts';
import { CHARACTER, KIND, NUMBER, SIGN, SPACED, WORD } from '../tokens.ts';
import { ageAt } from './ages.ts';
import { addAmounts } from './amounts.ts';
import { LEAD_WORDS, NO_STEM } from './bounds.ts';
import { isCapitalInside, monthsAround, weekdayAt } from './calendar.ts';
import type { Lexicon } from './lexicon.ts';
import { COUNTED, LAST_NUMBER } from './meanings.ts';
import { quotedRuns } from './quotations.ts';
import { makeWords, readWords } from './stems.ts';
import { tally } from './tally.ts';

/** What one article gives to `link`. Lists of hashes are sorted and do not repeat. */
export interface Features {
  /** Stems and numbers of the text, without stop words. */
  readonly stems: Uint32Array;
  /** Per stem: how often in the text (low 16 bits), and how often in the lead (high 16 bits). */
  readonly counts: Uint32Array;
  /** The numbers alone, clock times included. */
  readonly numbers: Uint32Array;
  /** Words with a capital inside a sentence: names of people, places, firms. */
  readonly names: Uint32Array;
  /** Runs of words inside quotation marks. */
  readonly quotes: Uint32Array;
  /** Bit n is set when somebody is said to be n years old; four words of 32 bits. */
  readonly ages: Uint32Array;
  /** Bit n is set when the text names weekday n (Monday is 0). */
  readonly weekdays: number;
  /** Bit n is set when the text names a date of month n (January is 0). */
  readonly months: number;
  /** What numbers count, see amounts.ts. */
  readonly amounts: Uint32Array;
}

const words = makeWords();
let stemList = new Uint32Array(4096);

/** See Kernel. */
export function describe(bytes: Uint8Array, text: TextTokens, lexicon: Lexicon, allowed: number): Features {
  const { tokens } = text;
  const { hash, flags, count } = tokens;
  if (count > stemList.length) stemList = new Uint32Array(2 * count);
  readWords(bytes, tokens, lexicon, allowed, words);

  const numbers: number[] = [];
  const names: number[] = [];
  const amounts: number[] = [];
  const ages = new Uint32Array(4);
  let weekdays = 0;
  let months = 0;
  let stems = 0;
  let leads = 0;
  let position = 0;
  for (let i = 0; i < count; i++) {
    const kind = flags[i] & KIND;
    if (kind === SIGN) continue;
    let stem: number;
    if (kind === WORD) {
      position++;
      stem = words.stems[i];
      const counted = words.meanings[i] & COUNTED;
      const weekday = weekdayAt(tokens, words, i);
      if (weekday >= 0) weekdays |= 1 << weekday;
      else if (stem !== NO_STEM && isCapitalInside(tokens, i)) names.push(stem);
      if (counted > 0) {
        const number = lexicon.numbers[counted];
        addAmounts(tokens, words, i, number, amounts);
        if (stem !== NO_STEM && counted <= LAST_NUMBER) numbers.push(number);
      }
      if (stem === NO_STEM) continue;
    } else if (kind === NUMBER) {
      position++;
      stem = hash[i];
      numbers.push(stem);
      addAmounts(tokens, words, i, stem, amounts);
      const age = ageAt(bytes, tokens, words, i);
      if (age > 0) ages[age >>> 5] |= 1 << (age & 31);
      months |= monthsAround(tokens, words, i);
    } else {
      // A pair of neighbouring characters says more than one of them.
      position += 0.5;
      if (i + 1 === count || (flags[i + 1] & (KIND | SPACED)) !== CHARACTER) continue;
      stem = mix(Math.imul(hash[i], 5) + hash[i + 1]);
    }
    stemList[stems++] = stem;
    if (position <= LEAD_WORDS) leads = stems;
  }
  const { values, counts } = tally(stemList, stems, leads);
  return {
    stems: values,
    counts,
    numbers: unique(numbers),
    names: unique(names),
    quotes: unique(quotedRuns(text)),
    ages,
    weekdays,
    months,
    amounts: unique(amounts),
  };
}

function unique(values: readonly number[]): Uint32Array {
  const list = Uint32Array.from(values);
  return list.slice(0, sortUnique(list, list.length));
}
