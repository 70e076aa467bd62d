/** A CI that refuses a batch its archive has already: on the real program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { FERRY, LIBRARY } from './articles.ts';
import { dedupe, folderWith } from './program.ts';

const CORRECTED = FERRY.replace('84 passengers', '86 passengers').replace('Nobody was hurt. ', '');
const RIVAL = `Grounded ferry refloated off Tarn Point after morning rescue

Orsay Lines suspended its crossings on Tuesday after the Maid of Orsay, with 84 passengers aboard, struck a sandbank off Tarn Point in fog.

Lifeboats from Kilbrennan brought everyone ashore. "We heard a long scrape and then the engines stopped," said passenger Moira Tennant.

Divers will look at the hull of the Maid of Orsay, and the Marine Safety Board has opened an inquiry, Orsay Lines said in Kilbrennan.
`;
const ORCHARD = `Frost costs Hallam valley half of its pears

Growers in the Hallam valley lit 3,000 braziers on Sunday night and still lost about half of the pear blossom, their union estimates.

The coldest orchard measured minus six degrees. Apples, which flower later, got away lightly, said the union's Beatrix Oyelaran.
`;
const FILES = {
  'old/ferry.txt': FERRY,
  'old/library.txt': LIBRARY,
  'new/again.txt': FERRY,
  'new/corrected.txt': CORRECTED,
  'new/orchard.txt': ORCHARD,
  'new/orchard-too.txt': `${ORCHARD}\nThe union will meet on Friday.\n`,
  'new/rival.txt': RIVAL,
} as const;

async function archived(files: Readonly<Record<string, string>> = FILES): Promise<string> {
  const cwd = folderWith(files);
  expect((await dedupe(['index', 'build', 'a.idx', 'old'], { cwd })).code).toBe(0);
  return cwd;
}

describe.each(['a.idx', 'old'])('against %s', (against) => {
  test('every incoming article gets its verdict, with what it repeats and why', async () => {
    const cwd = await archived();
    const { code, stdout, stderr } = await dedupe(['check', 'new', '--against', against], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(`5 incoming articles: 1 new · 2 copies · 1 repeat · 1 on a known event
against 2 articles of ${against}

copy    Ferry runs aground off Tarn Point in thick fog
        new/again.txt
        identical  old/ferry.txt
        revised 0.89  new/corrected.txt (in the batch)
        same event 0.99  new/rival.txt (in the batch)
        why: passage “Ferry runs aground off Tarn Point in thick fog The car
             ferry Maid of Orsay ran aground on a sandbank off Tarn Point early…

copy    Ferry runs aground off Tarn Point in thick fog
        new/corrected.txt
        revised 0.89  old/ferry.txt
        revised 0.89  new/again.txt (in the batch)
        same event 0.99  new/rival.txt (in the batch)
        why: passage “Two lifeboats from Kilbrennan took off the passengers
             within an hour, and the ship floated free on the rising tide…

repeat  Frost costs Hallam valley half of its pears
        new/orchard.txt
        reprint 0.88  new/orchard-too.txt (in the batch)
        why: passage “Frost costs Hallam valley half of its pears Growers in the
             Hallam valley lit 3,000 braziers on Sunday night and still lost…

event   Grounded ferry refloated off Tarn Point after morning rescue
        new/rival.txt
        same event 0.99  old/ferry.txt
        same event 0.99  new/again.txt (in the batch)
        same event 0.99  new/corrected.txt (in the batch)
        why: quotation “We heard a long scrape and then the engines stopped”;
             names Marine Safety Board, Orsay Lines, Moira Tennant, Tarn Point…

fails: 3 copies, 0 allowed
`);
  });

  test('the JSON is what the schema describes, and says the same', async () => {
    const cwd = await archived();
    const { stdout, stderr } = await dedupe(['check', 'new', '--against', against, '--format', 'json'], { cwd });
    const report = JSON.parse(stdout);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync('src/check.schema.json', 'utf8')));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    expect(report.counts).toEqual({ copy: 2, repeat: 1, event: 1, new: 1 });
    expect(report.articles.map(({ path, verdict }: { path: string; verdict: string }) => [path, verdict])).toEqual([
      ['new/again.txt', 'copy'],
      ['new/corrected.txt', 'copy'],
      ['new/orchard-too.txt', 'new'],
      ['new/orchard.txt', 'repeat'],
      ['new/rival.txt', 'event'],
    ]);
    expect(stderr).toBe('dedupe: fails: 3 copies, 0 allowed\n');
    const lines = (await dedupe(['check', 'new', '--against', against, '--format', 'jsonl', '-q'], { cwd })).stdout.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(report.articles);
  });

  test.each([
    [[], 1, 'fails: 3 copies, 0 allowed'],
    [['--max-copies', '0'], 1, 'fails: 3 copies, 0 allowed'],
    [['--max-copies', '2'], 1, 'fails: 3 copies, 2 allowed'],
    [['--max-copies', '3'], 0, 'passes: 3 copies, 3 allowed'],
    [['--max-copies-percent', '60'], 0, 'passes: 3 copies, 3 allowed'],
    [['--max-copies-percent', '59'], 1, 'fails: 3 copies, 2 allowed'],
    [['--max-copies-percent', '0'], 1, 'fails: 3 copies, 0 allowed'],
    [['--max-copies', '1', '--max-copies-percent', '100'], 1, 'fails: 3 copies, 1 allowed'],
    [['--fail-on', 'none'], 0, 'passes: 3 copies, none refused (--fail-on none)'],
    [['--fail-on', 'none', '--max-copies', '1'], 0, 'passes: 3 copies, none refused (--fail-on none)'],
    [['--fail-on', 'events', '--max-copies', '3'], 1, 'fails: 3 copies, 3 allowed; 1 on known events, 0 allowed'],
  ])('the gate with %j ends with %i: %s', async (flags, code, rule) => {
    const cwd = await archived();
    const ended = await dedupe(['check', 'new', '--against', against, ...flags], { cwd });
    expect({ code: ended.code, last: ended.stdout.trimEnd().split('\n').at(-1) }).toEqual({ code, last: rule });
  });
});

test('a review is shown each article that is not new, with what the archive has of it', async () => {
  const cwd = await archived();
  const outputs = ['markdown:page.md', 'sarif:log.sarif', 'junit:suite.xml', 'json:report.json'];
  const flags = ['--format', 'github', ...outputs.flatMap((output) => ['--output', output])];
  const { code, stdout, stderr } = await dedupe(['check', 'new', '--against', 'a.idx', ...flags], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'dedupe: fails: 3 copies, 0 allowed\n' });
  const annotations = stdout.trimEnd().split('\n');
  expect(annotations.map((line) => line.replace(/\. Shared.*/, ''))).toEqual([
    '::warning file=new/again.txt,line=1,title=Copy%3A identical::Identical to old/ferry.txt',
    '::warning file=new/corrected.txt,line=1,title=Copy%3A revised::Revised version of old/ferry.txt (similarity 0.89)',
    '::warning file=new/orchard.txt,line=1,title=Copy%3A reprint::Reprint of new/orchard-too.txt (similarity 0.88)',
    '::notice file=new/rival.txt,line=1,title=Same event::Same event as old/ferry.txt (score 0.99)',
    'dedupe: 5 incoming articles, 3 copies, 1 on known events',
  ]);
  const written = (name: string) => readFileSync(join(cwd, name), 'utf8');
  expect(written('page.md')).toContain('**fails: 3 copies, 0 allowed**');
  expect(written('page.md')).toContain('| `new/again.txt` | 115 | Identical to `old/ferry.txt` |');
  const [{ results }] = JSON.parse(written('log.sarif')).runs;
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['identical', 'revised', 'reprint', 'event']);
  expect(written('suite.xml')).toContain('<testsuites name="dedupe" tests="5" failures="3" errors="0" skipped="0"');
  expect(JSON.parse(written('report.json')).counts).toEqual({ copy: 2, repeat: 1, event: 1, new: 1 });
});

test('of records that are copies of each other the first of the file stands for both, as in a run', async () => {
  const record = (id: string) => `${JSON.stringify({ id, text: FERRY })}\n`;
  const cwd = await archived({ 'old/library.txt': LIBRARY, 'new.jsonl': record('b') + record('a') });
  const { copies } = JSON.parse((await dedupe(['new.jsonl', 'old', '--format', 'json'], { cwd })).stdout);
  expect(copies[0].representative).toBe('new.jsonl#b');
  for (const against of ['a.idx', 'old']) {
    const { stdout } = await dedupe(['check', 'new.jsonl', '--against', against, '--format', 'json'], { cwd });
    const verdicts = JSON.parse(stdout).articles.map(({ path, verdict }: { path: string; verdict: string }) => [path, verdict]);
    expect(verdicts).toEqual([
      ['new.jsonl#b', 'new'],
      ['new.jsonl#a', 'repeat'],
    ]);
  }
});

test('a batch of news passes', async () => {
  const cwd = await archived();
  expect(await dedupe(['check', 'new/orchard.txt', '--against', 'a.idx'], { cwd })).toEqual({
    code: 0,
    stdout: '1 incoming article: 1 new\nagainst 2 articles of a.idx\n\npasses: 0 copies, 0 allowed\n',
    stderr: '',
  });
});

test('an article that comes in again under its own path is judged as if it came for the first time', async () => {
  const cwd = await archived();
  const { stdout } = await dedupe(['check', 'old/ferry.txt', '--against', 'a.idx'], { cwd });
  expect(stdout).toContain('1 new\nagainst 1 article of a.idx');
});

test('the same bytes whatever the number of workers', async () => {
  const cwd = await archived();
  const [one, two] = await Promise.all(
    ['1', '2'].map((workers) => dedupe(['check', 'new', '--against', 'a.idx', '--workers', workers], { cwd })),
  );
  expect(two).toEqual(one);
});

test('nothing that a title or a path says acts on a terminal', async () => {
  const cwd = await archived({
    ...FILES,
    'old/ferry.txt': `\u001b]0;owned\u0007${FERRY}`,
    'new/\u001b[2Jagain.txt': `\u001b]0;owned\u0007${FERRY}`,
  });
  for (const format of ['text', 'json', 'jsonl', 'markdown', 'sarif', 'junit', 'github']) {
    const { stdout, stderr } = await dedupe(['check', 'new', '--against', 'a.idx', '--format', format, '--all'], { cwd });
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stdout).toContain('again.txt');
  }
  expect((await dedupe(['index', 'export', 'a.idx'], { cwd })).stdout).not.toContain('\u001b');
});

test.each([
  [['new'], 'check needs an archive', 'give --against INDEX, or --against FOLDER'],
  [['new', '--against', 'a.idx', '--format', 'csv'], '--format is "csv"', 'give one of text, json, jsonl, markdown, sarif, junit, github'],
  [['new', '--against', 'a.idx', '--output', 'csv:x.csv'], '--output is "csv:x.csv"', 'one of text, json, jsonl, markdown'],
  [['new', '--against', 'a.idx', '--output', 'json:a.idx'], '--output a.idx is one of the inputs', 'choose another file'],
  [['new', '--against', 'old', '--output', 'json:old/ferry.txt'], '--output old/ferry.txt is one of the inputs', 'choose another file'],
  [['new', '--against', 'a.idx', '--output', 'json:new/rival.txt'], '--output new/rival.txt is one of the inputs', 'choose another file'],
  [['new', '--against', 'a.idx', '--only', 'events'], '--fail-on copies with --only events would overlook copies', 'leave out --only'],
  [['new', '--against', 'a.idx', '--max-copies', '-1'], '--max-copies is -1', 'give a whole number from 0'],
])('%j is refused', async (args, message, hint) => {
  const cwd = await archived();
  const { code, stderr } = await dedupe(['check', ...args], { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
  expect(stderr).toContain(hint);
});
