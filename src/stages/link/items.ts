import type { Background } from '../../background/index.ts';
import { eachQuotation, eachRun } from '../../kernel/features/quotations.ts';
import { mix } from '../../kernel/hash.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { CAPITAL, KIND, NUMBER, SIGN, SPACED, WORD } from '../../kernel/tokens.ts';
import { isCalendarWord } from './lexicon.ts';

/** Something that a reader would name when asked why two articles are about one event. */
export interface Item {
  readonly kind: 'name' | 'number' | 'quotation';
  /** The same for the same thing in any article. */
  readonly key: number;
  readonly start: number;
  readonly end: number;
  /** How rare it is in news, −ln of its share of articles; 0 and more. */
  readonly weight: number;
}

/** Words of a name looked at; "the Democratic People's Republic of Korea" is two names. */
const LONGEST_NAME = 4;

/**
 * The names and numbers of a text, each once, by key. A name is a run of capitalised words inside a sentence; at the
 * start of a sentence a word counts only where it is capitalised elsewhere too. O(words).
 */
export function namesAndNumbers(text: TextTokens, background: Background): Map<number, Item> {
  const { hash, flags, start, end, count } = text.tokens;
  const items = new Map<number, Item>();
  const capitalised = midSentenceCapitals(text);
  const isName = (i: number) => (flags[i] & (KIND | CAPITAL)) === (WORD | CAPITAL) && capitalised.has(hash[i]) && !isCalendarWord(hash[i]);
  for (let i = 0; i < count; i++) {
    if ((flags[i] & KIND) === NUMBER) {
      if (end[i] - start[i] > 1)
        items.set(hash[i], { kind: 'number', key: hash[i], start: start[i], end: end[i], weight: rarity(background, hash[i]) });
      continue;
    }
    if (!isName(i)) continue;
    let last = i;
    let key = hash[i];
    let weight = rarity(background, hash[i]);
    while (last + 1 < count && last - i + 1 < LONGEST_NAME && flags[last + 1] & SPACED && isName(last + 1)) {
      last++;
      key = mix(Math.imul(key, 5) + hash[last]);
      weight += rarity(background, hash[last]) / 2;
    }
    if (!items.has(key)) items.set(key, { kind: 'name', key, start: start[i], end: end[last], weight });
    i = last;
  }
  return items;
}

/** Words that are capitalised after a small letter, a comma or the like: not only because a sentence begins. */
function midSentenceCapitals(text: TextTokens): Set<number> {
  const { hash, flags } = text.tokens;
  const found = new Set<number>();
  for (let line = 0; line < text.lines; line++) {
    for (let i = text.lineStarts[line] + 1; i < text.lineStarts[line + 1]; i++) {
      if ((flags[i] & (KIND | CAPITAL)) !== (WORD | CAPITAL)) continue;
      const before = flags[i - 1] & KIND;
      const sign = hash[i - 1];
      if (before === WORD || before === NUMBER || (before === SIGN && (sign === 0x2c || sign === 0x28 || sign === 0x2d)))
        found.add(hash[i]);
    }
  }
  return found;
}

/** The background knows English stems; a name mostly is its own stem. */
function rarity(background: Background, hash: number): number {
  return Math.log(background.documents / Math.max(5, background.documentsWith(hash)));
}

/** The longest passage of a quotation in `a` that stands in a quotation of `b` as well; null below `least` words. */
export function sharedQuotation(a: TextTokens, b: TextTokens, least: number): Item | null {
  const runs = new Set<number>();
  eachQuotation(b, (from, to) => eachRun(b, from, to, least, (key) => runs.add(key)));
  return quotationOf(a, runs, least);
}

/** The longest passage of a quotation whose runs of `least` words are all among these; null when there is none. */
export function quotationOf(a: TextTokens, runs: ReadonlySet<number>, least: number): Item | null {
  if (runs.size === 0) return null;
  let best: Item | null = null;
  let bestWords = 0;
  eachQuotation(a, (from, to) => {
    // Neighbouring runs that are all shared make one passage.
    let first = -1;
    let words = 0;
    eachRun(a, from, to, least, (key, start, end) => {
      if (!runs.has(key)) {
        first = -1;
        return;
      }
      words = first < 0 ? least : words + 1;
      if (first < 0) first = start;
      if (words > bestWords) {
        bestWords = words;
        best = { kind: 'quotation', key, start: a.tokens.start[first], end: a.tokens.end[end], weight: words };
      }
    });
  });
  return best;
}
