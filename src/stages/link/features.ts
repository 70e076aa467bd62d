import { mix } from '../../kernel/hash.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { scan } from '../../kernel/scan.ts';
import { sortUnique } from '../../kernel/shingles.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CHARACTER, KIND, makeTokens, NUMBER, SIGN, SPACED, WORD } from '../../kernel/tokens.ts';
import { agesOf } from './ages.ts';
import { amountsOf } from './amounts.ts';
import { isCapitalInside, monthsOf, weekdayAt, weekdayWords } from './calendar.ts';
import { type Glance, makeGlance, mayHold } from './glance.ts';
import { languageOf, stopWords, wordHashes } from './languages.ts';
import { quotedRuns } from './quotations.ts';
import { NO_STEM, stemsOf, stemWords } from './stems.ts';
import { tally } from './tally.ts';

/** Words at the head of a text, its headline included, that say what is new in it. */
export const LEAD_WORDS = 100;
/** Tokens that tell a text's language. */
const TELLING_TOKENS = 400;

/** What one article gives to `link`. Lists of hashes are sorted and do not repeat. */
export interface Features {
  /** Stems and numbers of the text, without stop words. */
  readonly stems: Uint32Array;
  /** Per stem: how often in the text (low 16 bits), and how often in the lead (high 16 bits). */
  readonly counts: Uint32Array;
  /** The numbers alone, clock times included. */
  readonly numbers: Uint32Array;
  /** Words with a capital inside a sentence: names of people, places, firms. */
  readonly names: Uint32Array;
  /** Runs of words inside quotation marks. */
  readonly quotes: Uint32Array;
  /** Bit n is set when somebody is said to be n years old; four words of 32 bits. */
  readonly ages: Uint32Array;
  /** Bit n is set when the text names weekday n (Monday is 0). */
  readonly weekdays: number;
  /** Bit n is set when the text names a date of month n (January is 0). */
  readonly months: number;
  /** What numbers count, see amounts.ts. */
  readonly amounts: Uint32Array;
}

/** "twelve" is 12: numbers by the hash of their name. */
/** Names of numbers and of weekdays. */
let markedWords: Glance | undefined;
const NUMBER_NAMES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
/** "second" is 2 where it counts something: a round, a quarter, a denial. */
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';

const spelled = () => (spelledNumbers ??= numbersNamed(NUMBER_NAMES));
let spelledNumbers: HashMap | undefined;
/** Both kinds: what may count. */
const countings = () => (countingNumbers ??= numbersNamed(NUMBER_NAMES, ORDINALS));
let countingNumbers: HashMap | undefined;

/** Lists of the words for 1, 2, 3 … → the hash of that number in digits. */
function numbersNamed(...lists: readonly string[]): HashMap {
  const numbers = new HashMap(128);
  for (const list of lists) for (const [i, hash] of wordHashes(list.split(' ')).entries()) numbers.set(hash, numberHash(i + 1));
  return numbers;
}

const languageCounts = new Uint32Array(32);
/** Per kind of stop word. */
const kindCounts = new Uint32Array(4096);
/** Parallel to the tokens. */
let wordStems = new Uint32Array(4096);
let stemList = new Uint32Array(4096);
let numberList = new Uint32Array(256);
/** Tokens that are numbers. */
let figureList = new Uint32Array(256);
let nameList = new Uint32Array(256);
/** Tokens that are numbers in digits or words, and these numbers. */
let amountPlaces = new Uint32Array(256);
let amountNumbers = new Uint32Array(256);

const NONE = new Uint32Array(0);
const NO_AGES = new Uint32Array(4);

/**
 * The features of an article's own text. `allowed` is the mask of languages it may be in; without `forLinks` only names,
 * numbers, amounts and quotations are given, which copies are verified by.
 * O(words) but for the first sight of a word, which is stemmed.
 */
export function describe(bytes: Uint8Array, text: TextTokens, allowed: number, forLinks = true): Features {
  const { tokens } = text;
  const { hash, flags, count } = tokens;
  const numberNames = spelled();
  const countingNames = countings();
  const marked = (markedWords ??= makeGlance([...wordHashes(`${NUMBER_NAMES} ${ORDINALS}`.split(' ')), ...weekdayWords()]));
  if (count > stemList.length) stemList = new Uint32Array(2 * count);
  if (count > numberList.length) numberList = new Uint32Array(2 * count);
  if (count > figureList.length) figureList = new Uint32Array(2 * count);
  if (count > nameList.length) nameList = new Uint32Array(2 * count);
  if (count > amountPlaces.length) {
    amountPlaces = new Uint32Array(2 * count);
    amountNumbers = new Uint32Array(2 * count);
  }
  if (count > wordStems.length) wordStems = new Uint32Array(2 * count);
  stemWords(stemsOf(tellLanguage(hash, flags, count, allowed)), bytes, tokens, wordStems);

  const stemAt = (i: number) => wordStems[i];

  let stems = 0;
  let leads = 0;
  let numbers = 0;
  let names = 0;
  let figures = 0;
  let amounts = 0;
  let position = 0;
  let days = 0;
  for (let i = 0; i < count; i++) {
    const kind = flags[i] & KIND;
    if (kind === SIGN) continue;
    let stem: number;
    if (kind === WORD) {
      position++;
      stem = wordStems[i];
      const isMarked = mayHold(marked, hash[i]);
      const day = isMarked ? weekdayAt(tokens, i) : -1;
      if (day >= 0) days |= 1 << day;
      else if (stem !== NO_STEM && isCapitalInside(tokens, i)) nameList[names++] = stem;
      const number = isMarked ? countingNames.get(hash[i]) : -1;
      if (number >= 0) {
        amountPlaces[amounts] = i;
        amountNumbers[amounts++] = number;
        if (stem !== NO_STEM && numberNames.get(hash[i]) >= 0) numberList[numbers++] = number;
      }
      if (stem === NO_STEM) continue;
    } else if (kind === NUMBER) {
      position++;
      stem = hash[i];
      numberList[numbers++] = stem;
      figureList[figures++] = i;
      amountPlaces[amounts] = i;
      amountNumbers[amounts++] = stem;
    } else {
      // A pair of neighbouring characters says more than one of them.
      position += 0.5;
      if (i + 1 === count || (flags[i + 1] & (KIND | SPACED)) !== CHARACTER) continue;
      stem = mix(Math.imul(hash[i], 5) + hash[i + 1]);
    }
    stemList[stems++] = stem;
    if (position <= LEAD_WORDS) leads = stems;
  }
  const facts = {
    numbers: numberList.slice(0, sortUnique(numberList, numbers)),
    names: nameList.slice(0, sortUnique(nameList, names)),
    amounts: unique(amountsOf(text, amountPlaces.subarray(0, amounts), amountNumbers, stemAt)),
    quotes: unique(quotedRuns(text)),
  };
  if (!forLinks) return { ...facts, stems: NONE, counts: NONE, ages: NO_AGES, weekdays: 0, months: 0 };
  const { values, counts } = tally(stemList, stems, leads);
  return {
    stems: values,
    counts,
    ...facts,
    ages: agesOf(bytes, tokens, figureList, figures),
    weekdays: days,
    months: monthsOf(tokens, figureList, figures),
  };
}

function unique(values: readonly number[]): Uint32Array {
  const list = Uint32Array.from(values);
  return list.slice(0, sortUnique(list, list.length));
}

/** The stems of a text's words, NO_STEM for stop words: as `describe` has them. */
export function stemmer(bytes: Uint8Array, { tokens }: TextTokens, allowed: number): (token: number) => number {
  const { hash, flags, count } = tokens;
  const stems = new Uint32Array(count);
  stemWords(stemsOf(tellLanguage(hash, flags, count, allowed)), bytes, tokens, stems);
  return (i) => stems[i];
}

function tellLanguage(hash: Uint32Array, flags: Uint8Array, count: number, allowed: number): number {
  const { glance, kindOf, masks } = stopWords();
  kindCounts.fill(0, 0, masks.length);
  const end = Math.min(count, TELLING_TOKENS);
  for (let i = 0; i < end; i++) {
    if ((flags[i] & KIND) !== WORD || !mayHold(glance, hash[i])) continue;
    const kind = kindOf.get(hash[i]);
    if (kind >= 0) kindCounts[kind]++;
  }
  languageCounts.fill(0);
  for (let kind = 0; kind < masks.length; kind++) {
    for (let mask = kindCounts[kind] ? masks[kind] : 0; mask; mask &= mask - 1)
      languageCounts[31 - Math.clz32(mask & -mask)] += kindCounts[kind];
  }
  return languageOf(languageCounts, allowed);
}

/** The hash that `scan` gives a number written in digits. */
function numberHash(value: number): number {
  const tokens = makeTokens(64);
  const bytes = new TextEncoder().encode(String(value));
  scan(bytes, 0, bytes.length, tokens);
  return tokens.hash[0];
}
