/** What whole pages and local reports have beside their article, and what looks like it and is own text. */
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../src/stages/strip/facts.ts';
import { judge, sharedLines, survey } from '../../src/stages/strip/index.ts';
import { modeOf } from '../../src/stages/strip/page.ts';
import { bytesOf, ownTextOf, rulesOn } from './own.ts';
import { UNLIKE } from './unlike.ts';

const TITLE = 'Harbour bridge to close for repairs until the autumn';
const STORY = [
  'The harbour bridge will close on Monday for the first time since it was opened, the council said, and traffic is to be sent over the old ferry ramp.',
  'Engineers found cracks in three of the eleven bearings of the bridge during a routine check in March, and the council decided to replace all of them.',
  '"We had hoped to keep one lane of the bridge open, but the risk is too great," said chief engineer Maren Holt, who has looked after it for nineteen years.',
  'The work on the bearings is expected to cost 4.2 million crowns, most of which the county will pay, and the council the rest of it.',
  'Shops on the quay fear for their trade, since the ramp is a mile away, and they have asked the council for a footbridge until September.',
];
const ARTICLE = [TITLE, ...STORY];
const MENU = ['Home', 'News', 'Sport', 'Weather', 'Opinion', 'Video', 'Contact us', 'Log in', 'Search', 'Subscribe', 'Newsletters', 'Jobs'];
const FOOTER = ['Share', 'Facebook', 'Twitter', 'Privacy policy', 'Terms of use', 'Cookies', 'About us', '© 2024 Harbour Post'];
const TEASERS = UNLIKE.map((story) => story.split('\n'));
const pageOf = (...below: string[]) => [...MENU, ...ARTICLE, ...below, ...FOOTER].join('\n');
const ownLines = (text: string) => ownTextOf(text).split('\n');

describe('a whole page', () => {
  test('is known by a long menu above its first sentence, in any language; a table of results is none', () => {
    const modeOfText = (lines: readonly string[]) => {
      const facts = readFacts(bytesOf(lines.join('\n')));
      return modeOf(facts, { lines: Uint32Array.from(lines.keys()), count: lines.length });
    };
    const menu = Array.from({ length: 60 }, (_, at) => `${String.fromCharCode(65 + (at % 26))}elna${'bdgkt'[at % 5]}ot`);
    const table = menu.map((name, at) => `${name} ${400 - at} points`);
    expect([menu, table, []].map((above) => modeOfText([...above, ...ARTICLE]))).toEqual(['mixed', 'light', 'light']);
  });

  test('beginnings of other articles go, those in a review of the press are none', () => {
    const begun = (text: string) => `${text.slice(0, -1)} and then …`;
    const list = TEASERS.slice(0, 6).map(([headline, lead]) => `${headline} ${begun(lead)}`);
    expect(ownLines([...MENU, ...list, ...ARTICLE, ...FOOTER].join('\n'))).toEqual(ARTICLE);
    const review = TEASERS.slice(0, 4).map(([, lead]) => `“${begun(lead)}”`);
    const page = [...MENU, TITLE, ...STORY.slice(0, 3), ...review, ...STORY.slice(3), ...FOOTER].join('\n');
    expect(rulesOn(page)).not.toContain('texts that break off');
  });

  test('the text again in one line for machines goes', () => {
    const verdicts = judge(bytesOf(pageOf('2024-03-05T08:57:40', STORY.join(' '))), null);
    expect(verdicts.filter(({ own }) => own !== '').map(({ own }) => own)).toEqual(ARTICLE);
    expect(verdicts.map(({ rule }) => rule)).toContain('text again in one line');
  });

  test('a list of dates is kept to its end', () => {
    const dates = Array.from(
      { length: 20 },
      (_, at) => `June ${at + 1} – Ferry ${at % 2 ? 'north' : 'south'} from Pier ${'ABCDE'[at % 5]}`,
    );
    expect(ownLines(pageOf(...dates))).toEqual([...ARTICLE, ...dates]);
  });

  test('the last sentence stays, however short', () => {
    expect(ownLines(pageOf('The council votes on Friday.'))).toEqual([...ARTICLE, 'The council votes on Friday.']);
  });
});

describe('pictures and links between the paragraphs go', () => {
  const between = (...lines: string[]) => [TITLE, STORY[0], lines[0], STORY[1], lines[1], ...STORY.slice(2)].join('\n');

  test.each([
    [
      'gallery counters',
      'Image 1 of 8 Cracks in a bearing of the bridge are looked at by two divers.',
      'Image 2 of 8 The old ferry ramp has not been used since 1987.',
    ],
    [
      'gallery counters',
      '1of4Cracks in a bearing of the bridge are looked at by two divers.',
      '2of4The old ferry ramp has not been used since 1987.',
    ],
    ['headlines in capitals', 'COUNCIL SPLIT OVER FERRY RAMP FOR A THIRD TIME', 'DIVERS FIND A CANNON BELOW THE OLD PIER'],
    ['link to more', 'The woman who has looked after a bridge for 19 years Read more', 'Five bridges that were never opened Read more'],
    ['photo caption', 'Photo: Cracks in a bearing of the bridge in March', 'Image: The old ferry ramp seen from the quay'],
    ['link to more', 'Click here to watch the report of our reporter.', 'Related: Council split over ferry ramp'],
  ])('%s: %s', (rule, ...lines) => {
    expect(ownLines(between(...lines))).toEqual(ARTICLE);
    expect(rulesOn(between(...lines))[2]).toBe(rule);
  });

  test.each([
    [
      'a count of people',
      '2 of 4 divers were treated for cold on Monday, the harbour master said.',
      '3 of 4 shops on the quay have closed early since then.',
    ],
    ['one subheading in capitals', 'WHAT THE COUNCIL HAS DECIDED SO FAR', STORY[4]],
  ])('%s stays', (_, ...lines) => {
    expect(ownLines(between(...lines))).toEqual(between(...lines).split('\n'));
  });

  test('and so does a text that is all in capitals', () => {
    const loud = ARTICLE.map((line) => line.toUpperCase().replace(/[.,]$/, ''));
    expect(ownLines(loud.join('\n'))).toEqual(loud);
  });
});

describe('below a local report', () => {
  test.each([
    ['reporter credit', 'Harbour Post reporter Jon Falk contributed to this report.'],
    ['reporter credit', 'jfalk@harbourpost.example'],
    ['reporter credit', 'Jon Falk: 555-0134, jfalk@harbourpost.example'],
    ['reporter credit', 'Contact Jon Falk at jfalk@harbourpost.example, or 555-0134, or on Twitter @jonfalk.'],
    ['update notice', 'Stay with Channel 9 for updates on this developing story.'],
    ['update notice', 'We will update this story as soon as we know more.'],
    ['copyright', 'Copyright 2016 Harbour Nine. All rights reserved.'],
    ['share bar', 'Follow @HarbourPost'],
  ])('%s: %s', (rule, line) => {
    expect(ownLines([...ARTICLE, line].join('\n'))).toEqual(ARTICLE);
    expect(rulesOn([...ARTICLE, line].join('\n')).at(-1)).toBe(rule);
  });

  test.each([
    'Anyone who saw the lorry that struck the bridge is asked to write to the harbour police at tips@harbour.example before Friday.',
    'The ferry line and the county both contributed to the cost, and the council thanked them at its meeting on Monday.',
    'Stay with relatives or friends on Sunday night, the council advised those who live below the bridge.',
  ])('own text stays: %s', (line) => {
    expect(ownLines([...ARTICLE, line].join('\n'))).toEqual([...ARTICLE, line]);
  });

  test('comments below a heading that holds the whole headline go', () => {
    const comments = [
      `3 thoughts on “${TITLE} and what else the council told shops on the quay”`,
      'Gaye',
      'August 8, 2018 at 3:17 pm',
      'The ramp was fine in my time, and nobody needed a bridge to buy fish.',
      'Jan',
      'August 9, 2018 at 7:07 pm',
      'Nineteen years for three bearings, that is what I call looking after it.',
    ];
    expect(ownLines([...ARTICLE, ...comments].join('\n'))).toEqual(ARTICLE);
  });
});

describe('an appeal between two paragraphs', () => {
  const APPEAL = 'Quiet weather and loud wallets keep independent typing alive in Marrow Bay and beyond, so give what you can spare.';
  const withAppeal = (story: string) => {
    const [headline, ...paragraphs] = story.split('\n');
    return [headline, paragraphs[0], APPEAL, ...paragraphs.slice(1)].join('\n');
  };

  test('goes when six articles have it, no two of them alike', () => {
    const pages = UNLIKE.slice(0, 6).map(withAppeal);
    const shared = sharedLines(pages.map((page) => survey(bytesOf(page))));
    for (const [at, page] of pages.entries()) expect(ownTextOf(page, shared)).toBe(UNLIKE[at]);
  });

  test('stays when five have it, which may have it from one speech', () => {
    const pages = UNLIKE.slice(0, 5).map(withAppeal);
    const shared = sharedLines(pages.map((page) => survey(bytesOf(page))));
    for (const page of pages) expect(ownTextOf(page, shared)).toBe(page);
  });
});
