import { type Block, longestLine } from './block.ts';
import { LineSplitter } from './lines.ts';

const LF = 0x0a;
const BLOCK_BYTES = 1024 * 1024;

/** A stream of chunks → blocks of whole lines. An error of the stream comes after the lines before it; the one that it cuts is dropped. */
export async function* blocksOf(chunks: AsyncIterable<Buffer>, maxArticleBytes: number): AsyncGenerator<Block> {
  const ready: Block[] = [];
  let room = Buffer.allocUnsafeSlow(BLOCK_BYTES); // of its own: it is sent to another thread as a whole
  let filled = 0;
  const flush = (tooLong: number | null, nextBytes = BLOCK_BYTES) => {
    if (filled > 0 || tooLong !== null) ready.push({ bytes: room.subarray(0, filled), tooLong });
    room = Buffer.allocUnsafeSlow(Math.max(nextBytes, BLOCK_BYTES));
    filled = 0;
  };
  const lines = new LineSplitter(longestLine(maxArticleBytes), {
    line(bytes) {
      if (filled + bytes.length >= room.length) flush(null, bytes.length + 1);
      filled += bytes.copy(room, filled);
      room[filled++] = LF;
    },
    tooLong: (bytes) => flush(bytes),
  });
  let fault: unknown = null;
  try {
    for await (const chunk of chunks) {
      lines.push(chunk);
      yield* ready.splice(0);
    }
    lines.end();
  } catch (error) {
    fault = error;
  }
  flush(null);
  yield* ready;
  if (fault !== null) throw fault;
}
