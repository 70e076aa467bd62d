/** A table gives back what was put into it, whatever the keys. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/store/bytes.ts';
import { Appender, IndexFile } from '../../src/store/file.ts';
import { tablesToMerge } from '../../src/store/merge.ts';
import { makeEntry, type Shape, Table, TableWriter } from '../../src/store/table.ts';
import { folderWith } from '../cli/program.ts';

test('a number comes back as it was written', () => {
  const writer = new ByteWriter();
  const numbers = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 49 - 1, 2 ** 53 - 1];
  for (const number of numbers) writer.number(number);
  for (const number of [0, -1, 1, -64, 64, -1e6]) writer.signed(number);
  const reader = new ByteReader(writer.take());
  expect(numbers.map(() => reader.number())).toEqual(numbers);
  expect([1, 2, 3, 4, 5, 6].map(() => reader.signed())).toEqual([0, -1, 1, -64, 64, -1e6]);
  expect(reader.isAtEnd).toBe(true);
});

const rows = fc
  .uniqueArray(
    fc.record({
      key: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      counter: fc.integer({ min: -9, max: 999 }),
      ids: fc.uniqueArray(fc.nat(2 ** 30), { maxLength: 90 }),
    }),
    {
      selector: ({ key }) => key,
      maxLength: 300,
    },
  )
  .map((list) => list.map((row) => ({ ...row, ids: row.ids.sort((a, b) => a - b) })).sort((a, b) => a.key - b.key));
const shapes = fc.constantFrom<Shape>(
  { counters: 0, ids: 100, weights: false },
  { counters: 1, ids: 0, weights: false },
  { counters: 2, ids: 100, weights: true },
);

test('every key is found with what was put there, and no other; a walk gives all in their order', () => {
  const path = join(folderWith(), 'table');
  fc.assert(
    fc.property(rows, shapes, fc.array(fc.nat(), { maxLength: 50 }), (rows, shape, others) => {
      writeFileSync(path, '');
      const file = IndexFile.open(path, true);
      try {
        const out = new Appender(file, 0);
        const writer = new TableWriter(out, shape);
        for (const { key, counter, ids } of rows) {
          const entry = makeEntry();
          Object.assign(entry, { key, ids: Uint32Array.from(ids), weights: Float32Array.from(ids, (id) => id / 3), length: ids.length });
          entry.counters.fill(counter);
          writer.add(entry);
        }
        const block = writer.finish();
        out.flush();
        if (block === null) {
          expect(rows).toEqual([]);
          return;
        }
        const table = new Table(file, block, shape);
        const told = ({ key, counters, ids, weights, length }: ReturnType<typeof makeEntry>) => ({
          key,
          counters: counters.slice(0, shape.counters),
          ids: shape.ids > 0 ? [...ids.slice(0, length)] : [],
          weights: shape.weights ? [...weights.slice(0, length)] : [],
        });
        const expected = rows.map(({ key, counter, ids }) => ({
          key,
          counters: Array.from({ length: shape.counters }, () => counter),
          ids: shape.ids > 0 ? ids : [],
          weights: shape.weights ? [...Float32Array.from(ids, (id) => id / 3)] : [],
        }));
        const walked: unknown[] = [];
        for (const walk = table.walk(); walk.next(); ) walked.push(told(walk.entry));
        expect(walked).toEqual(expected);
        const asked = [...new Set([...rows.filter((_, i) => i % 3 !== 1).map(({ key }) => key), ...others])].sort((a, b) => a - b);
        const found: unknown[] = [];
        table.lookUp(Float64Array.from(asked), (at, entry) => {
          expect(entry.key).toBe(asked[at]);
          found.push(told(entry));
        });
        expect(found).toEqual(expected.filter(({ key }) => asked.includes(key)));
      } finally {
        file.close();
      }
    }),
  );
});

test.each([
  { batches: 1000, articles: 1000, most: 40 },
  { batches: 200, articles: 5000, most: 24 },
  { batches: 3000, articles: 10, most: 40 },
])('after $batches batches of $articles articles there are at most $most tables of shingles', ({ batches, articles, most }) => {
  let tables: { keys: number }[] = [];
  let greatestWork = 0;
  for (let batch = 0; batch < batches; batch++) {
    tables.push({ keys: 380 * articles });
    const from = tablesToMerge(tables);
    const keys = tables.slice(from).reduce((sum, table) => sum + table.keys, 0);
    if (from < tables.length) tables = [...tables.slice(0, from), { keys }];
    greatestWork = Math.max(greatestWork, keys);
    expect(tables.length).toBeLessThanOrEqual(most);
  }
  expect(greatestWork).toBeLessThanOrEqual(Math.max(32e6, 64 * 380 * articles));
});
