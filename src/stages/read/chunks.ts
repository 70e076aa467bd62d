import { readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createGunzip, type Gunzip } from 'node:zlib';

const PLAIN_BYTES = 1024 * 1024;
/** Packed bytes read at once, which unpack to 64 MB at most; and unpacked bytes taken at once, lost where a fault comes. */
const PACKED_BYTES = 64 * 1024;

/** Takes the next chunk, whose memory is used again afterwards; false when no more are wanted. */
export type Take = (chunk: Buffer) => boolean;

/** A file in chunks of 1 MB; nothing can be wrong with it. */
export async function plainChunks(fd: number, take: Take): Promise<null> {
  const room = Buffer.allocUnsafe(PLAIN_BYTES);
  for (let chunks = 1; ; chunks++) {
    const bytes = readSync(fd, room, 0, room.length, null);
    if (bytes === 0 || !take(room.subarray(0, bytes))) return null;
    if (chunks % 16 === 0) await setImmediate(); // Ctrl-C, progress
  }
}

/**
 * The content of a gzip file in chunks; the unpacked whole is never held, so a bomb costs time alone.
 * Returns null when the file is whole, else what is wrong with it; the chunks before the fault have been taken.
 */
export async function gunzipChunks(fd: number, take: Take): Promise<string | null> {
  const gunzip = createGunzip({ chunkSize: PACKED_BYTES });
  let wanted = true;
  let thrown: unknown = null;
  // Not `for await`: when an error comes, it throws away the chunks that still wait in the stream.
  gunzip.on('data', (chunk: Buffer) => {
    try {
      wanted &&= take(chunk);
    } catch (error) {
      thrown = error; // here it would end the process
      wanted = false;
    }
  });
  const outcome = outcomeOf(gunzip);
  const room = Buffer.allocUnsafe(PACKED_BYTES);
  for (let bytes = readSync(fd, room); bytes > 0 && wanted && !isOver(gunzip); bytes = readSync(fd, room)) {
    await Promise.race([written(gunzip, room.subarray(0, bytes)), outcome]);
  }
  if (thrown !== null) throw thrown;
  if (!wanted) {
    gunzip.destroy();
    return null;
  }
  if (!isOver(gunzip)) gunzip.end();
  return outcome;
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
