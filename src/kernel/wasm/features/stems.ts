/** ../../features/stems.ts; the stems are kept in one table for all languages. */
import { MOST_PLAIN_BYTES, MOST_WORDS, NO_STEM } from '../../features/bounds';
import { END, HASH, KNOWN_MEANING, KNOWN_STEM, MEANING, START, STEM } from '../../features/featureLayout';
import { WORD } from '../../flags';
import { KNOWN, KNOWN_SLOTS, PLAIN_WORD } from '../../layout';
import { mix, step, WORD_SEED } from '../hash';
import { isEnglish, meaningOf, stopLanguages } from './lexicon';
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

let known: u32 = 0;

/** For a new lexicon, or when there are too many. */
export function forgetWords(): void {
  memory.fill(KNOWN, 0, 16 * KNOWN_SLOTS);
  known = 0;
}

/** Fills STEM and MEANING. A loop of its own, so that the processor waits for several look-ups at a time. */
export function readWords(language: u32): void {
  const hashes = column(HASH);
  const stems = column(STEM);
  const meanings = column(MEANING);
  for (let i: u32 = 0; i < count; i++) {
    if (kindAt(i) !== WORD) {
      store<u32>(meanings + (i << 2), 0);
      continue;
    }
    const word = load<u32>(hashes + (i << 2));
    const key = keyOf(word, language);
    let place = placeOf(word);
    let found: u64 = 0;
    while ((found = load<u64>(place)) !== key && found !== 0) place = after(place);
    if (found === 0) place = learn(i, word, language, place);
    store<u32>(stems + (i << 2), load<u32>(place, 4 * KNOWN_STEM));
    store<u32>(meanings + (i << 2), load<u32>(place, 4 * KNOWN_MEANING));
  }
}

function keyOf(word: u32, language: u32): u64 {
  return ((<u64>(language + 1)) << 32) | word;
}

function placeOf(word: u32): usize {
  return KNOWN + ((((word * 0x9e3779b1) >> 5) & (KNOWN_SLOTS - 1)) << 4);
}

function after(place: usize): usize {
  return place === <usize>KNOWN + 16 * (KNOWN_SLOTS - 1) ? <usize>KNOWN : place + 16;
}

/** Keeps what is to be known of token i, at this free place or, when all had to be forgotten, at the word's own; returns which. */
function learn(i: u32, word: u32, language: u32, place: usize): usize {
  const isStopWord = (stopLanguages(word) & (1 << language)) !== 0;
  const stem = isStopWord ? NO_STEM : stemAt(text + valueAt(START, i), text + valueAt(END, i), language);
  if (known === MOST_WORDS) {
    forgetWords();
    place = placeOf(word);
  }
  known++;
  store<u64>(place, keyOf(word, language));
  store<u32>(place, stem, 4 * KNOWN_STEM);
  store<u32>(place, meaningOf(word), 4 * KNOWN_MEANING);
  return place;
}

function stemAt(at: usize, end: usize, language: u32): u32 {
  const length = isEnglish(language) ? plainLetters(at, end) : -1;
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
