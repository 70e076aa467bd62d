import type { Background } from '../../background/index.ts';
import { QUOTE_WORDS } from '../../kernel/features/bounds.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { KIND, WORD } from '../../kernel/tokens.ts';
import { type Features, stemmer } from './features.ts';
import { type Item, namesAndNumbers, quotationOf, sharedQuotation } from './items.ts';

/** What of an article evidence is drawn from. */
export interface Telling {
  readonly text: TextTokens;
  readonly items: ReadonlyMap<number, Item>;
}

export function tellingOf(text: TextTokens, background: Background): Telling {
  return { text, items: namesAndNumbers(text, background) };
}

/** Shorter runs of words are quoted by chance. */
const LEAST_QUOTED_WORDS = 5;

/** What two articles share that a reader would name, the most telling first: their longest common quotation, names, numbers. */
export function sharedItems(a: Telling, b: Telling): Item[] {
  const quotation = sharedQuotation(a.text, b.text, LEAST_QUOTED_WORDS);
  const shared = [...a.items.values()].filter((item) => b.items.has(item.key));
  shared.sort((x, y) => y.weight - x.weight || x.start - y.start);
  return quotation ? [quotation, ...shared] : shared;
}

/**
 * The same where only the features of the other article are known: a name counts when each of its words is part of a name
 * there. `bytes` are those of the telling text, `languages` the mask it may be in.
 */
export function itemsKnownTo(
  { text, items }: Telling,
  bytes: Uint8Array,
  languages: number,
  other: Pick<Features, 'names' | 'numbers' | 'quotes'>,
): Item[] {
  const names = new Set(other.names);
  const numbers = new Set(other.numbers);
  const stemOf = stemmer(bytes, text, languages);
  const { start, end, flags, count } = text.tokens;
  const isNamed = (item: Item) => {
    let at = firstFrom(start, count, item.start);
    for (; at < count && end[at] <= item.end; at++) if ((flags[at] & KIND) === WORD && !names.has(stemOf(at))) return false;
    return true;
  };
  const shared = [...items.values()].filter((item) => (item.kind === 'number' ? numbers.has(item.key) : isNamed(item)));
  shared.sort((x, y) => y.weight - x.weight || x.start - y.start);
  const quotation = quotationOf(text, new Set(other.quotes), QUOTE_WORDS);
  return quotation !== null && quotation.weight >= LEAST_QUOTED_WORDS ? [quotation, ...shared] : shared;
}

/** The first token that starts at a place or behind it; tokens of an own text are in its order. */
function firstFrom(start: Uint32Array, count: number, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[middle] < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
