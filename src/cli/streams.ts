import { UserError } from '../errors.ts';
import type { Source } from '../stages/read/index.ts';

/** Where a command reads and writes: those of the process, or a test's own. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What is asked of an output stream. */
export interface Out {
  write(text: string, done?: (error?: Error | null) => void): boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Paths as a source; standard input is not touched unless it is read. */
export function sourceOf(paths: readonly string[], streams: Streams): Source {
  return {
    paths,
    get stdin() {
      return streams.stdin;
    },
  };
}

/** Columns of a terminal; 80 for a file, a pipe, and a terminal that does not know its size and says 0. */
export function columnsOf(out: Out | null): number {
  const columns = out?.columns ?? 0;
  return columns > 0 ? columns : 80;
}

/** Writes the chunks, waiting for each. A reader that has gone (`| head`) ends it early and quietly. */
export async function print(out: Out, chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) if ((await write(out, chunk)) === 'gone') return;
}

function write(out: Out, text: string): Promise<'written' | 'gone'> {
  return new Promise((resolve, reject) => {
    out.write(text, (error) => {
      if (!error) resolve('written');
      else if (isGone(error)) resolve('gone');
      else reject(new UserError(`standard output cannot be written: ${error.message}`));
    });
  });
}

/** True for the errors of a pipe whose reader has closed it. */
export function isGone(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException; // every stream error of Node's has a code
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}
