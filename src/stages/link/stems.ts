import { foldText } from '../../kernel/fold.ts';
import { mix, step, WORD_SEED } from '../../kernel/hash.ts';
import { HashMap } from '../../kernel/hashMap.ts';
import { scan } from '../../kernel/scan.ts';
import { makeTokens } from '../../kernel/tokens.ts';
import { stemOf, stopWordsOf, wordHashes } from './languages.ts';

/** Stems by word hash, for one language: a word is stemmed at its first sight in a process. */
export interface Stems {
  readonly known: HashMap;
  readonly language: number;
}

/** What a stop word has for a stem. */
export const NO_STEM = 0;

const byLanguage: Stems[] = [];

export function stemsOf(language: number): Stems {
  const made = byLanguage[language];
  if (made) return made;
  const known = new HashMap(1 << 15);
  for (const word of stopWordsOf(language)) known.set(word, NO_STEM);
  return (byLanguage[language] = { known, language });
}

/** The hash of a word's stem, NO_STEM for a stop word or a single letter. `word` is the word's hash, the rest its bytes. */
export function stemHash({ known, language }: Stems, word: number, bytes: Uint8Array, start: number, end: number): number {
  let stem = known.get(word);
  if (stem < 0) {
    stem = hashOfStem(bytes.slice(start, end), language);
    known.set(word, stem);
  }
  return stem;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const scratch = makeTokens(256);

/** Of the folded word alone: all spellings of it have one hash, and whichever comes first is stemmed for all. */
function hashOfStem(word: Uint8Array, language: number): number {
  const folded = foldWord(word);
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
