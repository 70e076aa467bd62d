import { readSync } from 'node:fs';
import { gunzipChunks, plainChunks } from './chunks.ts';
import { isGzip, utf16ByMark } from './decode.ts';
import type { Fields } from './fields.ts';
import type { Gathering } from './gather.ts';
import { LineSplitter } from './lines.ts';
import { isBlank } from './newlines.ts';
import { withFileAsync } from './open.ts';
import { parseRecord } from './record.ts';

/** A file that holds no records at all is given up here, before it fills the report with its lines. */
const HOPELESS_LINES = 1000;

/**
 * Each line of a .jsonl, .ndjson, .jsonl.gz or .ndjson.gz as an article, in one pass that holds one line at a time.
 * What is no record is skipped as file:line and the rest is read. Whether it is packed is seen from its first bytes.
 */
export async function readRecords(shown: string, path: string, bytes: number, fields: Fields, gathering: Gathering): Promise<void> {
  if (bytes === 0) return gathering.skip(shown, 'empty');
  await withFileAsync(path, async (fd) => {
    const records = new Records(shown, fields, gathering);
    const head = Buffer.alloc(2);
    readSync(fd, head, 0, 2, 0);
    if (isGzip(head)) records.end(await gunzipChunks(fd, records.take));
    else if (/\.gz$/i.test(shown)) gathering.skip(shown, 'not gzip, though named so');
    else records.end(await plainChunks(fd, records.take));
  });
}

/**
 * The lines of such a file, in the bytes that a record's hash is made of; a line is good only inside the call. Throws
 * Unreadable. What is no record is handed on as well.
 */
export async function eachLine(path: string, take: (line: Buffer) => void): Promise<void> {
  await withFileAsync(path, async (fd) => {
    const lines = new LineSplitter(Number.MAX_SAFE_INTEGER, { line: take, tooLong() {} });
    let started = false;
    const push = (chunk: Buffer): boolean => {
      lines.push(started ? chunk : withoutMark(chunk));
      started = true;
      return true;
    };
    const head = Buffer.alloc(2);
    readSync(fd, head, 0, 2, 0);
    const fault = isGzip(head) ? await gunzipChunks(fd, push) : await plainChunks(fd, push);
    if (fault === null) lines.end();
  });
}

/** One file's records, from its first chunk to its end. */
class Records {
  readonly #shown: string;
  readonly #fields: Fields;
  readonly #gathering: Gathering;
  readonly #lines: LineSplitter;
  #started = false;
  #stopped = false;
  #read = 0;
  #refused = 0;

  constructor(shown: string, fields: Fields, gathering: Gathering) {
    this.#shown = shown;
    this.#fields = fields;
    this.#gathering = gathering;
    // JSON escapes (\n, \u00e9) make a line longer than its text; 64 KB are for the other fields
    this.#lines = new LineSplitter(2 * gathering.maxArticleBytes + 65_536, {
      line: (line, number) => this.#add(line, number),
      tooLong: (bytes, number) => this.#tooLong(bytes, number),
    });
  }

  readonly take = (chunk: Buffer): boolean => {
    const content = this.#started ? chunk : this.#start(chunk);
    if (!this.#stopped) this.#lines.push(content);
    return !this.#stopped;
  };

  /** fault: what is wrong with the gzip file, whose last line is incomplete then. */
  end(fault: string | null): void {
    if (fault !== null)
      return this.#gathering.skip(this.#shown, `gzip ${fault} after ${this.#read} ${this.#read === 1 ? 'record' : 'records'}`);
    if (this.#stopped) return;
    this.#lines.end();
    if (this.#read + this.#refused === 0) this.#gathering.skip(this.#shown, 'empty');
  }

  /** Looks at the first chunk: its byte-order mark is dropped, and what is no UTF-8 text is left alone as a whole. */
  #start(chunk: Buffer): Buffer {
    this.#started = true;
    if (utf16ByMark(chunk) !== null) this.#stop('UTF-16; JSON lines must be UTF-8');
    else if (chunk.subarray(0, 65_536).includes(0)) this.#stop('binary, not text');
    return withoutMark(chunk);
  }

  #stop(reason: string): void {
    this.#stopped = true;
    this.#gathering.skip(this.#shown, reason);
  }

  #add(line: Buffer, number: number): void {
    if (this.#stopped || isBlank(line)) return;
    const record = parseRecord(line, this.#fields);
    if ('refused' in record) return this.#refuse(number, record.refused);
    this.#read++;
    const { id, text, ...info } = record;
    const wanted = id === null ? `${this.#shown}:${number}` : `${this.#shown}#${id}`;
    this.#gathering.addText({ path: this.#gathering.recordPath(wanted, number), ...info }, text);
  }

  #refuse(number: number, reason: string): void {
    this.#gathering.skip(`${this.#shown}:${number}`, reason);
    this.#refused++;
    if (this.#read === 0 && this.#refused === HOPELESS_LINES) this.#stop(`given up: no record in the first ${HOPELESS_LINES} lines`);
  }

  #tooLong(bytes: number, number: number): void {
    if (this.#stopped) return;
    this.#refused++;
    this.#gathering.skipTooLarge(`${this.#shown}:${number}`, bytes);
  }
}

/** The first chunk without its byte-order mark. */
function withoutMark(chunk: Buffer): Buffer {
  return chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
}
