/**
 * Stop words and stemmers by language, from `natural`, imported file by file: its index would load database drivers,
 * print to standard output and read the user's `.env`. Everything here works on folded text (no accents, small
 * letters), so that a word has one stem however it was typed.
 */
import stemEnglish from 'natural/lib/natural/stemmers/porter_stemmer.js';
import stemGerman from 'natural/lib/natural/stemmers/porter_stemmer_de.js';
import stemSpanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import stemFrench from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import stemItalian from 'natural/lib/natural/stemmers/porter_stemmer_it.js';
import stemDutch from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import stemNorwegian from 'natural/lib/natural/stemmers/porter_stemmer_no.js';
import stemPortuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import stemRussian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import stemSwedish from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';
import english from 'natural/lib/natural/util/stopwords.js';
import spanish from 'natural/lib/natural/util/stopwords_es.js';
import french from 'natural/lib/natural/util/stopwords_fr.js';
import italian from 'natural/lib/natural/util/stopwords_it.js';
import dutch from 'natural/lib/natural/util/stopwords_nl.js';
import norwegian from 'natural/lib/natural/util/stopwords_no.js';
import polish from 'natural/lib/natural/util/stopwords_pl.js';
import portuguese from 'natural/lib/natural/util/stopwords_pt.js';
import russian from 'natural/lib/natural/util/stopwords_ru.js';
import swedish from 'natural/lib/natural/util/stopwords_sv.js';
import { foldText } from '../../kernel/fold.ts';
import type { OPTIONS } from '../../options.ts';

// natural has a stemmer for German, but no stop words.
const GERMAN = `aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dem den denn der des dich die dies diese
  dieser dieses dir doch dort du durch ein eine einem einen einer eines er es etwas für gegen gewesen hab habe haben hat hatte hatten
  hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist jede jedem jeden jeder jedes jene kann kein keine können
  könnte machen man manche mehr mein meine mich mir mit muss nach nicht nichts noch nun nur ob oder ohne sagte sehr sein seine seinem
  seinen seiner sich sie sind so soll sollte sondern sonst über um und uns unser unter viel vom von vor war waren was weg weil weiter
  welche wenn werde werden wie wieder will wir wird wirst wo wollen worden wurde wurden zu zum zur zwar zwischen`.split(/\s+/);
const ARABIC = `في من على إلى الى عن أن ان التي الذي هذا هذه ذلك كان كانت قد لا ما مع هو هي بعد قبل بين كل كما أو او ثم لم لن حتى عند
  غير منذ خلال أي إن وقد وقال قال وفي ومن وهو وهي كانوا يكون تكون ولا وأن أنه أنها لها له بها به فيها فيه`.split(/\s+/);

interface Language {
  readonly code: (typeof OPTIONS)['language']['choices'][number];
  readonly stopWords: readonly string[];
  readonly stem: (word: string) => string;
}

const asIs = (word: string) => word;
const by = (stemmer: { stem(word: string): string }) => (word: string) => stemmer.stem(word);

/** The order is the tie-break between languages. At most 32, for the bit masks. */
const LANGUAGES: readonly Language[] = [
  { code: 'en', stopWords: english.words, stem: by(stemEnglish) },
  { code: 'de', stopWords: GERMAN, stem: by(stemGerman) },
  { code: 'fr', stopWords: french.words, stem: by(stemFrench) },
  { code: 'es', stopWords: spanish.words, stem: by(stemSpanish) },
  { code: 'it', stopWords: italian.words, stem: by(stemItalian) },
  { code: 'pt', stopWords: portuguese.words, stem: by(stemPortuguese) },
  { code: 'nl', stopWords: dutch.words, stem: by(stemDutch) },
  { code: 'ru', stopWords: russian.words, stem: by(stemRussian) },
  { code: 'sv', stopWords: swedish.words, stem: by(stemSwedish) },
  { code: 'no', stopWords: norwegian.words, stem: by(stemNorwegian) },
  { code: 'pl', stopWords: polish.words, stem: asIs },
  { code: 'ar', stopWords: ARABIC, stem: asIs },
];

export const LANGUAGE_COUNT = LANGUAGES.length;
/** Position of English in LANGUAGES. */
export const ENGLISH = 0;

/** A language's stop words. */
export function stopWordsOf(language: number): readonly string[] {
  return LANGUAGES[language].stopWords;
}

/** Bit mask of the languages with these codes; all of them for none. Codes are those of the option table. */
export function languageMask(codes: readonly string[]): number {
  if (codes.length === 0) return (1 << LANGUAGES.length) - 1;
  return LANGUAGES.reduce((mask, language, bit) => (codes.includes(language.code) ? mask | (1 << bit) : mask), 0);
}

/** The stemmers' patterns take time in the square of a word; a longer one is a file in base64, or a script without blanks. */
const MOST_LETTERS = 100;

/** Stem of a folded word; a word of more than MOST_LETTERS is its own. */
export function stemOf(word: string, language: number): string {
  if (word.length > MOST_LETTERS) return word;
  return foldText(LANGUAGES[language].stem(word)) || word;
}
