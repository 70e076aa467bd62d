import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CAPITAL, CAPITALS, roomFor, SHORTENED, SMALL, SPACED } from '../../src/kernel/tokens.ts';
import { anyText, newsText } from '../properties/texts.ts';
import { KERNELS } from './kernels.ts';
import { scanner, tokensOf } from './scanned.ts';

const encode = (text: string) => new TextEncoder().encode(text);

describe.each(KERNELS)('the %s kernel', (_, kernel) => {
  const { scanned, scanRange, wordsOf } = scanner(kernel);

  describe('two outlets write one thing in two ways, and the words are the same', () => {
    it.each([
      ['the U.S. army', 'the US army'],
      ['in Washington, D.C.', 'in Washington, DC'],
      ['the D.E.A. raid', 'the DEA raid'],
      ['С.Ш.А. вчера', 'США вчера'],
      ["Korea's missiles", 'Korea missiles'],
      ['KOREA’S missiles', 'Korea missiles'],
      ["don't", 'don’t'],
      ['don´t', "don't"],
      ["o'clock", 'oclock'],
      ["l'œuvre", "l'oeuvre"],
      ["d'Été", "d'ete"],
      ['1,000 dead', '1000 dead'],
      ['1,234,567', '1234567'],
      ['at 10:30', 'at 10.30'],
      ['the govern-\nment fell', 'the government fell'],
      ['the govern-\n    ment fell', 'the government fell'],
      ['Beyonc\u00e9', 'Beyonce\u0301'],
      ['Beyoncé', 'BEYONCÉ'],
      ['Beyoncé', 'Beyonce'],
      ['Straße', 'STRASSE'],
      ['ΟΔΟΣ', 'οδός'],
      ['İstanbul', 'istanbul'],
      ['ＡＰ　１２３', 'AP 123'],
      ['oﬃce ﬁre', 'office fire'],
      ['co\u00adoperation', 'cooperation'],
      ['zero\u200bwidth \u202ejoin\u2060ed', 'zerowidth joined'],
      ['مُحَمَّد', 'محمد'],
      ['محـــمد', 'محمد'],
      ['ｶﾞｿﾘﾝ', 'ガソリン'],
      ['น้ำ', 'น้ํา'],
      ['한국', '한국'.normalize('NFD')],
      ['“Stop!” – he said', '"Stop!" - he said'],
      ['fire: three dead; one hurt', 'Fire, three dead. One hurt'],
    ])('%j = %j', (one, other) => {
      expect(wordsOf(one)).toEqual(wordsOf(other));
      expect(wordsOf(one)).not.toEqual([]);
    });
  });

  describe('what is not the same stays apart', () => {
    it.each([
      ['15 dead', '1.5 dead'],
      ['1 000', '1000'],
      ['well-known', 'wellknown'],
      ['the co-\n\nop', 'the coop'],
      ['Smith-\nJones', 'SmithJones'],
      ['US', 'U S'],
      ['dog bites man', 'man bites dog'],
      ['shot', 'shut'],
      ["Jones's", 'Jone'],
      ['10:30', '1030'],
      ['東京', '京東'],
    ])('%j ≠ %j', (one, other) => {
      expect(wordsOf(one)).not.toEqual(wordsOf(other));
    });
  });

  describe('where tokens begin and end', () => {
    it.each([
      ['U.S. troops', ['word U.S', 'sign .', 'word troops']],
      ['the U.S', ['word the', 'word U.S']],
      ['Korea’s 3rd', ['word Korea’s', 'number 3', 'word rd']],
      ["the dogs' home", ['word the', 'word dogs', "sign '", 'word home']],
      ['$1,000.50.', ['sign $', 'number 1,000.50', 'sign .']],
      ['1, 2', ['number 1', 'sign ,', 'number 2']],
      ['govern-\nment', ['word govern-\nment']],
      ['½ mile', ['number ½', 'sign ½', 'number ½', 'word mile']],
      ['日本語、テスト', ['character 日', 'character 本', 'character 語', 'sign 、', 'character テ', 'character ス', 'character ト']],
      ['ไทย', ['character ไ', 'character ท', 'character ย']],
      ['สวัสดี 2', ['character ส', 'character ว', 'character ั', 'character ส', 'character ด', 'character ี', 'number 2']],
      ['🚢 sinks', ['sign 🚢', 'word sinks']],
      ['e-mail', ['word e', 'sign -', 'word mail']],
      ['Beyonce\u0301 sings', ['word Beyonce\u0301', 'word sings']],
      ['١٢٣ قتيلا', ['number ١٢٣', 'word قتيلا']],
      ['', []],
      [' \n\u00a0\u200b', []],
    ])('%j', (text, tokens) => {
      expect(scanned(text).map(({ kind, text }) => `${kind} ${text}`)).toEqual(tokens);
    });

    it('are byte offsets, also behind signs of two, three and four bytes', () => {
      expect(scanned('é 日 🚢 x').map(({ start, end }) => [start, end])).toEqual([
        [0, 2],
        [3, 6],
        [7, 11],
        [12, 13],
      ]);
    });

    it('no letter is taken for an s, however many letters that fold to several came before', () => {
      for (let point = 0xac00; point < 0xac00 + 200; point++) {
        const letter = String.fromCodePoint(point);
        expect(scanned(`a'${letter}`).map(({ text }) => text)).toEqual([`a'${letter}`]);
        expect(scanned(`a'${letter}`)[0].flags & SHORTENED).toBe(0);
      }
    });

    it('every letter of น้ำ is a character, though one of them folds to two', () => {
      expect(scanned('น้ำ').map(({ kind }) => kind)).not.toContain('sign');
    });

    it('a Thai phrase after a space is the same phrase whatever came before', () => {
      expect(wordsOf('กข ไทย').slice(2)).toEqual(wordsOf('คง ไทย').slice(2));
    });
  });

  describe('how a word is written, for those that look for names', () => {
    it.each([
      ['Ferry', CAPITAL],
      ['ferry', SMALL],
      ['NATO', CAPITAL | CAPITALS],
      ['McDonald', CAPITAL],
      ['iPhone', SMALL],
      ['U.S', CAPITAL | CAPITALS],
      ['A', CAPITAL],
      ['Étienne', CAPITAL],
      ['Œuvre', CAPITAL],
      ['東', 0],
      ['محمد', 0],
      ['Korea’s', CAPITAL | SHORTENED],
    ])('%s', (word, expected) => {
      const [{ flags }] = scanned(word);
      expect(flags & (CAPITAL | SMALL | CAPITALS | SHORTENED)).toBe(expected);
    });

    it('a space before it, or the start of the text, is told', () => {
      expect(scanned('“No,” he said (twice)').map(({ text, flags }) => [text, (flags & SPACED) !== 0])).toEqual([
        ['“', true],
        ['No', false],
        [',', false],
        ['”', false],
        ['he', true],
        ['said', true],
        ['(', true],
        ['twice', false],
        [')', false],
      ]);
    });

    it('the full stop of U.S. ends no sentence', () => {
      expect(scanned('U.S. Army.').map(({ flags }) => (flags & SHORTENED) !== 0)).toEqual([false, true, false, false]);
    });
  });

  describe('on any text', () => {
    const texts = fc.oneof(newsText, anyText);

    test('tokens come in order, within the range, and overlap only where one sign folds to several', () => {
      fc.assert(
        fc.property(texts, newsText, newsText, (text, before, after) => {
          const [head, body] = [encode(before), encode(text)];
          const bytes = encode(before + text + after);
          let last = { start: head.length, end: head.length };
          for (const token of tokensOf(bytes, scanRange(bytes, head.length, head.length + body.length))) {
            expect(token.end).toBeGreaterThan(token.start);
            if (token.start !== last.start || token.end !== last.end) expect(token.start).toBeGreaterThanOrEqual(last.end);
            expect(token.end).toBeLessThanOrEqual(head.length + body.length);
            last = token;
          }
        }),
        { numRuns: 1000 },
      );
    });

    test('an abbreviation at the end of a range is the same whatever the next article begins with', () => {
      const bytes = encode('U.Á. 7');
      const alone = encode('U.Á');
      expect(tokensOf(bytes, scanRange(bytes, 0, alone.length))).toEqual(tokensOf(alone, scanRange(alone, 0, alone.length)));
    });

    test('what stands before and behind a range in memory changes nothing', () => {
      fc.assert(
        fc.property(texts, newsText, newsText, (text, before, after) => {
          const bytes = encode(before + text + after);
          const start = encode(before).length;
          const inside = tokensOf(bytes, scanRange(bytes, start, start + encode(text).length));
          expect(inside.map((token) => ({ ...token, start: token.start - start, end: token.end - start }))).toEqual(scanned(text));
        }),
        { numRuns: 1000 },
      );
    });

    test('the words do not depend on the form of Unicode it is written in', () => {
      fc.assert(
        fc.property(newsText, (text) => {
          expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')));
        }),
        {
          numRuns: 2000,
          examples: [["Moon's'한국'"], ['U.É. troops'], ["K'ś"], ['Й.Ё. Иванов'], ['हिन्दी क़लम'], ['한-\n  the'], ['가.ꀀ'], ['한.ñ']],
        },
      );
    });

    test('the room that callers make is enough, even for nothing but signs that fold to many', () => {
      const crowded: string[] = [];
      for (let point = 0x80; point < 0x20000; point++) {
        const sign = String.fromCodePoint(point);
        if (sign.normalize('NFKD').length < 4) continue;
        const text = sign.repeat(40);
        const bytes = encode(text);
        if (scanRange(bytes, 0, bytes.length).count > roomFor(bytes.length)) crowded.push(text.slice(0, 2));
      }
      expect(crowded).toEqual([]);
    });

    test('two texts one after the other in a table are the same as each alone', () => {
      fc.assert(
        fc.property(newsText, newsText, (one, other) => {
          const bytes = encode(`${one}\n\n${other}`);
          const middle = encode(one).length;
          const apart = [...tokensOf(bytes, scanRange(bytes, 0, middle)), ...tokensOf(bytes, scanRange(bytes, middle + 2, bytes.length))];
          const hashes = scanned(`${one}\n\n${other}`).map((token) => token.hash);
          expect(hashes).toEqual(apart.map((token) => token.hash));
        }),
        { examples: [['กข', 'ไทย']] },
      );
    });
  });
});
