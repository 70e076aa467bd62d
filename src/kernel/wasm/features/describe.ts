/** ../../features/describe.ts; comments there. */
import { LEAD_WORDS, NO_STEM } from '../../features/bounds';
import {
  AMOUNTS,
  FOUND_AGES,
  FOUND_AMOUNTS,
  FOUND_MONTHS,
  FOUND_NAMES,
  FOUND_NUMBERS,
  FOUND_QUOTES,
  FOUND_STEMS,
  FOUND_WEEKDAYS,
  HASH,
  NAMES,
  NUMBERS,
  QUOTES,
  SPARE,
  STEM,
  STEMS,
} from '../../features/featureLayout';
import { COUNTED, LAST_NUMBER } from '../../features/meanings';
import { CHARACTER, KIND, NUMBER, SIGN, SPACED, WORD } from '../../flags';
import { FOUND } from '../../layout';
import { mix } from '../hash';
import { sortUnique } from '../shingles';
import { ageAt } from './ages';
import { addAmounts } from './amounts';
import { isCapitalInside, monthsAround, weekdayAt } from './calendar';
import { tellLanguage } from './language';
import { numberHash, readMeanings } from './lexicon';
import { add, column, count, flagsAt, kindAt, meaningAt, useOwn, valueAt } from './own';
import { quotedRuns } from './quotations';
import { readStems } from './stems';
import { tally } from './tally';

/** Describes the text whose columns lie at `at`, with room for so many values each: fills the lists and FOUND. */
export function describe(text: usize, at: usize, room: u32, tokens: u32, lines: u32, allowed: u32, forLinks: bool): void {
  useOwn(text, at, room, tokens, lines);
  readMeanings();
  readStems(tellLanguage(allowed));
  memory.fill(FOUND, 0, 64);

  const stemList = column(STEMS);
  const numberList = column(NUMBERS);
  const nameList = column(NAMES);
  let stems: u32 = 0;
  let leads: u32 = 0;
  let numbers: u32 = 0;
  let names: u32 = 0;
  let amounts: u32 = 0;
  let weekdays: u32 = 0;
  let months: u32 = 0;
  let agesLow: u64 = 0;
  let agesHigh: u64 = 0;
  /** In half words. */
  let position: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const kind = kindAt(i);
    if (kind === SIGN) continue;
    let stem: u32;
    if (kind === WORD) {
      position += 2;
      stem = valueAt(STEM, i);
      const counted = meaningAt(i) & COUNTED;
      const weekday = weekdayAt(i);
      if (weekday !== 0) weekdays |= 1 << (weekday - 1);
      else if (stem !== NO_STEM && isCapitalInside(i)) names = add(nameList, names, stem);
      if (counted > 0) {
        const number = numberHash(counted);
        amounts = addAmounts(i, number, amounts);
        if (stem !== NO_STEM && counted <= <u32>LAST_NUMBER) numbers = add(numberList, numbers, number);
      }
      if (stem === NO_STEM) continue;
    } else if (kind === NUMBER) {
      position += 2;
      stem = valueAt(HASH, i);
      numbers = add(numberList, numbers, stem);
      amounts = addAmounts(i, stem, amounts);
      const age = ageAt(i);
      if (age < 64) agesLow |= (<u64>(age !== 0)) << age;
      else agesHigh |= (<u64>1) << (age - 64);
      months |= monthsAround(i);
    } else {
      position++;
      if (i + 1 === count || (flagsAt(i + 1) & (KIND | SPACED)) !== CHARACTER) continue;
      stem = mix(valueAt(HASH, i) * 5 + valueAt(HASH, i + 1));
    }
    stems = add(stemList, stems, stem);
    if (position <= 2 * LEAD_WORDS) leads = stems;
  }
  tell(FOUND_NUMBERS, sortUnique(numberList, numbers, column(SPARE)));
  tell(FOUND_NAMES, sortUnique(nameList, names, column(SPARE)));
  if (!forLinks) return;
  tell(FOUND_STEMS, tally(stems, leads));
  tell(FOUND_QUOTES, sortUnique(column(QUOTES), quotedRuns(), column(SPARE)));
  tell(FOUND_AMOUNTS, sortUnique(column(AMOUNTS), amounts, column(SPARE)));
  tell(FOUND_WEEKDAYS, weekdays);
  tell(FOUND_MONTHS, months);
  store<u64>(FOUND + (FOUND_AGES << 2), agesLow);
  store<u64>(FOUND + (FOUND_AGES << 2), agesHigh, 8);
}

function tell(what: u32, value: u32): void {
  store<u32>(FOUND + (what << 2), value);
}
