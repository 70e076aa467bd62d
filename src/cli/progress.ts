import type { Options } from '../options.ts';
import type { Observer } from '../pipeline.ts';
import { columnsOf, type Streams } from './streams.ts';

/** A run shorter than this shows no progress: a line that flashes tells nothing. */
const QUIET_MS = 1000;
/** Between two changes of the line, so that it stays readable and costs nothing. */
const REFRESH_MS = 100;
const CLEAR_LINE = '\r\x1b[K';

/** Progress as one line on a terminal, and with --verbose a line for each stage done. Nothing without either. */
export interface Watch extends Required<Observer> {
  /** Takes the progress line away. */
  clear(): void;
}

export function watch({ stderr, env }: Streams, options: Options, now: () => number = performance.now.bind(performance)): Watch {
  const showsProgress = stderr.isTTY === true && env['TERM'] !== 'dumb' && !options.quiet;
  const due = now() + QUIET_MS;
  let next = due;
  let isShown = false;

  function clear(): void {
    if (isShown) stderr.write(CLEAR_LINE);
    isShown = false;
  }
  function progress(stage: string, done: number, total: number): void {
    if (!showsProgress || now() < next) return;
    next = now() + REFRESH_MS;
    isShown = true;
    const line = total > 0 ? `${stage}: ${figure(done)} of ${figure(total)}` : `${stage}: ${figure(done)}`;
    stderr.write(`\r${line.slice(0, columnsOf(stderr) - 1)}\x1b[K`);
  }
  function finished(stage: string, milliseconds: number, note: string): void {
    if (!options.verbose) return;
    clear();
    stderr.write(`${`${stage.padEnd(8)} ${milliseconds.toFixed(0).padStart(7)} ms  ${note}`.trimEnd()}\n`);
  }
  return { progress, finished, clear };
}

function figure(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
