import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Evaluation, Mistake, RelationEvaluation, Sweep, Why } from '../../src/evaluation.ts';
import { renderEvaluation } from '../../src/stages/report/index.ts';
import { linesOf, PLAIN, textOf } from './makeReport.ts';

const SCORES = { precision: 0.9, recall: 0.8, f1: 0.847 };
const NONE = { total: 0, worst: [] };

function relation(more: Partial<RelationEvaluation> = {}): RelationEvaluation {
  return {
    relation: 'event',
    isJudged: true,
    ...SCORES,
    pairs: { same: 1234, joined: 1100, right: 990 },
    interval: { low: 0.81, high: 0.88, units: 41 },
    bcubed: SCORES,
    ari: 0.84,
    largest: 12,
    classes: [],
    sweep: null,
    falseJoins: NONE,
    misses: NONE,
    ...more,
  };
}

function evaluation(more: Partial<RelationEvaluation> = {}, labels: Partial<Evaluation['labels']> = {}): Evaluation {
  const used = { file: 'labels.tsv', kind: 'groups', articles: 300, groups: 41, pairs: 44_850, skipped: [], warnings: [] } as const;
  return { schemaVersion: 1, labels: { ...used, ...labels }, relations: [relation(more)] };
}

function why(more: Partial<Why> = {}): Why {
  const bound = (name: string, value: number, least: number) => ({ name, value, bound: least, met: value >= least });
  return {
    relation: null,
    jaccard: 0.1,
    containment: [0.2, 0.1],
    bounds: [bound('similarity', 0.1, 0.3), bound('containment', 0.2, 0.5), bound('event score', 0.31, 0.5)],
    event: {
      score: 0.31,
      terms: [
        { name: 'base', value: 1, weight: -9 },
        { name: 'other weekdays', value: 1, weight: -1.5 },
        { name: 'names in common', value: 0.5, weight: 2 },
      ],
    },
    conflicts: ['other weekdays'],
    evidence: ['names Ines Corvale'],
    ...more,
  };
}
const mistake = (more: Partial<Mistake> = {}): Mistake => ({ pairs: 12, a: 'a.txt', b: 'b.txt', labels: ['ferry'], why: why(), ...more });
const only = (...worst: Mistake[]) => ({ total: worst.length, worst });

test('a miss says which bound was missed, and what spoke against it; what all pairs have is no reason', () => {
  const text = textOf(renderEvaluation(evaluation({ misses: { total: 63, worst: [mistake()] } }), PLAIN));
  expect(text).toContain(`Events: misses, 1 of 63
  12 pairs: ferry in parts
    a.txt
    b.txt
    missed: event score 0.31, bound 0.50
    against it: other weekdays −1.5
`);
});

test.each<[string, Partial<Why>, string]>([
  ['a copy', { relation: 'reprint', jaccard: 0.64 }, 'reprint: similarity 0.64, containment 0.20'],
  ['a pair that alone would be none', { relation: 'event' }, 'joined through others of their event: event score 0.31, bound 0.50'],
  ['a pair that scores', { relation: 'event', bounds: [] }, 'event score 0.31: names in common +1.0'],
])('a false join of %s', (_, more, reason) => {
  const falseJoins = only(mistake({ labels: ['ferry', 'fog'], why: why(more) }));
  const lines = linesOf(renderEvaluation(evaluation({ falseJoins }), PLAIN));
  expect(lines).toContain('  12 pairs: ferry with fog');
  expect(lines).toContain(`    ${reason}`);
  expect(lines).toContain('    both have: names Ines Corvale');
});

test.each<[string, Why['bounds'], string]>([
  ['both bounds', why().bounds, 'missed: similarity 0.10, bound 0.30; containment 0.20, bound 0.50'],
  [
    'neither, but have other facts',
    [
      { name: 'similarity', value: 0.4, bound: 0.3, met: true },
      { name: 'containment', value: 0.45, bound: 0.5, met: false },
      { name: 'names and numbers in common', value: 0.1, bound: 0.45, met: false },
      { name: 'event score', value: 0.2, bound: 0.5, met: false },
    ],
    'missed: names and numbers in common 0.10, bound 0.45',
  ],
  [
    'the whole',
    [
      { name: 'similarity', value: 0.4, bound: 0.3, met: true },
      { name: 'copies as a whole', value: 0.1, bound: 0.3, met: false },
    ],
    'missed: copies as a whole 0.10, bound 0.30',
  ],
  ['no bound', [{ name: 'similarity', value: 0.4, bound: 0.3, met: true }], 'every bound met, but the two were never compared'],
])('copies that missed %s', (_, bounds, reason) => {
  const misses = only(mistake({ pairs: 1, labels: ['copy'], why: why({ bounds }) }));
  const lines = linesOf(renderEvaluation(evaluation({ relation: 'copy', bcubed: null, ari: null, misses }), PLAIN));
  expect(lines).toContain('  labelled copy');
  expect(lines).toContain(`    ${reason}`);
});

test('without a text of its own there is no other reason', () => {
  const misses = only(mistake({ why: null }));
  expect(textOf(renderEvaluation(evaluation({ misses }, { skipped: ['b.txt'] }), PLAIN))).toContain(
    'one of the two has no text of its own',
  );
  expect(textOf(renderEvaluation(evaluation({ misses }), PLAIN))).not.toContain('no text of its own');
});

test.each<[Sweep['advice'], number, string]>([
  ['keep', 0.5, 'Keep 0.5: 0.6 is better by 0.004, which is no more than noise.'],
  ['few', 0.5, 'Keep 0.5: 41 labelled groups are too few to choose a bound by.'],
  ['change', 0.6, 'Suggested: --event-score 0.6, with an F1 of 0.851 on these labels; expect less'],
])('%s', (advice, suggested, sentence) => {
  const point = (bound: number, f1: number) => ({ bound, containment: null, precision: 0.9, recall: 0.8, f1 });
  const points = [point(0.45, 0.8), point(0.5, 0.847), point(0.55, 0.84), point(0.6, 0.851)];
  const sweep: Sweep = { option: 'eventScore', points, inUse: 0.5, best: 0.6, suggested, advice };
  const text = textOf(renderEvaluation(evaluation({ sweep }), PLAIN));
  expect(text).toContain(sentence);
  expect(text).toMatch(/0\.50 +0\.900 +0\.800 +0\.847 {2}in use\n +0\.60 .* best/); // .45 and .55 say no more
});

test('whatever the labels are called, no line is wider than the window, and nothing acts on it', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 72, max: 200 }), (name, path, width) => {
      const wrong = only(mistake({ labels: [name, name], a: path, why: why({ evidence: [name] }) }));
      const classes = [{ verdict: name, pairs: 3, joined: 2 }];
      const warnings = [{ line: 3, message: `no such article: ${path}` }];
      const shown = evaluation({ falseJoins: wrong, misses: wrong, classes }, { file: path, warnings, skipped: [path] });
      for (const line of linesOf(renderEvaluation(shown, { width, color: 0 }))) {
        expect(stringWidth(line)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202e\u2028]/u);
      }
    }),
  );
});
