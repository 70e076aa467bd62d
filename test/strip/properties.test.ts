import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, sharedLines, strip, survey } from '../../src/stages/strip/index.ts';
import { bytesOf, ownTextOf, textOf } from './own.ts';

/** Lines such as pages have, and lines of anything. */
const line = fc.oneof(
  fc.constantFrom(
    'Share',
    'Related stories',
    'Advertisement',
    'By Jane Doe',
    'Leave a Comment',
    'About the author',
    '© 2024 Harbour Post. All rights reserved.',
    'The council voted on Tuesday to keep the ferry, and it will run every hour until the end of the year.',
    '"It is slow but it is ours," said mayor Ida Brandt, who had opposed the plan for a new bridge for years.',
    'He left. The story continues The next day he was back at his desk as if nothing at all had happened there.',
    '関連記事',
    '市議会は火曜日、渡し船を残すことを決めた。',
    '  ',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.lorem({ maxCount: 30 }),
);
const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));

test('own text is a run of ordered spans inside the text, so nothing is invented', () => {
  fc.assert(
    fc.property(text, (page) => {
      const bytes = bytesOf(page);
      const own = strip(bytes, null);
      expect(own.newLine.length * 2).toBe(own.spans.length);
      let last = 0;
      for (let at = 0; at < own.spans.length; at += 2) {
        expect(own.spans[at]).toBeGreaterThanOrEqual(last);
        expect(own.spans[at + 1]).toBeGreaterThan(own.spans[at]);
        last = own.spans[at + 1];
      }
      expect(last).toBeLessThanOrEqual(bytes.length);
      expect(own.furnitureOnly).toBe(own.spans.length === 0);
      if (own.newLine.length > 0) expect(own.newLine[0]).toBe(1);
      const [start, end] = own.title;
      expect(start <= end && end <= bytes.length).toBe(true);
    }),
  );
});

test('judge and strip are of one mind', () => {
  fc.assert(
    fc.property(text, (page) => {
      const bytes = bytesOf(page);
      const lines = judge(bytes, null);
      const kept = lines.filter((verdict) => verdict.own !== '').map((verdict) => verdict.own);
      expect(kept.join('\n')).toBe(textOf(bytes, strip(bytes, null)));
      for (const verdict of lines) {
        expect(verdict.rule === null).toBe(verdict.own === verdict.text);
        expect(verdict.evidence === null).toBe(verdict.rule === null);
      }
    }),
  );
});

test('clean prose stays clean prose', () => {
  const sentence = fc.constantFrom(
    'The council voted on Tuesday to keep the ferry, and it will run every hour until the end of the year.',
    'Engineers found cracks in three of the eleven bearings during a routine check in March last year.',
    'Fares stay as they are, although the fuel has become dearer by a third since the last increase in spring.',
    'Nobody in the hall spoke against the plan, which had been on the table since the flood of that winter.',
  );
  fc.assert(
    fc.property(fc.uniqueArray(sentence, { minLength: 1 }), (sentences) => {
      const once = ownTextOf(sentences.join('\n'));
      expect(once).toBe(sentences.join('\n'));
      expect(ownTextOf(once)).toBe(once);
    }),
  );
});

test('results are no scratch: a later call leaves them as they are', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const bytes = bytesOf(first);
      const own = strip(bytes, null);
      const seen = survey(bytes);
      const copies = [own.spans, own.newLine, seen.keys, seen.words, seen.sampleStarts, seen.sample].map((column) => [...column]);
      strip(bytesOf(second), null);
      survey(bytesOf(second));
      expect([own.spans, own.newLine, seen.keys, seen.words, seen.sampleStarts, seen.sample].map((column) => [...column])).toEqual(copies);
    }),
  );
});

test('a table of shared lines is sorted, and the same however often it is made', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (pages) => {
      const surveys = pages.map((page) => survey(bytesOf(page)));
      const shared = sharedLines(surveys);
      expect([...shared.keys]).toEqual([...shared.keys].sort((a, b) => a - b));
      expect(sharedLines(surveys)).toEqual(shared);
      for (const page of pages) strip(bytesOf(page), shared);
    }),
  );
});
