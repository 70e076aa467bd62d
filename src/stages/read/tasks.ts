import type { RecordSettings } from './block.ts';
import { holdsRecords, STDIN } from './findings.ts';
import type { FoundFile } from './foundFile.ts';
import type { Gathering } from './gather.ts';
import type { PathSource } from './index.ts';
import { recordTasks } from './jsonl.ts';
import { type OpenFiles, Unreadable } from './open.ts';
import { type Task, taskOf } from './piece.ts';
import { readStdin } from './text.ts';

/** Text files that a thread reads at once: 5 ms of work. */
const FILES_A_PIECE = 128;
const BYTES_A_PIECE = 2 * 1024 * 1024;

/** All that is to be done to read the files, in their order; onRead is called as they get done. */
export async function* tasksOf(
  files: readonly FoundFile[],
  source: PathSource,
  settings: RecordSettings,
  gathering: Gathering,
  open: OpenFiles,
  onRead: (files: number) => void,
): AsyncGenerator<Task> {
  for (const run of runsOf(files)) {
    const [first] = run;
    if (first.shown === STDIN) {
      const take = async () => gathering.add(await readStdin(source.stdin ?? process.stdin, settings.maxArticleBytes), () => STDIN);
      yield { piece: null, take };
    } else if (holdsRecords(first.shown)) {
      try {
        yield* recordTasks(first, settings, gathering, open);
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        gathering.skip(first.shown, error.message);
      }
    } else {
      yield taskOf({ kind: 'texts', files: run }, (part) => gathering.add(part, (entry) => run[entry].shown));
    }
    yield { piece: null, take: () => onRead(run.length) };
  }
}

/** Text files in runs for a thread; any other file by itself. */
function runsOf(files: readonly FoundFile[]): FoundFile[][] {
  const runs: FoundFile[][] = [];
  let bytes = 0;
  let isOpen = false;
  for (const file of files) {
    const isText = file.shown !== STDIN && !holdsRecords(file.shown);
    const run = runs.at(-1);
    if (run !== undefined && isOpen && isText && run.length < FILES_A_PIECE && bytes + file.bytes <= BYTES_A_PIECE) {
      run.push(file);
      bytes += file.bytes;
    } else {
      runs.push([file]);
      bytes = file.bytes;
      isOpen = isText;
    }
  }
  return runs;
}
