import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, realpathSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { UserError } from '../errors.ts';
import { placeNew } from '../placeNew.ts';
import { sweepAside } from './aside.ts';
import { diskError } from './diskError.ts';
import { Appender } from './file.ts';
import { type Catalogue, encodeHead, encodeSeal, HEAD_BYTES, type Seal, TABLES, type TableBlock, type TableName } from './layout.ts';
import { lockForWriting } from './lock.ts';
import { GONE, mergeTables, tablesToMerge } from './merge.ts';
import { type Index, openIndex } from './reader.ts';
import { appendRecords, partsOf } from './record.ts';
import { encodeSettings, type Settings, type Shaping, settingsOf } from './settings.ts';
import { Table, TableWriter } from './table.ts';
import { type Batch, entriesOf, SHAPES } from './tables.ts';

/** The one writer of an index. `index` shows what is sealed, and is another one after each batch. */
export interface Writer {
  readonly index: Index;
  /** Adds a batch and seals it: all of it is in the index afterwards, or, if the process ends before, nothing. */
  add(batch: Omit<Batch, 'first' | 'replaced'> & { readonly replacedIds: readonly number[] }): void;
  close(): void;
}

/** An empty index, put in place whole. Throws UserError when there is something already. */
export function buildIndex(path: string, options: Shaping): void {
  const aside = join(dirname(path), `.${basename(path).slice(0, 200)}-${randomBytes(6).toString('hex')}`);
  try {
    writeEmpty(aside, settingsOf(options));
    placeNew(aside, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new UserError(`${path} exists`, `to add to an index: dedupe index add; to build it anew, delete ${path} first`);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new UserError(`cannot create the index ${path}: its folder does not exist`, 'create the folder first, or choose another');
    throw diskError(path, error, 'cannot create');
  } finally {
    rmSync(aside, { force: true });
  }
}

export function writeEmpty(path: string, settings: Settings): void {
  const tables = Object.fromEntries(TABLES.map((name) => [name, []])) as unknown as Catalogue['tables']; // a list for every name
  const catalogue: Catalogue = { batches: 0, nextId: 0, articles: 0, extents: [], dead: null, tables };
  const json = Buffer.from(JSON.stringify(catalogue));
  const head = encodeHead(encodeSettings(settings));
  const block = { at: HEAD_BYTES, bytes: json.length, crc: crc32(json) };
  const { bytes, at } = encodeSeal({ sequence: 0, catalogue: block, end: HEAD_BYTES + json.length });
  bytes.copy(head, at);
  const handle = openSync(path, 'wx');
  try {
    writeSync(handle, head);
    writeSync(handle, json);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Opens an index for writing. Waits so many seconds for another writer. Throws UserError as openIndex and lockForWriting do. */
export async function openWriter(given: string, asked: Shaping | null, waitSeconds: number): Promise<Writer> {
  openIndex(given, asked).close(); // before a lock is put beside what may be no index at all
  const path = resolve(given) === realpathSync(given) ? given : realpathSync(given); // a link stays one
  const unlock = await lockForWriting(path, waitSeconds);
  try {
    sweepAside(path);
    return writerOf(openIndex(path, asked, true), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

export function writerOf(opened: Index, unlock: () => void): Writer {
  let index = opened;
  // What a writer that was killed left behind the seal.
  index.file.cut(index.seal.end);
  return {
    get index() {
      return index;
    },
    add({ added, probes, replacedIds }) {
      const replaced = replacedIds.map((id) => index.article(id));
      try {
        const batch = { first: index.nextId, added, probes, replaced };
        index = sealed(index, append(index, batch, replacedIds));
      } catch (error) {
        index.file.cut(index.seal.end);
        throw error;
      }
    },
    close() {
      index.close();
      unlock();
    },
  };
}

/** Writes a batch behind the seal; returns the seal that would make it count. */
function append(index: Index, batch: Batch, replacedIds: readonly number[]): { seal: Seal; catalogue: Catalogue } {
  const out = new Appender(index.file, index.seal.end);
  const before = index.catalogue;
  const tables = {} as { -readonly [Name in TableName]: readonly TableBlock[] }; // filled below, name by name
  const lengths = Uint32Array.from(batch.added, ({ shingles }) => shingles.length);
  const extent = batch.added.length === 0 ? [] : [appendRecords(out, batch.first, lengths, (i) => partsOf(batch.added[i]))];
  for (const name of TABLES) tables[name] = appendTable(index, out, name, batch);
  const dead =
    replacedIds.length === 0 ? before.dead : out.block(Buffer.from(Uint32Array.from([...index.dead, ...replacedIds]).sort().buffer));
  const catalogue: Catalogue = {
    batches: before.batches + 1,
    nextId: before.nextId + batch.added.length,
    articles: before.articles + batch.added.length - replacedIds.length,
    extents: [...before.extents, ...extent],
    dead,
    tables,
  };
  const block = out.block(Buffer.from(JSON.stringify(catalogue)));
  out.flush();
  return { seal: { sequence: index.seal.sequence + 1, catalogue: block, end: out.at }, catalogue };
}

function sealed(index: Index, { seal, catalogue }: { seal: Seal; catalogue: Catalogue }): Index {
  index.file.flush();
  const { bytes, at } = encodeSeal(seal);
  index.file.write(bytes, at);
  index.file.flush();
  return index.sealedAnew(seal, catalogue);
}

/** The tables of a name with that of the batch; when there are many of a size, they become one. */
function appendTable(index: Index, out: Appender, name: TableName, batch: Batch): readonly TableBlock[] {
  const writer = new TableWriter(out, SHAPES[name]);
  for (const entry of entriesOf(name, batch)) writer.add(entry);
  const made = writer.finish();
  const blocks = made === null ? index.catalogue.tables[name] : [...index.catalogue.tables[name], made];
  const from = tablesToMerge(blocks);
  if (from === blocks.length) return blocks;
  out.flush(); // the new table is read again
  const walks = blocks.slice(from).map((block) => new Table(index.file, block, SHAPES[name]).walk());
  const merged = mergeTables(walks, name, { ids: withoutDead(index.dead, batch.first + batch.added.length) }, out);
  return merged === null ? blocks.slice(0, from) : [...blocks.slice(0, from), merged];
}

/** Ids as they are, without the dead; null where there are none of those. */
function withoutDead(dead: ReadonlySet<number>, nextId: number): Uint32Array | null {
  if (dead.size === 0) return null;
  const ids = Uint32Array.from({ length: nextId }, (_, id) => id);
  for (const id of dead) ids[id] = GONE;
  return ids;
}
