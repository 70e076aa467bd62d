import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCsv, safe } from '../../src/stages/report/index.ts';
import { article, linesOf, newsroom, pair, report, textOf } from './makeReport.ts';

/** RFC 4180, read strictly: a quote inside a bare cell, or after a closing quote, is an error. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < csv.length; ) {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/.exec(csv.slice(at));
    if (cell === null) throw new Error(`not CSV at ${at}: ${csv.slice(at, at + 40)}`);
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2]);
    if (cell[3] === '\n') {
      rows.push(row);
      row = [];
    }
    at += cell[0].length;
  }
  return rows;
}

const cellsOf = (path: string, title: string) => parse(textOf(renderCsv(report({ articles: [article(path, { title })] }))))[1];

test('one article a line, under a header', () => {
  const lines = linesOf(renderCsv(newsroom()));
  expect(lines[0]).toBe('path,title,words,furnitureWords,date,source,copy,event,representative_of_copy,relation,similarity');
  expect(lines).toHaveLength(11);
  expect(lines[2]).toBe('2022/ap-wire.txt,North Korea says it has not supplied Russia with weapons,604,12,2022-09-22,AP,c1,e1,true,,');
  expect(lines[5]).toBe('2022/mirror.txt,North Korea denies selling arms,498,210,2022-09-22,newsmirror.example,c1,e1,false,reprint,0.71');
  expect(lines[10]).toBe('2023/transit.txt,Ferry timetable changes on Monday,180,3,,,,,false,,');
});

test('an empty report is the header alone', () => {
  expect(linesOf(renderCsv(report()))).toHaveLength(1);
});

test('a round figure keeps its zeros where they count', () => {
  const [a, b] = ['a', 'b'].map((path) => article(path, { copy: 'c1' }));
  const similarity = (jaccard: number) =>
    parse(
      textOf(
        renderCsv(
          report({
            articles: [a, b],
            copies: [{ id: 'c1', articles: ['a', 'b'], representative: 'a', cohesion: 1, weakest: 1 }],
            pairs: [pair('a', 'b', { jaccard })],
          }),
        ),
      ),
    )[2][10];
  expect([1, 0.5, 0.30004, 0].map(similarity)).toEqual(['1', '0.5', '0.3', '0']);
});

describe('no cell is a formula', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['-rf.txt', "'-rf.txt"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\t=1', '\\t=1'],
    ['\r=1', '\\r=1'],
    ['\n=1', '\\n=1'],
    ['\ufeff=1', '\\u{feff}=1'],
    [' =1', "' =1"],
    ['\u3000=1', "'\u3000=1"],
    ['x;=cmd()', "x;'=cmd()"],
    ['";=cmd()', '";\'=cmd()'],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['3 dead, 5 hurt', '3 dead, 5 hurt'],
    ['Markets: up 3 - no, 4', 'Markets: up 3 - no, 4'],
  ])('%j', (given, shown) => {
    const [path, title] = cellsOf(given, given);
    expect([path, title]).toEqual([shown, shown]);
  });
});

test('any title and path is one line, parses back, and starts no formula', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'=+-@;"\', \t\r\n＝a') }));
  fc.assert(
    fc.property(anything, anything, (path, title) => {
      const csv = textOf(renderCsv(report({ articles: [article(path, { title })] })));
      const rows = parse(csv);
      expect(csv.split('\n')).toHaveLength(3);
      expect(rows[1]).toHaveLength(11);
      const withoutMarks = (text: string) => text.replaceAll("'", '');
      expect(rows[1].slice(0, 2).map(withoutMarks)).toEqual([path, title].map(safe).map(withoutMarks));
      for (const cell of rows[1].flatMap((each) => each.split(';'))) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
    { numRuns: 1_000 },
  );
});
