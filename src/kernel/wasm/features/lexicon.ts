/** The lexicon: a hash table of ../../hashMap.ts, as the host put it into memory. */
import { HASH, MEANING } from '../../features/featureLayout';
import { WORD } from '../../flags';
import { LEXICON, LEXICON_SLOTS, NUMBER_HASHES } from '../../layout';
import { column, count, kindAt } from './own';

export let languages: u32 = 0;
export let english: u32 = 0;

export function useLexicon(ofAll: u32, ofEnglish: u32): void {
  languages = ofAll;
  english = ofEnglish;
}

/** Fills MEANING; 0 for what is no word. */
export function readMeanings(): void {
  const hashes = column(HASH);
  const meanings = column(MEANING);
  for (let i: u32 = 0; i < count; i++) {
    const meaning = meaningOf(load<u32>(hashes + (i << 2)));
    store<u32>(meanings + (i << 2), select(meaning, 0, kindAt(i) === WORD));
  }
}

/** 0 for a word that is not in it. */
function meaningOf(word: u32): u32 {
  let slot = ((word * 0x9e3779b1) >> 5) & (LEXICON_SLOTS - 1);
  let found: u32 = 0;
  while ((found = load<u32>(LEXICON + (slot << 3))) !== word && found !== 0) slot = (slot + 1) & (LEXICON_SLOTS - 1);
  // The value of a free slot is 0 too.
  return load<u32>(LEXICON + (slot << 3), 4);
}

/** Hash of a number in digits. */
export function numberHash(counted: u32): u32 {
  return load<u32>(NUMBER_HASHES + (counted << 2));
}
