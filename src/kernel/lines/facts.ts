import { scanRanges } from '../scan.ts';
import { makeTokens, type Tokens } from '../tokens.ts';
import { type Blocks, findBlocks, releaseLines } from './blocks.ts';
import type { PhraseBook } from './book.ts';
import { readLine } from './line.ts';

/** What is known of each line of a text, as columns, which may be longer than there are lines. Lines are the blocks of blocks.ts. */
export interface Facts extends Blocks {
  /** The text in hand. */
  bytes: Uint8Array;
  tokens: Tokens;
  /** What the phrase book knows of each token: traits of its word, the node of the phrases it begins; see bookLayout.ts. */
  entries: Uint32Array;
  /** First token of each line; one more entry than there are lines. */
  firstToken: Uint32Array;
  words: Uint32Array;
  claims: Uint32Array;
  /** Ends of sentences inside the line, commas, numbers; up to 255. */
  inner: Uint8Array;
  commas: Uint8Array;
  numbers: Uint8Array;
  /** Words that speak to the reader; up to 255. */
  youWords: Uint8Array;
  /** Function words; up to 255. */
  functionWords: Uint8Array;
  /** Shares of its words: function words, words with a capital; 0–1. */
  functionShare: Float32Array;
  capitalShare: Float32Array;
  /** Kinds of furniture (bits) whose phrases are the whole line, start it, stand in it; none for lines above 60 words. */
  whole: Uint32Array;
  starts: Uint32Array;
  anywhere: Uint32Array;
  /** Past the last token that begins a phrase which may stand anywhere, of lines of any length; 0 for none. */
  pastPhrases: Uint32Array;
  /** Hash of all tokens, to know a line that is repeated. */
  identity: Uint32Array;
  /** What the corpus knows the line by: see keys.ts. */
  key: Float64Array;
  /** Bit 1: the line stands more than once in the text. Bit 2: it stood earlier in it. */
  repeated: Uint8Array;
}

/** Scratch above this is given back after the text. */
const LARGE = 1 << 18;

/** Everything below is scratch of the module, reused from text to text: no caller may keep it. */
const facts: Facts = {
  bytes: new Uint8Array(0),
  count: 0,
  start: new Uint32Array(256),
  end: new Uint32Array(256),
  tokens: makeTokens(),
  entries: new Uint32Array(0),
  ...makeColumns(256),
};

/** Scratch of findRepeats: line number + 1 by identity. */
let repeatSlots = new Uint32Array(64);

function makeColumns(lines: number) {
  return {
    firstToken: new Uint32Array(lines + 1),
    words: new Uint32Array(lines),
    claims: new Uint32Array(lines),
    inner: new Uint8Array(lines),
    commas: new Uint8Array(lines),
    numbers: new Uint8Array(lines),
    youWords: new Uint8Array(lines),
    functionWords: new Uint8Array(lines),
    functionShare: new Float32Array(lines),
    capitalShare: new Float32Array(lines),
    whole: new Uint32Array(lines),
    starts: new Uint32Array(lines),
    anywhere: new Uint32Array(lines),
    pastPhrases: new Uint32Array(lines),
    identity: new Uint32Array(lines),
    key: new Float64Array(lines),
    repeated: new Uint8Array(lines),
  };
}

/** Finds the lines of a text and their tokens; no facts yet. O(bytes). The answer is scratch: good until the next call. */
export function readLines(bytes: Uint8Array): Facts {
  if (facts.tokens.hash.length > LARGE) facts.tokens = makeTokens();
  releaseLines();
  facts.bytes = bytes;
  findBlocks(bytes, facts);
  const { count, start, end, tokens } = facts;
  if (facts.words.length < count) Object.assign(facts, makeColumns(facts.start.length));
  scanRanges(bytes, start, end, count, tokens, facts.firstToken);
  return facts;
}

/** See Kernel. */
export function readFacts(bytes: Uint8Array, book: PhraseBook): Facts {
  readLines(bytes);
  if (facts.entries.length < facts.tokens.count || facts.entries.length > LARGE) facts.entries = new Uint32Array(facts.tokens.hash.length);
  for (let line = 0; line < facts.count; line++) readLine(facts, line, book);
  findRepeats();
  return facts;
}

/** Fills `repeated`, by a hash table of line numbers at half load. O(lines). */
function findRepeats(): void {
  const { count, identity, repeated } = facts;
  let slots = 64;
  while (slots < 2 * count) slots *= 2;
  if (repeatSlots.length < slots || repeatSlots.length > LARGE) repeatSlots = new Uint32Array(slots);
  else repeatSlots.fill(0, 0, slots);
  for (let line = 0; line < count; line++) {
    repeated[line] = 0;
    let slot = identity[line] & (slots - 1);
    while (repeatSlots[slot] !== 0 && identity[repeatSlots[slot] - 1] !== identity[line]) slot = (slot + 1) & (slots - 1);
    if (repeatSlots[slot] === 0) repeatSlots[slot] = line + 1;
    else {
      repeated[repeatSlots[slot] - 1] |= 1;
      repeated[line] = 3;
    }
  }
}
