import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWith } from '../../src/stages/read/legacy.ts';
import { mendMojibake } from '../../src/stages/read/mojibake.ts';

const mend = (text: string) => mendMojibake(Buffer.from(text)).toString();
/** As a program does that takes UTF-8 for windows-1252. */
const garble = (text: string) => decodeWith('windows-1252', Buffer.from(text)).text;

describe('UTF-8 that was read as windows-1252 once', () => {
  test.each([
    'The mayor said: “We won’t wait — not a day…”',
    'In the Café Müller, the señor paid 12 £ and § 5 was read out at 25 °C.',
    'Storm closes harbour 🌊 and nobody minds 🙂',
  ])('is mended: %s', (text) => {
    expect(garble(text)).not.toBe(text);
    expect(mend(garble(text))).toBe(text);
  });

  test('is mended where the byte that windows-1252 lacks was written as a question mark in a diamond', () => {
    expect(mend('â€œWe won’t,â€\ufffd he said.')).toBe('“We won’t,” he said.');
  });

  test('is mended beside text that is right', () => {
    expect(mend('“Right” and â€œwrongâ€\u009d in one page')).toBe('“Right” and “wrong” in one page');
  });
});

describe('what is as it should be stays', () => {
  test.each([
    'Plain letters only.',
    'São Paulo: a EDUCAÇÃO é de todos; «AMANHû, disse.',
    'Le «CAFÉ» et l’«ÉTÉ» — « Âge », « Ânerie ».',
    'Việt Nam: ngân hàng, ÂN NHÂN; Ð Ñ ð ñ.',
    'âge, château, fâché, naïve, ñandú',
    'A sign on its own, â€” like this, says nothing.',
  ])('%s', (text) => {
    expect(mend(text)).toBe(text);
  });

  test('a text that ends amid a character', () => {
    for (const text of ['Ã', 'â€', 'Ã©Ã', 'â€™â€', 'ðŸ™ ðŸ™', 'Ã©â']) expect(() => mend(text)).not.toThrow();
    expect(mend('Ã©Ã©Ã')).toBe('ééÃ');
  });
});

test('any text comes back from it as valid UTF-8, no longer than before, and mending again changes nothing in plain text', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('â€™', 'Ã©', 'Ã', 'â', 'ðŸŒŠ', 'é', '\ufffd', '€', '™'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const bytes = Buffer.from(pieces.join(''));
      const mended = mendMojibake(Buffer.from(bytes));
      expect(mended.length).toBeLessThanOrEqual(bytes.length);
      expect(Buffer.from(mended.toString()).equals(mended)).toBe(true);
    }),
  );
});

test('Latin letters and punctuation come back whole, however they are mixed', () => {
  const latin = fc.stringMatching(/^[a-z àéèüöñçß£§°“”‘’–—…•™]{0,80}$/);
  fc.assert(
    fc.property(latin, (text) => {
      const twice = `${text} “two” signs at least`;
      expect(mend(garble(twice))).toBe(twice);
    }),
  );
});
