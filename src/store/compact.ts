import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pastOf, Statistics, weightiestStems } from '../check/index.ts';
import { asideOf } from './aside.ts';
import { diskError } from './diskError.ts';
import { Appender, IndexFile } from './file.ts';
import { type Catalogue, type Extent, encodeSeal, TABLES, type TableBlock, type TableName } from './layout.ts';
import { mergeTables, tablesToMerge } from './merge.ts';
import { type Index, openIndex } from './reader.ts';
import { Table, TableWriter } from './table.ts';
import { type Batch, entriesOf, SHAPES } from './tables.ts';
import { appendArticles, type Writer, writeEmpty } from './writer.ts';

/** Articles in memory at once. */
const BATCH = 2000;

/**
 * Writes the index anew, without what was replaced and without the articles `removed`, and puts the new file in the place of the
 * old one in one step: no byte of what left is in it. Stems are weighed by how common they are by now. Whoever has the old
 * file open reads on in it. Needs room for the new file and its tables. The writer has to be closed afterwards.
 */
export function compactIndex(writer: Writer, removed: readonly number[]): void {
  const { index } = writer;
  const [fresh, scratch] = asideOf(index.path);
  try {
    writeEmpty(fresh, index.settings);
    writeEmpty(scratch, index.settings);
    rewrite(index, fresh, scratch, removed);
    chmodSync(fresh, statSync(index.path).mode & 0o7777);
    renameSync(fresh, index.path);
    flushFolder(dirname(index.path));
  } catch (error) {
    throw diskError(index.path, error, 'cannot rewrite');
  } finally {
    rmSync(fresh, { force: true });
    rmSync(scratch, { force: true });
  }
}

/** So that the rename is on the disk, too. Not every system lets a folder be opened. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows; there the rename is as durable as it gets
  }
}

function rewrite(old: Index, freshPath: string, scratchPath: string, removed: readonly number[]): void {
  const past = { ...pastOf(old, []), replaced: removed, count: old.count - removed.length };
  const statistics = new Statistics(past, []);
  const without = new Set([...old.dead, ...removed]);
  const fresh = openIndex(freshPath, null, true);
  const scratch = IndexFile.open(scratchPath, true);
  try {
    const out = new Appender(fresh.file, fresh.seal.catalogue.at); // over the empty catalogue
    const aside = new Appender(scratch, 0);
    const extents: Extent[] = [];
    const tables = new Map<TableName, TableBlock[]>(TABLES.map((name) => [name, []]));
    let nextId = 0;
    for (const ids of batchesOf(old.nextId, without)) {
      const added = ids.map((id) => old.article(id));
      statistics.learn(added);
      const batch: Batch = { first: nextId, added, probes: added.map((row) => weightiestStems(row, statistics)), replaced: [] };
      nextId += added.length;
      extents.push(appendArticles(out, batch));
      for (const [name, blocks] of tables) {
        const table = new TableWriter(aside, SHAPES[name]);
        for (const entry of entriesOf(name, batch)) table.add(entry);
        blocks.push(...[table.finish() ?? []].flat());
        merge(scratch, aside, name, blocks);
      }
    }
    aside.flush();
    const whole = Object.fromEntries(
      Array.from(tables, ([name, blocks]) => [name, [mergeTables(opened(scratch, name, blocks), name, new Set(), out) ?? []].flat()]),
    ) as unknown as Catalogue['tables']; // one list for every name
    const catalogue: Catalogue = { batches: old.catalogue.batches, nextId, articles: nextId, extents, dead: null, tables: whole };
    const block = out.block(Buffer.from(JSON.stringify(catalogue)));
    out.flush();
    fresh.file.flush();
    const { bytes, at } = encodeSeal({ sequence: 0, catalogue: block, end: out.at });
    fresh.file.write(bytes, at);
    fresh.file.flush();
  } finally {
    fresh.close();
    scratch.close();
  }
}

function* batchesOf(nextId: number, without: ReadonlySet<number>): Iterable<number[]> {
  let ids: number[] = [];
  for (let id = 0; id < nextId; id++) {
    if (!without.has(id)) ids.push(id);
    if (ids.length < BATCH && id + 1 < nextId) continue;
    if (ids.length > 0) yield ids;
    ids = [];
  }
}

/** Keeps the number of tables small, as adding does. */
function merge(file: IndexFile, out: Appender, name: TableName, blocks: TableBlock[]): void {
  const from = tablesToMerge(blocks);
  if (from === blocks.length) return;
  out.flush();
  const merged = mergeTables(opened(file, name, blocks.slice(from)), name, new Set(), out);
  blocks.splice(from, blocks.length, ...[merged ?? []].flat());
}

function opened(file: IndexFile, name: TableName, blocks: readonly TableBlock[]): Table[] {
  return blocks.map((block) => new Table(file, block, SHAPES[name]));
}
