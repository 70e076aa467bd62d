/** JUnit as CI servers read it. */
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { renderJunit, safe } from '../../src/stages/report/index.ts';
import { article, copyGroup, HOSTILE, hostileReport, judgedNewsroom, manyGroups, newsroom, report, textOf } from './makeReport.ts';

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** XML 1.0, read strictly: saxes throws at what is not well-formed, characters included. */
function parse(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(xml).close();
  return root.children[0];
}

const suiteOf = (sample: Report) => parse(textOf(renderJunit(sample))).children[0];

test('an article a case: copies fail with their class, coverage passes with a word, skipped inputs are skipped', () => {
  const suite = suiteOf({ ...newsroom(), skipped: [{ path: 'scan.pdf', reason: 'not text' }] });
  const outcome = ({ attributes, children: [child] }: Element) =>
    [attributes.name, child?.name, child?.attributes.type ?? child?.attributes.message].filter((part) => part !== undefined).join(' ');
  expect(suite.children.map(outcome)).toEqual([
    '2022/abc-news.txt failure reprint',
    '2022/ap-wire.txt',
    '2022/aljazeera.txt system-out',
    '2022/local-brief.txt failure excerpt',
    '2022/mirror.txt failure reprint',
    '2022/newsweek.txt system-out',
    '2023/kirby.txt',
    '2023/steel-a.txt',
    '2023/steel-b.txt failure identical',
    '2023/transit.txt',
    'scan.pdf skipped not text',
  ]);
  expect(suite.attributes).toMatchObject({ tests: '11', failures: '4', errors: '0', skipped: '1' });
  expect(suite.children[4].attributes).toEqual({ classname: '2022', name: '2022/mirror.txt', file: '2022/mirror.txt', time: '0' });
  expect(suite.children[4].children[0].attributes.message).toBe('Reprint of 2022/abc-news.txt (similarity 0.91)');
});

test('an empty report is a suite without cases', () => {
  expect(suiteOf(report())).toMatchObject({ attributes: { tests: '0', failures: '0' }, children: [] });
});

describe('whatever a file holds', () => {
  const suite = suiteOf(hostileReport());
  test('it is well-formed XML, and the counts are right', () => {
    expect(suite.attributes).toMatchObject({
      tests: String(4 * HOSTILE.length),
      failures: String(HOSTILE.length),
      skipped: String(HOSTILE.length),
    });
    expect(suite.children).toHaveLength(4 * HOSTILE.length);
  });
  test('every text comes back as safe() shows it', () => {
    const shown = (text: string) => safe(text).replaceAll('\ufffe', '\\u{fffe}').replaceAll('\uffff', '\\u{ffff}');
    expect(suite.children.slice(-HOSTILE.length).map(({ attributes }) => attributes.name)).toEqual(HOSTILE.map(shown));
    for (const [at, text] of HOSTILE.entries())
      expect(suite.children[3 * at + 1].children[0].text.trimEnd()).toContain(`Shared: ${shown(text)}`.trimEnd());
  });
});

test('a copy that a baseline knows passes, and says of what it is one', () => {
  const { attributes, children } = suiteOf(judgedNewsroom());
  expect(attributes).toMatchObject({ failures: '1' });
  const partsOf = (path: string) => children.find((each) => each.attributes.name === path)?.children.map(({ name }) => name);
  expect(partsOf('2022/ap-wire.txt')).toEqual(['failure']);
  expect(partsOf('2022/mirror.txt')).toEqual(['system-out']);
});

test('records are cases of their file', () => {
  const paths = ['news/n.jsonl#a/b', 'news/n.jsonl:9', 'alone.txt'];
  const sample = report({ articles: paths.map((path) => article(path)), copies: [copyGroup('c1', paths.slice(0, 2))] });
  expect(suiteOf(sample).children.map(({ attributes }) => attributes.classname)).toEqual(['news/n.jsonl', 'news/n.jsonl', '.']);
});

test('10,000 groups come in pieces, the same bytes twice', () => {
  const sample = manyGroups(10_000);
  const chunks = [...renderJunit(sample)];
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(2_000);
  expect(suiteOf(sample).attributes).toMatchObject({ tests: '20000', failures: '10000' });
  expect(chunks.join('')).toBe(textOf(renderJunit(sample)));
});
