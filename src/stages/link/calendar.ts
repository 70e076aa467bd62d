import { HashMap } from '../../kernel/hashMap.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CAPITAL, KIND, NUMBER, SMALL, WORD } from '../../kernel/tokens.ts';
import { wordHashes } from './languages.ts';

// Monday first; full names and the short forms that news uses.
const WEEKDAYS = [
  'monday mon montag lundi lunes lunedi segunda maandag понедельник понедельника الاثنين',
  'tuesday tue tues dienstag mardi martes martedi terca dinsdag вторник вторника الثلاثاء',
  'wednesday wed mittwoch mercredi miercoles mercoledi quarta woensdag среда среду среды الأربعاء',
  'thursday thu thurs donnerstag jeudi jueves giovedi quinta donderdag четверг четверга الخميس',
  'friday fri freitag vendredi viernes venerdi sexta vrijdag пятница пятницу пятницы الجمعة',
  'saturday sat samstag sonnabend samedi sabado sabato zaterdag суббота субботу субботы السبت',
  'sunday sun sonntag dimanche domingo domenica zondag воскресенье воскресенья الأحد',
];
// "may", "march", "mars", "mai" are left to a capital letter or a day beside them; see features.
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

/** 0 (Monday) … 6 (Sunday), by word hash. */
export const weekdays = lazily(() => numbered(WEEKDAYS));
/** 0 (January) … 11, by word hash. */
export const months = lazily(() => numbered(MONTHS));

function numbered(names: readonly string[]): HashMap {
  const table = new HashMap(512);
  for (const [number, forms] of names.entries()) for (const hash of wordHashes(forms.split(' '))) table.set(hash, number);
  return table;
}

/** The value is made at the first call, so that importing costs nothing. */
function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= make());
}

/** Bit n is set when the text names month n: beside a number, or with a capital inside a sentence. O(words). */
export function monthsOf(text: TextTokens): number {
  const { hash, flags, count } = text.tokens;
  const names = months();
  let found = 0;
  for (let i = 0; i < count; i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    const month = names.get(hash[i]);
    if (month < 0) continue;
    const byNumber = (i + 1 < count && (flags[i + 1] & KIND) === NUMBER) || (i > 0 && (flags[i - 1] & KIND) === NUMBER);
    // "may" and "march" are words too; a capital inside a sentence, or a day beside it, makes a month of them.
    if (byNumber || (flags[i] & CAPITAL && i > 0 && flags[i - 1] & SMALL)) found |= 1 << month;
  }
  return found;
}
