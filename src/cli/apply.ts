import { existsSync, lstatSync } from 'node:fs';
import {
  act,
  type Course,
  createJournal,
  destinationOf,
  type Going,
  isInside,
  type Journal,
  journalFile,
  keptCheck,
  openJournal,
  type PlannedGroup,
  planOf,
  preview,
  purge,
  type Rules,
  refuseTaken,
  trashOf,
  undo,
  writeUnique,
} from '../apply/index.ts';
import type { CopyClass } from '../article.ts';
import { UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import type { Report } from '../report.ts';
import { chooseArticle } from '../savedReport/index.ts';
import { counted } from '../stages/report/figures.ts';
import { jsonLine, safe } from '../stages/report/index.ts';
import { exitOf, listed, showOutcome, showPlan, sizesOf } from './applyShown.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Call } from './main.ts';
import { watch } from './progress.ts';
import { readReport } from './savedReport.ts';
import { print, type Streams } from './streams.ts';

const ACTIONS = ['moveTo', 'delete', 'hardlink', 'uniqueTo'] as const;
const FLAGS = {
  moveTo: '--move-to',
  delete: '--delete',
  hardlink: '--hardlink',
  uniqueTo: '--unique-to',
  undo: '--undo',
  purge: '--purge',
} as const;

/** `dedupe apply REPORT`: shows what would be done to the copies, and with --yes does it; --undo and --purge take a journal. */
export async function apply(call: Call, streams: Streams): Promise<ExitCode> {
  const { paths, options } = call;
  const asked = ([...ACTIONS, 'undo', 'purge'] as const).filter((name) => options[name] !== null && options[name] !== false);
  if (asked.length > 1) throw new UserError(`${asked.map((name) => FLAGS[name]).join(' and ')} are given`, 'give exactly one of them');
  if (options.undo !== null || options.purge !== null) {
    if (paths.length > 0) throw new UserError(`${paths[0]} is given beside a journal`, 'the journal alone says what was done');
    return options.undo === null ? purgeJournal(options.purge!, options, streams) : undoJournal(options.undo, options, streams);
  }
  if (paths.length !== 1) throw new UserError(`${paths.length} reports are given`, 'name one: dedupe apply report.json');
  if (options.yes && asked.length === 0)
    throw new UserError('--yes without an action', `give one of ${ACTIONS.map((name) => FLAGS[name]).join(', ')}`);
  return applyReport(await readReport(paths[0], streams), call, streams);
}

async function applyReport(report: Report, call: Call, streams: Streams): Promise<ExitCode> {
  const { options } = call;
  const groups = planOf(report, await rulesOf(report, call));
  const steps = groups.flatMap(({ goes }) => goes);
  if (options.uniqueTo !== null) return applyUnique(options.uniqueTo, report, groups, steps, options, streams);
  const action = options.delete ? 'delete' : options.hardlink ? 'hardlink' : 'move';
  const file = options.journal ?? journalFile(action, options.moveTo, steps);
  // Without an action nothing is done: the preview is that of a move to a folder that is not there.
  const course: Course = { action, target: options.moveTo ?? trashOf(file) };
  refuseTarget(course, report);
  const earlier = existsSync(file) ? openJournal(file) : null;
  if (earlier !== null) refuseOther(earlier, course, steps);
  const isKept = await keptCheck(steps);
  if (!options.yes || steps.length === 0) {
    const outcome = preview(steps, course, earlier?.begun ?? new Set(), isKept);
    const isHalf = earlier !== null && steps.some((step, at) => earlier.begun.has(at) && existsSync(destinationOf(step, course)));
    const note = isHalf ? `A run has begun it; its journal is ${file}: --yes goes on, --undo takes it back.` : null;
    return showPlan(groups, steps, outcome, note, options, streams);
  }
  const journal = earlier ?? createJournal(file, course, steps);
  const bytes = sizesOf(steps.map(({ from }) => from));
  for (const step of steps)
    if (!bytes.has(step.from)) bytes.set(step.from, sizesOf([destinationOf(step, course)]).get(destinationOf(step, course)) ?? 0);
  const progress = watch(streams, options);
  const outcome = await act(journal, isKept, (done) => progress.progress('apply', done, steps.length)).finally(progress.clear);
  return showOutcome(journal, outcome, bytes, options, streams);
}

/** Which article stays: by the rule given, else by that of the report. */
async function rulesOf(report: Report, { options, given }: Call): Promise<Rules> {
  const { madeWith } = report;
  const policy = {
    representative: given.representative ?? (given.preferSource === undefined ? (madeWith?.representative ?? 'longest') : 'source'),
    preferSource: given.preferSource ?? madeWith?.preferSource ?? [],
  };
  const { default: ignore } = await import('ignore');
  const kept = ignore().add([...options.keepPath]);
  return {
    action: options.uniqueTo !== null ? 'unique' : options.delete ? 'delete' : options.hardlink ? 'hardlink' : 'move',
    relation: options.relation as readonly CopyClass[], // the table's choices are those
    choose: (members) => chooseArticle(members, policy),
    isKept: (path) => isInside(path) && kept.ignores(path.replace(/^\.\//, '')),
  };
}

/** A folder that holds articles of the report would mix what goes with what stays. */
function refuseTarget({ action, target }: Course, { articles }: Report): void {
  if (action !== 'move') return;
  const status = lstatSync(target, { throwIfNoEntry: false });
  if (status !== undefined && !status.isDirectory() && !status.isSymbolicLink())
    throw new UserError(`--move-to ${target} is not a folder`, 'name a folder, or one that is not there yet');
  const root = target.replace(/\/+$/, '').replace(/^\.\//, '');
  const inside = articles.find(({ path }) => root === '' || root === '.' || path.startsWith(`${root}/`));
  if (inside)
    throw new UserError(`--move-to ${target} holds an article of the report: ${inside.path}`, 'choose a folder apart from the articles');
}

function refuseOther(earlier: Journal, course: Course, steps: readonly Going[]): void {
  const same = earlier.action === course.action && earlier.target === course.target && earlier.steps.length === steps.length;
  if (
    !same ||
    earlier.steps.some(({ from, sha256, kept }, at) => from !== steps[at].from || sha256 !== steps[at].sha256 || kept !== steps[at].kept)
  )
    throw new UserError(`${earlier.file} is the journal of another plan`, 'name another with --journal');
  if (earlier.purged)
    throw new UserError(`${earlier.file} was purged, but not to its end`, `finish it: dedupe apply --purge ${earlier.file} --yes`);
}

async function applyUnique(
  target: string,
  report: Report,
  groups: readonly PlannedGroup[],
  steps: readonly Going[],
  options: Options,
  streams: Streams,
): Promise<ExitCode> {
  refuseTaken(target);
  const isKept = await keptCheck(steps);
  // A copy whose better half has changed or vanished is not left out.
  const left = new Set(steps.filter(isKept).map(({ from }) => from));
  const unique = report.articles.filter(({ path }) => !left.has(path));
  if (!options.yes) {
    const skipped = steps
      .filter((step) => !isKept(step))
      .map(({ from, kept }) => ({ path: from, reason: `${kept}, which would stay for it, has changed or vanished` }));
    return showPlan(
      groups,
      steps,
      { done: left.size, skipped },
      `${counted(unique.length, 'article')} would be written to ${target}.`,
      options,
      streams,
    );
  }
  const { articles, skipped } = await writeUnique(target, unique);
  const lines = [
    `${counted(articles, 'article')} written to ${safe(target)}, ${counted(left.size, 'copy', 'copies')} left out.`,
    ...listed(skipped),
  ];
  await print(streams.stdout, [
    options.format === 'json' ? `${jsonLine({ articles, leftOut: left.size, target, skipped })}\n` : `${lines.join('\n')}\n`,
  ]);
  return exitOf(skipped, options, streams);
}
async function undoJournal(file: string, options: Options, streams: Streams): Promise<ExitCode> {
  const { done, skipped } = undo(openJournal(file));
  const lines = [`${counted(done, 'file')} put back.`, ...listed(skipped)];
  await print(streams.stdout, [options.format === 'json' ? `${jsonLine({ done, skipped })}\n` : `${lines.join('\n')}\n`]);
  return exitOf(skipped, options, streams);
}

async function purgeJournal(file: string, options: Options, streams: Streams): Promise<ExitCode> {
  const journal = openJournal(file);
  if (!options.yes) {
    await print(streams.stdout, [`The trash ${safe(journal.target)} would be removed for good, with no undo after it (--yes does it).\n`]);
    return EXIT.clean;
  }
  const { done, skipped } = purge(journal);
  const lines = [`${counted(done, 'file')} removed for good.`, ...listed(skipped)];
  await print(streams.stdout, [options.format === 'json' ? `${jsonLine({ done, skipped })}\n` : `${lines.join('\n')}\n`]);
  return exitOf(skipped, options, streams);
}
