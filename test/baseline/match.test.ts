/** What is known, what is new, and what is stale. */
import { expect, test } from 'vitest';
import { type Baseline, type FoundGroup, type MatchSetting, match, staleOf } from '../../src/baseline/index.ts';
import { copy, entry, event, shown, TODAY } from './groups.ts';

const newIn = (baseline: Baseline, ...found: FoundGroup[]) =>
  match(baseline, found, TODAY).groups.map(({ standing }) => standing.new.join(' '));
const staleIn = (baseline: Baseline, found: FoundGroup[], setting: MatchSetting = TODAY) =>
  staleOf(baseline, match(baseline, found, setting)).map(({ entry, isWhole }) => `${isWhole ? 'whole' : 'part'}: ${shown(entry)}`);

test.each<[story: string, baseline: FoundGroup[], found: FoundGroup, fresh: string]>([
  ['a pair that was accepted is known', [copy('a b')], copy('a b'), ''],
  ['so it is under other names', [copy('a b')], copy('a:moved/x.txt b:y.txt'), ''],
  ['a third copy is new', [copy('a b')], copy('a b c'), 'c.txt'],
  ['a third copy of the very same bytes is new', [copy('a:1 a:2')], copy('a:1 a:2 a:3'), '3'],
  ['of the same bytes the one with a new name is new, whatever its place', [copy('a:1 a:2')], copy('a:0 a:1 a:2'), '0'],
  ['of the same bytes, all renamed, the last is new', [copy('a:1 a:2')], copy('a:x a:y a:z'), 'z'],
  ['what is left of a group is known', [copy('a b c')], copy('a c'), ''],
  ['an article of a pair was edited: the pair is new', [copy('a b')], copy('a b2'), 'a.txt b2.txt'],
  ['two that are accepted in different groups are new together', [copy('a b'), copy('c d')], copy('a c'), 'a.txt c.txt'],
  ['of two groups that have become one, the larger is known', [copy('a b'), copy('c d e')], copy('a b c d e'), 'a.txt b.txt'],
  ['a new article on a known event', [event('a b')], event('a b c'), 'c.txt'],
  ['copies that are accepted are an accepted event', [copy('a b')], event('a b'), ''],
  ['an event that is accepted does not make its articles copies', [event('a b')], copy('a b'), 'a.txt b.txt'],
  ['without a hash nothing is known', [copy('a b')], copy('a ? b'), '?.txt'],
  ['an empty baseline knows nothing', [], copy('a b'), 'a.txt b.txt'],
])('%s', (_, accepted, found, fresh) => {
  const baseline = accepted.map((group) => entry(group));
  expect(newIn(baseline, found)).toEqual([fresh]);
});

test('of the same bytes an incoming one is new beside an archived one, whatever their names', () => {
  const accepted = [entry(copy('a:old/a.txt b:new/b.txt'))];
  const found = (words: string, archived: readonly string[]): FoundGroup => {
    const { relation, articles } = copy(words);
    return { relation, articles: articles.map((article) => ({ ...article, isArchived: archived.includes(article.path) })) };
  };
  expect(newIn(accepted, found('a:old/a.txt b:new/b.txt', ['old/a.txt']))).toEqual(['']);
  expect(newIn(accepted, found('a:old/a.txt b:old/b.txt b:new/b.txt', ['old/a.txt', 'old/b.txt']))).toEqual(['new/b.txt']);
  expect(newIn(accepted, found('a:old/a.txt b:0.txt b:zz.txt', ['old/a.txt', 'zz.txt']))).toEqual(['0.txt']);
});

test('an entry accepts up to its last day, and not after it', () => {
  const baseline = [entry(copy('a b'), { reason: 'licensed', expires: '2026-11-22' })];
  const on = (today: string) => match(baseline, [copy('a b')], { today });
  expect(on('2026-11-22').groups[0].standing).toEqual({ new: [], reason: 'licensed', expires: '2026-11-22' });
  expect(on('2026-11-23').groups[0].standing).toEqual({ new: ['a.txt', 'b.txt'], reason: null, expires: null });
  expect(on('2026-11-23').entries[0].isExpired).toBe(true);
});

test('where one entry has expired another may still accept', () => {
  const baseline = [entry(copy('a b c'), { expires: '2020-01-01' }), entry(copy('a b'))];
  expect(newIn(baseline, copy('a b c'))).toEqual(['c.txt']);
});

test('stale is what is not found beside another of its entry', () => {
  const baseline = [entry(copy('a b')), entry(copy('c d e')), entry(copy('f g'))];
  expect(staleIn(baseline, [copy('a b'), copy('c e'), copy('f h')])).toEqual(['part: copy c.txt d.txt e.txt', 'whole: copy f.txt g.txt']);
});

test('an entry whose group has grown, joined another or fallen apart is not stale', () => {
  const baseline = [entry(copy('a b')), entry(copy('c d')), entry(copy('e f g h'))];
  expect(staleIn(baseline, [copy('a b c d x'), copy('e f'), copy('g h')])).toEqual([]);
});

test('what was not looked for is not stale', () => {
  const baseline = [entry(copy('a b')), entry(event('c d'))];
  expect(staleIn(baseline, [], { ...TODAY, relations: ['copy'] })).toEqual(['whole: copy a.txt b.txt']);
});
