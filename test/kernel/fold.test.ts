import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText } from '../../src/kernel/fold.ts';
import { anyText, newsText } from '../properties/texts.ts';

describe('a word reads the same however it was typed', () => {
  it.each([
    ['Beyoncé', 'beyonce'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ŁÓDŹ', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Đorđe', 'dorde'],
    ['Œuvre', 'oeuvre'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['όδος', 'οδοσ'],
    ['ﬁre', 'fire'],
    ['ＡＰ', 'ap'],
    ['x²', 'x2'],
    ['“so”', '"so"'],
    ['„so“', '"so"'],
    ['«so»', '"so"'],
    ['don’t', "don't"],
    ['don´t', "don't"],
    ['don`t', "don't"],
    ['2019–20', '2019-20'],
    ['a — b', 'a - b'],
    ['−5', '-5'],
    ['co\u00adoperate', 'cooperate'],
    ['zero\u200bwidth', 'zerowidth'],
    ['\u202etxt', 'txt'],
    ['مُحَمَّد', 'محمد'],
    ['محـــمد', 'محمد'],
    ['أحمد', 'احمد'],
  ])('%s → %s', (typed, folded) => {
    expect(foldText(typed)).toBe(folded);
  });
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, newsText), (text) => {
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('folding a letter or sign of any script changes nothing the second time', () => {
  const changed: string[] = [];
  for (let point = 0; point < 0x20000; point++) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const once = foldText(String.fromCodePoint(point));
    if (foldText(once) !== once) changed.push(point.toString(16));
  }
  expect(changed).toEqual([]);
});

test('the composed and the decomposed form of a text fold alike', () => {
  fc.assert(
    fc.property(newsText, (text) => {
      expect(foldText(text.normalize('NFC'))).toBe(foldText(text.normalize('NFD')));
    }),
    { numRuns: 2000 },
  );
});
