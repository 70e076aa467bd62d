import type { Lexicon } from '../../kernel/features/lexicon.ts';
import * as meaning from '../../kernel/features/meanings.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { MEANING_SLOTS, STOP_WORD_SLOTS } from '../../kernel/layout.ts';
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
    stopWords: stopWords(),
    meanings: meanings(),
    numbers: Uint32Array.from({ length: 21 }, (_, value) => numberHash(value)),
    stemOf,
  });
}
let made: Lexicon | undefined;

/** Whether a word is the name of a weekday or a month, so that its capital makes no name of a person or place. */
export function isCalendarWord(word: number): boolean {
  return (Math.max(lexicon().meanings.get(word), 0) & (meaning.WEEKDAY | meaning.MONTH)) !== 0;
}

/** Word → the languages in which it is a stop word. */
function stopWords(): HashMap {
  const languages = new HashMap(STOP_WORD_SLOTS);
  for (let language = 0; language < LANGUAGE_COUNT; language++)
    for (const hash of wordHashes(stopWordsOf(language))) languages.set(hash, Math.max(languages.get(hash), 0) | (1 << language));
  return languages;
}

function meanings(): HashMap {
  const table = new HashMap(MEANING_SLOTS);
  /** Gives the words of row n the meaning n + 1 of a kind, in place of what they had of that kind. */
  const number = (rows: readonly string[], kind: number, shift: number, claim = 0) => {
    for (const [row, forms] of rows.entries())
      for (const hash of wordHashes(forms.split(' ')))
        table.set(hash, (Math.max(table.get(hash), 0) & ~kind) | ((row + 1) << shift) | claim);
  };
  const mark = (forms: string, bit: number) => {
    for (const hash of wordHashes(forms.split(' '))) table.set(hash, Math.max(table.get(hash), 0) | bit);
  };
  const weekday = meaning.WEEKDAY | meaning.NEEDS_CAPITAL | meaning.NEEDS_FAIR;
  number(WEEKDAYS, weekday, meaning.WEEKDAY_SHIFT);
  number(CAPITAL_WEEKDAYS, weekday, meaning.WEEKDAY_SHIFT, meaning.NEEDS_CAPITAL);
  number(COUNTED_WEEKDAYS, weekday, meaning.WEEKDAY_SHIFT, meaning.NEEDS_FAIR);
  number(MONTHS, meaning.MONTH, meaning.MONTH_SHIFT);
  number(NUMBER_NAMES.split(' '), meaning.COUNTED, 0);
  number(ORDINALS.split(' '), meaning.COUNTED, 0, meaning.ORDINAL);
  mark('feira', meaning.FAIR);
  mark('de of', meaning.OF);
  mark('year years', meaning.YEAR);
  mark('old', meaning.OLD);
  mark('age aged', meaning.AGE);
  return table;
}

/** The hash that `scan` gives a number written in digits. */
function numberHash(value: number): number {
  const tokens = makeTokens(64);
  const bytes = new TextEncoder().encode(String(value));
  scan(bytes, 0, bytes.length, tokens);
  return tokens.hash[0];
}
