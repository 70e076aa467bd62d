import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { eachQuotation } from '../../src/kernel/features/quotations.ts';
import { makeTextTokens } from '../../src/kernel/text.ts';
import { ownText } from '../kernel/scanned.ts';
import { newsText } from '../properties/texts.ts';
import { bitsOf, featuresOf } from './written.ts';

const stemsOf = (text: string, language = 'en') => [...featuresOf(text, [language]).stems];

describe('stems', () => {
  it.each([
    ['en', 'missiles fired', 'missile firing'],
    ['en', 'The ministers were resigning', 'the Minister resigned'],
    ['en', 'Korea’s tests', "Korea's test"],
    ['de', 'die Häuser brannten', 'das Haus brannte'],
    ['fr', 'les grèves continuent', 'la grève continue'],
    ['es', 'las campanas sonaron', 'la campana sonaron'],
    ['it', 'gli ospedali chiusi', 'l’ospedale chiuso'],
    ['pt', 'os incêndios florestais', 'o incêndio florestal'],
    ['nl', 'de branden', 'de brand'],
    ['ru', 'поезда опоздали', 'поезд опоздал'],
    ['sv', 'bränderna', 'brand'],
  ])('%s: “%s” and “%s” have one in common', (language, one, other) => {
    expect(stemsOf(one, language).filter((stem) => stemsOf(other, language).includes(stem))).not.toEqual([]);
  });

  it.each([
    ['en', 'He was there with them, and it was for all of the other.'],
    ['de', 'Er war nicht mit ihr, sondern bei uns.'],
    ['fr', 'Il est dans la et pour les'],
    ['es', 'El de la que para con'],
    ['ru', 'и в на что он'],
    ['ar', 'في من على إلى'],
  ])('%s: stop words have none', (language, text) => {
    expect(stemsOf(text, language)).toEqual([]);
  });

  it('are told by the language of the text: a stop word of one is a word of another', () => {
    const german = 'Das Haus in der Straße war nicht mehr zu retten und die Bewohner sind bei den Nachbarn. ';
    const english = 'The house in the street was not to be saved and the tenants are with the neighbours. ';
    expect(featuresOf(`${german}die`).stems).toEqual(featuresOf(german).stems);
    expect(featuresOf(`${english}die`).stems.length).toBe(featuresOf(english).stems.length + 1);
  });

  it('are counted in the text, and in its first hundred words', () => {
    const filler = Array.from({ length: 130 }, (_, i) => `filler${'abcdefghij'[i % 10]}${'klmnopqrst'[Math.floor(i / 10)]}`).join(' ');
    const { stems, counts } = featuresOf(`Ferry sinks. The ferry sank. ${filler} The ferry.`, ['en']);
    const at = [...stems].indexOf(stemsOf('ferry')[0]);
    expect([counts[at] & 0xffff, counts[at] >>> 16]).toEqual([3, 2]);
  });

  it('of Chinese and Japanese are pairs of neighbours, not across a space or sign', () => {
    expect(featuresOf('東京都').stems).toHaveLength(2);
    expect(featuresOf('東京 都').stems).toHaveLength(1);
    expect(featuresOf('東、京、都').stems).toHaveLength(0);
    expect([...featuresOf('大きな東京都').stems]).toEqual(expect.arrayContaining([...featuresOf('東京').stems]));
  });

  it('are sorted, each once', () => {
    const { stems } = featuresOf('rose rose roses a rose of Skell, Skell and the roses');
    expect([...stems]).toEqual([...new Set(stems)].sort((x, y) => x - y));
  });

  it('a single letter has none, with an accent or without, whichever came first', () => {
    expect([stemsOf('ŷ'), stemsOf('y')]).toEqual([[], []]);
    expect([stemsOf('w'), stemsOf('ŵ')]).toEqual([[], []]);
  });
});

describe('numbers', () => {
  const numbersOf = (text: string) => [...featuresOf(text, ['en']).numbers];

  it.each([
    ['twelve people', '12 people'],
    ['One dead', '1 dead'],
    ['1,500 homes', '1500 homes'],
    ['at 10:30', 'at 10.30'],
    ['$3.5 million, $3.5m', '3.5 million'],
    ['Ｎｏ．７', 'No. 7'],
  ])('“%s” and “%s” have the same', (one, other) => {
    expect(numbersOf(one)).toEqual(numbersOf(other));
    expect(numbersOf(one)).not.toEqual([]);
  });

  it.each([
    ['3 dead', '5 dead'],
    ['15', '1.5'],
    ['nobody', '0'],
  ])('“%s” and “%s” differ', (one, other) => {
    expect(numbersOf(one)).not.toEqual(numbersOf(other));
  });
});

describe('ages', () => {
  it.each([
    ['a 12-year-old boy', [12]],
    ['She is 34 years old.', [34]],
    ['a man aged 71', [71]],
    ['Ada Fennimore, 45, said', [45]],
    ['twins, age 7', [7]],
    ['The 100-year-old woman and her 64-year-old son', [64, 100]],
    ['a 121-year-old bridge', []],
    ['sentenced to 12 years', []],
    ['killed 34, among them', []],
    ['on 5, 6, 7 and 8 May', []],
    ['', []],
  ])('“%s”: %j', (text, ages) => {
    expect(bitsOf(...featuresOf(text).ages)).toEqual(ages);
  });
});

describe('weekdays, as they are written inside a sentence', () => {
  it.each([
    ['en', 'It sank on Tuesday.', [1]],
    ['en', 'between Friday and Sunday', [4, 6]],
    ['en', 'on Wed. and Thurs.', [2, 3]],
    ['en', 'the sun sat low', []],
    ['de', 'Das Schiff sank am Dienstag im Nebel.', [1]],
    ['fr', 'Le navire a coulé mardi dans le brouillard.', [1]],
    ['es', 'El barco se hundió el martes en la niebla.', [1]],
    ['it', 'La nave è affondata martedì nella nebbia.', [1]],
    ['pt', 'O navio afundou na terça-feira no nevoeiro.', [1]],
    ['nl', 'Het schip zonk dinsdag in de mist.', [1]],
    ['ru', 'Судно затонуло во вторник в тумане.', [1]],
    ['ar', 'غرقت السفينة يوم الثلاثاء في الضباب', [1]],
  ])('%s: %s', (_, text, weekdays) => {
    expect(bitsOf(featuresOf(text).weekdays)).toEqual(weekdays);
  });
});

describe('months, as dates are written', () => {
  it.each([
    ['en', 'It sank on September 22.', [8]],
    ['en', 'on 22 Sept', [8]],
    ['en', 'It sank Tuesday, Sept. 22, 2022, in fog.', [8]],
    ['en', 'in January or early February', []],
    ['en', 'They met in May and may march', []],
    ['en', 'They met on May 3 and may march', [4]],
    ['en', 'They may march on', []],
    ['de', 'am 22. September', [8]],
    ['de', 'die Wahl im März', []],
    ['de', 'die Wahl vom 3. März', [2]],
    ['fr', 'le 22 septembre', [8]],
    ['es', 'el 22 de septiembre', [8]],
    ['it', 'il 22 settembre', [8]],
    ['pt', 'em 22 de setembro', [8]],
    ['nl', 'op 22 september', [8]],
    ['ru', '22 сентября', [8]],
  ])('%s: %s', (_, text, months) => {
    expect(bitsOf(featuresOf(text).months)).toEqual(months);
  });
});

describe('quotations', () => {
  function quotationsOf(line: string): string[] {
    const own = ownText(line);
    const found: string[] = [];
    eachQuotation(own.text, (from, to) => {
      const { start, end } = own.text.tokens;
      found.push(new TextDecoder().decode(own.bytes.subarray(start[from], end[to - 1])));
    });
    return found;
  }
  const said = 'the lights went out and we sat down';

  it.each([
    ['“', '”'],
    ['"', '"'],
    ['‘', '’'],
    ["'", "'"],
    ['„', '“'],
    ['«', '»'],
    ['« ', ' »'],
    ['»', '«'],
    ['「', '」'],
    ['『', '』'],
  ])('stand between %s and %s', (open, close) => {
    expect(quotationsOf(`She told us ${open}${said}${close} and left.`)).toEqual([said]);
    expect(quotationsOf(`${open}${said}.${close}`)).toEqual([`${said}.`]);
  });

  it.each([
    [
      'two in one line',
      '“We felt a long shudder,” she said. “Then the lights went out.”',
      ['We felt a long shudder,', 'Then the lights went out.'],
    ],
    ['an apostrophe inside ends none', '‘I don’t know what we’ll do now,’ she said.', ['I don’t know what we’ll do now,']],
    ['a nickname is none', 'Walter “the Boot” Preece retired.', []],
    ['an unclosed mark is none', `“${'We felt it and went on. '.repeat(40)} and on ${'they went '.repeat(20)}”`, []],
    [
      'the words between two of them are none',
      '“We felt a long shudder”, said Ada Fennimore of the school, “then the lights went out.”',
      ['We felt a long shudder', 'then the lights went out.'],
    ],
    [
      'French, with a comma behind',
      '« Nous avons senti un choc », a déclaré la maîtresse de classe. « Puis plus rien du tout. »',
      ['Nous avons senti un choc', 'Puis plus rien du tout.'],
    ],
    ['Chinese, without spaces', '她说：“我们感觉到一阵长长的震动”，然后离开了。', ['我们感觉到一阵长长的震动']],
  ])('%s', (_, line, quotations) => {
    expect(quotationsOf(line)).toEqual(quotations);
  });

  it('in common show in two articles with other words around', () => {
    const [one, other] = [featuresOf(`“${said},” said Ada.`), featuresOf(`A teacher recalls how “${said}”.`)];
    expect(one.quotes.length).toBeGreaterThan(3);
    expect(other.quotes).toEqual(one.quotes);
    expect(featuresOf(`${said}, said Ada.`).quotes).toHaveLength(0);
  });
});

describe('the features of a text', () => {
  const piece = fc.oneof(
    newsText,
    fc
      .array(
        fc.constantFrom('34', '7', 'years', 'year', '-', 'old', ',', 'aged', 'Ada', 'Monday', 'May', 'sept', '“', '”', 'é', 'e', '東'),
        { maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  );

  test('are its own, whatever the table held before', () => {
    fc.assert(
      fc.property(piece, piece, (before, text) => {
        const table = makeTextTokens();
        ownText(before, table);
        expect(featuresOf(text, [], table)).toEqual(featuresOf(text));
      }),
      {
        numRuns: 2000,
        examples: [
          ['a , b , old ,', 'Ada , 34'],
          ['one two old', '34 years'],
        ],
      },
    );
  });
});
