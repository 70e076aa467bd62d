import { foldText } from '../../kernel/fold.ts';
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
const scratch = makeTokens(256);
const encoder = new TextEncoder();

/** Of the folded word alone: all spellings of it have one hash, and whichever comes first is stemmed for all. */
function hashOfStem(word: Uint8Array, language: number): number {
  const folded = foldText(decoder.decode(word))
    .replace(/'s$/, '')
    .replace(/[^\p{L}\p{M}]/gu, '');
  if (folded.length < 2) return NO_STEM;
  const stem = encoder.encode(stemOf(folded, language));
  // Hashing a very long "word" may need more tokens than the scratch has.
  if (stem.length > 100) return wordHashes([decoder.decode(stem)])[0] ?? NO_STEM;
  scratch.count = 0;
  scan(stem, 0, stem.length, scratch);
  return scratch.count > 0 ? scratch.hash[0] : NO_STEM;
}
