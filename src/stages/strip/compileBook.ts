import { kernel } from '../../kernel/index.ts';
import {
  ANCHORS,
  ANYWHERE,
  FIRST_SLOTS,
  FOLLOWED,
  firstSlot,
  INSIDE,
  keyAt,
  NODE,
  type PhraseBook,
  START,
  STEP_SLOTS,
  stepSlot,
  WHOLE,
} from '../../kernel/lines/book.ts';
import { ANY_NUMBER, ANY_WORD } from '../../kernel/lines/bookLayout.ts';
import { KIND, makeTokens, SIGN, type Tokens } from '../../kernel/tokens.ts';
import { LEXICON } from './lexicon.ts';
import { bitOf, PHRASES } from './phrases.ts';

const COLUMNS = { whole: WHOLE, start: START, anywhere: ANYWHERE, inside: INSIDE } as const;
const UNDERSCORE = 0x5f;
const HASH_SIGN = 0x23;
const NEWLINE = 0x0a;

/** The book from its sources; 20 ms where nothing is warm, most of it for letters and words that are met for the first time. */
export function compileBook(): PhraseBook {
  const rows = PHRASES.map(({ kind, anchor, phrases }) => ({
    bit: bitOf(kind),
    anchor,
    phrases: phrases.trim().split(/\s*(?: \| |\n)\s*/),
  }));
  const traits = LEXICON.map(([words, trait]) => ({ trait, words: words.trim().split(/\s+/) }));
  const entries = [...rows.flatMap((row) => row.phrases), ...traits.flatMap((row) => row.words)];
  const { tokens, opened } = scanLines(entries);
  const keys = keysOf(tokens);
  const tree = new Tree(keys.length + 1);
  let entry = 0;
  for (const { bit, anchor, phrases } of rows) {
    for (let i = 0; i < phrases.length; i++, entry++) {
      const path = keys.subarray(opened[entry], opened[entry + 1]);
      if (path.length === 0) continue;
      tree.addPhrase(path, COLUMNS[anchor], bit);
      if (anchor !== 'whole') continue;
      // A whole line is also known without the signs around and between its words.
      const bare = path.filter((_, at) => !isSign(tokens, opened[entry] + at));
      if (bare.length > 0 && bare.length < path.length) tree.addPhrase(bare, WHOLE, bit);
    }
  }
  for (const { trait, words } of traits) for (let i = 0; i < words.length; i++, entry++) tree.addTrait(keys[opened[entry]], trait);
  return bookOf(tree.tables());
}

/** A book of its tables. */
export function bookOf(tables: Pick<PhraseBook, 'first' | 'steps' | 'kinds'>): PhraseBook {
  const navigation = bitOf('navigation');
  return {
    ...tables,
    navigation,
    buttons: navigation | bitOf('share bar') | bitOf('comment form') | bitOf('sign-in') | bitOf('newsletter'),
    credit: bitOf('photo credit'),
    outlet: bitOf('about the outlet'),
  };
}

/** The tokens of texts without line ends, all scanned at once: one by one costs ten times as much. */
function scanLines(texts: readonly string[]): { tokens: Tokens; opened: Uint32Array } {
  const bytes = new TextEncoder().encode(texts.join('\n'));
  const from = new Uint32Array(texts.length);
  const to = new Uint32Array(texts.length);
  for (let i = 0, at = 0; i < texts.length; i++) {
    from[i] = at;
    while (at < bytes.length && bytes[at] !== NEWLINE) at++;
    to[i] = at++;
  }
  const tokens = makeTokens();
  const opened = new Uint32Array(texts.length + 1);
  kernel().scanRanges(bytes, from, to, texts.length, tokens, opened);
  return { tokens, opened };
}

/** The keys of all tokens in the book; `#` stands for any number, `_` for any word. */
function keysOf(tokens: Tokens): Uint32Array {
  const { flags, hash, count } = tokens;
  return Uint32Array.from({ length: count }, (_, at) => {
    if ((flags[at] & KIND) !== SIGN) return keyAt(tokens, at);
    return hash[at] === HASH_SIGN ? ANY_NUMBER : hash[at] === UNDERSCORE ? ANY_WORD : hash[at];
  });
}

/** Whether a token of a phrase is a sign, and no wildcard. */
function isSign({ flags, hash }: Tokens, at: number): boolean {
  return (flags[at] & KIND) === SIGN && hash[at] !== HASH_SIGN && hash[at] !== UNDERSCORE;
}

/** The tables of a book as it is made. */
class Tree {
  private readonly first = new Uint32Array(2 * FIRST_SLOTS);
  private readonly steps = new Uint32Array(2 * STEP_SLOTS);
  private readonly kinds: Uint32Array;
  /** Node 0 is none. */
  private nodes = 1;

  /** For phrases of so many tokens in all, each counted twice. */
  constructor(tokens: number) {
    this.kinds = new Uint32Array(2 * ANCHORS * tokens);
  }

  addPhrase(path: Uint32Array, anchor: number, bit: number): void {
    const { first, steps } = this;
    let slot = firstSlot(first, path[0]);
    if ((first[slot + 1] & NODE) === 0) {
      first[slot] = path[0];
      first[slot + 1] |= this.nodes++;
    }
    let node = first[slot + 1] & NODE;
    for (let at = 1; at < path.length; at++) {
      slot = stepSlot(steps, node, path[at]);
      if (steps[slot + 1] === 0) {
        steps[slot] = path[at];
        steps[slot + 1] = ((node << 16) | this.nodes++) >>> 0;
      }
      node = steps[slot + 1] & NODE;
    }
    this.kinds[ANCHORS * node + anchor] |= bit;
  }

  addTrait(key: number, trait: number): void {
    const slot = firstSlot(this.first, key);
    this.first[slot] = key;
    this.first[slot + 1] |= trait;
  }

  tables(): { first: Uint32Array; steps: Uint32Array; kinds: Uint32Array } {
    const { first, steps } = this;
    const kinds = this.kinds.slice(0, ANCHORS * this.nodes);
    for (let at = 1; at < first.length; at += 2) {
      const node = first[at] & NODE;
      const ends = kinds.subarray(ANCHORS * node, ANCHORS * node + ANCHORS).some((bits) => bits !== 0);
      if (node !== 0 && (ends || steps[stepSlot(steps, node, ANY_WORD) + 1] !== 0)) first[at] |= FOLLOWED;
    }
    return { first, steps, kinds };
  }
}
