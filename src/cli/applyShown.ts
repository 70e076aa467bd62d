import { lstatSync } from 'node:fs';
import { type Going, type Journal, type Outcome, type PlannedGroup, renderPlan } from '../apply/index.ts';
import { sizeInWords } from '../apply/planText.ts';
import type { Skipped } from '../article.ts';
import type { Options } from '../options.ts';
import { counted, thousands } from '../stages/report/figures.ts';
import { inLargeChunks, jsonLine, safe } from '../stages/report/index.ts';
import { colorLevel } from './color.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { columnsOf, print, type Streams } from './streams.ts';

/** The preview, and what --yes shows where nothing goes: group by group what stays and goes, then what is left as it is, and the totals. */
export async function showPlan(
  groups: readonly PlannedGroup[],
  steps: readonly Going[],
  { done, skipped }: Outcome,
  note: string | null,
  options: Options,
  streams: Streams,
): Promise<ExitCode> {
  const { stdout, env } = streams;
  const sizes = sizesOf(groups.flatMap(({ stays, goes }) => [...stays.map(({ path }) => path), ...goes.map(({ from }) => from)]));
  const refused = new Set(skipped.map(({ path }) => path));
  const going = steps.filter(({ from }) => !refused.has(from));
  const bytes = totalOf(sizes, going);
  const copies = groups.reduce((sum, { stays, goes }) => sum + stays.length + goes.length - 1, 0);
  if (options.format === 'json') {
    const plan = groups.map(({ id, title, stays, goes }) => ({
      id,
      title,
      stays: stays.map((each) => ({ ...each, bytes: sizes.get(each.path) ?? null })),
      goes: goes.map(({ from, kept, relation, jaccard }) => ({ path: from, kept, relation, jaccard, bytes: sizes.get(from) ?? null })),
    }));
    await print(stdout, [`${jsonLine({ groups: plan, skipped, totals: { copies, go: done, bytes } })}\n`]);
    return exitOf(skipped, options, streams);
  }
  const style = {
    width: columnsOf(stdout),
    color: colorLevel(options.color, stdout, env),
    top: options.top,
    all: options.all,
    seconds: null,
  };
  await print(stdout, inLargeChunks(renderPlan({ groups, sizes }, style)));
  const totals = `${thousands(done)} of ${counted(copies, 'copy', 'copies')} would go, ${sizeInWords(bytes)}.`;
  const lines = [
    ...listed(skipped),
    totals,
    ...(note === null ? [] : [safe(note)]),
    `Nothing was changed: ${options.yes ? 'there is nothing to do' : 'this is a preview (--yes does it)'}.`,
  ];
  await print(stdout, [`${lines.join('\n')}\n`]);
  return exitOf(skipped, options, streams);
}

const DONE = { move: 'moved', delete: 'deleted', hardlink: 'linked' } as const;

/** What a run has done, and the ways back and on. */
export async function showOutcome(
  journal: Journal,
  { done, skipped }: Outcome,
  sizes: ReadonlyMap<string, number>,
  options: Options,
  streams: Streams,
): Promise<ExitCode> {
  const { action, target, file, steps } = journal;
  const refused = new Set(skipped.map(({ path }) => path));
  const bytes = totalOf(
    sizes,
    steps.filter(({ from }) => !refused.has(from)),
  );
  const where = action === 'move' ? ` below ${safe(target)}` : '';
  const lines = [
    `${counted(done, 'copy', 'copies')} ${DONE[action]}${where}, ${sizeInWords(bytes)}.`,
    ...listed(skipped),
    `Undo:  dedupe apply --undo ${safe(file)}`,
    ...(action === 'move' ? [] : [`Purge: dedupe apply --purge ${safe(file)} --yes   (frees the space; no undo after it)`]),
  ];
  await print(streams.stdout, [
    options.format === 'json' ? `${jsonLine({ action, done, bytes, skipped, journal: file })}\n` : `${lines.join('\n')}\n`,
  ]);
  return exitOf(skipped, options, streams);
}
export function listed(skipped: readonly Skipped[]): string[] {
  if (skipped.length === 0) return [];
  return [
    `${counted(skipped.length, 'file')} left as ${skipped.length === 1 ? 'it is' : 'they are'}:`,
    ...skipped.map(({ path, reason }) => `  ${safe(path)}: ${safe(reason)}`),
  ];
}

/** Not all was done, or could be done, as asked. */
export function exitOf(skipped: readonly Skipped[], { quiet }: Options, { stderr }: Streams): ExitCode {
  if (skipped.length === 0) return EXIT.clean;
  if (!quiet) stderr.write(`dedupe: ${counted(skipped.length, 'file')} left as ${skipped.length === 1 ? 'it is' : 'they are'}\n`);
  return EXIT.failed;
}

export function sizesOf(paths: readonly string[]): Map<string, number> {
  return new Map(
    paths.flatMap((path): [string, number][] => {
      try {
        return [[path, lstatSync(path).size]];
      } catch {
        return []; // vanished, or a record
      }
    }),
  );
}

function totalOf(sizes: ReadonlyMap<string, number>, steps: readonly { readonly from: string }[]): number {
  return steps.reduce((sum, { from }) => sum + (sizes.get(from) ?? 0), 0);
}
