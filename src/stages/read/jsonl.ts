import { fstatSync } from 'node:fs';
import type { RecordSettings } from './block.ts';
import { blocksOf } from './blocks.ts';
import { GzipFault, gunzipChunks, plainChunks } from './chunks.ts';
import { isGzip } from './decode.ts';
import type { FoundFile } from './foundFile.ts';
import type { Gathering } from './gather.ts';
import { LineSplitter } from './lines.ts';
import { fill, type OpenFiles, withFileAsync } from './open.ts';
import type { Task } from './piece.ts';
import { Records } from './records.ts';

/** What a thread reads at once: 4 ms of work, so that none waits long for another. */
const STRETCH_BYTES = 1024 * 1024;
/** A NUL byte in here makes a file binary. */
const HEAD_BYTES = 65_536;

/**
 * A .jsonl, .ndjson, .jsonl.gz or .ndjson.gz as pieces: a plain file in stretches, by position, a packed one in blocks of
 * lines, as it unpacks. What is no record is skipped as file:line and the rest is read. Whether it is packed is seen from its
 * first bytes. Throws Unreadable.
 */
export async function* recordTasks(
  file: FoundFile,
  settings: RecordSettings,
  gathering: Gathering,
  files: OpenFiles,
): AsyncGenerator<Task> {
  const { shown, path, bytes } = file;
  if (bytes === 0) return gathering.skip(shown, 'empty');
  const fd = files.open(path);
  const records = new Records(shown, settings, gathering);
  const head = fill(Buffer.alloc(HEAD_BYTES), fd, 0);
  let fault: string | null = null;
  if (isGzip(head)) fault = yield* packedTasks(fd, records, settings);
  else if (/\.gz$/i.test(shown)) records.stop('not gzip, though named so');
  else yield* plainTasks(fd, head, records);
  const take = () => {
    records.end(fault);
    files.close(fd);
  };
  yield { piece: null, take };
}

function* plainTasks(fd: number, head: Buffer, records: Records): Generator<Task> {
  records.stopUnlessText(head);
  const { size } = fstatSync(fd);
  const first = markBytes(head);
  for (let from = first; from < size && !records.isStopped; from += STRETCH_BYTES) {
    const stretch = { from, past: Math.min(from + STRETCH_BYTES, size), isFirst: from === first };
    yield records.task({ kind: 'stretch', fd, stretch });
  }
}

/** Returns what is wrong with the file: its last line is incomplete then, and dropped. */
async function* packedTasks(fd: number, records: Records, settings: RecordSettings): AsyncGenerator<Task, string | null> {
  try {
    for await (const block of blocksOf(textChunks(fd, records), settings.maxArticleBytes)) {
      yield records.task({ kind: 'block', block });
      if (records.isStopped) break;
    }
    return null;
  } catch (error) {
    if (error instanceof GzipFault) return error.message;
    throw error;
  }
}

/** The content of a packed file without its mark; nothing when it is no text. */
async function* textChunks(fd: number, records: Records): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of gunzipChunks(fd)) {
    if (isFirst) records.stopUnlessText(chunk.subarray(0, HEAD_BYTES));
    if (records.isStopped) return;
    yield isFirst ? chunk.subarray(markBytes(chunk)) : chunk;
    isFirst = false;
  }
}

/**
 * The lines of such a file, in the bytes that a record's hash is made of; a line is good only inside the call. Throws
 * Unreadable. What is no record is handed on as well.
 */
export async function eachLine(path: string, take: (line: Buffer) => void): Promise<void> {
  await withFileAsync(path, async (fd) => {
    const lines = new LineSplitter(Number.MAX_SAFE_INTEGER, { line: take, tooLong() {} });
    const head = fill(Buffer.alloc(2), fd, 0);
    let isFirst = true;
    try {
      for await (const chunk of isGzip(head) ? gunzipChunks(fd) : plainChunks(fd)) {
        lines.push(isFirst ? chunk.subarray(markBytes(chunk)) : chunk);
        isFirst = false;
      }
      lines.end();
    } catch (error) {
      if (!(error instanceof GzipFault)) throw error; // the lines before the fault were handed on
    }
  });
}

/** Length of the byte-order mark that a file begins with. */
function markBytes(head: Buffer): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}
