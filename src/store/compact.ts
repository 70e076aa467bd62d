import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { asideOf } from './aside.ts';
import { diskError } from './diskError.ts';
import { Appender, IndexFile } from './file.ts';
import { type Catalogue, type Extent, encodeSeal, TABLES, type TableName } from './layout.ts';
import { GONE, mergeTables } from './merge.ts';
import { type Index, openIndex } from './reader.ts';
import { appendRecords } from './record.ts';
import { Refill } from './refill.ts';
import { Reweigh } from './reweigh.ts';
import { walkOf } from './table.ts';
import { type Batch, entriesOf } from './tables.ts';
import { type Writer, writeEmpty } from './writer.ts';

/** Articles of one directory. */
const BATCH = 2000;

/**
 * Writes the index anew, without what was replaced and without the articles `removed`, and puts the new file in the place of the
 * old one in one step: no byte of what left is in it. Records are copied, tables merged, and nothing is sorted again but the
 * stems that articles are found by: these are weighed by how common they are by now. Whoever has the old file open reads on in
 * it. Needs room for the new file and a table; what leaves is in memory at once, some 10 KB an article. The writer has to be closed
 * afterwards. O(bytes).
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
  const leaving = removed.map((id) => old.article(id));
  const staying = idsWithout(old.nextId, new Set([...old.dead, ...removed]));
  const ids = new Uint32Array(old.nextId).fill(GONE);
  for (const [id, before] of staying.entries()) ids[before] = id;
  const fresh = openIndex(freshPath, null, true);
  const scratch = IndexFile.open(scratchPath, true);
  try {
    const out = new Appender(fresh.file, fresh.seal.catalogue.at); // over the empty catalogue
    const refill = new Refill(old, leaving);
    const probes = new Reweigh(old, removed, scratch);
    const extents = copyRecords(old, staying, out, (id, record) => {
      refill.see(id, record);
      probes.see(record);
    });
    const minus: Batch = { first: 0, added: [], probes: [], replaced: leaving };
    const tableOf = (name: TableName) => {
      if (name === 'probes') return probes.finish(out);
      const walks = [...old.tablesOf(name).map((table) => table.walk()), walkOf(entriesOf(name, minus))];
      return mergeTables(walks, name, { ids, refilled: refill.of(name) }, out);
    };
    const tables = Object.fromEntries(TABLES.map((name) => [name, [tableOf(name) ?? []].flat()])) as unknown as Catalogue['tables']; // one list for every name
    const count = staying.length;
    const catalogue: Catalogue = { batches: old.catalogue.batches, nextId: count, articles: count, extents, dead: null, tables };
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

function idsWithout(nextId: number, gone: ReadonlySet<number>): Uint32Array {
  return Uint32Array.from({ length: nextId }, (_, id) => id).filter((id) => !gone.has(id));
}

/** Calls `see` for every record, with the id that the article has from now on. */
function copyRecords(old: Index, staying: Uint32Array, out: Appender, see: (id: number, record: readonly Buffer[]) => void): Extent[] {
  const extents: Extent[] = [];
  for (let first = 0; first < staying.length; first += BATCH) {
    const ids = staying.subarray(first, first + BATCH);
    const lengths = ids.map((id) => old.shingleCounts[id]);
    const recordOf = (i: number) => {
      const record = old.record(ids[i]);
      see(first + i, record);
      return record;
    };
    extents.push(appendRecords(out, first, lengths, recordOf));
  }
  return extents;
}
