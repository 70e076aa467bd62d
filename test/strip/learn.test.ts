import { describe, expect, test } from 'vitest';
import { formatFurniture, parseFurniture } from '../../src/index.ts';
import { Learner, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { bytesOf, textOf } from './own.ts';
import { UNLIKE } from './unlike.ts';

const STORIES = UNLIKE.map((text) => text.split('\n'));
const story = (at: number) => STORIES[at];

const BUGLE = ['Bugle blue line', 'Read by 3,400 people', 'Write to the night desk with what you saw and what you heard last night'];
const pageOf = (at: number, ...furniture: string[]) => [...story(at), ...furniture].join('\n');

function learnt(pages: readonly { text: string; source: string | null }[]): string[] {
  const shared = sharedLines(pages.map(({ text }) => survey(bytesOf(text))));
  const learner = new Learner();
  for (const { text, source } of pages) learner.add(bytesOf(text), shared, null, source);
  return [...formatFurniture(learner.rules())].join('').split('\n').slice(3, -1);
}
const bugle = (...more: string[]) =>
  Array.from({ length: 8 }, (_, at) => ({ text: pageOf(at, ...BUGLE, ...more), source: 'Calder Bugle' }));

test('lines that unlike articles share become rules, numbers of any value', () => {
  expect(learnt(bugle())).toEqual(['line: Bugle blue line', 'line: Read by # people', `line: ${BUGLE[2]}`]);
});

test('five, or one, of the same source are then stripped as the many were', () => {
  const rules = parseFurniture(learnt(bugle()).join('\n'));
  const bytes = bytesOf(pageOf(9, 'Bugle Blue Line', 'Read by 7 people', BUGLE[2]));
  expect(textOf(bytes, strip(bytes, null))).toContain('Bugle Blue Line');
  expect(textOf(bytes, strip(bytes, null, null, { furniture: rules, section: 0 }))).toBe(story(9).join('\n'));
});

test('where there are several sources each has its own, and what two have is for all', () => {
  const echo = Array.from({ length: 6 }, (_, at) => ({ text: pageOf(at + 6, 'Echo across the valley', BUGLE[1]), source: 'Valley  Echo' }));
  const few = { text: pageOf(11, 'Nobody else has this'), source: null };
  expect(learnt([...bugle(), ...echo, few])).toEqual([
    'line: Read by # people',
    '',
    '[Calder Bugle]',
    'line: Bugle blue line',
    `line: ${BUGLE[2]}`,
    '',
    '[Valley  Echo]',
    'line: Echo across the valley',
  ]);
});

describe('not learnt is', () => {
  const unlearnt = (line: string, opener: string[] = []) => {
    const rules = learnt(bugle(...opener, line));
    expect(rules).toEqual(expect.arrayContaining(learnt(bugle())));
    expect(rules.filter((rule) => rule.endsWith(line))).toEqual([]);
  };

  test('what some article keeps as its own', () => {
    const own = { text: [story(10)[0], story(10)[1], BUGLE[0], story(10)[2]].join('\n'), source: 'Calder Bugle' };
    const twin = { text: own.text.replace(story(10)[2], `${story(10)[2]} And so it was.`), source: 'Calder Bugle' };
    const kept = learnt([...Array.from({ length: 3 }, () => [own, twin]).flat()]);
    expect(kept).toEqual([]);
  });

  test('a stock phrase of the trade', () => unlearnt('Nobody has been arrested.'));
  test('an answer', () => unlearnt('No.'));
  test('a line of numbers', () => unlearnt('3 - 1'));
  test('a teaser, whose words are the lead of another article', () => unlearnt('The oldest bees of the county have moved to a roof on...'));
  test('a headline below "More from …": tomorrow it may be on top of its own article', () =>
    unlearnt('Oldest bees of the county move to a roof', ['More from the valley']));
  test('reprinted text', () => expect(learnt(Array.from({ length: 6 }, () => ({ text: pageOf(1), source: null })))).toEqual([]));
});

test('a rule that was learnt never takes the headline of the article itself', () => {
  const headline = 'Oldest bees of the county move to a roof';
  const text = [
    headline,
    'The oldest bees of the county are to move to the roof of the school on Kettle Lane, its head said on Monday.',
    story(3)[2],
  ].join('\n');
  const furniture = parseFurniture(`line: ${headline}`);
  const own = (page: string) => textOf(bytesOf(page), strip(bytesOf(page), null, null, { furniture, section: 0 }));
  expect(own(text)).toBe(text);
  expect(own([...story(4), headline].join('\n'))).toBe(story(4).join('\n'));
});

test('what a source writes cannot change the file: no line end, no escape, no heading gets out of its line', () => {
  const odd = Array.from({ length: 6 }, (_, at) => ({
    text: pageOf(at, '[Bugle]\u001b[2J blue \u202eline'),
    source: at < 3 ? 'Bad\n[x]\u001b]' : 'Worse',
  }));
  expect(learnt(odd)).toEqual(['line: [Bugle][ # J blue line']);
});
