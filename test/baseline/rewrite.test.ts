/** What the file says after --update-baseline and --prune-baseline. */
import { expect, test } from 'vitest';
import { type Baseline, type FoundGroup, match, prune, update } from '../../src/baseline/index.ts';
import { copy, entry, event, shown, TODAY } from './groups.ts';

const updated = (baseline: Baseline, ...found: FoundGroup[]) => update(baseline, found, TODAY).map(shown);
const pruned = (baseline: Baseline, ...found: FoundGroup[]) => prune(baseline, match(baseline, found, TODAY)).map(shown);

test('the first time everything is written, sorted; an event that is copies alone needs no entry', () => {
  const found = [copy('y z'), copy('b a'), event('a b'), event('y z q')];
  expect(updated([], ...found)).toEqual(['copy a.txt b.txt', 'copy y.txt z.txt', 'event q.txt y.txt z.txt']);
});

test('a group that has grown extends its entry', () => {
  expect(updated([entry(copy('a b')), entry(copy('x y'))], copy('a b c'))).toEqual(['copy a.txt b.txt c.txt', 'copy x.txt y.txt']);
});

test('of the same bytes one more is one more', () => {
  expect(updated([entry(copy('a:1 a:2'))], copy('a:1 a:2 a:3'))).toEqual(['copy 1 2 3']);
});

test('an entry keeps what is not found today: only pruning takes away', () => {
  expect(updated([entry(copy('a b gone'))], copy('a b c'))).toEqual(['copy a.txt b.txt c.txt gone.txt']);
});

test('two entries whose groups have become one become one, but what was written by hand stays', () => {
  const plain = [entry(copy('a b c')), entry(copy('d e'))];
  expect(updated(plain, copy('a b c d e'))).toEqual(['copy a.txt b.txt c.txt d.txt e.txt']);
  const byHand = [entry(copy('a b c')), entry(copy('d e'), { reason: 'a series' })];
  expect(updated(byHand, copy('a b c d e'))).toEqual(['copy a.txt b.txt c.txt d.txt e.txt', 'copy d.txt e.txt a series']);
});

test('reason and last day hold for an article that joins', () => {
  const baseline = [entry(copy('a b'), { reason: 'licensed', expires: '2027-01-01' })];
  expect(updated(baseline, copy('a b c'))).toEqual(['copy a.txt b.txt c.txt licensed 2027-01-01']);
});

test('what has expired is not accepted again in passing', () => {
  const baseline = [entry(copy('a b'), { reason: 'until the move', expires: '2026-01-01' })];
  const found = [copy('a b c'), event('a b c'), copy('x y')];
  expect(updated(baseline, ...found)).toEqual(['copy a.txt b.txt until the move 2026-01-01', 'copy x.txt y.txt']);
});

test('renamed files get their new names, in an entry that is known as well', () => {
  expect(updated([entry(copy('a b'))], copy('a:new/a.txt b'))).toEqual(['copy b.txt new/a.txt']);
});

test('an event does not widen an entry of copies', () => {
  expect(updated([entry(copy('a b'))], copy('a b'), event('a b c'))).toEqual(['copy a.txt b.txt', 'event a.txt b.txt c.txt']);
});

test('what has no hash cannot be accepted', () => {
  expect(updated([], copy('a ? b'), copy('? c'))).toEqual(['copy a.txt b.txt']);
});

test('pruning takes out entries, and articles of entries, that nothing matches', () => {
  const baseline = [entry(copy('a b c'), { reason: 'licensed' }), entry(copy('d e'), { reason: 'gone' }), entry(event('f g'))];
  expect(pruned(baseline, copy('a c'), event('f g h'))).toEqual(['copy a.txt c.txt licensed', 'event f.txt g.txt']);
});

test('pruning keeps what has expired but is still there, and what was not looked for', () => {
  const baseline = [entry(copy('a b'), { expires: '2020-01-01' }), entry(event('f g'))];
  const matching = match(baseline, [copy('a b')], { ...TODAY, relations: ['copy'] });
  expect(prune(baseline, matching).map(shown)).toEqual(['copy a.txt b.txt 2020-01-01', 'event f.txt g.txt']);
});
