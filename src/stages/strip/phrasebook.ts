import { scan } from '../../kernel/scan.ts';
import { KIND, makeTokens, NUMBER, reserve, roomFor, SIGN, type Tokens, WORD } from '../../kernel/tokens.ts';
import { LEXICON } from './lexicon.ts';
import { type Anchor, KINDS, PHRASES } from './phrases.ts';

/** The phrase and word tables, compiled: what `entryOf`, `step` and the columns of `PhraseBook` answer from. */
export interface PhraseBook {
  /** Open addressing by token hash; 0 in `info` marks a free slot. Low 16 bits: phrase node; above: traits of the word. */
  readonly firstKeys: Uint32Array;
  readonly firstInfo: Uint32Array;
  /** Open addressing by (node, token): the node one token further. 0 in `stepTo` marks a free slot. */
  readonly stepFrom: Uint16Array;
  readonly stepKeys: Uint32Array;
  readonly stepTo: Uint16Array;
  /** Per node: kinds (bits) of the phrases that end here, by anchor. */
  readonly whole: Uint32Array;
  readonly start: Uint32Array;
  readonly anywhere: Uint32Array;
  readonly inside: Uint32Array;
}

/** Low 16 bits of an entry: the node of the phrases that begin with this token; 0 when none does. */
export const NODE = 0xffff;

/** Stands for any number. Words are hashes and signs are code points below 2^21, so a clash is one in 2^32. */
const ANY_NUMBER = 0xfffffff1;
/** Stands for any one word. */
const ANY_WORD = 0xfffffff2;
const UNDERSCORE = 0x5f;
const HASH_SIGN = 0x23;

const FIRST_SLOTS = 8192;
const STEP_SLOTS = 16384;

let book: PhraseBook | null = null;

/** Compiled at the first call (some milliseconds), then kept. */
export function phraseBook(): PhraseBook {
  book ??= compile();
  return book;
}

/** The key a token has in the book: numbers are all one. */
export function keyAt(tokens: Tokens, at: number): number {
  return (tokens.flags[at] & KIND) === NUMBER ? ANY_NUMBER : tokens.hash[at];
}

/** What the book knows of a token: its traits and the node of phrases it begins; 0 for nothing. */
export function entryOf(table: PhraseBook, key: number): number {
  const { firstKeys, firstInfo } = table;
  for (let slot = slotOf(key, FIRST_SLOTS); ; slot = (slot + 1) & (FIRST_SLOTS - 1)) {
    const info = firstInfo[slot];
    if (info === 0 || firstKeys[slot] === key) return info;
  }
}

/** The node that the phrase at `node` reaches with the token at `at`; 0 when no phrase goes on so. */
export function nextNode(table: PhraseBook, node: number, tokens: Tokens, at: number): number {
  const exact = find(table, node, keyAt(tokens, at));
  if (exact !== 0 || (tokens.flags[at] & KIND) !== WORD) return exact;
  return find(table, node, ANY_WORD);
}

/** Traits of the token's word: see lexicon.ts. */
export function traitsAt(tokens: Tokens, at: number): number {
  return entryOf(phraseBook(), keyAt(tokens, at));
}

function find(table: PhraseBook, node: number, key: number): number {
  const { stepFrom, stepKeys, stepTo } = table;
  for (let slot = slotOf(key + Math.imul(node, 0x9e3779b1), STEP_SLOTS); ; slot = (slot + 1) & (STEP_SLOTS - 1)) {
    const to = stepTo[slot];
    if (to === 0 || (stepKeys[slot] === key && stepFrom[slot] === node)) return to;
  }
}

function slotOf(key: number, slots: number): number {
  return (Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> 13) & (slots - 1);
}

function compile(): PhraseBook {
  const rows = PHRASES.map((row) => ({ bit: 1 << KINDS.indexOf(row.kind), anchor: row.anchor, phrases: row.phrases }));
  const nodes = rows.reduce((sum, row) => sum + row.phrases.length, 2);
  const table: PhraseBook = {
    firstKeys: new Uint32Array(FIRST_SLOTS),
    firstInfo: new Uint32Array(FIRST_SLOTS),
    stepFrom: new Uint16Array(STEP_SLOTS),
    stepKeys: new Uint32Array(STEP_SLOTS),
    stepTo: new Uint16Array(STEP_SLOTS),
    whole: new Uint32Array(nodes),
    start: new Uint32Array(nodes),
    anywhere: new Uint32Array(nodes),
    inside: new Uint32Array(nodes),
  };
  const counter = { nodes: 1 };
  const tokens = makeTokens(64);
  for (const row of rows) {
    for (const phrase of row.phrases.split(/ \| |\n/)) {
      if (phrase.trim() === '') continue;
      const path = keysOf(phrase, tokens);
      addPhrase(table, counter, path, row.anchor, row.bit);
      // A whole line is also known without the signs around and between its words.
      const bare = row.anchor === 'whole' ? path.filter((_, at) => !isSign(tokens, at)) : path;
      if (bare.length > 0 && bare.length < path.length) addPhrase(table, counter, bare, row.anchor, row.bit);
    }
  }
  for (const [words, trait] of LEXICON) {
    for (const word of words.trim().split(/\s+/)) addTrait(table, keysOf(word, tokens)[0], trait);
  }
  return table;
}

function keysOf(phrase: string, tokens: Tokens): number[] {
  const bytes = new TextEncoder().encode(phrase.trim());
  tokens.count = 0;
  reserve(tokens, roomFor(bytes.length));
  scan(bytes, 0, bytes.length, tokens);
  return Array.from({ length: tokens.count }, (_, at) => {
    if (!isSign(tokens, at)) return keyAt(tokens, at);
    return tokens.hash[at] === HASH_SIGN ? ANY_NUMBER : tokens.hash[at] === UNDERSCORE ? ANY_WORD : tokens.hash[at];
  });
}

function isSign(tokens: Tokens, at: number): boolean {
  const wildcard = tokens.hash[at] === HASH_SIGN || tokens.hash[at] === UNDERSCORE;
  return (tokens.flags[at] & KIND) === SIGN && !wildcard;
}

function addPhrase(table: PhraseBook, counter: { nodes: number }, path: readonly number[], anchor: Anchor, bit: number): void {
  let node = firstNode(table, counter, path[0]);
  for (const key of path.slice(1)) {
    let next = find(table, node, key);
    if (next === 0) {
      next = counter.nodes++;
      let slot = slotOf(key + Math.imul(node, 0x9e3779b1), STEP_SLOTS);
      while (table.stepTo[slot] !== 0) slot = (slot + 1) & (STEP_SLOTS - 1);
      table.stepFrom[slot] = node;
      table.stepKeys[slot] = key;
      table.stepTo[slot] = next;
    }
    node = next;
  }
  table[anchor][node] |= bit;
}

function firstNode(table: PhraseBook, counter: { nodes: number }, key: number): number {
  const slot = firstSlot(table, key);
  if ((table.firstInfo[slot] & NODE) === 0) {
    table.firstKeys[slot] = key;
    table.firstInfo[slot] |= counter.nodes++;
  }
  return table.firstInfo[slot] & NODE;
}

function addTrait(table: PhraseBook, key: number, trait: number): void {
  const slot = firstSlot(table, key);
  table.firstKeys[slot] = key;
  table.firstInfo[slot] |= trait;
}

function firstSlot(table: PhraseBook, key: number): number {
  let slot = slotOf(key, FIRST_SLOTS);
  while (table.firstInfo[slot] !== 0 && table.firstKeys[slot] !== key) slot = (slot + 1) & (FIRST_SLOTS - 1);
  return slot;
}
