const DAY_MS = 86_400_000;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 2022-09-22, 2022/9/22, 2022-09-22T23:30:00-05:00 */
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
/** 20220922, 20220922T233000Z, 20220922233000 */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:$|T|\d{4}$|\d{6}$)/;
/** RFC 2822 and kin: Thu, 22 Sep 2022 23:30:00 -0500; 22 September 2022 */
const DAY_MONTH = /^(?:\p{L}+,? +)?(\d{1,2})[ -](\p{L}{3,9})\.?,?[ -](\d{4})(?!\d)/u;
/** September 22, 2022; Thu Sep 22 2022 */
const MONTH_DAY = /^(?:\p{L}+,? +)?(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/u;
/** Epoch seconds to nanoseconds. */
const EPOCH = /^-?\d{9,19}$/;

/**
 * The day of a date as it is written, in days since 1970-01-01; null for what is no date. No time zone comes in:
 * '2022-09-22T23:30:00-05:00' is the 22nd, since that is the date a paper would print. Numbers are epochs, in UTC.
 */
export function dayOf(value: unknown): number | null {
  if (value instanceof Date) return dayOfEpoch(value.getTime());
  if (typeof value === 'number') return dayOfNumber(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const compact = COMPACT.exec(text);
  const compactDay = compact && dayOfDate(compact[1], compact[2], compact[3]);
  if (compactDay !== null) return compactDay;
  if (EPOCH.test(text)) return dayOfNumber(Number(text));
  const iso = ISO.exec(text);
  if (iso) return dayOfDate(iso[1], iso[3], iso[4]);
  const dayFirst = DAY_MONTH.exec(text);
  if (dayFirst) return dayOfDate(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_DAY.exec(text);
  return monthFirst && dayOfDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
}

/**
 * A date in a file's name: 2022-09-22, 2022_09_22, 20220922, 20220922T2330, 20220922233000. Without separators it must
 * not touch a hexadecimal digit: names are often hashes.
 */
export function dayInName(path: string): number | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\d{4}/.test(name)) return null;
  const separated = /(?<!\d)((?:19|20)\d\d)([-_.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(name);
  const separatedDay = separated && dayOfDate(separated[1], separated[3], separated[4]);
  if (separatedDay !== null) return separatedDay;
  const compact = /(?<![\da-f])((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4}|\d{6})?(?![\da-f])/i.exec(name);
  return compact && dayOfDate(compact[1], compact[2], compact[3]);
}

function dayOfNumber(value: number): number | null {
  const written = Number.isInteger(value) && value >= 1000_01_01 && value <= 9999_12_31 ? String(value) : null;
  const asWritten = written === null ? null : dayOfDate(written.slice(0, 4), written.slice(4, 6), written.slice(6));
  // 20220922 as seconds would be August 1970
  if (asWritten !== null && asWritten > 0) return asWritten;
  if (value === 0 || !(Math.abs(value) < 1e19)) return null; // 0 is the usual stand-in for "unknown"; JSON's 1e999 is infinite
  let milliseconds = Math.abs(value) < 1e11 ? value * 1000 : value; // 1e11 s is the year 5138; 1e11 ms is 1973
  while (Math.abs(milliseconds) >= 1e14) milliseconds /= 1000; // micro- and nanoseconds
  return dayOfEpoch(milliseconds);
}

function dayOfEpoch(milliseconds: number): number | null {
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / DAY_MS); // an invalid Date is NaN
}

/** null unless the calendar has that day: 31 February is no date. */
function dayOfDate(year: string, month: string | number | null, day: string): number | null {
  if (month === null) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = Number(year) >= 1000 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.getTime() / DAY_MS : null;
}

function monthNumber(name: string): number | null {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? null : index + 1;
}
