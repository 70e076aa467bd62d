import { readFileSync, statSync } from 'node:fs';
import { reasonOf, UserError } from '../errors.ts';
import { type Labels, parseLabels } from '../evaluate/index.ts';
import { evaluateRun } from '../evaluateRun.ts';
import type { Evaluation } from '../evaluation.ts';
import type { Options } from '../options.ts';
import { decode } from '../stages/read/decode.ts';
import { jsonLine, renderEvaluation, safe } from '../stages/report/index.ts';
import { colorLevel } from './color.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { watch } from './progress.ts';
import { columnsOf, print, type Streams, sourceOf } from './streams.ts';

/** `dedupe evaluate [paths…] --labels FILE`: how good the run is, which bound fits the labels, and the worst mistakes. */
export async function evaluate({ paths, options }: Call, streams: Streams): Promise<ExitCode> {
  const { format, color, labels: file } = options;
  if (file === null) throw new UserError('no labels given', 'dedupe evaluate news --labels labels.tsv');
  const labels = await readLabels(file); // before the run: an hour's work should not end at a mistyped name
  const progress = watch(streams, options);
  const evaluation = await evaluateRun(sourceOf(paths, streams), labels, options, progress).finally(progress.clear);
  const { stdout, env } = streams;
  const style = { width: columnsOf(stdout), color: colorLevel(color, stdout, env) };
  await print(stdout, format === 'json' ? [`${jsonLine(evaluation)}\n`] : renderEvaluation(evaluation, style));
  if (format === 'json') countWarnings(evaluation, options, streams);
  return verdict(evaluation, options, streams);
}

/** Far more than anybody labels; a table this long is something else. */
const MOST_BYTES = 200_000_000;

async function readLabels(file: string): Promise<Labels> {
  const decoded = await decode(bytesOf(file));
  if ('refused' in decoded) throw new UserError(`${file}: ${decoded.refused}`, 'save the labels as TSV or CSV');
  return parseLabels(decoded.text.toString(), file);
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES) throw new Error(`${size} bytes are too many for labels`);
    return readFileSync(file);
  } catch (error) {
    throw new UserError(`--labels ${file} cannot be read: ${reasonOf(error)}`, 'give a TSV or CSV file');
  }
}

function countWarnings({ labels }: Evaluation, { quiet }: Options, { stderr }: Streams): void {
  const { length } = labels.warnings;
  if (!quiet && length > 0)
    stderr.write(`dedupe: ${safe(labels.file)}: ${length} row${length === 1 ? '' : 's'} left out, listed in labels.warnings\n`);
}

/** The one rule that decides between exit 0 and 1, said aloud when it fails. */
function verdict({ relations }: Evaluation, { failUnder, quiet }: Options, { stderr }: Streams): ExitCode {
  const failed = relations.filter(({ isJudged, f1 }) => isJudged && f1 < failUnder);
  for (const { relation, f1 } of quiet ? [] : failed)
    stderr.write(`dedupe: F1 of ${relation === 'event' ? 'events' : 'copies'} is ${f1.toFixed(4)} (--fail-under ${failUnder})\n`);
  return failed.length > 0 ? EXIT.found : EXIT.clean;
}
