import { listFiles as list } from '../stages/read/index.ts';
import { safe } from '../stages/report/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { nameSkipped } from './skipped.ts';
import { print, type Streams, sourceOf } from './streams.ts';

/** --list-files: the files a run would read, one a line. A pipe gets the names as they are, a terminal made safe. */
export async function listFiles({ paths, options }: Pick<Call, 'paths' | 'options'>, streams: Streams): Promise<ExitCode> {
  const { files, skipped } = await list(sourceOf(paths, streams), options);
  const shown = streams.stdout.isTTY ? files.map(safe) : files;
  await print(
    streams.stdout,
    shown.map((file) => `${file}\n`),
  );
  nameSkipped(skipped, options, streams);
  return EXIT.clean;
}
