/** ../../features/stems.ts; comments there. */
import { MOST_PLAIN_BYTES, MOST_WORDS, NO_STEM } from '../../features/bounds';
import { END, HASH, MEANING, START, STEM } from '../../features/featureLayout';
import { LANGUAGES_SHIFT, MOST_LANGUAGES } from '../../features/meanings';
import { WORD } from '../../flags';
import { PLAIN_WORD, STEM_SLOTS, STEMS_KNOWN } from '../../layout';
import { mix, step, WORD_SEED } from '../hash';
import { english } from './lexicon';
import { column, count, kindAt, text, valueAt } from './own';
import { stemEnglish } from './porter';

const APOSTROPHE: u32 = 0x27;
const HYPHEN: u32 = 0x2d;
const POINT: u32 = 0x2e;
const NEWLINE: u32 = 0x0a;
const SMALL_BIT: u32 = 0x20;
const SMALL_A: u32 = 0x61;
const SMALL_S: u32 = 0x73;

/** Given by the host: the hash of the stem of a word that has other letters, or is in another language. */
declare function stemOfAny(at: usize, end: usize, language: u32): u32;

/** Words in the table of each language, u32. */
const known = memory.data(4 * MOST_LANGUAGES, 4);

/** The language of the text in hand. */
let language: u32 = 0;

/** Reads the stems of a text in a language, for stemOf: in a loop of their own, since the processor waits for several look-ups at a time. */
export function readStems(ofText: u32): void {
  language = ofText;
  const hashes = column(HASH);
  const stems = column(STEM);
  const table = tableOf(language);
  for (let i: u32 = 0; i < count; i++) if (kindAt(i) === WORD) store<u32>(stems + (i << 2), find(i, load<u32>(hashes + (i << 2)), table));
}

/** The stem of a token that is a word. */
export function stemOf(i: u32): u32 {
  return valueAt(STEM, i);
}

function tableOf(wanted: u32): usize {
  return STEMS_KNOWN + 8 * STEM_SLOTS * wanted;
}

function find(i: u32, word: u32, table: usize): u32 {
  let slot = slotOf(word);
  let found: u32 = 0;
  while ((found = load<u32>(table + (slot << 3))) !== word && found !== 0) slot = (slot + 1) & (STEM_SLOTS - 1);
  return found === word && word !== 0 ? load<u32>(table + (slot << 3), 4) : learn(i, word, table, slot);
}

function slotOf(word: u32): u32 {
  return ((word * 0x9e3779b1) >> 5) & (STEM_SLOTS - 1);
}

/** The stem of token i, which is kept at this free slot or, when all had to be forgotten, at the word's own. */
function learn(i: u32, word: u32, table: usize, slot: u32): u32 {
  const isStopWord = (valueAt(MEANING, i) >> LANGUAGES_SHIFT) & (1 << language);
  const stem = isStopWord ? NO_STEM : stemAt(text + valueAt(START, i), text + valueAt(END, i));
  // A word whose hash is that of a free slot is stemmed whenever it is met.
  if (word === 0) return stem;
  let words = load<u32>(known + (language << 2));
  if (words === MOST_WORDS) {
    memory.fill(table, 0, 8 * STEM_SLOTS);
    words = 0;
    slot = slotOf(word);
  }
  store<u32>(known + (language << 2), words + 1);
  store<u32>(table + (slot << 3), word);
  store<u32>(table + (slot << 3), stem, 4);
  return stem;
}

function stemAt(at: usize, end: usize): u32 {
  const length = language === english ? plainLetters(at, end) : -1;
  return length >= 0 ? hashOfPlain(length) : stemOfAny(at, end, language);
}

/** The letters of a plain word to PLAIN_WORD; how many, or −1 for any other word. */
function plainLetters(at: usize, end: usize): i32 {
  if (end - at > <usize>MOST_PLAIN_BYTES) return -1;
  if (end - at > 1 && load<u8>(end - 2) === APOSTROPHE && (<u32>load<u8>(end - 1) | SMALL_BIT) === SMALL_S) end -= 2;
  let length: i32 = 0;
  for (; at < end; at++) {
    const byte = <u32>load<u8>(at);
    const letter = byte | SMALL_BIT;
    if (letter - SMALL_A < 26) store<u8>(PLAIN_WORD + length++, <u8>letter);
    else if (byte !== APOSTROPHE && byte !== HYPHEN && byte !== POINT && byte !== NEWLINE) return -1;
  }
  return length;
}

function hashOfPlain(length: u32): u32 {
  if (length < 2) return NO_STEM;
  const stem = stemEnglish(length);
  let hash = WORD_SEED;
  for (let i: u32 = 0; i < stem; i++) hash = step(hash, load<u8>(PLAIN_WORD + i));
  return mix(hash);
}
