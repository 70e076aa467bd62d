/** Where a million articles lie: what is put there comes back as it was. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { inTurn, listsBuilder, valuesOf } from '../../src/columns/lists.ts';
import { Memory } from '../../src/columns/memory.ts';
import { Spool } from '../../src/columns/spool.ts';
import { Strings } from '../../src/columns/strings.ts';

describe('strings in bytes', () => {
  test('come back as they were, half characters and all, each under one number', () => {
    // Lone surrogates are no Unicode, but a record may have one in its id.
    const anything = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units));
    const texts = fc.array(fc.oneof(anything, fc.string({ maxLength: 3 })), { maxLength: 200 });
    fc.assert(
      fc.property(texts, (all) => {
        const strings = new Strings();
        const numbers = all.map((text) => strings.add(text));
        expect(numbers.map((number) => strings.at(number))).toEqual(all);
        const distinct = [...new Set(all)];
        expect(distinct.map((text) => strings.find(text))).toEqual(distinct.map((_, i) => i));
        expect(strings.find('never added, and longer than any of these')).toBe(-1);
      }),
    );
  });

  test('a hundred thousand paths and one of two million letters are found again', () => {
    const strings = new Strings();
    const long = 'é'.repeat(2_000_000);
    const paths = Array.from({ length: 100_000 }, (_, i) => `news.jsonl#2024/05/the-harbour-post-${i}.txt`);
    for (const path of paths.slice(0, 50_000)) strings.add(path);
    expect(strings.add(long)).toBe(50_000);
    for (const path of paths.slice(50_000)) strings.add(path);
    for (const i of [0, 1, 49_999, 50_000, 99_999]) expect(strings.at(strings.find(paths[i]))).toBe(paths[i]);
    expect(strings.at(50_000)).toBe(long);
  });
});

test('lists read in turn are those asked for one by one, longer than a block or empty', () => {
  const lengths = [3, 0, 300_000, 0, 1, ...Array.from({ length: 400 }, (_, i) => (i * 37) % 2000), 262_144, 0];
  const spool = new Spool();
  const filed = listsBuilder(spool);
  const kept = listsBuilder(null);
  for (const [i, length] of lengths.entries()) {
    const list = Uint32Array.from({ length }, (_, at) => i * 1_000_003 + at);
    for (const builder of [filed, kept]) builder.push(list);
  }
  for (const lists of [filed.finish(), kept.finish()]) {
    const next = inTurn(lists);
    for (const [i, length] of lengths.entries()) {
      const list = next(i);
      expect(list.length).toBe(length);
      expect(Buffer.compare(Buffer.from(Uint32Array.from(list).buffer), Buffer.from(Uint32Array.from(valuesOf(lists, i)).buffer))).toBe(0);
    }
  }
  spool.close();
});

test('a container without /proc, where Node sees no memory at all, has a budget like any other', () => {
  const memory = vi.spyOn(process, 'availableMemory').mockReturnValue(0);
  expect(new Memory({ memory: null, only: 'all' }).budget).toBeGreaterThan(1e6);
  memory.mockRestore();
});
