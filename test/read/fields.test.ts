import { describe, expect, it, onTestFinished } from 'vitest';
import { dayInName, dayOf } from '../../src/stages/read/dates.ts';
import { labelOf, parseFields } from '../../src/stages/read/fields.ts';
import { folderOf, readIn } from './folder.ts';

const DAY = 19_257; // 2022-09-22

describe('a date in a field', () => {
  it.each([
    ['2022-09-22', DAY],
    ['2022-09-22T23:30:00-05:00', DAY],
    ['2022-09-22T00:30:00+09:00', DAY],
    ['2022-09-22 10:00', DAY],
    ['2022/9/22', DAY],
    ['20220922', DAY],
    ['20220922T233000Z', DAY],
    ['20220922233000', DAY],
    ['Thu, 22 Sep 2022 23:30:00 -0500', DAY],
    ['22 September 2022', DAY],
    ['Sept. 22, 2022', DAY],
    ['Thu Sep 22 2022', DAY],
    [1_663_891_199, DAY],
    [1_663_891_200, DAY + 1],
    [1_663_891_199_000, DAY],
    [1_663_891_199_000_000, DAY],
    ['1663891199', DAY],
    [20_220_922, DAY],
    [new Date(Date.UTC(2022, 8, 22, 23, 59)), DAY],
    ['1969-12-31', -1],
    ['1665-11-07', -111_088],
  ])('%s', (written, day) => expect(dayOf(written)).toBe(day));

  it.each([
    ['yesterday'],
    ['2022-02-30'],
    ['2022-13-01'],
    ['2022'],
    ['22 Foo 2022'],
    [''],
    [0],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [1e300],
    [null],
    [undefined],
    [{}],
    [new Date('x')],
    ['2022-09-2222'],
    ['0000-01-01'],
    [true],
  ])('%s is none', (written) => expect(dayOf(written)).toBeNull());

  it('is the same day in every time zone', () => {
    const before = process.env.TZ;
    onTestFinished(() => void (before === undefined ? delete process.env.TZ : (process.env.TZ = before)));
    for (const [zone, minutes] of [
      ['Pacific/Kiritimati', -840],
      ['Pacific/Pago_Pago', 660],
    ] as const) {
      process.env.TZ = zone; // Node follows a change
      expect(new Date().getTimezoneOffset()).toBe(minutes);
      expect(['2022-09-22T23:30:00-05:00', '2022-09-22', '22 Sep 2022 01:00 +1300', 'September 22, 2022'].map(dayOf)).toEqual([
        DAY,
        DAY,
        DAY,
        DAY,
      ]);
      expect(dayInName('2022-09-22.txt')).toBe(DAY);
    }
  });
});

describe('a date in the name of a file', () => {
  it.each([
    ['2022-09-22.txt', DAY],
    ['news/ap_2022_09_22_korea.txt', DAY],
    ['AP20220922-korea.md', DAY],
    ['20220922233000.txt', DAY],
    ['20220922T2330.txt', DAY],
    ['2022-9-22-x.txt', DAY],
    ['2022-09-22/story.txt', null],
    ['003_9e452f20220922cd.txt', null],
    ['id-1202209221.txt', null],
    ['2022-02-30.txt', null],
    ['call 2022-5555.txt', null],
    ['story.txt', null],
  ])('%s', (name, day) => expect(dayInName(name)).toBe(day));

  it('is the day of the article, but not of records', async () => {
    const corpus = await readIn(folderOf({ '2022-09-22 a.txt': 'A', 'dump-2022-09-22.jsonl': '{"text":"B"}' }));
    expect(corpus.articles.map((article) => article.day)).toEqual([DAY, null]);
  });
});

describe('--field', () => {
  it('names the fields of the parts, and leaves the others as they are', () => {
    expect(parseFields(['text=body, title = headline', 'id=uri', 'text=a.b'])).toEqual({
      text: 'a.b',
      title: 'headline',
      id: 'uri',
      date: 'date',
      source: 'source',
    });
    expect(parseFields([])).toEqual({ text: 'text', title: 'title', id: 'id', date: 'date', source: 'source' });
    expect(parseFields(['text=a=b']).text).toBe('a=b');
  });

  it.each([
    ['tilte=x', 'did you mean title?'],
    ['txt=x', 'did you mean text?'],
    ['dat=x', 'did you mean date?'],
    ['colour=x', /^parts are text, title, id, date, source/],
    ['text', 'write it as text=NAME'],
    ['text=', 'write it as text=NAME'],
    ['', 'parts are'],
  ])('%s is the user’s to mend', async (given, hint) => {
    const folder = folderOf({ 'a.txt': 'A' });
    await expect(readIn(folder, ['.'], { field: [given] })).rejects.toMatchObject({
      name: 'UserError',
      hint: typeof hint === 'string' ? expect.stringContaining(hint) : expect.stringMatching(hint),
    });
  });

  it('a title that was written for HTML is read as it was meant', () => {
    expect(labelOf('Q&amp;A: didn&#39;t&nbsp;he?')).toBe("Q&A: didn't he?");
  });

  it('a title is one line, and not endless', () => {
    expect(labelOf(' a \n b ')).toBe('a b');
    expect(labelOf('x'.repeat(5000))).toHaveLength(1000);
    expect([labelOf('  '), labelOf(5), labelOf(undefined)]).toEqual([null, null, null]);
  });
});
