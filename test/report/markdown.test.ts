/** The Markdown report, read as GitHub reads it. */
import { Marked, type Token, type Tokens } from 'marked';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderMarkdown, safe } from '../../src/stages/report/index.ts';
import {
  article,
  copyGroup,
  HOSTILE,
  hostileReport,
  judgedNewsroom,
  linesOf,
  manyGroups,
  newsroom,
  oneEvent,
  PLAIN,
  report,
  textOf,
} from './makeReport.ts';

const ALL = { ...PLAIN, top: 0, all: true };
const gfm = new Marked({ gfm: true });

/** Every token of a page, the nested ones too. */
function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  gfm.walkTokens(gfm.lexer(markdown), (token) => {
    tokens.push(token);
  });
  return tokens;
}

test('an event is a heading, its facts, a table with the copies below what they copy, and a reason', () => {
  const lines = linesOf(renderMarkdown(newsroom(), PLAIN));
  const from = lines.indexOf('## North Korea says it has not supplied Russia with weapons');
  expect(lines.slice(from, from + 11)).toEqual([
    '## North Korea says it has not supplied Russia with weapons',
    '',
    'e1 · 6 articles (3 copies) · cohesion 0.93 · 2022-09-21 to 23 · 6 sources',
    '',
    '| Article | | Words | Date | Source |',
    '| --- | --- | ---: | --- | --- |',
    '| `2022/ap-wire.txt` | kept | 604 | 2022-09-22 | AP |',
    '| `2022/abc-news.txt` | reprint 0.78 | 512 | 2022-09-22 | ABC News |',
    '| `2022/mirror.txt` | reprint 0.91 | 498 | 2022-09-22 | newsmirror.example |',
    '| `2022/local-brief.txt` | excerpt 0.97 of it | 96 | 2022-09-23 | The Daily Courier of Upper Franconia |',
    '| `2022/aljazeera.txt` |  | 351 | 2022-09-22 | Al Jazeera |',
  ]);
  expect(lines).toContain('2 articles stand alone. Furniture stripped: 864 of 4,342 words (20%).');
});

test('an empty report says so', () => {
  expect(textOf(renderMarkdown(report(), PLAIN))).toBe(
    '# Duplicate articles\n\n0 articles · 0 events · 0 copies\n\nNo article was read.\n',
  );
});

describe('whatever a file holds', () => {
  const page = textOf(renderMarkdown(hostileReport(), ALL));
  const tokens = tokensOf(page);

  test('it makes no link, no image and no HTML', () => {
    const made = tokens.filter(({ type }) =>
      ['link', 'image', 'html', 'def', 'em', 'strong', 'del', 'blockquote', 'list', 'code'].includes(type),
    );
    expect(made.map(({ raw }) => raw)).toEqual([]);
  });

  test('it adds no heading, no table, no row and no column', () => {
    expect(tokens.filter(({ type }) => type === 'heading')).toHaveLength(1 + HOSTILE.length + 1);
    const tables = tokens.filter((token): token is Tokens.Table => token.type === 'table');
    expect(tables.map(({ rows }) => rows.length)).toEqual([...HOSTILE.map(() => 3), HOSTILE.length]);
    for (const { rows, header } of tables) for (const row of rows) expect(row).toHaveLength(header.length);
  });

  test('it is shown as it is: a path, a headline', () => {
    for (const [at, text] of HOSTILE.entries()) {
      const html = gfm.parse(textOf(renderMarkdown(oneEvent([article(text, { title: text }), article('b')]), ALL)), { async: false });
      const plain = html
        .replace(/<[^>]*>/g, '\n')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&')
        .replaceAll('\u2060', '');
      const shown = plain.split('\n').map((line) => line.trim());
      expect(shown.filter((line) => line === safe(text).trim()).length, `${at}: ${plain}`).toBeGreaterThanOrEqual(2);
    }
  });

  test('it mentions nobody and refers to no issue', () => {
    const outsideCode = gfm.parse(page, { async: false }).replace(/<code>.*?<\/code>|&#39;/g, '');
    expect(outsideCode).not.toMatch(/@\w|#\d|GH-\d/);
  });
});

test('a page of 10,000 groups stays below 1 MB, and says what is cut', () => {
  const page = textOf(renderMarkdown(manyGroups(10_000), ALL));
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  const headings = page.match(/^## /gm)?.length ?? 0;
  expect(headings).toBeGreaterThan(1_000);
  expect(page).toContain(`… and ${(10_000 - headings).toLocaleString('en')} more groups (the page is cut at 1 MB)`);
});

test('skipped inputs by the thousand, each with a reason of its own, do not make it longer than that', () => {
  const skipped = Array.from({ length: 20_000 }, (_, at) => ({
    path: `${at}/${'日'.repeat(2_000)}`,
    reason: `${at} ${'x'.repeat(5_000)}`,
  }));
  const sample: Report = { ...manyGroups(10_000), skipped };
  const page = textOf(renderMarkdown(sample, ALL));
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  expect(page).toContain('… and 19,980 more reasons');
});

test('a group too large to be listed whole is listed in short, and the next ones follow', () => {
  const paths = Array.from({ length: 20_000 }, (_, at) => `news/of/a/very/long/week/in/may/${at}.txt`);
  const { articles, copies, ...rest } = manyGroups(3);
  const sample: Report = {
    ...rest,
    articles: [...paths.map((path) => article(path, { copy: 'c9' })), ...articles],
    copies: [copyGroup('c9', paths), ...copies],
    events: [],
  };
  const page = textOf(renderMarkdown(sample, ALL));
  expect(Buffer.byteLength(page)).toBeLessThan(1_000_000);
  expect(page).toContain('… and 19,988 more (`--all` lists them)');
  expect(page.match(/^## /gm)).toHaveLength(4);
});

test('marks heaped without end, in every place at once, do not make it longer than 1 MB', () => {
  const heap = `a${'\u0301'.repeat(3_000)}`;
  const many = manyGroups(2_000);
  const sample: Report = {
    ...many,
    articles: many.articles.map((each) => ({ ...each, title: heap, source: heap })),
    skipped: Array.from({ length: 40 }, (_, at) => ({ path: `${at}${heap}`, reason: `${at}${heap}` })),
  };
  expect(Buffer.byteLength(textOf(renderMarkdown(sample, ALL)))).toBeLessThan(1_000_000);
});

test('--top and --all choose what is shown', () => {
  const paths = Array.from({ length: 15 }, (_, at) => `${at}.txt`);
  const big = report({ articles: paths.map((path) => article(path, { copy: 'c1' })), copies: [copyGroup('c1', paths)] });
  expect(textOf(renderMarkdown(big, PLAIN))).toContain('… and 3 more (`--all` lists them)');
  expect(textOf(renderMarkdown(big, ALL))).not.toContain('more');
  expect(textOf(renderMarkdown(newsroom(), { ...PLAIN, top: 1 }))).toContain('… and 1 more group (`--top 0` shows all)');
});

test('against a baseline: how many are known, and which articles are new', () => {
  const lines = linesOf(renderMarkdown(judgedNewsroom(), PLAIN));
  expect(lines[2]).toBe('10 articles · 2 events (1 known) · 4 copies (3 known)');
  expect(lines).toContain('| `2022/ap-wire.txt` | kept, **new** | 604 | 2022-09-22 | AP |');
  expect(lines).toContain('| `2022/newsweek.txt` | **new** | 455 | 2022-09-21 | Newsweek |');
  expect(lines.filter((line) => line.includes('**new**'))).toHaveLength(2);
});
