import { CAPITAL, KIND, SIGN, type Tokens } from '../tokens.ts';
import { FAIR, MONTH, MONTH_SHIFT, NEEDS_CAPITAL, NEEDS_FAIR, OF, PART, WEEKDAY, WEEKDAY_SHIFT } from './meanings.ts';
import type { Words } from './stems.ts';

const COMMA = 0x2c;
const BRACKET = 0x28;
const HYPHEN = 0x2d;
const POINT = 0x2e;

/** The weekday that token i names, 0 (Monday) … 6; −1 for none. */
export function weekdayAt({ hash, flags, count }: Tokens, { meanings }: Words, i: number): number {
  const meaning = meanings[i];
  if (meaning & NEEDS_CAPITAL && !(flags[i] & CAPITAL)) return -1;
  if (meaning & NEEDS_FAIR && !(i + 2 < count && hash[i + 1] === HYPHEN && (meanings[i + 2] & PART) === FAIR)) return -1;
  return ((meaning & WEEKDAY) >>> WEEKDAY_SHIFT) - 1;
}

/**
 * The months of which the number at token i may be a day or a year: "Sept. 22", "22. September", "22 de septiembre". Bit n is
 * set for month n (January is 0). A month without a number does not count: news dates its own events by the day, and its
 * background by the month. It would also take "may" and "march" for months.
 */
export function monthsAround({ hash, count }: Tokens, { meanings }: Words, i: number): number {
  let months = 0;
  const look = (at: number) => {
    if (at >= 0 && at < count && meanings[at] & MONTH) months |= 1 << (((meanings[at] & MONTH) >>> MONTH_SHIFT) - 1);
  };
  look(i - 1);
  if (i > 1 && hash[i - 1] === POINT) look(i - 2);
  look(i + 1);
  if (i + 2 < count && (hash[i + 1] === POINT || (meanings[i + 1] & PART) === OF)) look(i + 2);
  return months;
}

/** A capital that is no matter of grammar: the word follows a word, a number, a comma or an opening bracket. */
export function isCapitalInside({ hash, flags }: Tokens, i: number): boolean {
  if (i === 0 || !(flags[i] & CAPITAL)) return false;
  return (flags[i - 1] & KIND) !== SIGN || hash[i - 1] === COMMA || hash[i - 1] === BRACKET;
}
