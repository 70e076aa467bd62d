/** The rule that stripped texts are measured by, on figures worked out by hand and with ../shared/eval/score.py. */
import { expect, it } from 'vitest';
import { scoreTexts } from './score.ts';

it('texts: runs of four words, each page counts the same, a page that is empty counts on its other side alone', () => {
  const score = scoreTexts([
    { gold: 'one two three four five', kept: 'one two three four five six' },
    { gold: 'one two three four', kept: '' },
    { gold: '', kept: 'menu' },
  ]);
  expect(score.precision).toBeCloseTo((2 / 3 + 0) / 2, 12);
  expect(score.recall).toBeCloseTo((1 + 0) / 2, 12);
});
