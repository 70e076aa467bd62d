import { ANCHORS, type Furniture, type RuleAnchor, sourceKey } from '../../furniture.ts';
import { ANY_NUMBER } from '../../kernel/lines/bookLayout.ts';
import { scan } from '../../kernel/scan.ts';
import { KIND, makeTokens, NUMBER, reserve, roomFor, SIGN, SPACED, type Tokens } from '../../kernel/tokens.ts';

/**
 * Rules of furniture as one tree of words: a step leads from a node by a token's hash to the next node. Two roots: for
 * rules that begin with a line, and for those that may begin at any word of it.
 */
export interface FurnitureBook {
  readonly rules: Furniture;
  /** Number of a source's section, by its key; section 0 holds for all. */
  readonly sections: ReadonlyMap<string, number>;
  /** Steps, by open addressing on (node, token); 0 in `stepTo` marks a free slot. A power of two. */
  readonly slots: number;
  readonly stepFrom: Uint32Array;
  readonly stepKeys: Uint32Array;
  readonly stepTo: Uint32Array;
  /** Per node: anchors (bits) of the rules that end there. */
  readonly ending: Uint8Array;
  /** The first rule that ends at a node, by keyOfEnd. */
  readonly ends: ReadonlyMap<number, number>;
  /** Whether any rule may begin amid a line. */
  readonly hasFree: boolean;
}

/** What the rules say of some words. One object, reused: good until the next call. */
export interface Found {
  /** Number of the first rule that takes them, and of the first that keeps them; −1 for none. */
  takes: number;
  keeps: number;
  /** Whether a rule says that they open a section. */
  opens: boolean;
}
const found: Found = { takes: -1, keeps: -1, opens: false };

const LINE_ROOT = 1;
const FREE_ROOT = 2;
const FIRST_NODE = 3;
const HASH_SIGN = 0x23;

const bitOf = (anchor: RuleAnchor) => 1 << ANCHORS.indexOf(anchor);
const LINE = bitOf('line');
const STARTS = bitOf('starts');
const ENDS = bitOf('ends');
const CONTAINS = bitOf('contains');
const SECTION = bitOf('section');
const KEEP = bitOf('keep');
const FREE = ENDS | CONTAINS | KEEP;

const books = new WeakMap<Furniture, FurnitureBook>();

/** Compiled at the first call for these very rules, then kept as long as they are. O(words of the rules). */
export function bookOf(furniture: Furniture): FurnitureBook {
  const known = books.get(furniture);
  if (known !== undefined) return known;
  const book = compile(furniture);
  books.set(furniture, book);
  return book;
}

function compile(rules: Furniture): FurnitureBook {
  const paths = rules.map(({ words }) => keysOf(words));
  const words = paths.reduce((sum, path) => sum + path.length, FIRST_NODE);
  let slots = 64;
  while (slots < 2 * words) slots *= 2;
  const sections = new Map<string, number>();
  const ends = new Map<number, number>();
  const book = {
    rules,
    sections,
    slots,
    stepFrom: new Uint32Array(slots),
    stepKeys: new Uint32Array(slots),
    stepTo: new Uint32Array(slots),
    ending: new Uint8Array(words + 1),
    ends,
    hasFree: rules.some(({ anchor }) => (bitOf(anchor) & FREE) !== 0),
  };
  let nodes = FIRST_NODE;
  for (const [at, { anchor, source }] of rules.entries()) {
    if (paths[at].length === 0) continue;
    const key = source === null ? null : sourceKey(source);
    if (key !== null && !sections.has(key)) sections.set(key, sections.size + 1);
    let node = bitOf(anchor) & FREE ? FREE_ROOT : LINE_ROOT;
    for (const word of paths[at]) {
      const slot = slotOf(book, node, word);
      if (book.stepTo[slot] === 0) {
        book.stepFrom[slot] = node;
        book.stepKeys[slot] = word;
        book.stepTo[slot] = nodes++;
      }
      node = book.stepTo[slot];
    }
    book.ending[node] |= bitOf(anchor);
    const end = keyOfEnd(node, key === null ? 0 : sections.get(key)!, bitOf(anchor));
    if (!ends.has(end)) ends.set(end, at);
  }
  return book;
}

/** Nodes and sections are below 2^23 each, since a file of rules is below 10 MB. */
function keyOfEnd(node: number, section: number, anchor: number): number {
  return (section * 0x1000000 + node) * 64 + anchor;
}

/** The tokens of a rule that count: its words, and `#` on its own. */
export function keysOf(words: string): number[] {
  const bytes = new TextEncoder().encode(words);
  const tokens = makeTokens(64);
  reserve(tokens, roomFor(bytes.length));
  scan(bytes, 0, bytes.length, tokens);
  const keys: number[] = [];
  for (let at = 0; at < tokens.count; at++) {
    if ((tokens.flags[at] & KIND) !== SIGN) keys.push(tokens.hash[at]);
    else if (tokens.hash[at] === HASH_SIGN && standsAlone(tokens, at)) keys.push(ANY_NUMBER);
  }
  return keys;
}

/** "# readers", but not "#calder". */
function standsAlone({ flags, count }: Tokens, at: number): boolean {
  return (flags[at] & SPACED) !== 0 && (at + 1 === count || (flags[at + 1] & SPACED) !== 0);
}

function slotOf({ slots, stepFrom, stepKeys, stepTo }: FurnitureBook, node: number, key: number): number {
  const mixed = Math.imul(key ^ Math.imul(node, 0x9e3779b1), 0x85ebca6b);
  let slot = (mixed ^ (mixed >>> 15)) & (slots - 1);
  while (stepTo[slot] !== 0 && (stepKeys[slot] !== key || stepFrom[slot] !== node)) slot = (slot + 1) & (slots - 1);
  return slot;
}

/** Looks the words of tokens[from, to) up as if they were a line. O(words × longest rule). */
export function lookUp(book: FurnitureBook, section: number, tokens: Tokens, from: number, to: number): Found {
  found.takes = -1;
  found.keeps = -1;
  found.opens = false;
  let end = to;
  while (end > from && (tokens.flags[end - 1] & KIND) === SIGN) end--;
  const first = nextWord(tokens, from, end);
  if (first < end) step(book, section, tokens, LINE_ROOT, first, end);
  if (!book.hasFree) return found;
  for (let at = first; at < end; at = nextWord(tokens, at + 1, end)) step(book, section, tokens, FREE_ROOT, at, end);
  return found;
}

function nextWord(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to && (tokens.flags[at] & KIND) === SIGN) at++;
  return at;
}

/** Goes on from a node with the word at `at`, and as far as rules do. A number takes two ways: as itself and as any. */
function step(book: FurnitureBook, section: number, tokens: Tokens, node: number, at: number, end: number): void {
  while (at < end) {
    const exact = book.stepTo[slotOf(book, node, tokens.hash[at])];
    const any = (tokens.flags[at] & KIND) === NUMBER ? book.stepTo[slotOf(book, node, ANY_NUMBER)] : 0;
    const next = nextWord(tokens, at + 1, end);
    if (exact !== 0 && any !== 0) {
      note(book, section, any, next === end);
      step(book, section, tokens, any, next, end);
    }
    node = exact === 0 ? any : exact;
    if (node === 0) return;
    note(book, section, node, next === end);
    at = next;
  }
}

/** Notes the rules that end at a node, where the words of a line may end too. */
function note(book: FurnitureBook, section: number, node: number, isEnd: boolean): void {
  const ending = book.ending[node];
  if (ending === 0) return;
  for (const anchor of [STARTS, SECTION, CONTAINS, LINE, ENDS, KEEP]) {
    if ((ending & anchor) === 0 || (anchor & (LINE | ENDS) && !isEnd)) continue;
    const rule = Math.min(ruleAt(book, node, 0, anchor), section === 0 ? Number.POSITIVE_INFINITY : ruleAt(book, node, section, anchor));
    if (rule === Number.POSITIVE_INFINITY) continue;
    if (anchor === KEEP) found.keeps = found.keeps < 0 ? rule : Math.min(found.keeps, rule);
    else found.takes = found.takes < 0 ? rule : Math.min(found.takes, rule);
    if (anchor === SECTION) found.opens = true;
  }
}

function ruleAt(book: FurnitureBook, node: number, section: number, anchor: number): number {
  return book.ends.get(keyOfEnd(node, section, anchor)) ?? Number.POSITIVE_INFINITY;
}
