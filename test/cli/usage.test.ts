/** A call that cannot be meant: exit 2, nothing on standard output, and a word on how to mend it. */
import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NEWS } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

test.each([
  {
    story: 'a mistyped option gets the nearest',
    args: ['news', '--simlarity', '0.4'],
    says: 'unknown option --simlarity',
    hint: 'did you mean --similarity?',
  },
  {
    story: 'so it does with its value attached',
    args: ['news', '--simlarity=0.4'],
    says: 'unknown option --simlarity',
    hint: 'did you mean --similarity?',
  },
  {
    story: 'an option like no other points to the help',
    args: ['news', '--zzzzzzzz'],
    says: 'unknown option --zzzzzzzz',
    hint: 'see: dedupe --help',
  },
  {
    story: 'an option of another command says whose it is',
    args: ['news', '--diff'],
    says: 'unknown option --diff',
    hint: 'it belongs to: dedupe clean',
  },
  { story: 'and the other way round', args: ['clean', 'news', '--top', '3'], says: 'unknown option --top', hint: 'it belongs to: dedupe' },
  { story: 'a missing value', args: ['news', '--top'], says: '--top needs a value', hint: 'see: dedupe --help' },
  { story: 'a word for a number', args: ['news', '--top', 'ten'], says: '--top is "ten"', hint: 'give a whole number from 0' },
  { story: 'a number out of bounds', args: ['news', '--similarity', '7'], says: '--similarity is 7', hint: 'give a number from 0.05 to 1' },
  { story: 'an empty number', args: ['news', '--similarity', ''], says: '--similarity is ""', hint: 'give a number from 0.05 to 1' },
  {
    story: 'a choice that is none',
    args: ['news', '--format', 'xml'],
    says: '--format is "xml"',
    hint: 'give one of text, json, jsonl, csv',
  },
  {
    story: 'a mistyped command',
    args: ['claen', 'news'],
    says: 'no such file or folder: claen',
    hint: "did you mean the command 'clean'?",
  },
  { story: 'another', args: ['explian', 'a', 'b'], says: 'no such file or folder: explian', hint: "did you mean the command 'explain'?" },
  {
    story: 'a command after options',
    args: ['-q', 'clean', 'news'],
    says: 'no such file or folder: clean',
    hint: 'a command goes first: dedupe clean',
  },
  { story: 'help as a word', args: ['help'], says: 'no such file or folder: help', hint: 'did you mean dedupe --help?' },
  {
    story: 'a file that begins with a dash',
    args: ['-x.txt'],
    says: 'unknown option -x.txt',
    hint: 'a path that begins with a dash goes after --, or as ./-x.txt',
  },
  {
    story: 'a value for a flag that takes none',
    args: ['news', '--all=false'],
    says: '--all takes no value',
    hint: 'give --all alone, or leave it out',
  },
  {
    story: 'a report to an unknown format',
    args: ['news', '--output', 'xml:r.xml'],
    says: '--output is "xml:r.xml"',
    hint: 'give FORMAT:FILE',
  },
  {
    story: 'a report without a format',
    args: ['news', '--output', 'report'],
    says: '--output is "report"',
    hint: 'or a FILE that ends like one',
  },
  {
    story: 'a report in a format mistyped',
    args: ['news', '--output', 'jsn:r.json'],
    says: '--output is "jsn:r.json"',
    hint: 'give FORMAT:FILE',
  },
  { story: 'a report to no file', args: ['news', '--output', 'json:-'], says: '--output json:- names no file', hint: '--format json' },
  {
    story: 'a report into a missing folder',
    args: ['news', '--output', 'json:no/r.json'],
    says: '--output json:no/r.json: there is no folder',
    hint: 'create it first',
  },
  {
    story: 'a report over a folder',
    args: ['news', '--output', 'json:news'],
    says: '--output json:news: news is a folder',
    hint: 'name a file in it',
  },
  {
    story: 'two reports to one file',
    args: ['news', '--output', 'json:r', '--output', 'csv:./r'],
    says: '--output names csv:./r twice',
    hint: 'a file of its own',
  },
  {
    story: 'a check that could never fail',
    args: ['news', '--only', 'events', '--fail-on', 'copies'],
    says: '--fail-on copies with --only events would never fail',
    hint: 'leave out --only',
  },
  {
    story: 'explain with one article',
    args: ['explain', 'news/ferry.txt'],
    says: 'explain takes two articles, not 1',
    hint: 'dedupe explain a.txt b.txt',
  },
  { story: 'explain as CSV', args: ['explain', 'a', 'b', '--format', 'csv'], says: '--format is "csv"', hint: 'give one of text, json' },
  { story: 'two views at once', args: ['clean', 'news', '--diff', '--explain'], says: '--explain and --diff', hint: 'give one of them' },
])('$story: $args', async ({ args, says, hint }) => {
  const { code, stdout, stderr } = await dedupe(args, { cwd: folderWith({ ...NEWS, '-x.txt': 'x' }) });
  expect(stderr.startsWith(`dedupe: ${says}`), stderr).toBe(true);
  expect(stderr).toContain(hint);
  expect(stderr).not.toContain('bug');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test.each([[[]], [['-q']], [['clean']], [['explain']]])('no paths at all: the short help on standard error %j', async (args) => {
  const { code, stdout, stderr } = await dedupe(args, { cwd: folderWith(NEWS) });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^dedupe: no paths given\n/);
  expect(stderr).toContain('Examples');
});

test('a folder that is named like a command is read as ./clean', async () => {
  const cwd = folderWith({ 'clean/ferry.txt': NEWS['news/ferry.txt'] });
  const { code, stdout } = await dedupe(['./clean', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).articles[0].path).toBe('clean/ferry.txt');
});

test('a folder that is only near a command is read', async () => {
  const cwd = folderWith({ 'cleam/ferry.txt': NEWS['news/ferry.txt'] });
  mkdirSync(`${cwd}/explian`);
  expect((await dedupe(['cleam'], { cwd })).code).toBe(0);
});

test('what follows -- is a path, whatever it begins with', async () => {
  const cwd = folderWith({ '-x.txt': NEWS['news/ferry.txt'] });
  const { code, stdout } = await dedupe(['--format', 'json', '--', '-x.txt'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).articles[0].path).toBe('-x.txt');
});
