/** Where a million articles lie: what is put there comes back as it was. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { textOf, textsInTurn } from '../../src/article.ts';
import { eachBlock, inTurn, listsBuilder, valuesOf } from '../../src/columns/lists.ts';
import { Memory } from '../../src/columns/memory.ts';
import { Spool } from '../../src/columns/spool.ts';
import { Strings } from '../../src/columns/strings.ts';
import { type CopyPair, CopyPairs } from '../../src/stages/verify/index.ts';

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
    const inBlocks: number[] = [];
    eachBlock(lists, (values, first, past) => {
      expect(first).toBe(inBlocks.length);
      for (let i = first, at = 0; i < past; at += lengths[i++]) inBlocks.push(values[at]);
    });
    for (const [i, length] of lengths.entries()) {
      const list = next(i);
      if (length > 0) expect(inBlocks[i]).toBe(list[0]);
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

test('texts asked for in a row are those asked for one by one: in one file and in memory, with holes, out of order, longer than a block', () => {
  const spool = new Spool();
  const letters = Uint8Array.from({ length: 1_500_000 }, (_, at) => at % 251);
  const memory = new SharedArrayBuffer(100);
  new Uint8Array(memory).set(letters.subarray(0, 100));
  spool.append(letters.subarray(0, 7));
  const chunks = [{ file: spool.file, at: spool.append(letters) }, memory, { file: spool.file, at: 3 }];
  const rows = [
    [0, 0, 10],
    [0, 10, 10],
    [0, 30, 300_000],
    [0, 300_000, 530_000],
    [0, 530_000, 1_400_000],
    [1, 5, 50],
    [0, 20, 25],
    [2, 0, 900],
    [2, 900, 1000],
    [0, 1_499_000, 1_500_000],
  ];
  const column = (place: number) => Uint32Array.from(rows, (row) => row[place]);
  const texts = { chunks, chunk: column(0), start: column(1), end: column(2) };
  const same = (next: (id: number) => Uint8Array, id: number) => expect(Buffer.compare(next(id), textOf(texts, id))).toBe(0);
  const all = textsInTurn(texts, rows.length);
  for (const id of rows.keys()) same(all, id);
  const some = textsInTurn(texts, 7);
  for (const id of [2, 3, 0, 1, 6]) same(some, id);
  spool.close();
});

test('verified pairs in columns are found again, and are no others', () => {
  const pairs = new CopyPairs();
  const relations = ['identical', 'reprint', 'excerpt', 'revised'] as const;
  const all = Array.from({ length: 600 }, (_, i): CopyPair => {
    const a = Math.floor(i / 3) * 2;
    return { a, b: a + 1 + 2 * (i % 3), relation: relations[i % 4], shared: i, jaccard: i / 600, containment: [i / 601, i / 602] };
  });
  for (const pair of all) pairs.add(pair);
  expect([...pairs]).toEqual(all);
  for (const pair of all) expect(pairs.find(pair.a, pair.b)).toEqual(pair);
  for (const [a, b] of [
    [0, 2],
    [1, 2],
    [398, 404],
    [400, 401],
  ])
    expect(pairs.find(a, b)).toBeNull();
});
