import type { Background } from '../../background/index.ts';
import { QUOTE_WORDS } from '../../kernel/features/bounds.ts';
import { type HashSet, makeHashSet } from '../../kernel/hashSet.ts';
import type { TextTokens } from '../../kernel/text.ts';
import { textAt } from '../../kernel/textAt.ts';
import { KIND, NUMBER, WORD } from '../../kernel/tokens.ts';
import { type Features, stemmer } from './features.ts';
import { type Items, namesAndNumbers, weightOf } from './items.ts';
import { keysOf, longestQuoted, type Quoted, type QuotedPassage, quotedIn } from './quoted.ts';

/** Something that a reader would name when asked why two articles are about one event. */
export interface Item {
  readonly kind: 'name' | 'number' | 'quotation';
  /** The same for the same thing in any article. */
  readonly key: number;
  /** As it stands in the text that it was taken from, on one line, and the byte at which it does. */
  readonly text: string;
  readonly start: number;
  /** How rare it is in news, −ln of its share of articles; of a quotation its words. 0 and more. */
  readonly weight: number;
}

/** What of an article evidence is drawn from; made once, however many it is compared with. */
export interface Telling {
  readonly bytes: Uint8Array;
  readonly text: TextTokens;
  readonly background: Background;
  readonly items: Items;
  /** Parallel to items: what has been told of them. */
  readonly told: (Item | undefined)[];
  readonly quoted: Quoted;
  readonly quotedKeys: HashSet;
}

/** Shorter runs of words are quoted by chance. */
const LEAST_QUOTED_WORDS = 5;

export function tellingOf(bytes: Uint8Array, text: TextTokens, background: Background): Telling {
  const items = namesAndNumbers(text);
  const quoted = quotedIn(text, LEAST_QUOTED_WORDS);
  return { bytes, text, background, items, told: new Array(items.count), quoted, quotedKeys: keysOf(quoted) };
}

/** What two articles share that a reader would name, the most telling first: their longest common quotation, names, numbers. */
export function sharedItems(a: Telling, b: Telling): Item[] {
  const { rows } = a.items;
  const { itemOf } = b.items;
  return ranked(a, (item) => itemOf.get(rows[3 * item]) >= 0, longestQuoted(a.quoted, b.quotedKeys));
}

/**
 * The same where only the features of other articles are known: a name counts when each of its words is part of a name
 * there. `languages` is the mask of those that the telling text may be in; it is read once for all others.
 */
export function itemsKnownTo(telling: Telling, languages: number): (other: Pick<Features, 'names' | 'numbers' | 'quotes'>) => Item[] {
  const { bytes, text, items } = telling;
  const stemOf = stemmer(bytes, text, languages);
  const quoted = quotedIn(text, QUOTE_WORDS);
  const { flags } = text.tokens;
  return (other) => {
    const names = new Set(other.names);
    const numbers = new Set(other.numbers);
    const isKnown = (item: number) => {
      const [key, first, last] = items.rows.subarray(3 * item);
      if ((flags[first] & KIND) === NUMBER) return numbers.has(key);
      for (let at = first; at <= last; at++) if ((flags[at] & KIND) === WORD && !names.has(stemOf(at))) return false;
      return true;
    };
    const quotation = longestQuoted(quoted, makeHashSet(other.quotes));
    return ranked(telling, isKnown, quotation !== null && quotation.words >= LEAST_QUOTED_WORDS ? quotation : null);
  };
}

/** The quotation, and of the names and numbers those that are shared, the rarest first. */
function ranked(telling: Telling, isShared: (item: number) => boolean, quotation: QuotedPassage | null): Item[] {
  const { items, told } = telling;
  const shared: Item[] = [];
  for (let item = 0; item < items.count; item++) if (isShared(item)) shared.push((told[item] ??= tell(telling, item)));
  shared.sort((x, y) => y.weight - x.weight || x.start - y.start);
  if (quotation !== null) shared.unshift(quotationItem(telling, quotation));
  return shared;
}

function tell({ bytes, text, background, items: { rows } }: Telling, item: number): Item {
  const { flags, start, end } = text.tokens;
  const first = rows[3 * item + 1];
  const last = rows[3 * item + 2];
  return {
    kind: (flags[first] & KIND) === NUMBER ? 'number' : 'name',
    key: rows[3 * item],
    text: textAt(bytes, start[first], end[last]),
    start: start[first],
    weight: weightOf(text, first, last, background),
  };
}

function quotationItem({ bytes, text }: Telling, { key, first, last, words }: QuotedPassage): Item {
  const { start, end } = text.tokens;
  return { kind: 'quotation', key, text: textAt(bytes, start[first], end[last]), start: start[first], weight: words };
}
