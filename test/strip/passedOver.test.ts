/** What strip passes over without a look would not have changed anything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NODE } from '../../src/kernel/lines/book.ts';
import { clearHits, findWhole, follow, hits } from '../../src/kernel/lines/hits.ts';
import { bodyStart } from '../../src/kernel/lines/signs.ts';
import { type Facts, readFacts } from '../../src/stages/strip/facts.ts';
import { findGalleries } from '../../src/stages/strip/gallery.ts';
import { phrasesIn } from '../../src/stages/strip/hits.ts';
import { phraseBook } from '../../src/stages/strip/phrasebook.ts';
import type { Place } from '../../src/stages/strip/place.ts';
import { isQuiet, RULES } from '../../src/stages/strip/rules.ts';
import { findSections } from '../../src/stages/strip/sections.ts';
import { KEPT } from '../../src/stages/strip/verdicts.ts';
import { page } from '../properties/pages.ts';
import { bytesOf } from './own.ts';

const SENTENCES = [
  'The ferry will run every hour until the end of the year, the council said on Tuesday.',
  'The ferry will run every hour until the end of the year, the council said on Tuesday.',
  'Image 1 of 9 Mourners stood at the old ramp on Monday.',
  'Image 2 of 9 The last ferry left at noon.',
  '3:37 Watch the ferry as it leaves for the last time.',
  'COUNCIL SPLIT OVER FERRY RAMP FOR THE THIRD TIME!',
  'Write to the editor at desk@harbourpost.example.',
];
const line = fc.oneof({ weight: 2, arbitrary: page }, { weight: 3, arbitrary: fc.constantFrom(...SENTENCES) });
const manyLines = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

test('no rule takes a quiet line, wherever it stands', () => {
  let quiet = 0;
  const where = fc.record({ at: fc.nat(), first: fc.nat(), last: fc.nat(), list: fc.nat(4) });
  fc.assert(
    fc.property(manyLines, where, (text, { at, first, last, list }) => {
      const facts = readFacts(bytesOf(text));
      const view = { lines: Uint32Array.from({ length: facts.count }, (_, i) => i), count: facts.count };
      const sections = findSections(facts, view, 'light');
      findGalleries(facts, view);
      const verdicts = new Uint8Array(facts.count).fill(KEPT);
      const [clocks, shares, capitals] = [list, list, list];
      const here: Place = { facts, sections, view, verdicts, at, first, last, clocks, shares, capitals };
      for (let line = 0; line < facts.count; line++) {
        Object.assign(here, { at: line, first: first % (facts.count + 1), last: (last % (facts.count + 1)) - 1 });
        if (!isQuiet(here, line)) continue;
        quiet++;
        expect(RULES.filter((rule) => rule.verdict(here, line) !== KEPT)).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
  expect(quiet).toBeGreaterThan(200);
});

/** As phrasesIn, by a look at every token. */
function allPhrasesIn(facts: Facts, from: number, to: number) {
  const { tokens, entries } = facts;
  clearHits();
  const body = bodyStart(tokens, from, to);
  for (let at = from; at < to; at++) {
    const node = entries[at] & NODE;
    if (node !== 0) follow(phraseBook(), node, tokens, at, to, at === body);
  }
  findWhole(phraseBook(), facts, body, to);
  const strong = hits.whole | hits.start;
  return { strong, weak: hits.anywhere & ~strong };
}

test('phrases of the end of a line are found though most of it is passed over', () => {
  let found = 0;
  fc.assert(
    fc.property(page, fc.nat(), fc.nat(), (text, cut, length) => {
      const facts = readFacts(bytesOf(text));
      for (let line = 0; line < facts.count; line++) {
        const [first, past] = [facts.firstToken[line], facts.firstToken[line + 1]];
        const from = first + (cut % (past - first + 1));
        const to = from + (length % (past - from + 1));
        const expected = allPhrasesIn(facts, from, to);
        if (expected.strong | expected.weak) found++;
        expect(phrasesIn(facts, line, from, to)).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(50);
});
