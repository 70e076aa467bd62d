/** Labels as people keep them: whatever a spreadsheet or a script writes is read, or it is said in which line it is not. */
import { describe, expect, it } from 'vitest';
import { parseLabels } from '../../src/evaluate/index.ts';

const groupsOf = (text: string) => {
  const labels = parseLabels(text, 'labels.tsv');
  return labels.kind === 'groups' ? labels.rows.map(({ name, group }) => `${name}=${group}`) : labels.kind;
};
const pairsOf = (text: string) => {
  const labels = parseLabels(text, 'pairs.tsv');
  return labels.kind === 'pairs' ? labels.rows.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`) : labels.kind;
};

describe('groups', () => {
  it.each([
    ['tabs and a head', 'file\tlabel\na.txt\tfire\nb.txt\tflood\n'],
    ['no head', 'a.txt\tfire\nb.txt\tflood'],
    ['commas', 'path,group\na.txt,fire\nb.txt,flood\n'],
    ['semicolons, as a German spreadsheet has it', 'Path;Group\na.txt;fire\nb.txt;flood\n'],
    ['Windows lines and a byte-order mark', '\ufefffile,cluster\r\na.txt,fire\r\nb.txt,flood\r\n'],
    ['quotes', '"file","label"\n"a.txt","fire"\n"b.txt",flood\n'],
    ['other columns, the wanted ones last', 'date\tStory\tFile name\n2024-01-02\tfire\ta.txt\n\tflood\tb.txt\n'],
    ['a remark behind, without a head', 'a.txt\tfire\tsure\nb.txt\tflood\tcheck again\n'],
    ['empty lines and spaces', '\nfile , label\n\n a.txt , fire\nb.txt,flood\n,\n'],
  ])('%s', (_, text) => expect(groupsOf(text)).toEqual(['a.txt=fire', 'b.txt=flood']));

  it('a name with a comma in a table of tabs', () => {
    expect(groupsOf('a, b.txt\tfire\nc.txt\tflood, again\n')).toEqual(['a, b.txt=fire', 'c.txt=flood, again']);
  });

  it('an article without a group yet is left out, and its line said', () => {
    const labels = parseLabels('file\tlabel\na.txt\tfire\nb.txt\t\n\tflood\n');
    expect(labels.rows).toHaveLength(1);
    expect(labels.warnings).toEqual([
      { line: 3, message: 'b.txt has no group' },
      { line: 4, message: 'names no article' },
    ]);
  });
});

describe('pairs', () => {
  it.each([
    ['with a head, as judges write them', 'file_a\tfile_b\tlabel\tdirection\treason\na\tb\tcopy\texcerpt\tcut\nc\td\tpartial\t\t\n'],
    ['without a head', 'a,b,copy\nc,d,partial\n'],
    ['other names', 'Left;Right;Verdict\na;b;Reprint\nc;d;unsure\n'],
  ])('%s', (_, text) => expect(pairsOf(text)).toEqual(['a b copy', 'c d open']));

  it.each([
    ['same', 'same'],
    ['YES', 'same'],
    ['different', 'different'],
    ['boilerplate', 'different'],
    ['same_event', 'event'],
    ['near-duplicate', 'copy'],
  ])('%s means %s', (word, verdict) => expect(pairsOf(`a,b,label\nx,y,${word}\n`)).toEqual([`x y ${verdict}`]));

  it('a word that is no verdict is left out, with those that are', () => {
    const { rows, warnings } = parseLabels('a\tb\tlabel\nx\ty\tsame\nx\tz\tperhaps not\nx\t\tsame\n');
    expect(rows).toHaveLength(1);
    expect(warnings.map(({ line }) => line)).toEqual([3, 4]);
    expect(warnings[0].message).toContain('perhaps not is no verdict: same, different, copy');
  });
});

it.each([
  ['an empty file', '', /^labels\.tsv is empty$/],
  ['spaces alone', ' \n\n', /^labels\.tsv is empty$/],
  ['a head alone', 'file\tlabel\n', /^labels\.tsv has a head, and no rows below it$/],
  ['one column', 'a.txt\nb.txt\n', /^labels\.tsv:1: no columns/],
  ['bytes', 'a\0b\tc\n', /^labels\.tsv is binary, not text$/],
  ['a quote that is never closed', 'file\tlabel\na.txt\tfire\n"b.txt\tflood\nc.txt\tflood\n', /^labels\.tsv:3: a quote is never closed$/],
  ['pairs without a verdict', 'file_a\tfile_b\na\tb\n', /^labels\.tsv:1: pairs without a verdict$/],
  ['no row with both', 'file\tlabel\na.txt\t\n', /^labels\.tsv:2: a\.txt has no group$/],
])('%s is refused', (_, text, message) => expect(() => parseLabels(text, 'labels.tsv')).toThrow(message));
