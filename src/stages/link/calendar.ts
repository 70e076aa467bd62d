/** How news names weekdays and months, in all languages: a row each. Words as they fold. */

// Monday first. Full names and the short forms of news in languages that give them a capital …
export const CAPITAL_WEEKDAYS = [
  'monday mon montag',
  'tuesday tue tues dienstag',
  'wednesday wed mittwoch',
  'thursday thu thurs donnerstag',
  'friday fri freitag',
  'saturday sat samstag sonnabend',
  'sunday sun sonntag',
];
// … and in those that do not, where no other word is written so.
export const WEEKDAYS = [
  'lundi lunes lunedi maandag понедельник понедельника الاثنين',
  'mardi martes martedi dinsdag вторник вторника الثلاثاء',
  'mercredi miercoles mercoledi woensdag среда среду среды الأربعاء',
  'jeudi jueves giovedi donderdag четверг четверга الخميس',
  'vendredi viernes venerdi vrijdag пятница пятницу пятницы الجمعة',
  'samedi sabado sabato zaterdag суббота субботу субботы السبت',
  'dimanche domingo domenica zondag воскресенье воскресенья الأحد',
];
// Portuguese counts its days: a second one is a Monday only as "segunda-feira".
export const COUNTED_WEEKDAYS = ['segunda', 'terca', 'quarta', 'quinta', 'sexta'];
export const MONTHS = [
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
