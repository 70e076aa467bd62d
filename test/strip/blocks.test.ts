import { describe, expect, test } from 'vitest';
import { ownTextOf, rulesOn } from './own.ts';

/** A report, and what pages put above, into and below it as whole paragraphs: what a copied page looks like when each box became a line. */
const HEADLINE = 'Ferry of Tarrin runs aground with ninety on board';
const REPORT = [
  'The ferry of Tarrin ran aground off the northern mole on Monday morning with ninety passengers on board, the harbour master said.',
  'Nobody was hurt, but the passengers had to wait four hours for the tide before tugs could free the ferry, he said.',
  'The captain, Ole Brandt, 58, told the harbour master that the rudder had jammed as he turned towards the mole.',
  'Divers are to look at the rudder on Tuesday, and the ferry stays at its berth until they have, the company said.',
];
const ARTICLE = [HEADLINE, ...REPORT];

const pageOf = (...lines: string[]) => lines.join('\n\n');

describe('a box that became a paragraph goes, and the report stays', () => {
  test.each([
    [
      'a comment form',
      'Leave a comment. Your email address will not be published. Required fields are marked *. Save my name, email and website. Post comment.',
    ],
    [
      'an offer of newsletters',
      'Sign up for our newsletters. Choose from Morning Bell, Table for Two and The Long Sunday. Subscribe. We never pass on your address, and you can leave whenever you like.',
    ],
    [
      'an appeal',
      'Our journalism needs your support. For ninety years this paper has sat through meetings so that you do not have to. Every donation counts.',
    ],
    [
      'a legal notice',
      '© 2021 Tarrin Post. All rights reserved. This material may not be published, broadcast or rewritten without permission.',
    ],
    [
      'a note on browsers',
      'Your browser is out of date. Parts of this page may not work as intended. Update your browser to see it as it was meant.',
    ],
    ['a menu in one line', 'About us | Contact | Advertise | Privacy policy | Terms of use | Accessibility'],
  ])('%s', (_, box) => {
    expect(ownTextOf(pageOf(...ARTICLE, box))).toBe(ARTICLE.join('\n'));
    expect(ownTextOf(pageOf(HEADLINE, ...REPORT.slice(0, 2), box, ...REPORT.slice(2)))).toBe(ARTICLE.join('\n'));
  });

  test('sentences of a report that speak of such things stay', () => {
    const report = pageOf(
      'Publisher fined over its newsletters',
      'The regulator fined a publisher on Thursday for a form that nobody could leave. "Sign up for our newsletter" stood on every page of it. Readers said they had asked three times to be taken off the list, and were sent a calendar instead.',
      'The form told them that their email address would not be published. It then published a list of subscribers by mistake in March.',
    );
    expect(ownTextOf(report)).toBe(report.replaceAll('\n\n', '\n'));
  });
});

describe('a list of other articles', () => {
  const list = [
    'Council puts off the vote on the market hall',
    'Members want to see a second survey of the roof before they decide.',
    'What do you remember of the week?',
    'Ten questions, and one about a goose.',
    'Why I gave up the bank to keep goats',
    'Ida Holm sold her shares, bought eleven animals and sleeps until five.',
    'Old cinema to open as a swimming bath',
    'The screen stays up, and so does the price of popcorn.',
    'Bus drivers end their strike',
    'Timetables are back to normal from Friday.',
  ];

  test('goes whole, its teasers and questions too, when comments stand below it', () => {
    const comments = ['oak_tree: Nobody ever listens to the harbour master.', 'rosa35: I was on board and it was lovely.'];
    expect(ownTextOf(pageOf(...ARTICLE, "Editors' picks", ...list, ...comments))).toBe(ARTICLE.join('\n'));
  });

  test('amid the report it ends where the report goes on', () => {
    const page = pageOf(HEADLINE, REPORT[0], 'Most read', list[0], list[4], list[8], ...REPORT.slice(1), 'More from Tarrin', list[6]);
    expect(ownTextOf(page)).toBe(ARTICLE.join('\n'));
  });

  test('a link in one line takes no sentence with it', () => {
    const page = pageOf(
      HEADLINE,
      'Read also: Council puts off the vote on the market hall',
      ...REPORT.slice(0, 1),
      'Read also: What do you remember of the week?',
      ...REPORT.slice(1),
    );
    expect(ownTextOf(page)).toBe(ARTICLE.join('\n'));
  });
});

describe("readers' comments without a heading", () => {
  test('go as a row when one of the writers goes by a handle', () => {
    const rules = rulesOn(pageOf(...ARTICLE, 'Ida Holm: My aunt was on board.', 'tarrin_fan: Typical of this company.', 'goat11: First!'));
    expect(rules.slice(-3)).toEqual(['comments', 'comments', 'comments']);
    expect(rules.slice(0, -3).every((rule) => rule === null)).toBe(true);
  });

  test('an interview and a list of figures are none', () => {
    const interview = pageOf(
      ...ARTICLE,
      'Post: Were you afraid, Mr Brandt?',
      'McBrandt: Not for a minute. The tide in Tarrin is a patient one.',
      'Post: Will you sail again?',
      'G20: Leaders of twenty states meet in Tarrin next week all the same.',
    );
    expect(ownTextOf(interview)).toBe(interview.replaceAll('\n\n', '\n'));
  });
});
