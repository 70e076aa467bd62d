import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { counted, percent, share, thousands } from '../../src/stages/report/figures.ts';
import { fitEnd, fitMiddle, widthOf, wrap } from '../../src/stages/report/fit.ts';
import { safe } from '../../src/stages/report/safe.ts';

const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.lorem({ maxCount: 60 }),
    fc.stringMatching(/^[ -~À-ɏ·‘’“”–—…└▸]{0,200}$/),
  )
  .map(safe);

test('the quick width is string-width’s', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(widthOf(text)).toBe(stringWidth(text));
    }),
  );
});

test('a cut text fits, and one that fits is not cut', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 3, max: 120 }), (text, columns) => {
      for (const cut of [fitEnd(text, columns), fitMiddle(text, columns)]) {
        expect(stringWidth(cut)).toBeLessThanOrEqual(columns);
        if (text.length <= columns && stringWidth(text) <= columns) expect(cut).toBe(text);
      }
    }),
  );
});

test('wrapped lines fit, no more than asked for, and hold the text while there is room', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 120 }), fc.integer({ min: 1, max: 20 }), (text, columns, most) => {
      const lines = wrap(text, columns, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      const bare = (each: string) => each.replace(/\s/g, '');
      if (lines.length < most) expect(bare(lines.join(''))).toBe(bare(text));
    }),
  );
});

test.each([
  ['archive/2022/september/wire/north-korea-denies.txt', 30, 'archive/20…th-korea-denies.txt'],
  ['北朝鮮/武器輸出/否定した記事の本文.txt', 20, '北朝鮮…事の本文.txt'],
])('%s in %i columns', (path, columns, cut) => {
  expect(fitMiddle(path, columns)).toBe(cut);
});

test('figures do not depend on the locale, and claim no more than is so', () => {
  expect([0, 999, 1_000, 1_234_567].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'copy', 'copies'), counted(2_000, 'copy', 'copies')]).toEqual(['1 copy', '2,000 copies']);
  expect([0, 0.625, 0.996, 1].map(share)).toEqual(['0.00', '0.63', '0.99', '1.00']);
  expect([percent(0, 9), percent(1, 1_000), percent(1, 3), percent(999, 1_000), percent(9, 9)]).toEqual([
    '0%',
    'under 1%',
    '33%',
    'over 99%',
    '100%',
  ]);
});
