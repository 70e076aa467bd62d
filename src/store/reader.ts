import { crc32 } from 'node:zlib';
import { UserError } from '../errors.ts';
import { damaged, IndexFile } from './file.ts';
import {
  type Block,
  type Catalogue,
  DIRECTORY_ENTRY,
  decodeSeal,
  decodeSettings,
  FORMAT,
  formatOf,
  HEAD_BYTES,
  MAGIC,
  PARTS,
  type Seal,
  type TableName,
} from './layout.ts';
import { decodeFeatures, decodeShingles, decodeSurvey, type Features, type StoredArticle } from './record.ts';
import { compareSettings, parseSettings, type Settings, type Shaping } from './settings.ts';
import { type Entry, Table } from './table.ts';
import { keyOfPath, keyOfText, SHAPES } from './tables.ts';

const FEATURES = 0;
const SHINGLES = 1;
const SURVEY = 2;
/** A reader may meet a seal while it is written; the next look finds it whole. */
const LOOKS = 5;
const LOOK_MS = 20;

/**
 * Opens an index as it was last sealed; whoever adds to it meanwhile is not seen. Checks, in this order: that it is a file, an
 * index, of this format, whole, and built with these options (null takes any). Throws UserError, naming which of them fails.
 */
export function openIndex(path: string, asked: Shaping | null, forWriting = false): Index {
  const file = IndexFile.open(path, forWriting);
  try {
    const { settings, seal } = checkedHead(file);
    if (asked !== null) compareSettings(path, settings, asked);
    return new Index(file, settings, seal, catalogueOf(file, seal));
  } catch (error) {
    file.close();
    throw error;
  }
}

function checkedHead(file: IndexFile): { settings: Settings; seal: Seal } {
  const { path } = file;
  const bytes = file.bytes;
  let head = file.readRaw(0, HEAD_BYTES);
  const isIndex = head.length >= MAGIC.length && head.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (!isIndex) throw new UserError(`${path} is no index of dedupe`, 'name a file that dedupe index build has made');
  if (head.length < HEAD_BYTES) throw truncated(path, bytes, HEAD_BYTES);
  if (formatOf(head) > FORMAT)
    throw new UserError(`${path} has format ${formatOf(head)}, and this version of dedupe knows ${FORMAT} at most`, 'use a newer dedupe');
  if (formatOf(head) < FORMAT)
    throw new UserError(
      `${path} has format ${formatOf(head)}, of an older dedupe; this version reads ${FORMAT}`,
      'build it again with: dedupe index build',
    );
  const json = decodeSettings(head);
  const settings = json === null ? null : parseSettings(json);
  if (settings === null) throw damaged(path, 'its head is not what was written');
  let seal = decodeSeal(head);
  for (let look = 1; seal === null && look < LOOKS; look++) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_MS);
    head = file.readRaw(0, HEAD_BYTES);
    seal = decodeSeal(head);
  }
  if (seal === null) throw damaged(path, 'its seal is not what was written');
  if (seal.end > file.bytes) throw truncated(path, file.bytes, seal.end);
  return { settings, seal };
}

function truncated(path: string, bytes: number, wanted: number): UserError {
  return new UserError(
    `${path} is truncated: ${bytes} bytes of at least ${wanted}`,
    'restore it from a backup, or build it again with: dedupe index build',
  );
}

function catalogueOf(file: IndexFile, seal: Seal): Catalogue {
  return JSON.parse(file.read(seal.catalogue).toString()); // what the checksum vouches for was written by us
}

/** An open index, as it was sealed. Every read is checked and throws UserError for bytes that are not those written. */
export class Index {
  private readonly tables = new Map<TableName, Table[]>();
  private readonly directories = new Map<number, Buffer>();
  private deadIds: ReadonlySet<number> | undefined;
  private counts: Uint32Array | undefined;
  private readonly scratch = { buffer: Buffer.alloc(0) };

  constructor(
    readonly file: IndexFile,
    readonly settings: Settings,
    readonly seal: Seal,
    readonly catalogue: Catalogue,
  ) {}

  get path(): string {
    return this.file.path;
  }

  /** Articles that are in the index. */
  get count(): number {
    return this.catalogue.articles;
  }

  /** Ids go from 0 to below this; some of them may be dead. */
  get nextId(): number {
    return this.catalogue.nextId;
  }

  get dead(): ReadonlySet<number> {
    return (this.deadIds ??= new Set(this.catalogue.dead === null ? [] : numbersOf(this.file.read(this.catalogue.dead))));
  }

  /** Shingles of every article, by id. */
  get shingleCounts(): Uint32Array {
    if (this.counts) return this.counts;
    const counts = new Uint32Array(this.nextId);
    for (const { first, lengths } of this.catalogue.extents) counts.set(numbersOf(this.file.read(lengths)), first);
    return (this.counts = counts);
  }

  features(id: number): Features {
    return decodeFeatures(this.part(id, FEATURES));
  }
  shingles(id: number): Uint32Array {
    return decodeShingles(this.part(id, SHINGLES));
  }
  survey(id: number): StoredArticle['survey'] {
    return decodeSurvey(this.part(id, SURVEY));
  }
  article(id: number): StoredArticle {
    return { ...this.features(id), shingles: this.shingles(id), survey: this.survey(id) };
  }

  /** Calls back for each key that a table has, once for every batch that told of it. Keys rise, each once. */
  lookUp(name: TableName, keys: ArrayLike<number>, see: (at: number, entry: Entry) => void): void {
    const sought = new Float64Array(keys); // one type for every table: V8 compiles a loop anew for each
    for (const table of this.tablesOf(name)) table.lookUp(sought, see);
  }

  /** Reads now what has to be in memory before anything is looked up there. */
  prepare(...names: readonly TableName[]): void {
    for (const name of names) this.tablesOf(name);
    this.shingleCounts;
  }

  tablesOf(name: TableName): readonly Table[] {
    const open = this.tables.get(name);
    if (open) return open;
    const opened = this.catalogue.tables[name].map((block) => new Table(this.file, block, SHAPES[name]));
    this.tables.set(name, opened);
    return opened;
  }

  /** The ids of those paths that are in the index. */
  idsOfPaths(paths: readonly string[]): Map<string, number> {
    const wanted = new Set(paths);
    const found = new Map<string, number>();
    for (const id of this.idsOf('paths', paths.map(keyOfPath))) {
      const { path } = this.features(id).info;
      if (wanted.has(path)) found.set(path, id);
    }
    return found;
  }

  /** The ids of the articles that have one of the texts. */
  idsOfTexts(hashes: readonly Buffer[]): number[] {
    const wanted = new Set(hashes.map((hash) => hash.toString('hex')));
    return this.idsOf('texts', hashes.map(keyOfText)).filter((id) => wanted.has(this.features(id).textHash.toString('hex')));
  }

  /** The same file with another batch sealed. */
  sealedAnew(seal: Seal, catalogue: Catalogue): Index {
    return new Index(this.file, this.settings, seal, catalogue);
  }

  close(): void {
    this.file.close();
  }

  private idsOf(name: 'paths' | 'texts', keys: readonly number[]): number[] {
    const ids: number[] = [];
    this.lookUp(name, Float64Array.from(new Set(keys)).sort(), (_, entry) => {
      for (let i = 0; i < entry.length; i++) if (!this.dead.has(entry.ids[i])) ids.push(entry.ids[i]);
    });
    return ids;
  }

  /** The parts of an article as they lie in the file, in memory that the next asked for takes. */
  record(id: number): Buffer[] {
    const blocks = Array.from({ length: PARTS }, (_, part) => this.blockOf(id, part));
    const bytes = this.file.readInto(this.scratch, blocks[0].at, sum(blocks));
    let from = 0;
    return blocks.map((block) => {
      const part = bytes.subarray(from, (from += block.bytes));
      if (part.length < block.bytes || crc32(part) !== block.crc) throw this.file.unlike(block.at, block.bytes);
      return part;
    });
  }

  private part(id: number, part: number): Buffer {
    return this.file.read(this.blockOf(id, part));
  }

  private blockOf(id: number, part: number): Block {
    const { directory, first } = this.extentOf(id);
    const entry = (id - first) * DIRECTORY_ENTRY;
    let at = directory.readDoubleLE(entry);
    for (let before = 0; before < part; before++) at += directory.readUInt32LE(entry + 8 + 4 * before);
    return { at, bytes: directory.readUInt32LE(entry + 8 + 4 * part), crc: directory.readUInt32LE(entry + 8 + 4 * PARTS + 4 * part) };
  }

  private extentOf(id: number): { directory: Buffer; first: number } {
    const { extents } = this.catalogue;
    let low = 0;
    for (let high = extents.length; high - low > 1; ) {
      const middle = (low + high) >>> 1;
      if (extents[middle].first <= id) low = middle;
      else high = middle;
    }
    const { first, directory: block } = extents[low];
    let directory = this.directories.get(first);
    if (!directory) this.directories.set(first, (directory = this.file.read(block)));
    return { directory, first };
  }
}

function sum(blocks: readonly Block[]): number {
  return blocks.reduce((total, { bytes }) => total + bytes, 0);
}

function numbersOf(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}
