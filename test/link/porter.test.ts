import fc from 'fast-check';
import natural from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { expect, it } from 'vitest';
import { stemEnglish } from '../../src/kernel/features/porter.ts';

function stemOf(word: string): string {
  const letters = new Uint8Array(word.length + 1);
  letters.set(Buffer.from(word));
  return Buffer.from(letters.subarray(0, stemEnglish(letters, word.length))).toString();
}

const ROOTS =
  'relat confer cyan hop hopp file fail agre fe syzyg yy say happ tr ab sens hesit valid differ vil rad operat feud decis call ' +
  'form electr good reviv allow infer airlin gyroscop adjust defens irrit replac bowdl prob rat cease contr roll control b o sky ties die';
const SUFFIXES =
  ' s sses ies ss eed ed ing y ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ' +
  'ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate ' +
  'iti ous ive ize sion tion ion e ll lle ated bled ized lling ying ly';

it('stems as natural does: roots with every suffix, and with two', () => {
  const suffixes = SUFFIXES.split(' ');
  const words = ROOTS.split(' ').flatMap((root) => suffixes.flatMap((one) => suffixes.map((other) => root + one + other)));
  expect(words.filter((word) => stemOf(word) !== natural.stem(word))).toEqual([]);
});

it('stems as natural does: any row of letters', () => {
  const letter = fc.constantFrom(...'aeiouybcdlmnrstvzwx');
  const end = fc.constantFrom(...SUFFIXES.split(' '));
  const word = fc.tuple(fc.string({ unit: letter, minLength: 1, maxLength: 8 }), end, end).map((parts) => parts.join(''));
  fc.assert(
    fc.property(word, (word) => {
      expect(stemOf(word)).toBe(natural.stem(word));
    }),
    { numRuns: 20_000 },
  );
});
