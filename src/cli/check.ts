import { statSync } from 'node:fs';
import { relationsIn } from '../baseline/index.ts';
import { findAgainst } from '../check/against.ts';
import { groupsIn, judge } from '../check/index.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import { checkRenderers, inLargeChunks, writeReport } from '../stages/report/index.ts';
import { heldAgainst, openBaseline } from './baselineFile.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { parseOutputs, refuseInputs } from './outputs.ts';
import { watch } from './progress.ts';
import { countSkipped } from './skipped.ts';
import { print, type Streams, sourceOf } from './streams.ts';
import { styleFor } from './style.ts';

/** `dedupe check [paths…] --against INDEX|FOLDER`: what of the batch the archive has already, and whether that is too much. */
export async function check({ paths, options }: Call, streams: Streams): Promise<ExitCode> {
  if (options.against === null) throw new UserError('check needs an archive', 'give --against INDEX, or --against FOLDER');
  refuseIdleCheck(options);
  const formats = Object.keys(checkRenderers);
  const render = checkRenderers[options.format]!; // the table gives check no other
  const outputs = parseOutputs(options.output, formats);
  const baseline = openBaseline(options, outputs);
  const started = performance.now();
  const progress = watch(streams, options);
  const found = await findAgainst(sourceOf(paths, streams), options.against, options, progress).finally(progress.clear);
  const articles = found.rows.map(({ info }) => info);
  const written = outputs.map(({ file }) => file);
  refuseInputs('--output', written, { articles, skipped: found.skipped }, options.against);
  if (baseline !== null) refuseBaselineIn(options.against, baseline.file, articles);
  const standings = baseline === null ? null : heldAgainst(baseline, groupsIn(found), relationsIn(options.only), options, streams);
  const report = judge(found, options, standings);
  const seconds = (performance.now() - started) / 1000;
  for (const { format, file } of outputs) {
    const chunks = checkRenderers[format]?.(report, styleFor(null, options, streams, null));
    if (chunks) writeReport(file, chunks);
  }
  await print(streams.stdout, inLargeChunks(render(report, styleFor(streams.stdout, options, streams, seconds))));
  if (options.format !== 'text') {
    countSkipped(report.skipped, options, streams);
    if (!options.quiet) streams.stderr.write(`dedupe: ${report.gate.rule}\n`);
  }
  return report.gate.passes ? EXIT.clean : EXIT.found;
}

/** What was skipped is no article, nor is all that a folder has: the baseline may lie among them. */
function refuseBaselineIn(against: string, file: string, articles: readonly { readonly path: string }[]): void {
  refuseInputs(
    '--baseline',
    [file],
    { articles, skipped: [] },
    statSync(against, { throwIfNoEntry: false })?.isDirectory() ? null : against,
  );
}

/** A check on what is not looked for would pass for ever. */
function refuseIdleCheck({ only, failOn }: Options): void {
  if (only === 'events' && failOn !== 'none')
    throw new UserError(`--fail-on ${failOn} with --only events would overlook copies`, 'leave out --only, or give --fail-on none');
  if (only === 'copies' && failOn === 'events')
    throw new UserError('--fail-on events with --only copies would never fail on events', 'leave out --only, or give --fail-on copies');
}
