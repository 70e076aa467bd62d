/** The lexicon: hash tables of ../../hashMap.ts, as the host put them into memory. */
import { MEANING_SLOTS, MEANINGS, NUMBER_HASHES, STOP_WORD_SLOTS, STOP_WORDS } from '../../layout';

let languages: u32 = 0;
let english: u32 = 0;

export function useLexicon(allLanguages: u32, ofEnglish: u32): void {
  languages = allLanguages;
  english = ofEnglish;
}

export function languageCount(): u32 {
  return languages;
}

export function isEnglish(language: u32): bool {
  return language === english;
}

/** Bits of the languages in which a word is a stop word. */
export function stopLanguages(word: u32): u32 {
  return lookUp(STOP_WORDS, STOP_WORD_SLOTS - 1, word);
}

export function meaningOf(word: u32): u32 {
  return lookUp(MEANINGS, MEANING_SLOTS - 1, word);
}

/** Hash of a number in digits. */
export function numberHash(number: u32): u32 {
  return load<u32>(NUMBER_HASHES + (number << 2));
}

/** The value of a key; 0 for none. */
function lookUp(table: usize, mask: u32, key: u32): u32 {
  let slot = ((key * 0x9e3779b1) >> 5) & mask;
  let found: u32 = 0;
  while ((found = load<u32>(table + (slot << 3))) !== key && found !== 0) slot = (slot + 1) & mask;
  // The value of a free slot is 0 too.
  return load<u32>(table + (slot << 3), 4);
}
