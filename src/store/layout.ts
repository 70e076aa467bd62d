/**
 * The index as a file, drawn once. Little-endian throughout. What is sealed is never written again: a batch is appended,
 * flushed, and sealed by one write of 64 bytes, so that a reader, or the next writer after a crash, sees whole batches.
 *
 *        0  head       magic 16 · format u32 · length u32 · crc32 u32 · settings as JSON
 *     1024  seal A     crc32 u32 · sequence u32 · catalogue at f64 · bytes u32 · crc32 u32 · sealed bytes f64
 *     2048  seal B     the older of the two is overwritten; the younger counts
 *     4096  blocks     batch after batch: records, directory, tables, catalogue; what lies behind the seal is no one's
 *
 * A record is an article in three parts, each with a checksum of its own, since most questions need only one of them:
 * what is known of it with its features, its shingles, its lines. A directory has 32 bytes an article:
 *
 *     record at f64 · bytes of the parts 3 × u32 · crc32 of the parts 3 × u32
 *
 * A table is a sorted list of keys with what is known of each, cut into chunks of about 2 KB that are read one by one
 * (see table.ts). Ids are positions in the order of adding; an article that was replaced leaves its id empty.
 */
import { crc32 } from 'node:zlib';

export const MAGIC = 'newsdedupe index';
/** Goes up when an older program could not read what a newer one wrote, or their digests of one text would differ. */
export const FORMAT = 2;

export const HEAD_BYTES = 4096;
const SEAL_AT = [1024, 2048] as const;
const SEAL_BYTES = 64;
export const DIRECTORY_ENTRY = 32;
export const PARTS = 3;

/** A stretch of the file with its checksum. */
export interface Block {
  readonly at: number;
  readonly bytes: number;
  readonly crc: number;
}

/** What lies in the tables: see `tables.ts` for what each key says. */
export const TABLES = ['shingles', 'briefs', 'stems', 'numbers', 'quotes', 'probes', 'lines', 'paths', 'texts'] as const;
export type TableName = (typeof TABLES)[number];

/** Articles first … first + count − 1. */
export interface Extent {
  readonly first: number;
  readonly count: number;
  readonly directory: Block;
  /** Shingles of each article, u32. */
  readonly lengths: Block;
}

/** A table; its list of chunks as three columns: first key f64, at f64 from the table's own, crc32 u32. */
export interface TableBlock {
  readonly at: number;
  readonly bytes: number;
  readonly keys: number;
  readonly chunks: Block;
}

/** All that a seal vouches for. */
export interface Catalogue {
  /** Batches since the index was built. */
  readonly batches: number;
  readonly nextId: number;
  /** Articles that are in the index. */
  readonly articles: number;
  readonly extents: readonly Extent[];
  /** Ids of articles that were replaced, u32, rising. */
  readonly dead: Block | null;
  readonly tables: { readonly [Name in TableName]: readonly TableBlock[] };
}

export interface Seal {
  readonly sequence: number;
  readonly catalogue: Block;
  /** The file counts up to here. */
  readonly end: number;
}

export function encodeHead(settings: string): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  const json = Buffer.from(settings);
  head.write(MAGIC, 'latin1');
  head.writeUInt32LE(FORMAT, 16);
  head.writeUInt32LE(json.length, 20);
  head.writeUInt32LE(crc32(json), 24);
  json.copy(head, 28);
  return head;
}

/** The settings; null when the checksum is against it. */
export function decodeSettings(head: Buffer): string | null {
  const length = head.readUInt32LE(20);
  if (length > SEAL_AT[0] - 28) return null;
  const json = head.subarray(28, 28 + length);
  return crc32(json) === head.readUInt32LE(24) ? json.toString() : null;
}

export function formatOf(head: Buffer): number {
  return head.readUInt32LE(16);
}

/** A seal and where it goes: seals take turns. */
export function encodeSeal({ sequence, catalogue, end }: Seal): { bytes: Buffer; at: number } {
  const bytes = Buffer.alloc(SEAL_BYTES);
  bytes.writeUInt32LE(sequence, 4);
  bytes.writeDoubleLE(catalogue.at, 8);
  bytes.writeUInt32LE(catalogue.bytes, 16);
  bytes.writeUInt32LE(catalogue.crc, 20);
  bytes.writeDoubleLE(end, 24);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  return { bytes, at: SEAL_AT[sequence % 2] };
}

/** The younger seal of a head; null when one of the two is damaged. The first batch leaves one of them blank. */
export function decodeSeal(head: Buffer): Seal | null {
  const seals = SEAL_AT.map((at) => head.subarray(at, at + SEAL_BYTES));
  const written = seals.filter((bytes) => bytes.some((byte) => byte !== 0));
  if (written.length === 0 || written.some((bytes) => crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0))) return null;
  const [first, second = first] = written.map((bytes) => ({
    sequence: bytes.readUInt32LE(4),
    catalogue: { at: bytes.readDoubleLE(8), bytes: bytes.readUInt32LE(16), crc: bytes.readUInt32LE(20) },
    end: bytes.readDoubleLE(24),
  }));
  return second.sequence > first.sequence ? second : first;
}
