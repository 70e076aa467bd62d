import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import { dedupe } from '../pipeline.ts';
import type { Report } from '../report.ts';
import { asSaved } from '../savedReport/figures.ts';
import { inLargeChunks, renderers, writeReport } from '../stages/report/index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { listFiles } from './listFiles.ts';
import type { Call } from './main.ts';
import { refuseMistypedCommand } from './mistyped.ts';
import { parseOutputs, refuseInputs } from './outputs.ts';
import { watch } from './progress.ts';
import { countSkipped } from './skipped.ts';
import { heedSignals, print, type Streams, sourceOf } from './streams.ts';
import { styleFor } from './style.ts';

/** `dedupe [paths…]`: the groups, in the format asked for. */
export async function run(call: Call, streams: Streams): Promise<ExitCode> {
  const { paths, options } = call;
  refuseMistypedCommand(paths[0]);
  if (options.listFiles) return listFiles({ paths, options }, streams);
  refuseIdleCheck(options.only, options.failOn);
  const outputs = parseOutputs(options.output);
  const started = performance.now();
  const report = options.from === null ? await reportOn(paths, options, streams) : await reportFrom(options.from, call, streams);
  refuseInputs(outputs, report, options.from);
  await heedSignals();
  const seconds = (performance.now() - started) / 1000;
  for (const { format, file } of outputs) writeReport(file, renderers[format](report, styleFor(null, options, streams, null)));
  await print(streams.stdout, inLargeChunks(renderers[options.format](report, styleFor(streams.stdout, options, streams, seconds))));
  if (options.format !== 'text') countSkipped(report.skipped, options, streams);
  return verdict(report, options, streams);
}

async function reportOn(paths: readonly string[], options: Options, streams: Streams): Promise<Report> {
  const progress = watch(streams, options);
  return asSaved(await dedupe(sourceOf(paths, streams), options, progress).finally(progress.clear));
}

/** --from: a saved report, under the bounds given. */
async function reportFrom(file: string, { paths, options, given }: Call, streams: Streams): Promise<Report> {
  if (paths.length > 0 || options.filesFrom !== null)
    throw new UserError(`--from reads no articles, and ${paths[0] ?? '--files-from'} was given`, 'give either a report or articles');
  const { readReport } = await import('./savedReport.ts');
  const { rethreshold } = await import('../savedReport/index.ts');
  const report = rethreshold(await readReport(file, streams), given, file);
  refuseIdleCheck(report.madeWith?.only ?? 'all', options.failOn);
  return report;
}

/** A check on what is not looked for would pass for ever. */
function refuseIdleCheck(only: Options['only'], failOn: Options['failOn']): void {
  if (only === 'all' || failOn === 'none' || only === failOn) return;
  throw new UserError(`--fail-on ${failOn} with --only ${only} would never fail`, `leave out --only, or give --fail-on ${only}`);
}

/** The one rule that decides between exit 0 and 1, said aloud when it fails. */
function verdict(report: Report, { failOn, quiet }: Options, { stderr }: Streams): ExitCode {
  if (failOn === 'none' || report[failOn].length === 0) return EXIT.clean;
  const count = report[failOn].length;
  const noun = failOn === 'copies' ? `group${count === 1 ? '' : 's'} of copies` : `event${count === 1 ? '' : 's'}`;
  if (!quiet) stderr.write(`dedupe: ${count} ${noun} found (--fail-on ${failOn})\n`);
  return EXIT.found;
}
