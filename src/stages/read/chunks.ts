import { readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

const PLAIN_BYTES = 1024 * 1024;
/** Packed bytes read at once, which unpack to 64 MB at most; and unpacked bytes taken at once, lost where a fault comes. */
const PACKED_BYTES = 64 * 1024;

/** What is wrong with a gzip file: 'ends early' … */
export class GzipFault extends Error {}

/** A file in chunks of 1 MB, in memory that is used again for the next. */
export async function* plainChunks(fd: number): AsyncGenerator<Buffer> {
  const room = Buffer.allocUnsafe(PLAIN_BYTES);
  for (let chunks = 1; ; chunks++) {
    const bytes = readSync(fd, room, 0, room.length, null);
    if (bytes === 0) return;
    yield room.subarray(0, bytes);
    if (chunks % 16 === 0) await setImmediate(); // Ctrl-C, progress
  }
}

/**
 * The content of a gzip file in chunks; the unpacked whole is never held, so a bomb costs time alone. Throws GzipFault when
 * the file is not whole, after the chunks before the fault.
 */
export async function* gunzipChunks(fd: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PACKED_BYTES });
  const chunks: Buffer[] = [];
  // Not `for await`: when an error comes, it throws away the chunks that still wait in the stream.
  gunzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const outcome = outcomeOf(gunzip);
  const room = Buffer.allocUnsafe(PACKED_BYTES);
  try {
    for (let bytes = readSync(fd, room); bytes > 0 && !isOver(gunzip); bytes = readSync(fd, room)) {
      await Promise.race([written(gunzip, room.subarray(0, bytes)), outcome]);
      yield* chunks.splice(0);
    }
    if (!isOver(gunzip)) gunzip.end();
    const fault = await outcome;
    yield* chunks.splice(0);
    if (fault !== null) throw new GzipFault(fault);
  } finally {
    gunzip.destroy(); // whoever took the chunks may want no more
  }
}

function outcomeOf(gunzip: Gunzip): Promise<string | null> {
  return new Promise((resolve) => {
    gunzip.on('end', () => resolve(null));
    gunzip.on('error', (error: Error & { code?: string }) => {
      resolve(error.code === 'Z_BUF_ERROR' ? 'ends early' : `is damaged (${error.message})`);
    });
  });
}

function written(gunzip: Gunzip, piece: Buffer): Promise<void> {
  return new Promise((resolve) => gunzip.write(piece, () => resolve()));
}

/** Failed, or at its end though bytes follow: gunzip stops at what is no further gzip member. */
function isOver(gunzip: Gunzip): boolean {
  return gunzip.destroyed || gunzip.readableEnded;
}
