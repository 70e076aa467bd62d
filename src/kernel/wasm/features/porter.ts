/** ../../features/porter.ts, step for step, over the letters at PLAIN_WORD; comments there. */
import { DOUBLE_SUFFIXES, ENDINGS, SINGLE_SUFFIXES } from '../../features/suffixes';
import { PLAIN_WORD } from '../../layout';

const A: u32 = 0x61;
const E: u32 = 0x65;
const I: u32 = 0x69;
const L: u32 = 0x6c;
const O: u32 = 0x6f;
const S: u32 = 0x73;
const T: u32 = 0x74;
const U: u32 = 0x75;
const W: u32 = 0x77;
const X: u32 = 0x78;
const Y: u32 = 0x79;
const Z: u32 = 0x7a;

/** Stems the word of so many letters in place; returns its new length. */
export function stemEnglish(length: u32): u32 {
  if (length < 3) return length;
  length = withoutPlural(length);
  length = withoutPast(length);
  if (letterAt(length - 1) === Y && vowelsIn(length - 1)) setLetter(length - 1, I);
  length = replaceFirst(length, DOUBLE_SUFFIXES);
  length = replaceFirst(length, SINGLE_SUFFIXES);
  length = withoutEnding(length);
  return withoutFinal(length);
}

function letterAt(i: u32): u32 {
  return load<u8>(PLAIN_WORD + i);
}

function setLetter(i: u32, letter: u32): void {
  store<u8>(PLAIN_WORD + i, <u8>letter);
}

function withoutPlural(length: u32): u32 {
  if (letterAt(length - 1) !== S) return length;
  if (ends(length, 'sses') || ends(length, 'ies')) return length - 2;
  return letterAt(length - 2) !== S && length > 2 ? length - 1 : length;
}

function withoutPast(length: u32): u32 {
  if (ends(length, 'eed')) return measure(length - 3) > 0 ? length - 1 : length;
  const stem = ends(length, 'ed') ? length - 2 : ends(length, 'ing') ? length - 3 : 0;
  if (stem === 0 || !vowelsIn(stem)) return length;
  const last = letterAt(stem - 1);
  if (ends(stem, 'at') || ends(stem, 'bl') || ends(stem, 'iz')) return withE(stem);
  if (stem > 1 && last === letterAt(stem - 2) && !isPlainVowel(last) && last !== L && last !== S && last !== Z) return stem - 1;
  return measure(stem) === 2 && endsShort(stem) ? withE(stem) : stem;
}

function withE(length: u32): u32 {
  setLetter(length, E);
  return length + 1;
}

function replaceFirst(length: u32, suffixes: string[]): u32 {
  for (let i = 0; i < suffixes.length; i += 2) {
    const suffix = unchecked(suffixes[i]);
    if (!ends(length, suffix)) continue;
    const stem = length - suffix.length;
    if (measure(stem) <= 0) continue;
    const replacement = unchecked(suffixes[i + 1]);
    for (let k: u32 = 0; k < <u32>replacement.length; k++) setLetter(stem + k, signAt(replacement, k));
    return stem + replacement.length;
  }
  return length;
}

function withoutEnding(length: u32): u32 {
  for (let i = 0; i < ENDINGS.length; i++) {
    const ending = unchecked(ENDINGS[i]);
    const stem = length - ending.length;
    if (ends(length, ending) && stem > 0) return measure(stem) > 2 ? stem : length;
  }
  const stem = length - 3;
  if (length < 5 || !ends(length, 'ion') || (letterAt(stem - 1) !== S && letterAt(stem - 1) !== T)) return length;
  return measure(stem) > 2 ? stem : length;
}

function withoutFinal(length: u32): u32 {
  if (letterAt(length - 1) === E) {
    const vowels = measure(length - 1);
    if (vowels > 2 || (vowels === 2 && !endsShort(length - 1))) length--;
  }
  if (length > 1 && letterAt(length - 1) === L && letterAt(length - 2) === L && measure(length) > 2) length--;
  return length;
}

/** A sign of a string: two bytes each. */
function signAt(text: string, i: u32): u32 {
  return load<u16>(changetype<usize>(text) + (i << 1));
}

function ends(length: u32, suffix: string): bool {
  let at = <u32>suffix.length;
  if (at > length) return false;
  while (at > 0) if (letterAt(--length) !== signAt(suffix, --at)) return false;
  return true;
}

function isPlainVowel(letter: u32): bool {
  return letter === A || letter === E || letter === I || letter === O || letter === U;
}

function isVowel(i: u32): bool {
  const letter = letterAt(i);
  if (letter !== Y) return isPlainVowel(letter);
  return i > 0 && letterAt(i - 1) !== Y && !isPlainVowel(letterAt(i - 1));
}

function vowelsIn(length: u32): bool {
  for (let i: u32 = 0; i < length; i++) if (isVowel(i)) return true;
  return false;
}

function endsShort(length: u32): bool {
  if (length < 3) return false;
  const last = letterAt(length - 1);
  if (last === W || last === X || last === Y) return false;
  return !isVowel(length - 1) && isVowel(length - 2) && !isVowel(length - 3);
}

/** Twice what the reference says: it halves runs that may be odd in number. */
function measure(length: u32): i32 {
  if (length === 0) return -2;
  let runs: i32 = 0;
  let before: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const kind: u32 = !isVowel(i) ? 1 : letterAt(i) === Y ? 3 : 2;
    if (kind !== before) runs++;
    if (i === 0 && kind === 1) runs--;
    before = kind;
  }
  return before === 1 ? runs : runs - 1;
}
