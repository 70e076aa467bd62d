import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberFeatures, numberRepeated } from '../../src/stages/link/numbering.ts';

test('of values that mostly stand once, those that stand again have ids of their own, and every value has its count', () => {
  const value = fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffffffff }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 300 }), (list) => {
      const values = Uint32Array.from(list);
      const all = numberFeatures(values);
      const some = numberRepeated(values);
      expect(some.ids).toHaveLength(values.length);
      for (const [at, value] of values.entries()) {
        expect(some.documents[some.ids[at]]).toBe(all.documents[all.ids[at]]);
        if (some.documents[some.ids[at]] > 1) expect(some.hashes[some.ids[at]]).toBe(value);
      }
    }),
  );
});

test('ten thousand values that stand once share an id, all but a few', () => {
  const values = Uint32Array.from({ length: 10_000 }, (_, i) => Math.imul(i, 0x9e3779b1));
  expect(numberRepeated(values).hashes.length).toBeLessThan(2_000);
});
