/**
 * Folding of single code points: compatibility decomposition (NFKD) without accents, vowel signs of Arabic and voicing
 * marks of kana (が reads か), lower case, one form of quote, apostrophe and dash. So "Beyoncé", "BEYONCE" and
 * "Beyonce\u0301" are one
 * word. Folding decomposes (where NFKC composes) because that needs no look at neighbouring code points; the
 * equivalence classes are those of NFKC, joined over accents.
 *
 * Entries are made when a code point is first met and kept: news text uses a few hundred of them.
 */

import {
  CLASS_MASK,
  CLASS_SHIFT,
  DIGIT,
  IDEOGRAPH,
  JOINED,
  LETTER,
  LOWER,
  NOTHING,
  POINT_MASK,
  SEVERAL,
  SIGN,
  SPACE,
  UPPER,
} from './classes.ts';

export * from './classes.ts';

const basic = new Uint32Array(0x10000);
const astral = new Map<number, number>();
const expansions: Uint32Array[] = [];

/** The entry of a code point. */
export function foldEntry(point: number): number {
  if (point < 0x10000) return basic[point] || (basic[point] = makeEntry(point));
  let entry = astral.get(point);
  if (entry === undefined) astral.set(point, (entry = makeEntry(point)));
  return entry;
}

export function classOf(entry: number): number {
  return (entry >>> CLASS_SHIFT) & CLASS_MASK;
}

/** The entries that a code point of class SEVERAL folds to. */
export function expansionOf(entry: number): Uint32Array {
  return expansions[entry & POINT_MASK];
}

/** The folded text, for phrase tables and tests; the kernel folds bytes without making strings. */
export function foldText(text: string): string {
  let out = '';
  for (const char of text) {
    const entry = foldEntry(char.codePointAt(0)!);
    const kind = classOf(entry);
    if (kind === SEVERAL) for (const part of expansionOf(entry)) out += String.fromCodePoint(part & POINT_MASK);
    else if (kind !== NOTHING) out += String.fromCodePoint(entry & POINT_MASK);
  }
  return out;
}

const QUOTES = /["“”„‟«»〝〞＂]/u;
const APOSTROPHES = /['‘’‚‛‹›ʼ′`´＇]/u;
const DASHES = /[\p{Pd}−]/u;
/** Accents of Latin, Greek and Cyrillic, vowel signs of Arabic, voicing marks of kana. */
const ACCENTS = /\p{Script=Inherited}/u;
/** Soft hyphen, Arabic letter mark and stretching, zero-width and direction marks; variation selectors and joiners are accents. */
const UNSEEN = /[\u00ad\u061c\u0640\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function makeEntry(point: number): number {
  const char = String.fromCodePoint(point);
  const parts = foldChar(char);
  const upper = char !== char.toLowerCase() ? UPPER : 0;
  const lower = !upper && char !== char.toUpperCase() ? LOWER : 0;
  if (parts.length === 0) return (NOTHING << CLASS_SHIFT) | point;
  if (parts.length === 1) return (classify(parts[0]) << CLASS_SHIFT) | parts[0].codePointAt(0)! | upper | lower;
  expansions.push(Uint32Array.from(parts, (part) => (classify(part) << CLASS_SHIFT) | part.codePointAt(0)! | upper | lower));
  return (SEVERAL << CLASS_SHIFT) | (expansions.length - 1) | upper | lower;
}

/** The folded code points of one; folding them again changes nothing. */
function foldChar(char: string): string[] {
  // Signs first: an acute accent on its own is typed for an apostrophe, and decomposes into something else.
  let text = foldSign(char);
  for (;;) {
    const folded = [...text.normalize('NFKD').toLowerCase()].map(foldSign).join('');
    if (folded === text) return [...text];
    text = folded;
  }
}

function foldSign(char: string): string {
  if (ACCENTS.test(char) || UNSEEN.test(char)) return '';
  if (QUOTES.test(char)) return '"';
  if (APOSTROPHES.test(char)) return "'";
  if (DASHES.test(char)) return '-';
  if (char === 'ß') return 'ss';
  if (char === 'ς') return 'σ';
  if (char === 'ı') return 'i';
  if (char === 'ø') return 'o';
  if (char === 'đ') return 'd';
  if (char === 'ł') return 'l';
  if (char === 'æ') return 'ae';
  if (char === 'œ') return 'oe';
  return char;
}

function classify(char: string): number {
  if (/\s/u.test(char)) return SPACE;
  if (HAN_OR_KANA.test(char)) return IDEOGRAPH;
  if (UNSPACED.test(char) && /[\p{L}\p{M}]/u.test(char)) return JOINED;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) return LETTER;
  return SIGN;
}
