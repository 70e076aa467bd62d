import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderText } from '../../src/stages/report/index.ts';
import { article, copyGroup, event, judgedNewsroom, linesOf, newsroom, oneEvent, PLAIN, pair, report, textOf } from './makeReport.ts';

/** What no line may hold: controls, escapes, direction overrides and isolates, marks, lone surrogates. */
const ACTS_ON_A_TERMINAL = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/u;

const overlong = (lines: readonly string[], width: number) => lines.filter((line) => stringWidth(line) > width);

test('the newsroom: totals, events with nested copies, the reason, and what is left', () => {
  expect(linesOf(renderText(newsroom(), { ...PLAIN, seconds: 0.14 }))).toEqual([
    '10 articles · 2 events · 4 copies · 0.1 s',
    '',
    'North Korea says it has not supplied Russia with weapons',
    'e1 · 6 articles (3 copies) · cohesion 0.93 · 2022-09-21 to 23 · 6 sources',
    '  ▸ 2022/ap-wire.txt                            604 words  2022-09-22  AP',
    '    └ reprint 0.78        2022/abc-news.txt     512 words  2022-09-22  ABC News',
    '      └ reprint 0.91        2022/mirror.txt     498 words  2022-09-22  newsmirr…',
    '    └ excerpt 0.97 of it  2022/local-brief.txt   96 words  2022-09-23  The Dail…',
    '    2022/aljazeera.txt                          351 words  2022-09-22  Al Jazee…',
    '    2022/newsweek.txt                           455 words  2022-09-21  Newsweek',
    '    why: both quote “We have never exported weapons or ammunition to Russia…”;',
    '         names General Bureau of Equipment, KCNA; DPRK',
    '',
    'Steelworkers reject pay offer',
    'e2 · 2 copies of one text · cohesion 1.00',
    '  ▸ 2023/steel-a.txt               230 words',
    '    └ identical  2023/steel-b.txt  230 words',
    '    why: the whole text: “Steelworkers at the Linz plant have rejected …”',
    '',
    '2 articles stand alone (--all lists them).',
    'Furniture stripped: 864 of 4,342 words (20%).',
    '5 inputs skipped:',
    '  4 × binary: 2022/cover.jpg, 2022/inset.png, 2022/map.png …',
    '  1 × furniture only: 2022/gate.txt',
    '  --all lists every one',
  ]);
});

test('--all lists what stands alone and every skipped path', () => {
  const lines = linesOf(renderText(newsroom(), { ...PLAIN, all: true }));
  expect(lines).toContain('2 articles stand alone:');
  expect(lines).toContain('  2023/transit.txt  Ferry timetable changes on Monday');
  for (const { path } of newsroom().skipped) expect(lines).toContain(`      ${path}`);
});

test('without a time, two logs of one result are the same', () => {
  expect(linesOf(renderText(newsroom(), PLAIN))[0]).toBe('10 articles · 2 events · 4 copies');
  expect(textOf(renderText(newsroom(), PLAIN))).toBe(textOf(renderText(newsroom(), PLAIN)));
});

test('without colour there is no escape; with colour the same words', () => {
  const plain = textOf(renderText(newsroom(), PLAIN));
  expect(plain).not.toContain('\x1b');
  const coloured = textOf(renderText(newsroom(), { ...PLAIN, color: 3 }));
  expect(coloured).toContain('\x1b[1m');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

describe('no group', () => {
  test.each<[string, Report, string]>([
    ['nothing read', report(), 'No article was read.'],
    ['one article', report({ articles: [article('a.txt')] }), 'Only one article: nothing to compare it with.'],
    ['two', report({ articles: [article('a.txt'), article('b.txt')] }), 'No two articles belong together: both stand alone.'],
    [
      'three',
      report({ articles: [article('a.txt'), article('b.txt'), article('c.txt')] }),
      'No two articles belong together: all 3 stand alone.',
    ],
  ])('%s', (_, given, sentence) => {
    expect(linesOf(renderText(given, PLAIN))).toContain(sentence);
  });
});

test('a run for copies alone: copy groups take the place of events', () => {
  const members = ['a.txt', 'b.txt', 'c.txt'];
  const copies = [copyGroup('c1', members, { representative: 'b.txt' })];
  const lines = linesOf(
    renderText(report({ articles: members.map((path) => article(path, { copy: 'c1' })), copies, pairs: [pair('a.txt', 'b.txt')] }), PLAIN),
  );
  expect(lines[0]).toBe('3 articles · 1 group of copies · 2 copies');
  expect(lines.slice(2, 7)).toEqual([
    'Title of b.txt',
    'c1 · 3 copies of one text · cohesion 0.90',
    '  ▸ b.txt                  400 words',
    '    └ reprint 0.90  a.txt  400 words',
    '    └ copy          c.txt  400 words',
  ]);
});

test('an excerpt says which of the two holds the other', () => {
  const copies = [copyGroup('c1', ['long.txt', 'short.txt'], { representative: 'short.txt' })];
  const articles = ['long.txt', 'short.txt'].map((path) => article(path, { copy: 'c1' }));
  const excerpt = pair('long.txt', 'short.txt', { relation: 'excerpt', jaccard: 0.2, containment: [0.21, 0.97] });
  expect(textOf(renderText(report({ articles, copies, pairs: [excerpt] }), PLAIN))).toContain('└ holds 0.97 of it  long.txt');
});

test('1.00 is said of the same text alone', () => {
  const articles = ['a.txt', 'b.txt'].map((path) => article(path, { copy: 'c1' }));
  const text = textOf(
    renderText(
      report({ articles, copies: [copyGroup('c1', ['a.txt', 'b.txt'])], pairs: [pair('a.txt', 'b.txt', { jaccard: 0.9996 })] }),
      PLAIN,
    ),
  );
  expect(text).toContain('reprint 0.99');
});

test('10,000 events: the first twenty are shown, in under a second', () => {
  const paths = Array.from({ length: 20_000 }, (_, at) => `wire/${String(at).padStart(5, '0')}.txt`);
  const big = report({
    articles: paths.map((path, at) => article(path, { event: `e${(at >> 1) + 1}` })),
    events: Array.from({ length: 10_000 }, (_, at) => event(`e${at + 1}`, paths.slice(2 * at, 2 * at + 2))),
    pairs: Array.from({ length: 10_000 }, (_, at) => pair(paths[2 * at], paths[2 * at + 1], { relation: 'event' })),
  });
  const start = performance.now();
  const lines = linesOf(renderText(big, PLAIN));
  expect(performance.now() - start).toBeLessThan(1_000);
  const everything = linesOf(renderText(big, { ...PLAIN, top: 0 }));
  expect(lines.filter((line) => /^e\d+ · /.test(line))).toHaveLength(20);
  expect(lines).toContain('… and 9,980 more events (--top 0 shows all)');
  expect(everything.filter((line) => /^e\d+ · /.test(line))).toHaveLength(10_000);
});

describe('a group of 2,000', () => {
  const paths = Array.from({ length: 2_000 }, (_, at) => `b/${String(at).padStart(4, '0')}.txt`);

  test('shows the first twelve members', () => {
    const lines = linesOf(renderText(oneEvent(paths.map((path) => article(path))), PLAIN));
    expect(lines.filter((line) => line.includes(' words'))).toHaveLength(13); // with the line of the furniture
    expect(lines).toContain('    … and 1,988 more (--all lists them)');
  });

  test('shows its articles before the many copies of one of them', () => {
    const copied = paths.slice(0, 1_990);
    const given = oneEvent(
      paths.map((path) => article(path)),
      { copies: [copyGroup('c1', copied)], pairs: copied.slice(1).map((path) => pair(copied[0], path)) },
    );
    const text = textOf(renderText({ ...given, events: [{ ...given.events[0], copies: ['c1'] }] }, PLAIN));
    for (const path of paths.slice(1_990)) expect(text).toContain(`    ${path} `);
    expect(text).toContain('└ reprint 0.90  b/0001.txt');
  });

  test('lists them all with --all, even 200,000', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `b/${at}.txt`);
    const lines = linesOf(renderText(oneEvent(many.map((path) => article(path))), { ...PLAIN, all: true }));
    expect(lines.length).toBeGreaterThan(200_000);
  });
});

describe('a large group of articles that are little alike', () => {
  const members = Array.from({ length: 30 }, (_, i) => article(`${String(i).padStart(2, '0')}.txt`, { copy: 'c1' }));
  const paths = members.map(({ path }) => path);
  const withCohesion = (cohesion: number, count = 30) =>
    textOf(
      renderText(report({ articles: members.slice(0, count), copies: [copyGroup('c1', paths.slice(0, count), { cohesion })] }), PLAIN),
    );

  test('is called doubtful, with what to look at', () => {
    expect(withCohesion(0.31).replaceAll(/\s+/g, ' ')).toContain(
      'c1 is doubtful: 30 articles that are little alike (cohesion 0.31). Something that no rule knows for furniture may hold them together: dedupe clean --explain 00.txt',
    );
  });

  test('thirty reprints of one story are not, nor is a small group', () => {
    expect(withCohesion(0.8)).not.toContain('doubtful');
    expect(withCohesion(0.31, 6)).not.toContain('doubtful');
  });
});

describe('the reason', () => {
  const members = [article('a.txt'), article('b.txt'), article('c.txt')];

  test('is the event’s own evidence', () => {
    const given = oneEvent(members);
    const text = textOf(renderText({ ...given, events: [{ ...given.events[0], evidence: ['both quote “never”', 'names KCNA'] }] }, PLAIN));
    expect(text).toContain('    why: both quote “never”; names KCNA\n');
  });

  test('else that of its surest pair', () => {
    const pairs = [
      pair('a.txt', 'b.txt', { relation: 'event', score: 0.7, evidence: ['weak'] }),
      pair('a.txt', 'c.txt', { relation: 'event', score: 0.8, evidence: ['strong'] }),
    ];
    expect(textOf(renderText(oneEvent(members, { pairs }), PLAIN))).toContain('    why: strong\n');
  });

  test('else there is no line for it', () => {
    expect(textOf(renderText(oneEvent(members), PLAIN))).not.toContain('why:');
  });
});

describe('80 columns', () => {
  const wide = [
    ['CJK', '北朝鮮、ロシアへの武器輸出を否定「一度も輸出したことはない」と国防省装備総局副総局長が談話で発表、米国を強く非難した'],
    [
      'Korean',
      '북한, 러시아에 무기 수출설 부인… “무기나 탄약을 수출한 적 없고 앞으로도 수출할 계획이 없다”고 국방성 장비총국 부총국장이 밝혀',
    ],
    ['emoji', '🚀🔥👨‍👩‍👧‍👦 '.repeat(30)],
    ['marks', `Z${'\u0301'.repeat(5_000)}algo`],
    ['one endless word', 'x'.repeat(100_000)],
    ['Persian', 'کره شمالی می‌گوید هرگز به روسیه سلاح نفروخته است '.repeat(4)],
  ] as const;

  test.each(wide)('no line is wider: %s', (_, title) => {
    const path = `${title.slice(0, 60)}/${'folder/'.repeat(20)}file-with-a-name.txt`;
    const members = [
      article(path, { title, source: title, date: '2022-09-22' }),
      article('b.txt', { words: 1_234_567, source: 'AP' }),
      article('c.txt'),
    ];
    const given = oneEvent(members, {
      copies: [copyGroup('c1', [path, 'b.txt', 'c.txt'], { representative: 'c.txt' })],
      pairs: [pair('b.txt', 'c.txt', { evidence: [title] }), pair(path, 'b.txt', { relation: 'excerpt' })],
      skipped: [{ path, reason: title }],
    });
    const nested = {
      ...given,
      events: [{ ...given.events[0], copies: ['c1'] }],
      articles: [...given.articles, article(`${path}2`, { title })],
    };
    for (const width of [0, 40, 61, 80, 200]) {
      for (const all of [false, true]) {
        const lines = linesOf(renderText(nested, { ...PLAIN, width, all }));
        expect(overlong(lines, Math.max(40, width))).toEqual([]);
        expect(lines.every((line) => line.length < 2_000)).toBe(true);
      }
    }
  });

  test('a path is cut in its middle: its start and its file name stay', () => {
    const path = `archive/${'a-long-folder/'.repeat(14)}story.txt`;
    expect(textOf(renderText(oneEvent([article(path), article('b.txt')]), PLAIN))).toMatch(/archive\/.*….*story\.txt {2}400 words/);
  });
});

describe('hostile files', () => {
  test.each([
    ['escape', '\x1b[31mred\x1b]0;title\x07', '\\u{1b}[31mred'],
    ['C1 escape', '\x9b31mred', '\\u{9b}31mred'],
    ['line ends', 'one\ntwo\r\nthree', 'one\\ntwo\\r\\nthree'],
    ['override', 'a\u202egpj.exe', 'a\\u{202e}gpj.exe'],
    ['isolate', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
    ['zero-width', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['separator', 'a\u2028b', 'a\\u{2028}b'],
    ['tag', 'a\u{e0041}b', 'a\\u{e0041}b'],
  ])('%s in every place is shown, not obeyed', (_, bad, shown) => {
    const members = [article(`${bad}.txt`, { title: bad, source: bad }), article('b.txt')];
    const given = oneEvent(members, { pairs: [pair('b.txt', `${bad}.txt`, { evidence: [bad] })], skipped: [{ path: bad, reason: bad }] });
    const text = textOf(
      renderText({ ...given, articles: [...given.articles, article(`${bad}2`, { title: bad })] }, { ...PLAIN, all: true }),
    );
    expect(text.split('\n').filter((line) => ACTS_ON_A_TERMINAL.test(line))).toEqual([]);
    expect(text).toContain(shown);
  });

  test('any title and path: no line acts on the terminal or is too wide', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    );
    fc.assert(
      fc.property(anything, anything, anything, fc.boolean(), (path, title, source, all) => {
        fc.pre(path !== 'b');
        const given = oneEvent([article(path, { title, source }), article('b')], {
          pairs: [pair('b', path, { evidence: [title, source] })],
          skipped: [{ path, reason: title }],
        });
        const lines = linesOf(renderText({ ...given, articles: [...given.articles, article(`${path}+`, { title })] }, { ...PLAIN, all }));
        for (const line of lines) expect(line).not.toMatch(ACTS_ON_A_TERMINAL);
        expect(overlong(lines, 80)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('emoji families and Persian spelling are no attack', () => {
    const text = textOf(renderText(oneEvent([article('a', { title: '👨‍👩‍👧 می‌گوید ❤️' }), article('b')]), PLAIN));
    expect(text).toContain('👨‍👩‍👧 می‌گوید ❤️');
  });
});

test('against a baseline: what is new comes first and is marked, what is known is counted', () => {
  const lines = linesOf(renderText(judgedNewsroom(), PLAIN));
  expect(lines[0]).toBe('10 articles · 2 events (1 known) · 4 copies (3 known)');
  expect(lines.slice(2, 10)).toEqual([
    'North Korea says it has not supplied Russia with weapons',
    'e1 · 6 articles (3 copies) · 2 new · cohesion 0.93 · 2022-09-21 to 23',
    '  ▸ 2022/ap-wire.txt                            new  604 words  2022-09-22',
    '    └ reprint 0.78        2022/abc-news.txt          512 words  2022-09-22',
    '      └ reprint 0.91        2022/mirror.txt          498 words  2022-09-22',
    '    └ excerpt 0.97 of it  2022/local-brief.txt        96 words  2022-09-23',
    '    2022/aljazeera.txt                               351 words  2022-09-22',
    '    2022/newsweek.txt                           new  455 words  2022-09-21',
  ]);
  expect(lines).toContain('e2 · 2 copies of one text · known · cohesion 1.00');
});

test('a small group that is new comes before a large one that is known', () => {
  const { events, ...rest } = judgedNewsroom();
  const turned = {
    ...rest,
    events: [
      { ...events[0], baseline: events[1].baseline! },
      { ...events[1], baseline: { new: ['2023/steel-a.txt', '2023/steel-b.txt'], reason: null, expires: null } },
    ],
  };
  const lines = linesOf(renderText(turned, { ...PLAIN, top: 1 }));
  expect(lines.slice(2, 4)).toEqual(['Steelworkers reject pay offer', 'e2 · 2 copies of one text · new · cohesion 1.00']);
  expect(overlong(lines, 80)).toEqual([]);
});
