import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CopyClass } from '../../src/article.ts';
import { type Options, resolveOptions } from '../../src/options.ts';
import { amountsAgreed, factsShared } from '../../src/stages/verify/facts.ts';
import { copyBounds, overlapOf, verify, verifyPair } from '../../src/stages/verify/index.ts';
import { raggedOf } from '../pair/sets.ts';
import { FERRY, LINES, OTHER, written } from './written.ts';

function classOf(one: string, other: string, given: Partial<Options> = {}): CopyClass | null {
  return verifyPair(0, 1, written([one, other]), resolveOptions(given))?.relation ?? null;
}

describe('how one article copies another', () => {
  const notice = (place: string, day: string, ...numbers: number[]) =>
    `The waterworks of ${place} will close the main in Harbour Street on ${day} from ${numbers[0]} o'clock. Customers at numbers ${numbers[1]} to ${numbers[2]} ` +
    `are asked to draw water before the works begin and to keep their taps closed. A tanker will stand at bus stop ${numbers[3]} until ${numbers[4]} o'clock. ` +
    `Questions are answered at extension ${numbers[5]}, and the bill for the month is lowered by ${numbers[6]} pence for every household concerned.`;

  it.each<readonly [string, string, string, CopyClass | null]>([
    ['the same file twice', FERRY, FERRY, 'identical'],
    [
      'set anew: other lines, quotes, dashes and capitals',
      FERRY,
      FERRY.replaceAll('\n', ' ').replace(/[“”]/g, '"').toUpperCase(),
      'identical',
    ],
    ['the last paragraph cut', FERRY, LINES.slice(0, -1).join('\n'), 'reprint'],
    [
      'a paragraph of its own added',
      FERRY,
      `${FERRY}\nThe mayor of Skell thanked the crews of both lifeboats and invited them to a supper in the town hall.`,
      'reprint',
    ],
    [
      'lightly edited',
      FERRY,
      FERRY.replace('shortly after', 'just past').replace('thick fog', 'dense fog').replace('a spokeswoman added', 'it was said'),
      'reprint',
    ],
    ['paragraphs in another order', FERRY, [LINES[0], ...LINES.slice(1).reverse()].join('\n'), 'reprint'],
    ['its first three paragraphs', FERRY, LINES.slice(0, 3).join('\n'), 'excerpt'],
    ['quoted whole inside a story three times as long', LINES.slice(0, 4).join('\n'), `${OTHER}\n${FERRY}`, 'excerpt'],
    ['more hurt than was thought', FERRY, FERRY.replace('14 people', '17 people').replace('212 passengers', '209 passengers'), 'revised'],
    ['a number only added is a longer reprint', FERRY, FERRY.replace('dry.', 'dry with 6 pumps.'), 'reprint'],
    [
      'most figures corrected, but the words of a long story are the same',
      `${FERRY}\n${OTHER}`,
      [
        [212, 209],
        [14, 17],
        [9, 11],
        ['1,180', '1,204'],
        [30, 45],
        [1926, 1931],
        ['6.40', '6.55'],
      ].reduce((text, [one, other]) => text.replace(` ${one}`, ` ${other}`), `${FERRY}\n${OTHER}`),
      'revised',
    ],
    ['another story', FERRY, OTHER, null],
    ['another story that quotes a sentence', FERRY, `${OTHER}\n${LINES[2]}`, null],
    [
      'the same notice with other facts',
      notice('Dunmere', 'Monday', 7, 21, 48, 5, 16, 330, 85),
      notice('Ashcombe', 'Friday', 9, 110, 152, 8, 18, 412, 60),
      null,
    ],
    [
      'the same notice, one figure corrected',
      notice('Dunmere', 'Monday', 7, 21, 48, 5, 16, 330, 85),
      notice('Dunmere', 'Monday', 7, 21, 48, 5, 16, 331, 85),
      'revised',
    ],
  ])('%s', (_, one, other, relation) => {
    expect(classOf(one, other)).toBe(relation);
    expect(classOf(other, one)).toBe(relation);
  });

  it('no shingle in common is no copy, at any bound', () => {
    const lowest = { similarity: 0.05, containment: 0.05 };
    expect(classOf('', '', lowest)).toBeNull();
    expect(classOf('', FERRY, lowest)).toBeNull();
    expect(classOf('Seagulls outwit designers', FERRY, lowest)).toBeNull();
  });
});

describe('briefs, of which single phrases are a large share, have to be copied almost whole', () => {
  const brief =
    'A horse that strolled along the viaduct on Monday held up the morning trains for forty minutes before a baker led it home.';

  it.each<readonly [string, string, CopyClass | null]>([
    ['word for word', brief, 'identical'],
    ['with one word changed', brief.replace('baker', 'grocer'), 'reprint'],
    ['whole, inside a story', `${brief} ${OTHER}`, 'excerpt'],
    [
      'two thirds of it',
      'A horse that strolled along the viaduct on Monday held up the morning trains was named by the mayor of Brinmouth.',
      null,
    ],
  ])('%s', (_, other, relation) => {
    expect(classOf(brief, other)).toBe(relation);
  });
});

describe('what tells a copy from like words', () => {
  const speech =
    '“We have counted every sandbag twice, we have walked the whole length of the dyke in the dark, and I can tell the people of Skell ' +
    'that they may sleep tonight, because the water will be gone from the lower market before the bakers light their ovens on Saturday.”';
  const bulletin = (said: string) =>
    `The river at Skell crested on Friday and ought to fall from now on, the head of the flood service told reporters. ${said} ` +
    'Ada Fennimore spoke at the old pump house, where volunteers had worked through two nights with shovels and borrowed lorries.';
  const gazette = (said: string) =>
    `Ada Fennimore promised a dry weekend. ${said} Her flood service expects the Skell to go down within hours, after the crest went by on Friday, ` +
    'and schools will open again on Monday, said a notice at the town hall; ferries stay in harbour for another day.';
  const vote = (votes: readonly [number, number], cost: number, years: number, speakers: number, hours: number, bill: number) =>
    `The Brinmouth council voted ${votes[0]} to ${votes[1]} to approve the plan of Tobias Wren for the harbour baths after a long debate. ` +
    `Walter Preece opposed it and pointed to a cost of ${cost} million over ${years} years. Some ${speakers} residents spoke at a hearing of ${hours} hours, ` +
    `and Ingrid Solberg of the swimming club said the council had done the right thing at last. The change adds ${bill} pounds to the bill of a household.`;

  it.each<readonly [string, string, string, CopyClass | null]>([
    ['two reports of one speech share its words, and no others', bulletin(speech), gazette(speech), null],
    [
      'the same words outside quotation marks are the reporter’s own',
      ...([bulletin, gazette].map((of) => of(speech.replace(/[“”]/g, ''))) as [string, string]),
      'reprint',
    ],
    ['the next vote of the same council, with the same people', vote([7, 2], 12, 8, 31, 4, 90), vote([6, 3], 45, 11, 58, 2, 140), null],
    ['the same vote, with one figure corrected', vote([7, 2], 12, 8, 31, 4, 90), vote([7, 2], 12, 8, 36, 4, 90), 'revised'],
  ])('%s', (_, one, other, relation) => {
    expect(classOf(one, other)).toBe(relation);
    expect(classOf(other, one)).toBe(relation);
  });

  it.each<readonly [string, string, string, readonly string[]]>([
    ['two reports of one speech', bulletin(speech), gazette(speech), ['similarity outside quotations', 'containment outside quotations']],
    [
      'the next vote of the same council',
      vote([7, 2], 12, 8, 31, 4, 90),
      vote([6, 3], 45, 11, 58, 2, 140),
      ['amounts alike, less twice the others'],
    ],
    ['another story', FERRY, OTHER, ['similarity', 'containment']],
    ['a copy', FERRY, LINES.slice(0, -1).join('\n'), []],
  ])('what was asked of them says where it ended: %s', (_, one, other, missed) => {
    const asked = copyBounds(0, 1, written([one, other]), resolveOptions({}));
    expect(asked.filter(({ met }) => !met).map(({ name }) => name)).toEqual(missed);
  });

  it('of a short text in a long one half, since any long text has some of it', () => {
    const long = `${LINES[0]}\n${Array.from({ length: 400 }, (_, i) => `plank${i}`).join(' ')}`;
    const third = written([`${LINES[0]}\n${OTHER.split('\n')[3]}`, long]);
    const whole = written([LINES[0], long]);
    const { jaccard, containment } = overlapOf(third, 0, 1, resolveOptions());
    expect(jaccard).toBeLessThan(0.1);
    expect(containment[0]).toBeGreaterThan(0.33);
    expect(containment[0]).toBeLessThan(0.5);
    expect(verifyPair(0, 1, third, resolveOptions())).toBeNull();
    expect(verifyPair(0, 1, whole, resolveOptions())?.relation).toBe('excerpt');
  });

  it('a copy whose names a scanner has misread is known by its figures', () => {
    const misread = 'Moraven Star Skell Point Brinmouth Ada Fennimore Tobias Wren Heron Estuary Lines Tuesday Thursday'.split(' ');
    const scanned = misread.reduce((text, name, i) => text.replaceAll(name, `${name.slice(0, 2)}${i}${name.slice(4)}`), FERRY);
    const input = written([FERRY, scanned]);
    expect(factsShared(input, 0, 1)).toBeLessThan(0.45);
    expect(amountsAgreed(input, 0, 1)).toBeGreaterThan(0);
    expect(classOf(FERRY, scanned)).not.toBeNull();
  });
});

describe('the bounds that the user sets', () => {
  const unquoted = (text: string) => text.replace(/[“”]/g, '');
  const whole = unquoted(FERRY);
  const half = unquoted(`${LINES.slice(0, 4).join('\n')}\n${OTHER}`);

  it('a similarity below the bound, and no containment, is no copy', () => {
    const input = written([whole, half]);
    const { jaccard, containment } = overlapOf(input, 0, 1, resolveOptions());
    const most = Math.max(...containment);
    expect(jaccard).toBeGreaterThan(0.2);
    expect(classOf(whole, half, { similarity: jaccard + 0.01, containment: most + 0.01 })).toBeNull();
    expect(classOf(whole, half, { similarity: jaccard - 0.01, containment: most + 0.01 })).not.toBeNull();
    expect(classOf(whole, half, { similarity: jaccard + 0.01, containment: most - 0.01 })).not.toBeNull();
  });

  it('identical texts are copies at any bound', () => {
    expect(classOf(FERRY, FERRY, { similarity: 1, containment: 1 })).toBe('identical');
  });
});

/** Two texts in which no word was misread. */
const LEGIBLE = { ordinary: Uint32Array.from([100, 100]), strange: raggedOf([[], []]) };
const set = fc.uniqueArray(fc.nat(60), { maxLength: 50 });

test('the overlap is what counting says, and the same both ways', () => {
  fc.assert(
    fc.property(set, set, (one, other) => {
      const input = { shingles: raggedOf([one, other]), ...LEGIBLE };
      const both = one.filter((value) => other.includes(value)).length;
      const union = new Set([...one, ...other]).size;
      const { shared, jaccard, containment } = overlapOf(input, 0, 1, resolveOptions());
      expect(shared).toBe(both);
      expect(jaccard).toBeCloseTo(union === 0 ? 0 : both / union, 12);
      expect(containment[0]).toBeCloseTo(one.length === 0 ? 0 : both / one.length, 12);
      expect(containment[1]).toBeCloseTo(other.length === 0 ? 0 : both / other.length, 12);
      expect(overlapOf(input, 1, 0, resolveOptions())).toEqual({ shared, jaccard, containment: [containment[1], containment[0]] });
    }),
  );
});

test('a pair is the same copy both ways, with its containments mirrored', () => {
  const bounds = fc.record({ similarity: fc.constantFrom(0.1, 0.3, 0.6), containment: fc.constantFrom(0.2, 0.5, 0.9) });
  const facts = fc.uniqueArray(fc.nat(12), { maxLength: 10 });
  const crowded = fc.uniqueArray(fc.nat(40), { minLength: 5, maxLength: 40, size: 'max' });
  let copies = 0;
  fc.assert(
    fc.property(crowded, crowded, fc.array(facts, { minLength: 8, maxLength: 8 }), bounds, (one, other, lists, given) => {
      const [numbersA, numbersB, namesA, namesB, amountsA, amountsB, quotesA, quotesB] = lists;
      const fingerprints = Uint32Array.from([1, 2, one.length === other.length ? 1 : 3, 2]);
      const input = {
        shingles: raggedOf([one, other]),
        numbers: raggedOf([numbersA, numbersB]),
        names: raggedOf([namesA, namesB]),
        amounts: raggedOf([amountsA, amountsB]),
        quotes: raggedOf([quotesA, quotesB]),
        fingerprints,
        ...LEGIBLE,
      };
      const there = verifyPair(0, 1, input, resolveOptions(given));
      const back = verifyPair(1, 0, input, resolveOptions(given));
      if (there) copies++;
      expect(back).toEqual(there && { ...there, a: 1, b: 0, containment: [there.containment[1], there.containment[0]] });
    }),
    { numRuns: 1000 },
  );
  expect(copies).toBeGreaterThan(100); // else only strangers were compared
});

test('of many candidates those that are copies are left, in their order', () => {
  const input = written([FERRY, OTHER, FERRY, `${FERRY}\n${OTHER}`]);
  const candidates = { a: Uint32Array.from([0, 0, 0, 1, 1, 2]), b: Uint32Array.from([1, 2, 3, 2, 3, 3]) };
  expect(verify(candidates, input, resolveOptions()).map(({ a, b, relation }) => [a, b, relation])).toEqual([
    [0, 2, 'identical'],
    [0, 3, 'reprint'],
    [1, 3, 'excerpt'],
    [2, 3, 'reprint'],
  ]);
});
