import { constants } from 'node:os';
import { describe, EXIT } from './exit.ts';
import { main } from './main.ts';
import { isGone, type Streams } from './streams.ts';
import { VERSION } from './version.ts';

/** Runs the program with what the process was given. Sets process.exitCode, so that output in a pipe is never cut off. */
export async function start(): Promise<void> {
  if (process.pid === FIRST_PROCESS) endOnSignals();
  for (const out of [process.stdout, process.stderr]) out.on('error', ignoreGone);
  // Without this Node would exit with 1, which means findings.
  process.once('uncaughtException', (error) => {
    process.stderr.write(describe(error, VERSION, true));
    process.exit(EXIT.failed);
  });
  process.once('beforeExit', tellOfNoAnswer);
  const code = await main(process.argv.slice(2), streamsOfProcess());
  process.off('beforeExit', tellOfNoAnswer);
  process.exitCode = code;
}

/** Of a container: the kernel spares it every signal that it has no handler for. */
const FIRST_PROCESS = 1;

/**
 * Any other process is ended by the signal itself, at once, whatever it computes or waits for; a handler runs between two
 * turns of the event loop, which in a large run are half a minute apart, and not at all while a pipe is opened that nobody
 * writes to. Nothing is tidied up on the way: a file is whole under its name, or not there.
 */
function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Node ends with 0 when nothing is left to wait for, and a gate would take that for an answer. */
function tellOfNoAnswer(): void {
  process.stderr.write(
    'dedupe: the run came to no end: it waits for something that never comes\n' +
      '  if your dedupe.config.* is code, look at what it awaits\n',
  );
  process.exitCode = EXIT.failed;
}

/** The error also reaches the callback of the write that met it; here it is only kept from ending the process. */
function ignoreGone(error: Error): void {
  if (!isGone(error)) process.exitCode = EXIT.failed;
}

function streamsOfProcess(): Streams {
  return {
    // Opened when read: merely touching it would hold a terminal or a pipe.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
  };
}
