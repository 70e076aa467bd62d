import { HashMap } from '../../kernel/hashMap.ts';
import { CAPITAL, KIND, SIGN, type Tokens, WORD } from '../../kernel/tokens.ts';
import { wordHashes } from './languages.ts';

// Monday first. Full names and the short forms of news in languages that give them a capital …
const CAPITAL_WEEKDAYS = [
  'monday mon montag',
  'tuesday tue tues dienstag',
  'wednesday wed mittwoch',
  'thursday thu thurs donnerstag',
  'friday fri freitag',
  'saturday sat samstag sonnabend',
  'sunday sun sonntag',
];
// … and in those that do not, where no other word is written so.
const WEEKDAYS = [
  'lundi lunes lunedi maandag понедельник понедельника الاثنين',
  'mardi martes martedi dinsdag вторник вторника الثلاثاء',
  'mercredi miercoles mercoledi woensdag среда среду среды الأربعاء',
  'jeudi jueves giovedi donderdag четверг четверга الخميس',
  'vendredi viernes venerdi vrijdag пятница пятницу пятницы الجمعة',
  'samedi sabado sabato zaterdag суббота субботу субботы السبت',
  'dimanche domingo domenica zondag воскресенье воскресенья الأحد',
];
// Portuguese counts its days: a second one is a Monday only as "segunda-feira".
const COUNTED_WEEKDAYS = ['segunda', 'terca', 'quarta', 'quinta', 'sexta'];
const MONTHS = [
  'january jan januar janvier enero gennaio janeiro januari января',
  'february feb februar fevrier febrero febbraio fevereiro februari февраля',
  'march mar marz mars marzo marco maart марта',
  'april apr avril abril aprile апреля',
  'may mai mayo maggio maio mei мая',
  'june jun juni juin junio giugno junho июня',
  'july jul juli juillet julio luglio julho июля',
  'august aug aout agosto augustus августа',
  'september sep sept septembre septiembre settembre setembro сентября',
  'october oct oktober octobre octubre ottobre outubro октября',
  'november nov novembre noviembre novembro ноября',
  'december dec dezember decembre diciembre dicembre dezembro декабря',
];

const NEEDS_CAPITAL = 8;
const NEEDS_FAIR = 16;

const weekdays = lazily(() => {
  const table = numbered(WEEKDAYS);
  addNumbered(table, CAPITAL_WEEKDAYS, NEEDS_CAPITAL);
  addNumbered(table, COUNTED_WEEKDAYS, NEEDS_FAIR);
  return table;
});
const months = lazily(() => numbered(MONTHS));
const fair = lazily(() => wordHashes(['feira', 'de', 'of']));

const HYPHEN = 0x2d;
const POINT = 0x2e;
const COMMA = 0x2c;
const BRACKET = 0x28;

/** The words that name a weekday in some language, by hash. */
export function weekdayWords(): number[] {
  return wordHashes([...WEEKDAYS, ...CAPITAL_WEEKDAYS, ...COUNTED_WEEKDAYS].join(' ').split(' '));
}

/** The weekday that token i names, 0 (Monday) … 6; −1 for none. */
export function weekdayAt({ hash, flags, count }: Tokens, i: number): number {
  const day = weekdays().get(hash[i]);
  if (day < 0) return -1;
  if (day & NEEDS_CAPITAL && !(flags[i] & CAPITAL)) return -1;
  if (day & NEEDS_FAIR && !(i + 2 < count && hash[i + 1] === HYPHEN && hash[i + 2] === fair()[0])) return -1;
  return day & 7;
}

/** Whether a word is the name of a weekday or a month, so that its capital makes no name of a person or place. */
export function isCalendarWord(word: number): boolean {
  return weekdays().get(word) >= 0 || months().get(word) >= 0;
}

function numbered(names: readonly string[]): HashMap {
  const table = new HashMap(512);
  addNumbered(table, names, 0);
  return table;
}

function addNumbered(table: HashMap, names: readonly string[], claim: number): void {
  for (const [number, forms] of names.entries()) for (const hash of wordHashes(forms.split(' '))) table.set(hash, number | claim);
}

/** The value is made at the first call, so that importing costs nothing. */
function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

/**
 * Bit n is set when the text names a date of month n (January is 0). A month without a day or a year does not count: news
 * dates its own events by the day, and its background by the month. It would also take "may" and "march" for months.
 * Looks around the tokens numbers[0, length), which are numbers: "Sept. 22", "22. September", "22 de septiembre".
 */
export function monthsOf({ hash, flags, count }: Tokens, numbers: Uint32Array, length: number): number {
  const names = months();
  const [, de, of] = fair();
  let found = 0;
  const look = (at: number) => {
    const month = at >= 0 && at < count && (flags[at] & KIND) === WORD ? names.get(hash[at]) : -1;
    if (month >= 0) found |= 1 << month;
  };
  for (let k = 0; k < length; k++) {
    const i = numbers[k];
    look(i - 1);
    if (i > 1 && hash[i - 1] === POINT) look(i - 2);
    look(i + 1);
    if (i + 2 < count && (hash[i + 1] === POINT || hash[i + 1] === de || hash[i + 1] === of)) look(i + 2);
  }
  return found;
}

/** A capital that is no matter of grammar: the word follows a word, a number, a comma or an opening bracket. */
export function isCapitalInside({ hash, flags }: Tokens, i: number): boolean {
  if (i === 0 || !(flags[i] & CAPITAL)) return false;
  return (flags[i - 1] & KIND) !== SIGN || hash[i - 1] === COMMA || hash[i - 1] === BRACKET;
}
