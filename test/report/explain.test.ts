import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/report.ts';
import { renderExplanation } from '../../src/stages/report/index.ts';
import { explanation, line, linesOf, PLAIN, textOf } from './makeReport.ts';

test('the verdict first, then all that led to it', () => {
  const text = textOf(renderExplanation(explanation(), PLAIN));
  for (const part of [
    "B  North Korea Tells U.S. to 'Keep Its Mouth Shut' as It Denies Arming Russia",
    'One event, told in different words: score 0.97, similarity 0.11.',
    '  similarity   0.11  missed  bound 0.30',
    '  event score  0.97  met     bound 0.50',
    '  similarity 0.11: 78 of 721 shingles stand in both',
    '  containment 0.22 of A in B (78 of 349), 0.17 of B in A (78 of 450)',
    'alone it would not have found this pair',
    '  “millions of rockets and artillery shells from North Korea”',
    '  quotations  “keep its mouth shut” (9.3)',
    '  names       General Bureau of Equipment (8.4), KCNA (6.1)',
    '  A says Thursday, B says Wednesday',
    '  300 words in 3 lines: related 2, share 1',
    '    MORE FROM INTERNATIONAL  [related]',
  ])
    expect(text).toContain(part);
});

test('the terms of the score stand by their influence, whichever way it goes', () => {
  const names = linesOf(renderExplanation(explanation(), PLAIN))
    .filter((each) => each.includes('  = '))
    .map((each) => each.trim().split(' ')[0]);
  expect(names).toEqual(['bias', 'quotations', 'wording', 'names']);
});

test.each<[Explanation['relation'], string]>([
  ['identical', 'Copies: the two have the same text.'],
  ['reprint', 'Copies: one is a reprint of the other (similarity 0.11).'],
  ['revised', 'Copies: one is a revised version of the other (similarity 0.11).'],
  ['excerpt', 'Copies: A is an excerpt, 0.22 of it stands in B.'],
  [null, 'Neither copies nor one event: similarity 0.11, event score 0.97.'],
])('%s in a sentence', (relation, sentence) => {
  expect(linesOf(renderExplanation(explanation({ relation }), PLAIN))).toContain(sentence);
});

test('two articles with nothing in common leave out the empty sections', () => {
  const text = textOf(renderExplanation(explanation({ relation: null, passages: [], shared: [], conflicts: [] }), PLAIN));
  for (const heading of ['Passages', 'Shared', 'In conflict', 'Stripped from B']) expect(text).not.toContain(heading);
});

describe('bounds', () => {
  test('long lists are cut, and say so', () => {
    const { a } = explanation();
    const text = textOf(
      renderExplanation(
        explanation({
          passages: Array.from({ length: 100 }, (_, at) => `passage ${at}`),
          shared: Array.from({ length: 100 }, (_, at) => ({ kind: 'name' as const, text: `Name${at}`, weight: 100 - at })),
          a: { ...a, stripped: Array.from({ length: 2_000 }, () => line('Share', '', 'share')) },
        }),
        PLAIN,
      ),
    );
    expect(text).toContain('… and 88 more');
    expect(text).toContain(', and 92 more');
    expect(text).toContain('… and 1,995 more');
  });

  test('any text: 80 columns, nothing that acts on a terminal', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', minLength: 40, maxLength: 300 }));
    fc.assert(
      fc.property(anything, (text) => {
        const { a, b } = explanation();
        const given = explanation({
          a: { ...a, path: text, title: text, stripped: [line(text, '', text)] },
          b: { ...b, title: text },
          passages: [text],
          conflicts: [text],
          shared: [{ kind: 'quotation', text, weight: 1 }],
          bounds: [{ name: text, value: 1, bound: 1, met: true }],
          event: { score: 1, terms: [{ name: text, value: 1, weight: -123.456 }] },
        });
        for (const each of linesOf(renderExplanation(given, PLAIN))) {
          expect(each).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2066]/u);
          expect(stringWidth(each)).toBeLessThanOrEqual(80);
        }
      }),
    );
  });
});
