import { constants } from 'node:os';
import { describe, EXIT } from './exit.ts';
import { main } from './main.ts';
import { isGone, type Streams } from './streams.ts';
import { VERSION } from './version.ts';

/** Runs the program with what the process was given. Sets process.exitCode, so that output in a pipe is never cut off. */
export async function start(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stop(128 + constants.signals[signal]));
  }
  for (const out of [process.stdout, process.stderr]) out.on('error', ignoreGone);
  // Without this Node would exit with 1, which means findings.
  process.once('uncaughtException', (error) => {
    process.stderr.write(describe(error, VERSION, true));
    process.exit(EXIT.failed);
  });
  process.exitCode = await main(process.argv.slice(2), streamsOfProcess());
}

/**
 * Ends at once, with what a shell says of a program that a signal ended. Outputs are written in one go, so that a
 * signal comes before or after each, and never finds one half-written.
 */
function stop(code: number): never {
  if (process.stderr.isTTY) process.stderr.write('\n'); // the prompt goes below the progress line
  process.exit(code);
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
