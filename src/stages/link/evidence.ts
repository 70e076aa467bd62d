import type { Background } from '../../background/index.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { type Item, namesAndNumbers, sharedQuotation } from './items.ts';

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
