import type { Explanation, LineVerdict, Report, ReportArticle, ReportEvent, ReportGroup, ReportPair } from '../../src/report.ts';
import type { TextStyle } from '../../src/stages/report/index.ts';

export const PLAIN: TextStyle = { width: 80, color: 0, top: 20, all: false, seconds: null };

export function article(path: string, more: Partial<ReportArticle> = {}): ReportArticle {
  return {
    path,
    title: `Title of ${path}`,
    words: 400,
    furnitureWords: 20,
    copy: null,
    event: null,
    date: null,
    source: null,
    sha256: null,
    ...more,
  };
}

export function pair(a: string, b: string, more: Partial<ReportPair> = {}): ReportPair {
  return { a, b, relation: 'reprint', jaccard: 0.9, containment: [0.95, 0.94], score: 0.99, evidence: [], ...more };
}

export function copyGroup(id: string, articles: readonly string[], more: Partial<ReportGroup> = {}): ReportGroup {
  return { id, articles, representative: articles[0], cohesion: 0.9, weakest: 0.8, ...more };
}

export function event(id: string, articles: readonly string[], more: Partial<ReportEvent> = {}): ReportEvent {
  return { id, articles, representative: articles[0], cohesion: 0.62, weakest: 0.55, copies: [], evidence: [], ...more };
}

export function report(more: Partial<Report> = {}): Report {
  return { schemaVersion: 1, madeWith: null, articles: [], copies: [], events: [], pairs: [], skipped: [], ...more };
}

/** One event of the given members, in one report. */
export function oneEvent(members: readonly ReportArticle[], more: Partial<Report> = {}): Report {
  return report({
    articles: members.map((each) => ({ ...each, event: 'e1' })),
    events: [
      event(
        'e1',
        members.map(({ path }) => path),
      ),
    ],
    ...more,
  });
}

export function linesOf(chunks: Iterable<string>): string[] {
  return textOf(chunks).split('\n').slice(0, -1);
}

export function textOf(chunks: Iterable<string>): string {
  return [...chunks].join('');
}

/** The week of the denial: one event with a reprint, an excerpt and a reprint of the reprint; one pair; two alone. */
export function newsroom(): Report {
  const wire = { event: 'e1', copy: 'c1', date: '2022-09-22' };
  return report({
    articles: [
      article('2022/abc-news.txt', {
        title: 'North Korea denies selling arms to Russia',
        words: 512,
        furnitureWords: 104,
        ...wire,
        source: 'ABC News',
      }),
      article('2022/ap-wire.txt', {
        title: 'North Korea says it has not supplied Russia with weapons',
        words: 604,
        furnitureWords: 12,
        ...wire,
        source: 'AP',
      }),
      article('2022/aljazeera.txt', {
        title: 'N. Korea says it has never supplied weapons to Russia',
        words: 351,
        furnitureWords: 300,
        event: 'e1',
        date: '2022-09-22',
        source: 'Al Jazeera',
      }),
      article('2022/local-brief.txt', {
        title: 'World in brief',
        words: 96,
        furnitureWords: 0,
        ...wire,
        date: '2022-09-23',
        source: 'The Daily Courier of Upper Franconia',
      }),
      article('2022/mirror.txt', {
        title: 'North Korea denies selling arms',
        words: 498,
        furnitureWords: 210,
        ...wire,
        source: 'newsmirror.example',
      }),
      article('2022/newsweek.txt', {
        title: "North Korea Tells U.S. to 'Keep Its Mouth Shut' as It Denies Arming Russia",
        words: 455,
        furnitureWords: 180,
        event: 'e1',
        date: '2022-09-21',
        source: 'Newsweek',
      }),
      article('2023/kirby.txt', {
        title: 'North Korea-Russia arms deal inches closer',
        words: 322,
        furnitureWords: 41,
        date: '2023-08-30',
        source: 'The Hill',
      }),
      article('2023/steel-a.txt', { title: 'Steelworkers reject pay offer', words: 230, furnitureWords: 0, event: 'e2', copy: 'c2' }),
      article('2023/steel-b.txt', { title: 'Steelworkers reject pay offer', words: 230, furnitureWords: 14, event: 'e2', copy: 'c2' }),
      article('2023/transit.txt', { title: 'Ferry timetable changes on Monday', words: 180, furnitureWords: 3 }),
    ],
    copies: [
      copyGroup('c1', ['2022/abc-news.txt', '2022/ap-wire.txt', '2022/local-brief.txt', '2022/mirror.txt'], {
        representative: '2022/ap-wire.txt',
        cohesion: 0.73456,
        weakest: 0.16,
      }),
      copyGroup('c2', ['2023/steel-a.txt', '2023/steel-b.txt'], { cohesion: 1, weakest: 1 }),
    ],
    events: [
      event(
        'e1',
        ['2022/abc-news.txt', '2022/aljazeera.txt', '2022/ap-wire.txt', '2022/local-brief.txt', '2022/mirror.txt', '2022/newsweek.txt'],
        {
          representative: '2022/ap-wire.txt',
          cohesion: 0.9312345,
          weakest: 0.81,
          copies: ['c1'],
          evidence: [
            'both quote “We have never exported weapons or ammunition to Russia before and we will not plan to export them”',
            'names General Bureau of Equipment, KCNA',
            'DPRK',
          ],
        },
      ),
      event('e2', ['2023/steel-a.txt', '2023/steel-b.txt'], { cohesion: 1, weakest: 1, copies: ['c2'] }),
    ],
    pairs: [
      pair('2022/abc-news.txt', '2022/ap-wire.txt', {
        jaccard: 0.7819,
        evidence: ['“the statement by an unnamed North Korean official read”'],
      }),
      pair('2022/abc-news.txt', '2022/mirror.txt', { jaccard: 0.91234567 }),
      pair('2022/aljazeera.txt', '2022/ap-wire.txt', { relation: 'event', jaccard: 0.08, containment: [0.2, 0.14], score: 0.94 }),
      pair('2022/ap-wire.txt', '2022/local-brief.txt', { relation: 'excerpt', jaccard: 0.15, containment: [0.16, 0.97] }),
      pair('2022/ap-wire.txt', '2022/mirror.txt', { jaccard: 0.71 }),
      pair('2022/ap-wire.txt', '2022/newsweek.txt', { relation: 'event', jaccard: 0.11, containment: [0.2, 0.3], score: 0.97 }),
      pair('2023/steel-a.txt', '2023/steel-b.txt', {
        relation: 'identical',
        jaccard: 1,
        containment: [1, 1],
        score: 1,
        evidence: ['the whole text: “Steelworkers at the Linz plant have rejected …”'],
      }),
    ],
    skipped: [
      { path: '2022/cover.jpg', reason: 'binary' },
      { path: '2022/gate.txt', reason: 'furniture only' },
      { path: '2022/inset.png', reason: 'binary' },
      { path: '2022/map.png', reason: 'binary' },
      { path: '2022/scan.png', reason: 'binary' },
    ],
  });
}

export function line(text: string, own: string, rule: string | null = null, evidence: string | null = null): LineVerdict {
  return { text, own, rule, evidence };
}

export function explanation(more: Partial<Explanation> = {}): Explanation {
  return {
    a: {
      path: '2022/aljazeera.txt',
      title: 'N. Korea says it has never supplied weapons to Russia',
      words: 351,
      furnitureWords: 300,
      shingles: 349,
      stripped: [
        line('The United States has also accused Iran of supplying drones', '', 'related'),
        line('MORE FROM INTERNATIONAL', '', 'related', 'More from'),
        line('Follow us on Twitter', '', 'share', 'Follow us'),
      ],
    },
    b: {
      path: '2022/newsweek.txt',
      title: "North Korea Tells U.S. to 'Keep Its Mouth Shut' as It Denies Arming Russia",
      words: 455,
      furnitureWords: 0,
      shingles: 450,
      stripped: [],
    },
    relation: 'event',
    jaccard: 0.1081,
    containment: [0.2235, 0.1733],
    sharedShingles: 78,
    sketch: { estimate: 0.117, meets: false, chance: 0.0412 },
    passages: [
      'We have never exported weapons or ammunition to Russia before and we will not plan to export them',
      'vice director general of the General Bureau of Equipment of the Ministry of National Defence',
      'millions of rockets and artillery shells from North Korea',
    ],
    bounds: [
      { name: 'similarity', value: 0.1081, bound: 0.3, met: false },
      { name: 'containment', value: 0.2235, bound: 0.5, met: false },
      { name: 'event score', value: 0.97, bound: 0.5, met: true },
    ],
    event: {
      score: 0.97,
      terms: [
        { name: 'bias', value: 1, weight: -4.1 },
        { name: 'wording', value: 0.41, weight: 6.2 },
        { name: 'quotations', value: 0.88, weight: 3.5 },
        { name: 'names', value: 0.6, weight: 2 },
      ],
    },
    shared: [
      { kind: 'name', text: 'General Bureau of Equipment', weight: 8.4 },
      { kind: 'name', text: 'KCNA', weight: 6.1 },
      { kind: 'number', text: '2022', weight: 1.2 },
      { kind: 'quotation', text: 'keep its mouth shut', weight: 9.3 },
      { kind: 'word', text: 'tarnish', weight: 5.5 },
    ],
    conflicts: ['A says Thursday, B says Wednesday'],
    ...more,
  };
}

/** Texts that try to be something else in one format or another, and paths that do. */
export const HOSTILE: readonly string[] = [
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '[click](https://evil.example) ![x](https://evil.example/x.png) [ref]: https://evil.example',
  'https://evil.example/a?b=c www.evil.example mail@evil.example @everyone #12 GH-12 owner/repo#3',
  '| a | b |\n|---|---|\n| c | d |',
  '# heading\r\n\r\n- list\n> quote\n```\ncode',
  '`code` ``more`` *bold* _it_ ~~gone~~ $x$ &lt; &#64; \\[',
  '::error file=x::no\n::set-output name=a::b\r::stop-commands::x %0A %25 ,a=b:c',
  ']]> <!-- --> "quoted" \'single\' & &amp; \ufffe\uffff \u0000\u0001\u001b[31m\u0085\u2028\u202e \ud800 \udc00',
  '%SRCROOT%/../../etc/passwd {0} {{1}} [0](1)',
  ' leading and trailing ',
  '日本語 עברית العربية 🇫🇷 e\u0301',
  '../up/../a b#c?d:e%20.txt',
];

/** For each hostile text a pair of copies and an article on the same event, the text in every place that a file can fill. */
export function hostileReport(): Report {
  const triples = HOSTILE.map((text, at) => [`${at}/a ${text}`, `${at}/b ${text}`, `${at}/c ${text}`]);
  return report({
    articles: triples.flatMap((paths, at) =>
      paths.map((path, member) =>
        article(path, {
          title: HOSTILE[at],
          source: HOSTILE[at],
          words: 100 + member,
          copy: member < 2 ? `c${at + 1}` : null,
          event: `e${at + 1}`,
        }),
      ),
    ),
    copies: triples.map(([a, b], at) => copyGroup(`c${at + 1}`, [a, b])),
    events: triples.map((paths, at) => event(`e${at + 1}`, paths, { copies: [`c${at + 1}`], evidence: [HOSTILE[at]] })),
    pairs: triples.flatMap(([a, b, c], at) => [
      pair(a, b, { evidence: [HOSTILE[at]] }),
      pair(a, c, { relation: 'event', evidence: [HOSTILE[at]] }),
    ]),
    skipped: HOSTILE.map((text) => ({ path: text, reason: text })),
  });
}

/** The newsroom against a baseline: the denial has a new copy and a new report on it, the steelworkers are accepted. */
export function judgedNewsroom(): Report {
  const { copies, events, ...rest } = newsroom();
  const licensed = { new: [], reason: 'The agency sells it to both [a]', expires: '2027-01-31' };
  const grown = (...fresh: string[]) => ({ new: fresh, reason: null, expires: null });
  return {
    ...rest,
    copies: [
      { ...copies[0], baseline: grown('2022/ap-wire.txt') },
      { ...copies[1], baseline: licensed },
    ],
    events: [
      { ...events[0], baseline: grown('2022/ap-wire.txt', '2022/newsweek.txt') },
      { ...events[1], baseline: licensed },
    ],
  };
}

/** So many pairs of copies. */
export function manyGroups(groups: number): Report {
  const paths = Array.from({ length: groups }, (_, at) => [`news/${at}/first.txt`, `news/${at}/second.txt`]);
  const ids = (at: number) => ({ copy: `c${at + 1}`, event: `e${at + 1}` });
  return report({
    articles: paths.flatMap((both, at) => both.map((path) => article(path, ids(at)))),
    copies: paths.map((both, at) => copyGroup(`c${at + 1}`, both)),
    events: paths.map((both, at) => event(`e${at + 1}`, both, { copies: [`c${at + 1}`] })),
    pairs: paths.map(([a, b]) => pair(a, b, { evidence: ['passage “Nobody was hurt, the coastguard said”'] })),
  });
}
