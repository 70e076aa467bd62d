/** Annotations as the GitHub runner reads them. */
import { expect, test } from 'vitest';
import { renderGithub, safe } from '../../src/stages/report/index.ts';
import {
  article,
  copyGroup,
  HOSTILE,
  hostileReport,
  judgedNewsroom,
  linesOf,
  manyGroups,
  newsroom,
  pair,
  report,
  textOf,
} from './makeReport.ts';

interface Command {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** A line, read as actions/runner does (ActionCommand.cs, TryParseV2); null for one that is no command. */
function parse(line: string): Command | null {
  const found = /^\s*::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line);
  if (found === null) return null;
  const [, command, properties = '', data] = found;
  const unescaped = (text: string) =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
  const entries = properties.split(',').flatMap((each) => {
    const [name, ...value] = each.split('=');
    return name === '' ? [] : [[name, unescaped(value.join('='))]];
  });
  return { command, properties: Object.fromEntries(entries), data: unescaped(data) };
}

test('a copy is a warning on its file, the same event a notice; the last line counts', () => {
  const lines = linesOf(renderGithub(newsroom()));
  expect(lines[1]).toBe('::warning file=2022/mirror.txt,line=1,title=Copy%3A reprint::Reprint of 2022/abc-news.txt (similarity 0.91)');
  expect(lines.map((line) => parse(line)?.command)).toEqual(['warning', 'warning', 'warning', 'warning', 'notice', 'notice', undefined]);
  expect(lines.at(-1)).toBe('dedupe: 10 articles, 4 copies, 2 events');
});

test('against a baseline what is new is shown, and what is known is counted', () => {
  const lines = linesOf(renderGithub(judgedNewsroom()));
  expect(lines.map((line) => parse(line)?.properties['file'])).toEqual(['2022/ap-wire.txt', '2022/newsweek.txt', undefined]);
  expect(lines.at(-1)).toBe('dedupe: 10 articles, 4 copies (3 known), 2 events (1 known)');
});

test('nothing found is a line for the log', () => {
  expect(textOf(renderGithub(report()))).toBe('dedupe: 0 articles, 0 copies, 0 events\n');
});

test('no text from a file starts a command, adds a property, or leaves its line', () => {
  for (const hostile of HOSTILE) {
    const paths = [`a ${hostile}`, hostile];
    const sample = report({
      articles: paths.map((path) => article(path, { title: hostile, copy: 'c1' })),
      copies: [copyGroup('c1', paths)],
      pairs: [pair(paths[0], paths[1], { evidence: [hostile] })],
    });
    const [first, last, ...others] = linesOf(renderGithub(sample));
    expect(others).toEqual([]);
    expect(last).toMatch(/^dedupe: /);
    const { command, properties, data } = parse(first)!;
    expect(command).toBe('warning');
    expect(properties).toEqual({ file: safe(hostile), line: '1', title: 'Copy: reprint' });
    expect(data).toBe(`Reprint of ${safe(paths[0])} (similarity 0.90). Shared: ${safe(hostile)}`);
  }
});

test('a record is shown at its line', () => {
  const paths = ['n.jsonl:2', 'n.jsonl:9'];
  const sample = report({ articles: paths.map((path) => article(path, { copy: 'c1' })), copies: [copyGroup('c1', paths)] });
  expect(parse(linesOf(renderGithub(sample))[0])?.properties).toMatchObject({ file: 'n.jsonl', line: '9' });
});

test.each([
  ['10,000 groups', manyGroups(10_000), '9,990 more copies: not shown'],
  ['many of both kinds', hostileReport(), '2 more copies and 3 more articles on an event: not shown'],
])('no more annotations than GitHub shows, and the rest in one of them: %s', (_, sample, rest) => {
  const commands = linesOf(renderGithub(sample)).flatMap((line) => parse(line) ?? []);
  for (const kind of ['warning', 'notice']) expect(commands.filter(({ command }) => command === kind).length).toBeLessThanOrEqual(10);
  expect(commands.at(-1)?.command).toBe('notice');
  expect(commands.at(-1)?.data).toContain(rest);
});

test('the same report gives the same bytes', () => {
  expect(textOf(renderGithub(hostileReport()))).toBe(textOf(renderGithub(hostileReport())));
});
