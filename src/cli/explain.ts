import { UserError } from '../errors.ts';
import { explain as explainPair } from '../pipeline.ts';
import { jsonLine, renderExplanation } from '../stages/report/index.ts';
import { colorLevel } from './color.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { columnsOf, print, type Streams, sourceOf } from './streams.ts';

/** `dedupe explain A B`: how the two compare. */
export async function explain({ paths, options }: Call, streams: Streams): Promise<ExitCode> {
  if (paths.length !== 2) throw new UserError(`explain takes two articles, not ${paths.length}`, 'dedupe explain a.txt b.txt');
  const { stdout, env } = streams;
  const { format } = options;
  const explanation = await explainPair(sourceOf(paths, streams), options);
  const style = { width: columnsOf(stdout), color: colorLevel(options.color, stdout, env) };
  await print(stdout, format === 'json' ? [`${jsonLine(explanation)}\n`] : renderExplanation(explanation, style));
  return EXIT.clean;
}
