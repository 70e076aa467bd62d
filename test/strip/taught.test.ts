import { describe, expect, test } from 'vitest';
import { parseFurniture, UserError } from '../../src/index.ts';
import { judge, sectionsOf, strip, type Taught } from '../../src/stages/strip/index.ts';
import { bytesOf, textOf } from './own.ts';

const TITLE = 'Harbour bridge to close for repairs until the autumn';
const STORY = [
  'The harbour bridge will close on Monday for the first time since it was opened, the council said, and traffic is to be sent over the old ferry ramp.',
  'Engineers found cracks in three of the eleven bearings during a routine check in March, and the council decided to replace all of them at once.',
  '"We had hoped to keep one lane open, but the risk is too great," said chief engineer Maren Holt, who has looked after the bridge for nineteen years.',
];

/** What is left of a text by these rules, for an article of `source`. */
function ownBy(rules: string, text: string, source = 'Calder Bugle'): string {
  const bytes = bytesOf(text);
  return textOf(bytes, strip(bytes, null, null, taughtBy(rules, source)));
}
function taughtBy(rules: string, source = 'Calder Bugle'): Taught | null {
  const furniture = parseFurniture(rules, 'rules.txt');
  const sections = sectionsOf(furniture, [{ path: 'a.txt', source }]);
  return sections && { furniture, section: sections[0] };
}
const page = (...lines: string[]) => [TITLE, ...STORY, ...lines].join('\n');

describe('a rule takes the lines in which its words stand where it says', () => {
  test.each<[rule: string, taken: string[], kept: string[]]>([
    [
      'line: Small print for those who like it',
      ['Small print for those who like it', '— SMALL PRINT for those “who” like it!'],
      ['Small print for those who like it small was the rule on Monday.'],
    ],
    ['starts: Harbour walks', ['Harbour walks: five of them'], ['The harbour walks were closed on Monday as well, the council said.']],
    [
      'ends: Calder Bugle archive',
      ['From the Calder Bugle archive.'],
      ['The Calder Bugle archive was flooded in March as well, the council said.'],
    ],
    [
      'contains: bugle crossword',
      ['Have a go at the Bugle crossword today'],
      ['The crossword of the Bugle was late on Monday as well, the council said.'],
    ],
    [
      'line: # readers like this',
      ['3,412 readers like this', '7 readers like this'],
      ['Few readers like this, the council was told in March by the engineers.'],
    ],
    ['line: Seite 3 lesen', ['Seite 3 lesen'], ['Seite 4 lesen']],
    ['starts: façade du “Bugle”', ["Facade du 'Bugle' ce soir"], ['The façade du Bugle was cleaned in March, the council said on Monday.']],
    ['contains: 本报热线', ['欢迎拨打本报热线电话'], ['市议会星期一表示，这座桥将从下周一起关闭维修。']],
  ])('%s', (rule, taken, kept) => {
    for (const line of taken) expect(ownBy(rule, page(line))).toBe(page());
    for (const line of kept) expect(ownBy(rule, page(line))).toBe(page(line));
  });

  test('without the rule they stay: nothing else gives them away', () => {
    for (const line of ['Small print for those who like it', 'Harbour walks: five of them', '7 readers like this']) {
      expect(ownBy('# none', page(line))).toBe(page(line));
    }
  });

  test('above the article, and amid it', () => {
    const text = [TITLE, 'Bugle blue line', STORY[0], 'Bugle blue line', ...STORY.slice(1)].join('\n');
    expect(ownBy('line: Bugle blue line', text)).toBe(page());
  });
});

test('a section goes with its headlines and teasers, until own text goes on', () => {
  const list = [
    'Noch mehr aus dem Tal',
    'Bees move to school roof',
    'The school on Kettle Lane keeps bees on its roof, and each class…',
    'Library lends out seeds',
  ];
  const last =
    'The harbour master said that the bridge had been closed once before, when the council repaired its bearings in a cold March.';
  const text = [TITLE, STORY[0], ...list, ...STORY.slice(1), last].join('\n');
  expect(ownBy('section: Noch mehr aus dem', text)).toBe([TITLE, ...STORY, last].join('\n'));
  expect(ownBy('section: Noch mehr aus dem', page(...list))).toBe(page());
});

describe('keep protects own text', () => {
  test.each(['Read more: what the engineers found', 'Photo: what the diver saw, by Jon Falk/Harbour Post'])(
    'from our rules: %s',
    (line) => {
      const text = [TITLE, STORY[0], line, ...STORY.slice(1)].join('\n');
      expect(ownBy('# none', text)).not.toContain(line);
      expect(ownBy(`keep: ${line}`, text)).toBe(text);
    },
  );

  test('from another rule of the same file, whichever comes first', () => {
    for (const rules of ['keep: ferry ramp\nstarts: The harbour bridge', 'starts: The harbour bridge\nkeep: ferry ramp']) {
      expect(ownBy(rules, page())).toBe(page());
    }
  });

  test('and a page that looks like a gate', () => {
    const text = 'Sign in to continue reading\nYou must be logged in to view this page.';
    expect(ownBy('keep: You must be logged in', text)).toBe('You must be logged in to view this page.');
  });
});

describe('running text goes by its sentences', () => {
  const oneLine = [
    ...STORY,
    'Subscribe to the Calder Bugle, it costs you nothing.',
    'The work is to be finished in the second week of September.',
  ].join(' ');

  test('of a text on a single line one sentence goes, not the text', () => {
    expect(ownBy('contains: the Calder Bugle', oneLine)).toBe(
      `${STORY.join(' ')} The work is to be finished in the second week of September.`,
    );
    expect(ownBy('starts: Subscribe to', oneLine)).not.toContain('Subscribe');
    expect(ownBy('ends: costs you nothing', oneLine)).not.toContain('Subscribe');
  });

  test('nor does a rule cross the end of a sentence', () => {
    expect(ownBy('starts: nineteen years', oneLine)).toBe(oneLine);
  });

  test('so does a Chinese text', () => {
    const text = `${'这座桥星期一起关闭维修，市议会说。'.repeat(8)}欢迎关注本报公众号。${'工程师在三月份的例行检查中发现了裂缝。'.repeat(6)}`;
    expect(ownBy('contains: 关注本报', text)).toBe(text.replace('欢迎关注本报公众号。', ' '));
  });
});

describe('a heading in brackets holds rules to one source', () => {
  const rules = 'line: All bugles blow\n[Calder Bugle]\nstarts: Bugle blue line\n[Harbour Post]\nstarts: Post and rail';
  const blue = 'Bugle blue line runs through the town as it has for years, the council said in March.';
  const last = 'Post and rail was the first name of the paper, the council was told on Monday.';
  const text = page('All bugles blow', blue, last);

  test('and those above the first hold for all', () => {
    expect(ownBy(rules, text)).toBe(page(last));
    expect(ownBy(rules, text, 'HARBOUR  POST')).toBe(page(blue));
    expect(ownBy(rules, text, 'Valley Echo')).toBe(page(blue, last));
  });

  test.each([
    ['news/Calder Bugle/2024.txt', 1],
    ['calder bugle/a.txt', 1],
    ['data/calder bugle.jsonl#17', 1],
    ['data/calder bugle.ndjson.gz:3', 1],
    ['Calder Bugle.txt', 0],
    ['Calder Bugle/deep/a.txt', 0],
  ])('where no source is known, the folder or the JSONL file is it: %s', (path, section) => {
    expect([...sectionsOf(parseFurniture(rules), [{ path, source: null }])!]).toEqual([section]);
  });
});

describe('a verdict names the rule', () => {
  const verdictsBy = (rules: string, text: string) => judge(bytesOf(text), null, taughtBy(rules));

  test('that took the line, by file and line', () => {
    const [verdict] = verdictsBy('# mine\n\n[Calder Bugle]\nstarts: Bugle blue', page('Bugle blue line')).slice(-1);
    expect(verdict).toMatchObject({ own: '', rule: 'furniture file', evidence: 'rules.txt:4 starts: Bugle blue [Calder Bugle]' });
  });

  test('that opened the section', () => {
    const lines = verdictsBy('section: Noch mehr', page('Noch mehr', 'Bees move to school roof'));
    expect(lines.slice(-2).map(({ evidence }) => evidence)).toEqual([
      'rules.txt:1 section: Noch mehr',
      'after the line 5: rules.txt:1 section: Noch mehr',
    ]);
  });

  test('that kept it', () => {
    expect(verdictsBy('keep: ferry ramp', page())[1]).toMatchObject({ rule: null, evidence: 'rules.txt:1 keep: ferry ramp' });
  });

  test('that cut a sentence out of it', () => {
    const [verdict] = verdictsBy('contains: the Bugle', `${STORY.join(' ')} Read the Bugle with care. The ramp stays open all the while.`);
    expect(verdict).toMatchObject({ rule: 'furniture inside the line', evidence: 'rules.txt:1 contains: the Bugle' });
    expect(verdict.own).toBe(`${STORY.join(' ')} The ramp stays open all the while.`);
  });
});

describe('a line that is no rule is named with its place and what to do', () => {
  test.each<[text: string, message: string, hint: RegExp]>([
    ['Read more', 'rules.txt:1: no rule: "Read more"', /begin it with one of line: starts:/],
    ['# fine\n\nstart: Read more', 'rules.txt:3: no rule: "start: Read more"', /did you mean starts: \?/],
    ['line:', 'rules.txt:1: line: without a word', /write the words/],
    ['line: ***', 'rules.txt:1: line: without a word', /write the words/],
    ['contains: ad', 'rules.txt:1: contains: "ad" is in too many lines', /line: ad/],
    ['starts: #', 'rules.txt:1: starts: "#" is in too many lines', /more words/],
    ['[Calder Bugle\nline: x', 'rules.txt:1: the heading "[Calder Bugle" is not closed', /\[Calder Bugle\]/],
    ['[ ]', 'rules.txt:1: a heading without a name', /\[Calder Bugle\]/],
    [`line: ${'word '.repeat(301)}`, 'rules.txt:1: a rule of 301 words', /starts:/],
  ])('%j', (text, message, hint) => {
    const refused = () => parseFurniture(text, 'rules.txt');
    expect(refused).toThrow(UserError);
    expect(refused).toThrow(message);
    try {
      refused();
    } catch (error) {
      expect((error as UserError).hint).toMatch(hint);
    }
  });

  test('line ends of any system and a mark of byte order are no matter', () => {
    expect(parseFurniture('\ufeffline: a word\r\n# x\rKEEP : b word\n').map(({ anchor, from }) => [anchor, from])).toEqual([
      ['line', 'furniture:1'],
      ['keep', 'furniture:3'],
    ]);
  });
});

test('ten thousand rules and a text made to be slow end in time', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `contains: ${'a 1 '.repeat(at % 50)}word ${at}`);
  const rules = [...many, `contains: ${'a # '.repeat(140)}z`, `ends: ${'a 1 '.repeat(140)}y`].join('\n');
  const started = performance.now();
  ownBy(rules, 'a 1 '.repeat(20_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a text after a taught one is read without the rules', () => {
  ownBy('line: Bugle blue line', page('Bugle blue line'));
  expect(textOf(bytesOf(page('Bugle blue line')), strip(bytesOf(page('Bugle blue line')), null))).toBe(page('Bugle blue line'));
});
