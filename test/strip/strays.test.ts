import { expect, test } from 'vitest';
import { readFacts } from '../../src/stages/strip/facts.ts';
import { stripStrays } from '../../src/stages/strip/strays.ts';
import { KEPT, verdictOf } from '../../src/stages/strip/verdicts.ts';
import { bytesOf } from './own.ts';
import { UNLIKE } from './unlike.ts';

const ARTICLE = [
  'Harbour bridge to close for repairs until the autumn',
  'The harbour bridge will close on Monday for the first time since it was opened, the council said, and traffic is to be sent over the old ferry ramp.',
  'Engineers found cracks in three of the eleven bearings of the bridge during a routine check in March, and the council decided to replace all of them.',
  '"We had hoped to keep one lane of the bridge open, but the risk is too great," said chief engineer Maren Holt, who has looked after it for nineteen years.',
  'The work on the bearings is expected to cost 4.2 million crowns, most of which the county will pay, and the council the rest of it.',
  'Shops on the quay fear for their trade, since the ramp is a mile away, and they have asked the council for a footbridge until September.',
];
const MORE = [
  'Holt remembers the winter of 1987, when ice tore the buoys off and a schoolboy walked to the island and back for a bet.',
  'He became a dentist later. She still has his mitten, which a diver brought up with a bicycle and four cannonballs.',
  'On her last day she means to walk across alone, before dawn, and to be home in time for breakfast with her grandchildren.',
];
/** So many lines that the rules before have taken. */
const furniture = (lines: number) => Array.from({ length: lines }, () => 'Share');
const TEASERS = UNLIKE.slice(2, 5).map((story) => story.split('\n')[1]);

/** What is left of a page whose buttons are gone. */
function left(lines: readonly string[]): string[] {
  const facts = readFacts(bytesOf(lines.join('\n')));
  const verdicts = Uint8Array.from(lines, (line) => (line === 'Share' ? verdictOf('menu') : KEPT));
  stripStrays(facts, 0, verdicts);
  return lines.filter((_, line) => verdicts[line] === KEPT);
}

test('teasers of other topics go, one by one between buttons or in a row far below', () => {
  expect(left([...ARTICLE, ...TEASERS.flatMap((teaser) => [...furniture(3), teaser])])).toEqual(ARTICLE);
  expect(left([...ARTICLE, ...furniture(12), ...TEASERS])).toEqual(ARTICLE);
});

test('a second half behind a box stays, though it speaks of other things', () => {
  expect(left([...ARTICLE, ...furniture(8), ...MORE])).toEqual([...ARTICLE, ...MORE]);
});

test('what speaks of the same things stays however far below', () => {
  const last = 'The harbour bridge, the council said, had never before been closed for its bearings.';
  expect(left([...ARTICLE, ...furniture(30), last])).toEqual([...ARTICLE, last]);
});

test('what stands above the article stays, and so does a second article as long as the first', () => {
  expect(left([...TEASERS.slice(0, 1), ...furniture(5), ...ARTICLE])).toEqual([...TEASERS.slice(0, 1), ...ARTICLE]);
  expect(left([...ARTICLE, ...furniture(20), ...TEASERS, ...MORE])).toEqual([...ARTICLE, ...TEASERS, ...MORE]);
});

test('a list of headlines and teasers goes even where it has more sentences than the article', () => {
  const list = UNLIKE.slice(1, 5).flatMap((story) => {
    const [headline, ...text] = story.split('\n');
    return [headline, text.join(' ')];
  });
  expect(left([...ARTICLE, ...furniture(12), ...list])).toEqual(ARTICLE);
});
