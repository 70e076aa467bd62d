import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nest } from '../../src/stages/report/nest.ts';
import { pair } from './makeReport.ts';

const drawn = (root: string, members: string[], pairs: Parameters<typeof nest>[2]) =>
  nest(root, members, pairs).map(({ path, depth }) => `${'>'.repeat(depth)}${path}`);

test('a copy of a copy stands below the copy that it is closest to', () => {
  expect(
    drawn('a', ['a', 'b', 'c'], [pair('a', 'b', { jaccard: 0.9 }), pair('a', 'c', { jaccard: 0.5 }), pair('b', 'c', { jaccard: 0.8 })]),
  ).toEqual(['a', '>b', '>>c']);
});

test('nearer copies come first', () => {
  expect(drawn('b', ['a', 'b', 'c'], [pair('a', 'b', { jaccard: 0.6 }), pair('b', 'c', { jaccard: 0.8 })])).toEqual(['b', '>c', '>a']);
});

test('five identical copies make a list, not a staircase', () => {
  const members = ['a', 'b', 'c', 'd', 'e'];
  const pairs = members.flatMap((one, at) => members.slice(at + 1).map((other) => pair(one, other, { jaccard: 1 })));
  expect(drawn('c', members, pairs)).toEqual(['c', '>a', '>b', '>d', '>e']);
});

test('a member that no pair ties to the root stands under it, with its own copies', () => {
  expect(drawn('a', ['a', 'b', 'c'], [pair('b', 'c')])).toEqual(['a', '>b', '>>c']);
  expect(nest('a', ['a', 'b'], [])[1]).toEqual({ path: 'b', depth: 1, parent: 'a', pair: null });
});

test('a chain of 50,000 neither overflows nor takes long', () => {
  const members = Array.from({ length: 50_000 }, (_, at) => String(at).padStart(6, '0'));
  expect(
    nest(
      members[0],
      members,
      members.slice(1).map((path, at) => pair(members[at], path)),
    ),
  ).toHaveLength(50_000);
});

test('every member once, below a member shown before it, whatever the pairs', () => {
  const members = [...'abcdefgh'];
  const anyPair = fc
    .tuple(fc.constantFrom(...members), fc.constantFrom(...members), fc.double({ min: 0, max: 1, noNaN: true }))
    .filter(([a, b]) => a < b)
    .map(([a, b, jaccard]) => pair(a, b, { jaccard }));
  fc.assert(
    fc.property(fc.constantFrom(...members), fc.array(anyPair), (root, pairs) => {
      const rows = nest(root, members, pairs);
      expect(rows.map(({ path }) => path).sort()).toEqual(members);
      for (const [at, { parent, depth }] of rows.entries()) {
        const above = rows.slice(0, at).find(({ path }) => path === parent);
        expect(depth).toBe(at === 0 ? 0 : above!.depth + 1);
      }
    }),
  );
});
