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

const BLANK: u32 = 0x20;
/** Between a suffix and what takes its place. */
const ARROW: u32 = 0x3e;

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

function replaceFirst(length: u32, suffixes: string): u32 {
  const all = <u32>suffixes.length;
  for (let from: u32 = 0; from < all; ) {
    const arrow = find(ARROW, suffixes, from);
    const next = find(BLANK, suffixes, arrow);
    const stem = length - (arrow - from);
    if (endsIn(length, suffixes, from, arrow) && measure(stem) > 0) {
      for (let i = arrow + 1; i < next; i++) setLetter(stem + i - arrow - 1, signAt(suffixes, i));
      return stem + next - arrow - 1;
    }
    from = next + 1;
  }
  return length;
}

function withoutEnding(length: u32): u32 {
  const all = <u32>ENDINGS.length;
  for (let from: u32 = 0; from < all; ) {
    const next = find(BLANK, ENDINGS, from);
    const stem = length - (next - from);
    if (endsIn(length, ENDINGS, from, next) && stem > 0) return measure(stem) > 2 ? stem : length;
    from = next + 1;
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
function signAt(table: string, i: u32): u32 {
  return load<u16>(changetype<usize>(table) + (i << 1));
}

/** The next such sign of a string; its length where there is none. */
function find(sign: u32, table: string, from: u32): u32 {
  const all = <u32>table.length;
  while (from < all && signAt(table, from) !== sign) from++;
  return from;
}

function ends(length: u32, suffix: string): bool {
  return endsIn(length, suffix, 0, suffix.length);
}

/** Whether the word ends in signs from … to − 1 of a string. */
function endsIn(length: u32, suffixes: string, from: u32, to: u32): bool {
  if (to - from > length) return false;
  while (to > from) if (letterAt(--length) !== signAt(suffixes, --to)) return false;
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
