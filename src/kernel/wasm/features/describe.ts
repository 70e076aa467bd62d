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
  MEANING,
  NAMES,
  NUMBERS,
  QUOTES,
  SPARE,
  STEM,
  STEMS,
} from '../../features/featureLayout';
import { COUNTED, LAST_NUMBER, WEEKDAY } from '../../features/meanings';
import { CAPITAL, CHARACTER, KIND, NUMBER, SPACED, WORD } from '../../flags';
import { FOUND } from '../../layout';
import { mix } from '../hash';
import { sortUnique } from '../shingles';
import { ageAt } from './ages';
import { addAmounts } from './amounts';
import { isCapitalInside, monthsAround, weekdayAt } from './calendar';
import { tellLanguage } from './language';
import { numberHash, readMeanings } from './lexicon';
import { add, column, count, flagsAt, hashAt, useOwn } from './own';
import { quotedRuns } from './quotations';
import { readStems } from './stems';
import { tally } from './tally';

/** Describes the text whose columns lie at `at`, with room for so many values each: fills the lists and FOUND. */
export function describe(text: usize, at: usize, room: u32, tokens: u32, lines: u32, allowed: u32): void {
  useOwn(text, at, room, tokens, lines);
  readMeanings();
  readStems(tellLanguage(allowed));
  memory.fill(FOUND, 0, 64);

  const hashes = column(HASH);
  const stems = column(STEM);
  const meanings = column(MEANING);
  const stemList = column(STEMS);
  const numberList = column(NUMBERS);
  const nameList = column(NAMES);
  let listed: u32 = 0;
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
    const flag = flagsAt(i);
    const kind = flag & KIND;
    let stem: u32 = NO_STEM;
    let counts = false;
    if (kind === WORD) {
      position += 2;
      stem = load<u32>(stems + (i << 2));
      counts = stem !== NO_STEM;
      const meaning = load<u32>(meanings + (i << 2));
      const weekday = meaning & WEEKDAY ? weekdayAt(i) : 0;
      if (weekday !== 0) weekdays |= 1 << (weekday - 1);
      else if (flag & CAPITAL && isCapitalInside(i)) {
        if (counts) names = add(nameList, names, stem);
      }
      const counted = meaning & COUNTED;
      if (counted !== 0) {
        const number = numberHash(counted);
        amounts = addAmounts(i, number, amounts);
        if (counts && counted <= <u32>LAST_NUMBER) numbers = add(numberList, numbers, number);
      }
    } else if (kind === NUMBER) {
      position += 2;
      stem = load<u32>(hashes + (i << 2));
      counts = true;
      numbers = add(numberList, numbers, stem);
      amounts = addAmounts(i, stem, amounts);
      const age = ageAt(i);
      if (age < 64) agesLow |= (<u64>(age !== 0)) << age;
      else agesHigh |= (<u64>1) << (age - 64);
      months |= monthsAround(i);
    } else if (kind === CHARACTER) {
      position++;
      counts = i + 1 < count && (flagsAt(i + 1) & (KIND | SPACED)) === CHARACTER;
      stem = mix(hashAt(i) * 5 + hashAt(i + 1));
    }
    // Written at once, and kept if it counts: every other word is a stop word, and a branch would be guessed wrong.
    store<u32>(stemList + (listed << 2), stem);
    listed += <u32>counts;
    leads = select(listed, leads, position <= 2 * LEAD_WORDS);
  }
  tell(FOUND_NUMBERS, sortUnique(numberList, numbers, column(SPARE)));
  tell(FOUND_NAMES, sortUnique(nameList, names, column(SPARE)));
  tell(FOUND_STEMS, tally(listed, leads));
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
