/** An article as the index keeps it: three parts, of which most questions need one. No word of its text beyond the title. */
import { crc32 } from 'node:zlib';
import type { KnownRow } from '../engines/index.ts';
import { NO_DAY } from '../stages/link/index.ts';
import type { LineSurvey } from '../stages/strip/index.ts';
import type { Appender } from './file.ts';
import { DIRECTORY_ENTRY, type Extent, PARTS } from './layout.ts';

/** What an index keeps of an article. */
export interface StoredArticle extends KnownRow {
  readonly survey: LineSurvey;
  /** SHA-256 of its text, the first 16 bytes: unlike that of its bytes, the same in a file, in a record, and in another encoding. */
  readonly textHash: Buffer;
}

/** Part one without the shingles, which are part two. */
export type Features = Omit<StoredArticle, 'shingles' | 'survey'>;

const LISTS = ['stems', 'counts', 'numbers', 'names', 'quotes', 'amounts'] as const;
const TEXTS = ['path', 'title', 'source', 'encoding'] as const;
/** words, furnitureWords, flags, day, fingerprint 2, ages 4, text hash 4, lengths of the lists and texts. All of 32 bits. */
const FIXED = 14 + LISTS.length + TEXTS.length;
const FURNITURE_ONLY = 1;
const HAS_SOURCE = 2;
const HAS_SHA256 = 4;
const SHA256_BYTES = 32;

/** All numbers as 32 bits, the lists behind them, then the texts in UTF-8, and the hash of its bytes where it has one. */
export function encodeFeatures(article: Features): Buffer {
  const { info } = article;
  const texts = [info.path, info.title, info.source ?? '', info.encoding].map((text) => Buffer.from(text));
  const lists = LISTS.map((name) => article[name]);
  const listed = lists.reduce((sum, list) => sum + list.length, 0);
  const numbers = new Uint32Array(FIXED + listed);
  const flags =
    (article.furnitureOnly ? FURNITURE_ONLY : 0) | (info.source === null ? 0 : HAS_SOURCE) | (info.sha256 === null ? 0 : HAS_SHA256);
  numbers.set([article.words, article.furnitureWords, flags | (article.weekdays << 8) | (article.months << 16), info.day ?? NO_DAY]);
  numbers.set(article.fingerprint, 4);
  numbers.set(article.ages, 6);
  for (let i = 0; i < 4; i++) numbers[10 + i] = article.textHash.readUInt32LE(4 * i);
  numbers.set(
    [...lists, ...texts].map(({ length }) => length),
    14,
  );
  let at = FIXED;
  for (const list of lists) {
    numbers.set(list, at);
    at += list.length;
  }
  return Buffer.concat([Buffer.from(numbers.buffer), ...texts, Buffer.from(info.sha256 ?? '', 'hex')]);
}

/** `bytes` has memory of its own: the lists are views of it. */
export function decodeFeatures(bytes: Buffer): Features {
  const { buffer, byteOffset } = bytes;
  const fixed = new Uint32Array(buffer, byteOffset, FIXED);
  let at = byteOffset + 4 * FIXED;
  const lists = LISTS.map((_, i) => {
    const list = new Uint32Array(buffer, at, fixed[14 + i]);
    at += 4 * list.length;
    return list;
  });
  const [path, title, source, encoding] = TEXTS.map((_, i) => {
    const length = fixed[14 + LISTS.length + i];
    const text = bytes.toString('utf8', at - byteOffset, at - byteOffset + length);
    at += length;
    return text;
  });
  const sha256 = (fixed[2] & HAS_SHA256) === 0 ? null : bytes.toString('hex', at - byteOffset, at - byteOffset + SHA256_BYTES);
  const day = fixed[3] | 0;
  return {
    words: fixed[0],
    furnitureWords: fixed[1],
    furnitureOnly: (fixed[2] & FURNITURE_ONLY) !== 0,
    weekdays: (fixed[2] >>> 8) & 0xff,
    months: fixed[2] >>> 16,
    fingerprint: fixed.subarray(4, 6),
    ages: fixed.subarray(6, 10),
    textHash: Buffer.from(buffer, byteOffset + 40, 16),
    stems: lists[0],
    counts: lists[1],
    numbers: lists[2],
    names: lists[3],
    quotes: lists[4],
    amounts: lists[5],
    ordinary: null,
    info: { path, title, source: (fixed[2] & HAS_SOURCE) !== 0 ? source : null, encoding, day: day === NO_DAY ? null : day, sha256 },
  };
}

export function encodeShingles(shingles: Uint32Array): Buffer {
  // As they are: the distances of 350 hashes of 32 bits take 24 bits each, so that coding them saves a tenth at most.
  return Buffer.from(shingles.slice().buffer);
}

export function decodeShingles(bytes: Buffer): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** Keys as doubles, then words, starts and sample as 32 bits, behind the number of lines. */
export function encodeSurvey({ keys, words, sampleStarts, sample }: LineSurvey): Buffer {
  const numbers = new Uint32Array(words.length + sampleStarts.length + sample.length);
  numbers.set(words);
  numbers.set(sampleStarts, words.length);
  numbers.set(sample, words.length + sampleStarts.length);
  const head = new Float64Array(1 + keys.length);
  head[0] = keys.length;
  head.set(keys, 1);
  return Buffer.concat([Buffer.from(head.buffer), Buffer.from(numbers.buffer)]);
}

export function decodeSurvey(bytes: Buffer): LineSurvey {
  const { buffer, byteOffset } = bytes;
  const count = bytes.readDoubleLE(0);
  const keys = new Float64Array(buffer, byteOffset + 8, count);
  const at = byteOffset + 8 * (count + 1);
  const rest = new Uint32Array(buffer, at, (bytes.length - 8 * (count + 1)) / 4);
  return {
    keys,
    words: rest.subarray(0, count),
    sampleStarts: rest.subarray(count, 2 * count + 1),
    sample: rest.subarray(2 * count + 1),
  };
}

/** The parts of an article, as they lie in the file. */
export function partsOf(article: StoredArticle): Buffer[] {
  return [encodeFeatures(article), encodeShingles(article.shingles), encodeSurvey(article.survey)];
}

/** Writes the records of articles first, first + 1 …, with their directory. `lengths`: how many shingles each has. */
export function appendRecords(out: Appender, first: number, lengths: Uint32Array, recordOf: (i: number) => readonly Buffer[]): Extent {
  const directory = Buffer.alloc(lengths.length * DIRECTORY_ENTRY);
  for (let i = 0; i < lengths.length; i++) {
    const entry = i * DIRECTORY_ENTRY;
    directory.writeDoubleLE(out.at, entry);
    for (const [part, bytes] of recordOf(i).entries()) {
      directory.writeUInt32LE(bytes.length, entry + 8 + 4 * part);
      directory.writeUInt32LE(crc32(bytes), entry + 8 + 4 * PARTS + 4 * part);
      out.write(bytes);
    }
  }
  const column = Buffer.from(lengths.buffer, lengths.byteOffset, lengths.byteLength);
  return { first, count: lengths.length, directory: out.block(directory), lengths: out.block(column) };
}
