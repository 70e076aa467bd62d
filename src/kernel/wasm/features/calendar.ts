/** ../../features/calendar.ts */
import { FAIR, MONTH, MONTH_SHIFT, NEEDS_CAPITAL, NEEDS_FAIR, OF, WEEKDAY, WEEKDAY_SHIFT } from '../../features/meanings';
import { CAPITAL, SIGN } from '../../flags';
import { flagsAt, hashAt, kindAt, meaningAt, partAt } from './own';

const COMMA: u32 = 0x2c;
const BRACKET: u32 = 0x28;
const HYPHEN: u32 = 0x2d;
const POINT: u32 = 0x2e;

/** The weekday that token i names, 1 (Monday) … 7; 0 for none. */
export function weekdayAt(i: u32): u32 {
  const meaning = meaningAt(i);
  if (meaning & NEEDS_CAPITAL && !(flagsAt(i) & CAPITAL)) return 0;
  if (meaning & NEEDS_FAIR && !(hashAt(i + 1) === HYPHEN && partAt(i + 2) === FAIR)) return 0;
  return (meaning & WEEKDAY) >> WEEKDAY_SHIFT;
}

export function monthsAround(i: u32): u32 {
  let months = monthAt(i - 1) | monthAt(i + 1);
  if (i > 1 && hashAt(i - 1) === POINT) months |= monthAt(i - 2);
  if (hashAt(i + 1) === POINT || partAt(i + 1) === OF) months |= monthAt(i + 2);
  return months;
}

/** The bit of the month that a token names. */
function monthAt(i: u32): u32 {
  const month = (meaningAt(i) & MONTH) >> MONTH_SHIFT;
  return month !== 0 ? 1 << (month - 1) : 0;
}

export function isCapitalInside(i: u32): bool {
  if (i === 0 || !(flagsAt(i) & CAPITAL)) return false;
  return kindAt(i - 1) !== SIGN || hashAt(i - 1) === COMMA || hashAt(i - 1) === BRACKET;
}
