import { foldText } from '../../kernel/fold.ts';
import { mix, step, WORD_SEED } from '../../kernel/hash.ts';
import { scan } from '../../kernel/scan.ts';
import { KIND, makeTokens, type Tokens, WORD } from '../../kernel/tokens.ts';
import { ENGLISH, stemOf, stopWordsOf, wordHashes } from './languages.ts';
import { stemEnglish } from './porter.ts';

/**
 * Stems by word hash, for one language: a word is stemmed at its first sight in a process. Open addressing, key and stem
 * side by side; signed, since a loop over 32-bit values above 2³¹ computes with floating-point numbers.
 */
export interface Stems {
  readonly language: number;
  /** word, stem, word, stem …; word 0 is an empty slot, and has its own stem below. */
  entries: Int32Array;
  words: number;
  ofZero: number | undefined;
}

/** What a stop word has for a stem. */
export const NO_STEM = 0;

const byLanguage: Stems[] = [];

export function stemsOf(language: number): Stems {
  const made = byLanguage[language];
  if (made) return made;
  const stems: Stems = { language, entries: new Int32Array(1 << 16), words: 0, ofZero: undefined };
  for (const word of stopWordsOf(language)) if (find(stems, word | 0) === undefined) keep(stems, word | 0, NO_STEM);
  return (byLanguage[language] = stems);
}

/**
 * The hash of every word's stem into out, parallel to the tokens; NO_STEM for a stop word or a single letter. A loop of its
 * own, so that the processor waits for several look-ups at a time. What it leaves for numbers and signs means nothing. O(words).
 */
export function stemWords(stems: Stems, bytes: Uint8Array, { hash, flags, start, end, count }: Tokens, out: Uint32Array): void {
  let { entries } = stems;
  let mask = entries.length - 2;
  for (let i = 0; i < count; i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    const word = hash[i] | 0;
    let at = placeOf(word) & mask;
    while (entries[at] !== word && entries[at] !== 0) at = (at + 2) & mask;
    if (entries[at] === word && word !== 0) {
      out[i] = entries[at + 1];
      continue;
    }
    out[i] = find(stems, word) ?? learn(stems, word, bytes, start[i], end[i]);
    entries = stems.entries;
    mask = entries.length - 2;
  }
}

function placeOf(word: number): number {
  return (Math.imul(word, 0x9e3779b1) >>> 5) << 1;
}

function find(stems: Stems, word: number): number | undefined {
  if (word === 0) return stems.ofZero;
  const { entries } = stems;
  const mask = entries.length - 2;
  let at = placeOf(word) & mask;
  while (entries[at] !== 0 && entries[at] !== word) at = (at + 2) & mask;
  return entries[at] === word ? entries[at + 1] : undefined;
}

/** Adds a word that is not yet there. */
function keep(stems: Stems, word: number, stem: number): void {
  if (word === 0) {
    stems.ofZero = stem;
    return;
  }
  if (++stems.words * 4 > stems.entries.length) {
    const { entries } = stems;
    stems.entries = new Int32Array(entries.length * 2);
    for (let at = 0; at < entries.length; at += 2) if (entries[at] !== 0) insert(stems.entries, entries[at], entries[at + 1]);
  }
  insert(stems.entries, word, stem);
}

function insert(entries: Int32Array, word: number, stem: number): void {
  const mask = entries.length - 2;
  let at = placeOf(word) & mask;
  while (entries[at] !== 0) at = (at + 2) & mask;
  entries[at] = word;
  entries[at + 1] = stem;
}

function learn(stems: Stems, word: number, bytes: Uint8Array, start: number, end: number): number {
  const { language } = stems;
  const length = language === ENGLISH ? plainLetters(bytes, start, end) : -1;
  const stem = length >= 0 ? hashOfPlain(length) : hashOfStem(foldWord(bytes.slice(start, end)), language);
  keep(stems, word, stem);
  return stem;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const scratch = makeTokens(256);
const letters = new Uint8Array(64);

/** A word of ASCII in small letters, without apostrophes, hyphens and its 's, into `letters`; its length, or −1 for any other word. */
function plainLetters(bytes: Uint8Array, start: number, end: number): number {
  if (end - start >= letters.length) return -1;
  if (end - start > 1 && bytes[end - 2] === APOSTROPHE && (bytes[end - 1] | SMALL_BIT) === SMALL_S) end -= 2;
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    const letter = byte | SMALL_BIT;
    if (letter >= 0x61 && letter <= 0x7a) letters[length++] = letter;
    else if (byte !== APOSTROPHE && byte !== HYPHEN && byte !== POINT && byte !== NEWLINE) return -1;
  }
  return length;
}

const SMALL_BIT = 0x20;
const SMALL_S = 0x73;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const NEWLINE = 0x0a;

function hashOfPlain(length: number): number {
  if (length < 2) return NO_STEM;
  const stem = stemEnglish(letters, length);
  let hash = WORD_SEED;
  for (let i = 0; i < stem; i++) hash = step(hash, letters[i]);
  return mix(hash);
}

/** Of the folded word alone: all spellings of it have one hash, and whichever comes first is stemmed for all. */
function hashOfStem(folded: string, language: number): number {
  return folded.length < 2 ? NO_STEM : hashOf(stemOf(folded, language));
}

/** The folded letters of a word, without its 's. */
function foldWord(word: Uint8Array): string {
  const text = decoder.decode(word);
  // Most words are plain letters; the rest may hold accents, apostrophes, a line break.
  if (/^[a-z]+$/i.test(text)) return text.toLowerCase();
  return foldText(text)
    .replace(/'s$/, '')
    .replace(/[^\p{L}\p{M}]/gu, '');
}

/** The hash that `scan` gives a folded word. */
function hashOf(stem: string): number {
  if (/^[a-z]+$/.test(stem)) {
    let hash = WORD_SEED;
    for (let i = 0; i < stem.length; i++) hash = step(hash, stem.charCodeAt(i));
    return mix(hash);
  }
  const bytes = encoder.encode(stem);
  // Hashing a very long "word" may need more tokens than the scratch has.
  if (bytes.length > 100) return wordHashes([stem])[0] ?? NO_STEM;
  scratch.count = 0;
  scan(bytes, 0, bytes.length, scratch);
  return scratch.count > 0 ? scratch.hash[0] : NO_STEM;
}
