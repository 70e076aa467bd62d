import {
  ABBREVIATION,
  CALL_VERB,
  COMMENT_END,
  COMMENT_WORD,
  CREDIT_SIGN,
  DATE_WORD,
  FUNCTION_WORD,
  LEADS_TO_LINK,
  OF_WORD,
  SHARE_END,
  YOU_WORD,
} from '../../kernel/lines/traits.ts';

/**
 * Single words that strip asks about, by trait. Words are read as the texts are (see src/kernel/scan.ts), so `für` also
 * covers `fur`, and one list serves all languages: a word that means something else in another one does little harm,
 * since shares of a line count, not single words.
 */

const FUNCTION_WORDS = `
  the a an of to in and for on that is was with as at by it from be has have he his are were this an which their they had but not who
  will been its after her she said i we you or when if there out up about than into over would more also one them no what so can
  could all
  der die das und in zu den von mit im ist des für auf dem sich nicht ein eine als auch an es aus er hat dass sie nach wird bei einer
  um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man dann da werden wir ich ihr was wenn
  schon kann
  le la les de des du et à en un une dans pour que qui est sur pas par au avec ce il plus se sont ne cette son elle été nous vous ou
  mais leur
  el los las y por con una para es del lo su al como más o pero sus le ya este sí porque esta entre cuando muy sin sobre también me
  hasta hay donde quien desde todo nos durante
  di che è non per si sono della dei nel alla più anche come ma gli ha
  e do da em os na mais dos foi ao ele das tem seu sua ser quando muito há já está eu só pelo pela até isso ela era depois sem mesmo
  aos
  het van ik te dat niet zijn op aan met voor er maar om hem dan zou wat mijn men dit zo door ze zich bij ook tot
  и в не на что я с он как это по но они мы за то из у же так от было для о его к до вы бы был её
  och att det som på är av med till inte har de den ett jag för om i og til av ikke han var fra
  i w z na do się nie to że jest o jak od po za
  في من على إلى أن عن مع التي الذي هذا هذه كان قال ما لا و بعد كما بين
  ve bir bu da de için ile`;

const YOU_WORDS = `
  you your yours ihr ihre ihren ihnen dein deine dich dir vous votre vos você jouw uw вы вас ваш ваши вам usted ustedes`;

const COMMENT_ENDS = 'say says said ago reply antworten schrieb wrote sagt';
const COMMENT_WORDS = 'schrieb permalink réponse responder ответить';
const SHARE_ENDS = 'share shares tweet';
const ABBREVIATIONS = `
  mr mrs ms dr prof st sen gov rep lt col gen sgt capt cpl jr sr hon rev pres no nos vs etc co corp inc ltd ca bzw nr str tel jan feb mar
  apr jun jul aug sep sept oct nov dec mme mlle sra hr fr fig vol vgl usw mio mrd`;
const LEADING_TO_LINK = 'at here via auf unter hier sur ici en aquí su qui op hierbij здесь';
const OF_WORDS = 'of von de sur di van из';
const CALL_VERBS = `
  follow read see visit find listen watch more learn get download join subscribe check click contact share send stay discover lesen
  folgen sehen hören mehr besuchen lisez suivez retrouvez lea siga visite leggi segui lees volg`;

/** Months, days, and the words that stand beside a date or a time of day. */
const DATE_WORDS = `
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a.m p.m gmt est edt et pt
  pst pdt ist bst cet cest utc uk ago hours minutes hrs at on of th st nd rd updated published posted issued first last date today
  januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag uhr um stand den
  aktualisiert veröffentlicht vom
  janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche
  publié le à h mis jour édition du
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado
  domingo de actualizado publicado hrs
  gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre dicembre janeiro fevereiro março maio junho julho setembro
  outubro dezembro segunda terça quarta quinta sexta feira
  januari februari maart mei augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота
  воскресенье в г обновлено
  يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت`;
/** Signs of dates in Chinese and Japanese. */
const DATE_SIGNS = '年 月 日 时 時 分 秒 星 期 曜 火 水 木 金 土 上 下 午 前 後 更 新 配 信 发 布 發';
/** Says by its last sign who took the picture. */
const CREDIT_SIGNS = '摄 攝';

/** Every word with a trait, and the trait. */
export const LEXICON: readonly (readonly [words: string, trait: number])[] = [
  [FUNCTION_WORDS, FUNCTION_WORD],
  [YOU_WORDS, YOU_WORD],
  [COMMENT_ENDS, COMMENT_END],
  [COMMENT_WORDS, COMMENT_WORD],
  [SHARE_ENDS, SHARE_END],
  [ABBREVIATIONS, ABBREVIATION],
  [LEADING_TO_LINK, LEADS_TO_LINK],
  [OF_WORDS, OF_WORD],
  [CALL_VERBS, CALL_VERB],
  [DATE_WORDS, DATE_WORD],
  [DATE_SIGNS, DATE_WORD],
  [CREDIT_SIGNS, CREDIT_SIGN],
];
