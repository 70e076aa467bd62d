import type { Lexicon } from '../../kernel/features/lexicon.ts';
import {
  AGE,
  COUNTED,
  FAIR,
  LANGUAGES_SHIFT,
  LAST_NUMBER,
  LAST_ORDINAL,
  MONTH,
  MONTH_SHIFT,
  NEEDS_CAPITAL,
  NEEDS_FAIR,
  OF,
  OLD,
  PART,
  WEEKDAY,
  WEEKDAY_SHIFT,
  YEAR,
} from '../../kernel/features/meanings.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { LEXICON_SLOTS } from '../../kernel/layout.ts';
import { scan } from '../../kernel/scan.ts';
import { makeTokens } from '../../kernel/tokens.ts';
import { wordHashes } from '../../kernel/wordHashes.ts';
import { CAPITAL_WEEKDAYS, COUNTED_WEEKDAYS, MONTHS, WEEKDAYS } from './calendar.ts';
import { ENGLISH, LANGUAGE_COUNT, stemOf, stopWordsOf } from './languages.ts';

/** "twelve" is 12 … */
const NUMBER_NAMES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
/** … and "second" is 2 where it counts something: a round, a quarter, a denial. */
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';

/** All that the kernel has to know of words, for the features. Made at the first call: half a millisecond. */
export function lexicon(): Lexicon {
  return (made ??= {
    languages: LANGUAGE_COUNT,
    english: ENGLISH,
    words: meanings(),
    numbers: Uint32Array.from({ length: LAST_ORDINAL + 1 }, (_, i) => numberHash(i <= LAST_NUMBER ? i : i - LAST_NUMBER)),
    stemOf,
  });
}
let made: Lexicon | undefined;

/** Whether a word is the name of a weekday or a month, so that its capital makes no name of a person or place. */
export function isCalendarWord(word: number): boolean {
  return (meaningOf(lexicon().words, word) & (WEEKDAY | MONTH)) !== 0;
}

function meaningOf(words: HashMap, word: number): number {
  return Math.max(words.get(word), 0);
}

function meanings(): HashMap {
  const words = new HashMap(LEXICON_SLOTS);
  /** Gives the words of a list this meaning, in place of what they had in these bits. */
  const mean = (list: readonly string[], meaning: number, bits: number) => {
    for (const hash of wordHashes(list)) words.set(hash, (meaningOf(words, hash) & ~bits) | meaning);
  };
  /** Row n of a list has the meaning first + n. */
  const meanByRow = (rows: readonly string[], first: number, shift: number, claim: number, bits: number) => {
    for (const [row, forms] of rows.entries()) mean(forms.split(' '), ((first + row) << shift) | claim, bits);
  };
  const weekday = WEEKDAY | NEEDS_CAPITAL | NEEDS_FAIR;
  meanByRow(WEEKDAYS, 1, WEEKDAY_SHIFT, 0, weekday);
  meanByRow(CAPITAL_WEEKDAYS, 1, WEEKDAY_SHIFT, NEEDS_CAPITAL, weekday);
  meanByRow(COUNTED_WEEKDAYS, 1, WEEKDAY_SHIFT, NEEDS_FAIR, weekday);
  meanByRow(MONTHS, 1, MONTH_SHIFT, 0, MONTH);
  meanByRow(NUMBER_NAMES.split(' '), 1, 0, 0, COUNTED);
  meanByRow(ORDINALS.split(' '), LAST_NUMBER + 1, 0, 0, COUNTED);
  mean(['feira'], FAIR, PART);
  mean(['de', 'of'], OF, PART);
  mean(['year', 'years'], YEAR, PART);
  mean(['old'], OLD, PART);
  mean(['age', 'aged'], AGE, PART);
  for (let language = 0; language < LANGUAGE_COUNT; language++) mean(stopWordsOf(language), 1 << (LANGUAGES_SHIFT + language), 0);
  return words;
}

/** The hash that `scan` gives a number written in digits. */
function numberHash(value: number): number {
  const tokens = makeTokens(64);
  const bytes = new TextEncoder().encode(String(value));
  scan(bytes, 0, bytes.length, tokens);
  return tokens.hash[0];
}
