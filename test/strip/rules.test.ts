import { describe, expect, test } from 'vitest';
import { ownTextOf, rulesOn } from './own.ts';

const TITLE = 'Harbour bridge to close for repairs until the autumn';
const STORY = [
  'The harbour bridge will close on Monday for the first time since it was opened, the council said, and traffic is to be sent over the old ferry ramp.',
  'Engineers found cracks in three of the eleven bearings during a routine check in March, and the council decided to replace all of them at once.',
  '"We had hoped to keep one lane open, but the risk is too great," said chief engineer Maren Holt, who has looked after the bridge for nineteen years.',
  'The work is expected to cost 4.2 million crowns, most of which the county will pay, and to be finished in the second week of September.',
];

/** Each line of furniture is put where a page has it; the article must stay as it is. */
const AFTER: [rule: string, ...lines: string[]][] = [
  ['related list', 'Related stories', 'Ferry fares frozen until spring', 'Five walks along the river'],
  [
    'related list',
    'More from the harbour',
    '• Old crane sold to museum',
    'The last steam crane on the quay will move to the railway museum in May.',
  ],
  [
    'related list',
    'Most read',
    '» A man was rescued from the roof of his shed on Friday after the brook at Fenholm rose by two metres in a night.',
    'Neighbours had heard him sing for hours before anyone …',
    '» Fenholm flower show moves indoors',
    '14 June, 9:20 …',
  ],
  [
    'related list',
    'You may also like',
    'A man was rescued from the roof of his shed on Friday after the brook at Fenholm rose by two metres in a single night of rain that nobody had foreseen.',
    'Neighbours had heard him sing for hours. "We thought it was the radio," said one, 61, …',
    'Bakers in Holm have agreed on the size of a bun.',
    'The dispute over the weight of dough began in …',
  ],
  [
    'related list',
    'Related stories',
    '• Bees move to school roof The school on Kettle Lane keeps bees on its roof. Each class looks after a hive of its own, and …',
    '• Pension funds buy three forests They have bet since January on an asset that …',
  ],
  ['related list', 'ALSO READ: Six rivers you can swim in this summer'],
  ['link to more', 'For the latest news, weather and sports, head to the Harbour Post.'],
  ['link without its target', "Follow the Post's coverage of the harbour at"],
  ['link to more', 'Read the full report at'],
  ['link without its target', 'Find all our stories about bridges at'],
  ['share bar', 'Follow us on Facebook and Twitter'],
  ['newsletter', 'Sign up for our newsletter'],
  ['newsletter', 'Download the Harbour Post app for breaking news alerts.'],
  ['copyright', '© 2024 Harbour Post Ltd. All rights reserved.'],
  ['comments', 'Leave a Comment', 'Your email address will not be published. Required fields are marked *', 'Name *'],
  ['author box', 'About the writer', 'Jon Falk is a reporter who covers the harbour and the railway for the Harbour Post.'],
  ['newsletter', 'Download the Upper Harbour Evening Post app for iPhone and Android: faster pages, and no pop-ups.'],
  ['photo caption', 'The bridge on Friday evening. Photo: Jon Falk/Harbour Post'],
  ['update notice', 'This is a developing story. Please check back for updates.'],
  ['about the outlet', ...Array(2).fill('The Post is committed to asking the questions that matter to people in the valley.')],
  ['related list', 'Mehr zum Thema', 'Brücke über den Fluss wird neu gebaut'],
  ['related list', '関連記事', '橋の工事が始まる'],
  ['related list', 'اقرأ أيضا', 'افتتاح الجسر الجديد'],
  ['copyright', '版权所有 未经授权 不得转载'],
];

describe('furniture after the article goes, with the name of what it is', () => {
  test.each(AFTER)('%s: %s', (rule, ...lines) => {
    const text = [TITLE, ...STORY, ...lines].join('\n\n');
    expect(ownTextOf(text)).toBe([TITLE, ...STORY].join('\n'));
    expect(rulesOn(text)[STORY.length + 1]).toBe(rule);
  });
});

const BEFORE: [rule: string, ...lines: string[]][] = [
  ['by-line', 'By Jon Falk'],
  ['photo caption', 'Cracks in a bearing of the bridge. Photo: Jon Falk/Harbour Post'],
  ['photo caption', 'The bridge on Friday. (Jon Falk/Harbour Post)'],
  ['share bar', 'Share on Facebook'],
  ['advertisement', 'Advertisement'],
];

describe('furniture between title and article goes', () => {
  test.each(BEFORE)('%s: %s', (rule, ...lines) => {
    const text = [TITLE, ...lines, ...STORY].join('\n\n');
    expect(ownTextOf(text)).toBe([TITLE, ...STORY].join('\n'));
    expect(rulesOn(text)[1]).toBe(rule);
  });

  test('a date line goes when there is other furniture', () => {
    const text = [TITLE, 'By Jon Falk', 'Tue 9 May 2023, 14:30', ...STORY].join('\n');
    expect(rulesOn(text).slice(0, 4)).toEqual([null, 'by-line', 'date line', null]);
  });

  test('a row of tags above a caption goes', () => {
    const text = [TITLE, 'Harbour Bridge Maren Holt Council', 'Cracks in a bearing. Photo: Jon Falk', ...STORY].join('\n');
    expect(rulesOn(text).slice(0, 4)).toEqual([null, 'picture description', 'photo caption', null]);
  });
});

describe('furniture inside a line is cut out of it', () => {
  const line = STORY.join(' ');

  test.each(['The story continues', 'Story continues below advertisement', 'ADVERTISEMENT', 'Article continues below this ad'])(
    '%s between two sentences',
    (words) => {
      const text = [STORY[0], STORY[1], words, STORY[2], STORY[3]].join(' ');
      expect(ownTextOf(text)).toBe([`${STORY[0]} ${STORY[1]}`, `${STORY[2]} ${STORY[3]}`].join(' '));
      expect(rulesOn(text)).toEqual(['furniture inside the line']);
    },
  );

  test('calls at the end of a text without line breaks', () => {
    expect(ownTextOf(`${line} Follow us on Twitter. All rights reserved.`)).toBe(line);
  });

  test.each([
    'The story continues to trouble the council, which met twice in a week.',
    'Advertisement of the work is to begin in June, the council said.',
  ])('not words that go on as a sentence: %s', (sentence) => {
    const text = `${STORY[0]} ${sentence} ${STORY[1]}`;
    expect(ownTextOf(text)).toBe(text);
  });
});

describe('a page without an article has no own text', () => {
  test.each([
    'Sign in to continue reading\nYou must be logged in to view this page.\nForgot your password?',
    '404\nPage not found\nSorry, the page you are looking for does not exist. Please check your address.',
    'This website uses cookies\nBy continuing to use this site you agree to our cookie policy.\nAccept all',
  ])('%s', (text) => {
    expect(ownTextOf(text)).toBe('');
    expect(new Set(rulesOn(text))).toEqual(new Set(['no own text']));
  });
});
