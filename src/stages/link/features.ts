import { foldText } from '../../kernel/fold.ts';
import { mix } from '../../kernel/hash.ts';
import { scan } from '../../kernel/scan.ts';
import { sortUnique } from '../../kernel/shingles.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CAPITAL, CHARACTER, KIND, makeTokens, NUMBER, SIGN, SPACED, WORD } from '../../kernel/tokens.ts';
import { agesOf } from './ages.ts';
import { monthsOf, weekdays } from './calendar.ts';
import { languageOf, stemOf, stopWords, wordHashes } from './languages.ts';
import { quotedRuns } from './quotations.ts';

/** Words at the head of a text, its headline included, that say what is new in it. */
export const LEAD_WORDS = 100;

/** What one article gives to `link`. Lists of hashes are sorted and do not repeat. */
export interface Features {
  /** Stems and numbers of the text, without stop words. */
  readonly stems: Uint32Array;
  /** Per stem: how often in the text (low 16 bits), and how often in the lead (high 16 bits). */
  readonly counts: Uint32Array;
  /** The numbers alone, clock times included. */
  readonly numbers: Uint32Array;
  /** Runs of words inside quotation marks. */
  readonly quotes: Uint32Array;
  /** Bit n is set when somebody is said to be n years old; four words of 32 bits. */
  readonly ages: Uint32Array;
  /** Bit n is set when the text names weekday n (Monday is 0). */
  readonly weekdays: number;
  /** Bit n is set when the text names a day of month n, or month n by name (January is 0). */
  readonly months: number;
}

/** "twelve" is 12: numbers by the hash of their name. */
let spelledNumbers: Map<number, number> | undefined;
const NUMBER_NAMES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';

function spelled(): Map<number, number> {
  spelledNumbers ??= new Map(wordHashes(NUMBER_NAMES.split(' ')).map((hash, i) => [hash, numberHash(i + 1)]));
  return spelledNumbers;
}

/** Stems by word hash, a map per language: a word is stemmed once a process. */
const stems: Map<number, number>[] = [];
const decoder = new TextDecoder();
const languageCounts = new Uint32Array(32);

/**
 * The features of an article's own text. `allowed` is the mask of languages it may be in.
 * O(words) but for the first sight of a word, which is stemmed.
 */
export function describe(bytes: Uint8Array, text: TextTokens, allowed: number): Features {
  const { tokens } = text;
  const { hash, flags, start, end, count } = tokens;
  const stops = stopWords();
  const language = tellLanguage(hash, flags, count, allowed);
  const languageBit = 1 << language;
  const known = (stems[language] ??= new Map());
  const numberNames = spelled();

  const found: number[] = [];
  const numbers: number[] = [];
  const leads = new Map<number, number>();
  const totals = new Map<number, number>();
  let position = 0;
  let days = 0;
  const dayNames = weekdays();
  for (let i = 0; i < count; i++) {
    const kind = flags[i] & KIND;
    if (kind === SIGN) continue;
    let stem: number;
    if (kind === WORD) {
      const word = hash[i];
      position++;
      const day = dayNames.get(word);
      if (day !== undefined && flags[i] & CAPITAL) days |= 1 << day;
      if ((stops.get(word) ?? 0) & languageBit || end[i] - start[i] < 2) continue;
      const spelledNumber = numberNames.get(word);
      if (spelledNumber !== undefined) numbers.push(spelledNumber);
      let made = known.get(word);
      if (made === undefined) {
        made = hashOfStem(bytes.subarray(start[i], end[i]), language);
        known.set(word, made);
      }
      stem = made;
    } else if (kind === NUMBER) {
      position++;
      stem = hash[i];
      numbers.push(stem);
    } else {
      // A pair of neighbouring characters says more than one of them.
      position += 0.5;
      const next = i + 1 < count && (flags[i + 1] & KIND) === CHARACTER && !(flags[i + 1] & SPACED) ? hash[i + 1] : 0;
      if (next === 0) continue;
      stem = mix(Math.imul(hash[i], 5) + next);
    }
    totals.set(stem, (totals.get(stem) ?? 0) + 1);
    if (position <= LEAD_WORDS) leads.set(stem, (leads.get(stem) ?? 0) + 1);
  }
  for (const stem of totals.keys()) found.push(stem);
  const sorted = Uint32Array.from(found).sort();
  const counts = Uint32Array.from(sorted, (stem) => Math.min(totals.get(stem) ?? 0, 0xffff) | (Math.min(leads.get(stem) ?? 0, 0xffff) << 16));
  return {
    stems: sorted,
    counts,
    numbers: unique(numbers),
    quotes: unique(quotedRuns(text)),
    ages: agesOf(bytes, text),
    weekdays: days,
    months: monthsOf(text),
  };
}

function unique(values: readonly number[]): Uint32Array {
  const list = Uint32Array.from(values);
  return list.slice(0, sortUnique(list, list.length));
}

function tellLanguage(hash: Uint32Array, flags: Uint8Array, count: number, allowed: number): number {
  const stops = stopWords();
  languageCounts.fill(0);
  // The first thousand tokens tell.
  for (let i = 0; i < Math.min(count, 1000); i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    let mask = stops.get(hash[i]) ?? 0;
    while (mask) {
      languageCounts[31 - Math.clz32(mask & -mask)]++;
      mask &= mask - 1;
    }
  }
  return languageOf(languageCounts, allowed);
}

function hashOfStem(word: Uint8Array, language: number): number {
  const text = decoder.decode(word).replace(/['’]s$/iu, '').replace(/[^\p{L}\p{M}]/gu, '');
  return wordHashes([stemOf(foldText(text), language)])[0] ?? 0;
}

/** The hash that `scan` gives a number written in digits. */
function numberHash(value: number): number {
  const tokens = makeTokens(64);
  const bytes = new TextEncoder().encode(String(value));
  scan(bytes, 0, bytes.length, tokens);
  return tokens.hash[0];
}
