import { groupsIn, relationsIn, withStandings } from '../baseline/index.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import { withReport } from '../pipeline.ts';
import type { Report } from '../report.ts';
import { saved } from '../savedReport/figures.ts';
import { thousands } from '../stages/report/figures.ts';
import { inLargeChunks, renderers, writeReport } from '../stages/report/index.ts';
import { isKnown } from '../stages/report/known.ts';
import { heldAgainst, openBaseline } from './baselineFile.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { listFiles } from './listFiles.ts';
import type { Call } from './main.ts';
import { refuseMistypedCommand } from './mistyped.ts';
import { parseOutputs, refuseInputs } from './outputs.ts';
import { watch } from './progress.ts';
import { countSkipped } from './skipped.ts';
import { print, type Streams, sourceOf } from './streams.ts';
import { styleFor } from './style.ts';

/** `dedupe [paths…]`: the groups, in the format asked for. */
export async function run(call: Call, streams: Streams): Promise<ExitCode> {
  const { paths, options } = call;
  refuseMistypedCommand(paths[0]);
  if (options.listFiles) return listFiles({ paths, options }, streams);
  refuseIdleCheck(options.only, options.failOn);
  const outputs = parseOutputs(options.output);
  const baseline = openBaseline(options, outputs);
  const started = performance.now();
  const tellIt = (found: Report) => tell(found, { options, outputs, baseline, started }, streams);
  if (options.from !== null) return tellIt(await reportFrom(options.from, call, streams));
  const progress = watch(streams, options);
  const use = (found: Report) => {
    progress.clear();
    return tellIt(found);
  };
  // Figures as JSON keeps them: so that every format says the same of a report just made and of the same one read again.
  return withReport(sourceOf(paths, streams), options, progress, use, saved).finally(progress.clear);
}

interface Telling {
  readonly options: Options;
  readonly outputs: ReturnType<typeof parseOutputs>;
  readonly baseline: ReturnType<typeof openBaseline>;
  /** When the run began. */
  readonly started: number;
}

/** Writes and prints the report, and decides the exit code. */
async function tell(found: Report, { options, outputs, baseline, started }: Telling, streams: Streams): Promise<ExitCode> {
  refuseInputs(
    '--output',
    outputs.map(({ file }) => file),
    found,
    options.from,
  );
  // What was skipped is no article: the baseline may lie among them.
  if (baseline !== null) refuseInputs('--baseline', [baseline.file], { ...found, skipped: [] }, options.from);
  const report =
    baseline === null
      ? found
      : withStandings(found, heldAgainst(baseline, groupsIn(found), relationsIn(found.madeWith?.only ?? 'all'), options, streams));
  const seconds = (performance.now() - started) / 1000;
  for (const { format, file } of outputs) writeReport(file, renderers[format](report, styleFor(null, options, streams, null)));
  await print(streams.stdout, inLargeChunks(renderers[options.format](report, styleFor(streams.stdout, options, streams, seconds))));
  if (options.format !== 'text') countSkipped(report.skipped, options, streams);
  return verdict(report, options, streams);
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

/** The one rule that decides between exit 0 and 1: said aloud when it fails, and where a baseline has a part in it always. */
function verdict(report: Report, { failOn, baseline, quiet }: Options, { stderr }: Streams): ExitCode {
  if (failOn === 'none') return EXIT.clean;
  const groups = report[failOn];
  const known = groups.filter(isKnown).length;
  const count = groups.length - known;
  const nouns = failOn === 'copies' ? (['group of copies', 'groups of copies'] as const) : (['event', 'events'] as const);
  const isJudgedBy = baseline !== null || known > 0;
  const claim = isJudgedBy
    ? `${count > 0 ? 'fails' : 'passes'}: ${thousands(count)} new ${nouns[Number(count !== 1)]}, ${thousands(known)} known`
    : `${thousands(count)} ${nouns[Number(count !== 1)]} found`;
  if (!quiet && (count > 0 || isJudgedBy)) stderr.write(`dedupe: ${claim} (--fail-on ${failOn})\n`);
  return count > 0 ? EXIT.found : EXIT.clean;
}
