import { closeSync, openSync, readSync } from 'node:fs';

const PIECE_BYTES = 65_536;

/**
 * The first bytes of a file, or of a pipe. Not readFileSync: a pipe (`<(…)`) has no size, and may have no end.
 * Throws as node:fs does.
 */
export function readUpTo(file: string, most: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    while (size < most) {
      const chunk = Buffer.allocUnsafe(Math.min(PIECE_BYTES, most - size));
      const read = readSync(handle, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(handle);
  }
}
