/** The features of a text, by both forms of the kernel: the same bytes for anything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_WORDS } from '../../src/kernel/features/bounds.ts';
import type { Features } from '../../src/kernel/features/describe.ts';
import type { Lexicon } from '../../src/kernel/features/lexicon.ts';
import { COUNTED, LAST_ORDINAL, MOST_LANGUAGES } from '../../src/kernel/features/meanings.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { LEXICON_SLOTS, STEM_SLOTS, STEM_TABLES } from '../../src/kernel/layout.ts';
import { loadWasm } from '../../src/kernel/loadWasm.ts';
import { reference } from '../../src/kernel/reference.ts';
import { makeTextTokens } from '../../src/kernel/text.ts';
import { languageMask } from '../../src/stages/link/languages.ts';
import { lexicon } from '../../src/stages/link/lexicon.ts';
import { keptFeatures } from '../link/written.ts';
import { seeded } from '../properties/random.ts';
import { anyText, newsText } from '../properties/texts.ts';
import { wasm } from './kernels.ts';
import { ownText } from './scanned.ts';

const ALL = languageMask([]);
const table = makeTextTokens();

function told(kernel: Kernel, text: string, allowed = ALL, words: Lexicon = lexicon()): Features {
  const own = ownText(text, table);
  return keptFeatures(kernel.describe(own.bytes, own.text, words, allowed));
}

function expectTwins(text: string, allowed?: number): Features {
  const features = told(reference, text, allowed);
  expect(told(wasm, text, allowed)).toEqual(features);
  return features;
}

const SENTENCES = [
  'The ministers were resigning, Ada Fennimore, 45, said on Tuesday, and it was not for all of them.',
  'Die Häuser brannten am Dienstag, und sie wurden nicht mehr von der Feuerwehr gerettet.',
  'Les grèves continuent mardi dans la ville, le 22 septembre, et elle ne sait pas pourquoi.',
  'El barco se hundió el martes 22 de septiembre en la niebla, para que no se lo lleven.',
  'La nave è affondata martedì nella nebbia, il 22 settembre, con gli uomini che non erano a terra.',
  'O navio afundou na terça-feira no nevoeiro, em 22 de setembro, e os homens não foram para a praia.',
  'Het schip zonk dinsdag in de mist, op 22 september, en het was niet van de bemanning.',
  'Судно затонуло во вторник в тумане, 22 сентября, и они не знали, что с ним было.',
  'Fartyget sjönk på tisdagen i dimman och det var inte för att de hade druckit.',
  'Statek zatonął we wtorek we mgle, ale nie wiadomo, co się z nim stało.',
  'غرقت السفينة يوم الثلاثاء في الضباب من على إلى 22',
  '她说：“我们感觉到一阵长长的震动”，然后离开了。「地震の後で」と彼は言った。',
];
const PIECES = [
  ..."one 34 7 121 3.5 1,500 twelve second years year old - , ( . ' aged age of de Ada Monday mon segunda feira May march sept 22".split(
    ' ',
  ),
  ...'“ ” " ‘ ’ « » „ 「 」 『 』 é e 東 京 U.S. Korea’s don’t govern-\nment ŷ y'.split(' '),
  ...'hopping ties relational generalizations cyan syzygy agreed controlling '.split(' '),
  'x'.repeat(70),
  '\n',
  '\u200b',
];
/** News in all languages, cut to pieces and mixed. */
const spoken = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...SENTENCES.flatMap((sentence) => sentence.split(/(?<= )/))) },
      { weight: 2, arbitrary: fc.constantFrom(...PIECES, ...SENTENCES).map((piece) => `${piece} `) },
      { weight: 1, arbitrary: fc.constantFrom(...PIECES) },
    ),
    { maxLength: 80 },
  )
  .map((pieces) => pieces.join(''));

test('any text, in any languages', () => {
  const text = fc.oneof({ weight: 3, arbitrary: spoken }, newsText, anyText);
  const someLanguages = fc.oneof(fc.constant(ALL), fc.integer({ min: 0, max: ALL }));
  fc.assert(
    fc.property(text, someLanguages, (text, allowed) => {
      expectTwins(text, allowed);
    }),
    {
      numRuns: 3000,
      examples: [
        ['', ALL],
        ['\u200b\n\u200b\n\u200b', ALL],
        ['34', ALL],
      ],
    },
  );
});

test('sentences of every language, each told in all of them', () => {
  for (const sentence of SENTENCES) {
    expectTwins(sentence);
    for (let language = 0; language < lexicon().languages; language++) expectTwins(sentence, 1 << language);
  }
});

test('English words with every suffix, and with two', () => {
  const roots = 'relat confer cyan hop hopp fil fail agre fe syzyg yy say happ tr ab sens hesit rad decis electr contr b o sky'.split(' ');
  const suffixes = [
    ...['', ...'s sses ies ed eed ing y ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism'.split(' ')],
    ...'iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al er able ement ent ism sion e ll'.split(
      ' ',
    ),
  ];
  const words = roots.flatMap((root) => suffixes.flatMap((one) => suffixes.map((other) => root + one + other)));
  const { stems } = expectTwins(words.join(' '), 1 << lexicon().english);
  expect(stems.length).toBeGreaterThan(4096);
});

/** Letters for a number, so that no two numbers have the same. */
const lettersOf = (n: number) => [...n.toString(26)].map((digit) => String.fromCharCode(0x61 + Number.parseInt(digit, 26))).join('');

test('more words than are kept, again and again', () => {
  const random = seeded(7);
  const words = Array.from({ length: 3 * MOST_WORDS }, () => `q${lettersOf(random.below(1.5 * MOST_WORDS))}`);
  const text = words.join(' ');
  expectTwins(text, 1 << lexicon().english);
  expectTwins(text.slice(0, 1_000_000), 1 << lexicon().english);
  expectTwins('The ministers were resigning.');
});

test('a word that stands in a text more than 65,535 times', () => {
  const { counts } = expectTwins(`Ferry 東京 ${'ferry '.repeat(70_000)} Skell`, 1);
  expect(Math.max(...counts.map((count) => count & 0xffff))).toBe(0xffff);
});

test('a text so large that memory is given back after it, and then a short one', () => {
  const random = seeded(5);
  const words = ['ferry', 'Skell', 'U.S.', "harbour's", '1,200', 'naïve', '東京', 'ไทย', '“we', 'went', 'on”', '34', 'Monday'];
  const long = Array.from({ length: 400_000 }, () => words[random.below(words.length)]).join(' ');
  const before = told(wasm, SENTENCES[0]);
  expectTwins(long);
  expect(told(wasm, SENTENCES[0])).toEqual(before);
});

test('the tables of link have the size that the twin has room for', () => {
  const { words, numbers, languages } = lexicon();
  expect(words.entries).toHaveLength(2 * LEXICON_SLOTS);
  expect(languages).toBeLessThanOrEqual(MOST_LANGUAGES);
  expect([STEM_TABLES, STEM_SLOTS]).toEqual([MOST_LANGUAGES, 2 * MOST_WORDS]);
  expect(LAST_ORDINAL).toBeLessThanOrEqual(COUNTED);
  expect(numbers).toHaveLength(LAST_ORDINAL + 1);
});

test('the stems of one lexicon are not those of another', () => {
  const other: Lexicon = { ...lexicon(), english: -1, stemOf: (word) => word.slice(0, 3) };
  const fresh = loadWasm();
  for (const kernel of [reference, wasm, fresh]) {
    if (kernel === null) continue;
    const [first, second] = [told(kernel, 'ferries ferrous', 1), told(kernel, 'ferries ferrous', 1, other)];
    expect([first.stems.length, second.stems.length]).toEqual([2, 1]);
    expect(told(kernel, 'ferries ferrous', 1)).toEqual(first);
  }
});
