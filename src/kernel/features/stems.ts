import { foldText } from '../fold.ts';
import { mix, step, WORD_SEED } from '../hash.ts';
import { HashMap } from '../hashMap.ts';
import { scan } from '../scan.ts';
import { KIND, makeTokens, reserve, roomFor, type Tokens, WORD } from '../tokens.ts';
import { MOST_PLAIN_BYTES, MOST_WORDS, NO_STEM } from './bounds.ts';
import { tellLanguage } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { LANGUAGES_SHIFT } from './meanings.ts';
import { stemEnglish } from './porter.ts';

/** What is known of the tokens that are words, parallel to the tokens. */
export interface Words {
  /** Hash of the word's stem; NO_STEM for a stop word or a single letter. Of other tokens it means nothing. */
  stems: Uint32Array;
  /** See meanings.ts; 0 for what is no word. */
  meanings: Uint32Array;
}

export function makeWords(): Words {
  return { stems: new Uint32Array(4096), meanings: new Uint32Array(4096) };
}

/** Stem and meaning of every word of a text, in that of the allowed languages which it is in. O(words) but for the first sight of a word. */
export function readWords(bytes: Uint8Array, tokens: Tokens, lexicon: Lexicon, allowed: number, out: Words): void {
  const { count } = tokens;
  if (count > out.stems.length) {
    out.stems = new Uint32Array(2 * count);
    out.meanings = new Uint32Array(2 * count);
  }
  readMeanings(tokens, lexicon, out.meanings);
  readStems(bytes, tokens, lexicon, tellLanguage(out.meanings, count, lexicon, allowed), out);
}

function readMeanings({ hash, flags, count }: Tokens, { words }: Lexicon, out: Uint32Array): void {
  for (let i = 0; i < count; i++) out[i] = (flags[i] & KIND) === WORD ? Math.max(words.get(hash[i]), 0) : 0;
}

/** Stems by language and word hash: a word is stemmed at its first sight. */
let known: HashMap[] = [];
/** Whose stems they are. */
let teacher: Lexicon | null = null;

function readStems(bytes: Uint8Array, { hash, flags, start, end, count }: Tokens, lexicon: Lexicon, language: number, out: Words): void {
  if (lexicon !== teacher) known = [];
  teacher = lexicon;
  let stems = (known[language] ??= new HashMap());
  for (let i = 0; i < count; i++) {
    if ((flags[i] & KIND) !== WORD) continue;
    let stem = stems.get(hash[i]);
    if (stem < 0) {
      const isStopWord = (out.meanings[i] >>> LANGUAGES_SHIFT) & (1 << language);
      stem = isStopWord ? NO_STEM : stemAt(bytes, start[i], end[i], lexicon, language);
      if (stems.size === MOST_WORDS) stems = known[language] = new HashMap();
      stems.set(hash[i], stem);
    }
    out.stems[i] = stem;
  }
}

function stemAt(bytes: Uint8Array, start: number, end: number, lexicon: Lexicon, language: number): number {
  const length = language === lexicon.english ? plainLetters(bytes, start, end) : -1;
  return length >= 0 ? hashOfPlain(length) : stemOfAny(bytes.slice(start, end), lexicon, language);
}

const letters = new Uint8Array(MOST_PLAIN_BYTES + 1);

/** A word of ASCII in small letters, without apostrophes, hyphens and its 's, into `letters`; its length, or −1 for any other word. */
function plainLetters(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MOST_PLAIN_BYTES) return -1;
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

/**
 * The hash of a word's stem, whatever its letters and language. The twin asks for this one. It is of the folded word alone: all
 * spellings of it have one hash, and whichever comes first is stemmed for all.
 */
export function stemOfAny(word: Uint8Array, lexicon: Lexicon, language: number): number {
  const folded = foldWord(word);
  return folded.length < 2 ? NO_STEM : hashOf(lexicon.stemOf(folded, language));
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const scratch = makeTokens(256);

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
  const bytes = encoder.encode(stem);
  scratch.count = 0;
  reserve(scratch, roomFor(bytes.length));
  scan(bytes, 0, bytes.length, scratch);
  return scratch.count > 0 ? scratch.hash[0] : NO_STEM;
}
