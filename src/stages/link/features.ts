import { mix } from '../../kernel/hash.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { scan } from '../../kernel/scan.ts';
import { sort, sortUnique } from '../../kernel/shingles.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CHARACTER, KIND, makeTokens, NUMBER, SIGN, SPACED, WORD } from '../../kernel/tokens.ts';
import { agesOf } from './ages.ts';
import { isCapitalInside, monthsOf, weekdayAt } from './calendar.ts';
import { languageOf, stopWords, wordHashes } from './languages.ts';
import { quotedRuns } from './quotations.ts';
import { NO_STEM, stemHash, stemsOf } from './stems.ts';

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
}

/** "twelve" is 12: numbers by the hash of their name. */
let spelledNumbers: HashMap | undefined;
const NUMBER_NAMES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

function spelled(): HashMap {
  if (spelledNumbers) return spelledNumbers;
  spelledNumbers = new HashMap(64);
  for (const [i, hash] of wordHashes(NUMBER_NAMES.split(' ')).entries()) spelledNumbers.set(hash, numberHash(i + 1));
  return spelledNumbers;
}

const languageCounts = new Uint32Array(32);
let stemList = new Uint32Array(4096);
let leadList = new Uint32Array(256);
let numberList = new Uint32Array(256);
let nameList = new Uint32Array(256);

/**
 * The features of an article's own text. `allowed` is the mask of languages it may be in.
 * O(words) but for the first sight of a word, which is stemmed.
 */
export function describe(bytes: Uint8Array, text: TextTokens, allowed: number): Features {
  const { tokens } = text;
  const { hash, flags, start, end, count } = tokens;
  const known = stemsOf(tellLanguage(hash, flags, count, allowed));
  const numberNames = spelled();
  if (count > stemList.length) stemList = new Uint32Array(2 * count);
  if (count > leadList.length) leadList = new Uint32Array(2 * count);
  if (count > numberList.length) numberList = new Uint32Array(2 * count);
  if (count > nameList.length) nameList = new Uint32Array(2 * count);

  let stems = 0;
  let leads = 0;
  let numbers = 0;
  let names = 0;
  let position = 0;
  let days = 0;
  for (let i = 0; i < count; i++) {
    const kind = flags[i] & KIND;
    if (kind === SIGN) continue;
    let stem: number;
    if (kind === WORD) {
      position++;
      stem = stemHash(known, hash[i], bytes, start[i], end[i]);
      const day = weekdayAt(tokens, i);
      if (day >= 0) days |= 1 << day;
      else if (stem !== NO_STEM && isCapitalInside(tokens, i)) nameList[names++] = stem;
      if (stem === NO_STEM) continue;
      const number = numberNames.get(hash[i]);
      if (number >= 0) numberList[numbers++] = number;
    } else if (kind === NUMBER) {
      position++;
      stem = hash[i];
      numberList[numbers++] = stem;
    } else {
      // A pair of neighbouring characters says more than one of them.
      position += 0.5;
      if (i + 1 === count || (flags[i + 1] & (KIND | SPACED)) !== CHARACTER) continue;
      stem = mix(Math.imul(hash[i], 5) + hash[i + 1]);
    }
    stemList[stems++] = stem;
    if (position <= LEAD_WORDS) leadList[leads++] = stem;
  }
  return {
    ...countStems(stems, leads),
    numbers: numberList.slice(0, sortUnique(numberList, numbers)),
    names: nameList.slice(0, sortUnique(nameList, names)),
    quotes: unique(quotedRuns(text)),
    ages: agesOf(bytes, text),
    weekdays: days,
    months: monthsOf(text),
  };
}

/** The stems of the two lists, each once, with how often they stand in the text and in the lead. */
function countStems(stems: number, leads: number): Pick<Features, 'stems' | 'counts'> {
  sort(stemList, stems);
  sort(leadList, leads);
  const counts = new Uint32Array(stems);
  let distinct = 0;
  let lead = 0;
  for (let at = 0; at < stems; ) {
    const stem = stemList[at];
    const first = at;
    while (at < stems && stemList[at] === stem) at++;
    const firstLead = lead;
    while (lead < leads && leadList[lead] === stem) lead++;
    counts[distinct] = Math.min(at - first, 0xffff) | (Math.min(lead - firstLead, 0xffff) << 16);
    stemList[distinct++] = stem;
  }
  return { stems: stemList.slice(0, distinct), counts: counts.slice(0, distinct) };
}

function unique(values: readonly number[]): Uint32Array {
  const list = Uint32Array.from(values);
  return list.slice(0, sortUnique(list, list.length));
}

/** The stems of some of a text's tokens, NO_STEM for stop words: as `describe` has them. */
export function stemmer(bytes: Uint8Array, { tokens }: TextTokens, allowed: number): (token: number) => number {
  const { hash, flags, start, end, count } = tokens;
  const known = stemsOf(tellLanguage(hash, flags, count, allowed));
  return (i) => stemHash(known, hash[i], bytes, start[i], end[i]);
}

function tellLanguage(hash: Uint32Array, flags: Uint8Array, count: number, allowed: number): number {
  const stops = stopWords();
  languageCounts.fill(0);
  for (let i = 0; i < Math.min(count, TELLING_TOKENS); i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    let mask = Math.max(0, stops.get(hash[i]));
    while (mask) {
      languageCounts[31 - Math.clz32(mask & -mask)]++;
      mask &= mask - 1;
    }
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
