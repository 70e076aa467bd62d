import type { Options } from '../options.ts';
import type { TextStyle } from '../stages/report/index.ts';
import { colorLevel } from './color.ts';
import { columnsOf, type Out, type Streams } from './streams.ts';

/** The style of a stream; of a file without one. The time is for a person at a terminal: a log gets the same bytes each run. */
export function styleFor(out: Out | null, options: Options, { env }: Streams, seconds: number | null): TextStyle {
  const { top, all, color } = options;
  return {
    width: columnsOf(out),
    color: out === null ? 0 : colorLevel(color, out, env),
    top,
    all,
    seconds: out?.isTTY ? seconds : null,
  };
}
