/** `--baseline FILE`: read before the run, held against its report, written when asked to. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  type Baseline,
  type BaselineEntry,
  type BaselineRelation,
  expiredOf,
  type FoundGroup,
  formatBaseline,
  match,
  parseBaseline,
  prune,
  staleOf,
  update,
} from '../baseline/index.ts';
import { reasonOf, UserError } from '../errors.ts';
import type { Options } from '../options.ts';
import type { Standing } from '../report.ts';
import { counted } from '../stages/report/figures.ts';
import { safe, writeReport } from '../stages/report/index.ts';
import { type Output, refuseUnwritable } from './outputs.ts';
import { readUpTo } from './readUpTo.ts';
import type { Streams } from './streams.ts';

/** A million groups; a stream without end must not fill the memory. */
const MOST_BYTES = 400_000_000;
/** Entries named one by one, without --verbose. */
const MOST_NAMED = 20;
/** Paths named of an entry. */
const PATHS = 3;

/** A baseline as it was read: null where --update-baseline is to make one. */
export interface BaselineFile {
  readonly file: string;
  readonly text: string | null;
  readonly baseline: Baseline;
}

/** The file of --baseline, checked as far as can be before the run; null where none is given. */
export function openBaseline({ baseline: file, updateBaseline, pruneBaseline }: Options, outputs: readonly Output[]): BaselineFile | null {
  const isWritten = updateBaseline || pruneBaseline;
  if (file === null) {
    if (!isWritten) return null;
    throw new UserError(
      `${updateBaseline ? '--update-baseline' : '--prune-baseline'} has no file to write`,
      'name it: --baseline baseline.json',
    );
  }
  if (outputs.some((output) => resolve(output.file) === resolve(file)))
    throw new UserError(`--baseline and --output both name ${file}`, 'give each a file of its own');
  if (isWritten) {
    refuseUnwritable(file, `--baseline ${file}`);
    if (existsSync(file) && !statSync(file).isFile())
      throw new UserError(`--baseline ${file} is no file that can be rewritten`, 'name a file');
  }
  const text = textOf(file);
  if (text !== null) return { file, text, baseline: parseBaseline(text, file) };
  if (updateBaseline) return { file, text, baseline: [] };
  throw new UserError(`--baseline ${file}: there is no such file`, 'make it of what is found today: add --update-baseline');
}

/** The text of the file; null where there is none. */
function textOf(file: string): string | null {
  try {
    const bytes = readUpTo(file, MOST_BYTES + 1);
    if (bytes.length <= MOST_BYTES) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null; // errors of node:fs have a code
    throw new UserError(`--baseline ${file} cannot be read: ${reasonOf(error)}`, 'name a file that --update-baseline has written');
  }
  throw new UserError(`--baseline ${file} is longer than 400 MB`, 'name a file that --update-baseline has written');
}

/**
 * What the baseline says of the groups found, in their order: as it is, or with --update-baseline and --prune-baseline as it is
 * from now on. `relations`: those that were looked for. Says on standard error what was written, what is stale and what has expired.
 */
export function heldAgainst(
  opened: BaselineFile,
  found: readonly FoundGroup[],
  relations: readonly BaselineRelation[],
  options: Options,
  { stderr }: Streams,
  now = new Date(),
): Standing[] {
  const { updateBaseline, pruneBaseline, quiet, verbose } = options;
  const setting = { today: now.toISOString().slice(0, 10), relations };
  let { baseline } = opened;
  if (updateBaseline) baseline = update(baseline, found, setting);
  if (pruneBaseline) baseline = prune(baseline, match(baseline, found, setting));
  const written = updateBaseline || pruneBaseline ? [write(opened, baseline)] : [];
  const matching = match(baseline, found, setting);
  const name = safe(opened.file);
  const lines = [
    ...written,
    ...staleLines(name, staleOf(baseline, matching), verbose),
    ...expiredLines(name, expiredOf(baseline, matching), verbose),
    ...namelessLines(found),
  ];
  if (!quiet) for (const line of lines) stderr.write(`dedupe: ${line}\n`);
  return matching.groups.map(({ standing }) => standing);
}

function staleLines(name: string, stale: ReturnType<typeof staleOf>, verbose: boolean): string[] {
  if (stale.length === 0) return [];
  const parts = stale.filter(({ isWhole }) => !isWhole).length;
  const inPart = parts === 0 ? '' : `, ${parts === stale.length ? 'in part' : `${parts} of them in part`}`;
  const count = `${name}: ${counted(stale.length, 'stale entry', 'stale entries')}${inPart}`;
  if (!verbose) return [`${count} (-v lists them, --prune-baseline takes them out)`];
  const listed = stale.map(({ entry, isWhole }) => `  ${isWhole ? 'stale' : 'stale in part'}: ${nameOf(entry)}`);
  return [`${count} (--prune-baseline takes them out)`, ...listed];
}

function expiredLines(name: string, expired: readonly BaselineEntry[], verbose: boolean): string[] {
  if (expired.length === 0) return [];
  const named = verbose ? expired : expired.slice(0, MOST_NAMED);
  const left = expired.length - named.length;
  return [
    ...named.map((entry) => {
      const why = entry.reason === null ? '' : ` (${safe(entry.reason)})`;
      return `${name}: accepted until ${entry.expires}, and no longer: ${nameOf(entry)}${why}`;
    }),
    ...(left === 0 ? [] : [`… and ${counted(left, 'more entry', 'more entries')} that expired (-v names all)`]),
    'an entry is renewed by hand: write another day, or take it out and accept its group anew',
  ];
}

/** Reports of earlier versions have no hashes. */
function namelessLines(found: readonly FoundGroup[]): string[] {
  const nameless = new Set(found.flatMap(({ articles }) => articles.flatMap(({ path, sha256 }) => (sha256 === null ? [path] : []))));
  if (nameless.size === 0) return [];
  return [`${counted(nameless.size, 'article')} without a content hash: always new, since the baseline is by content`];
}

/** Writes the baseline, unless it is the same; never over a file that is another than the one read. Says what was done. */
function write({ file, text, baseline: before }: BaselineFile, after: Baseline): string {
  const written = [...formatBaseline(after)].join('');
  const entries = counted(after.length, 'entry', 'entries');
  if (written === text) return `${safe(file)}: ${entries}, as before`;
  if (textOf(file) !== text) throw new UserError(`--baseline ${file} was changed while dedupe ran`, 'nothing was written; run it again');
  writeReport(file, [written]);
  return text === null ? `${safe(file)}: ${entries} written` : `${safe(file)}: ${entries}, before ${before.length}`;
}

function nameOf({ relation, articles }: BaselineEntry): string {
  const paths = articles.slice(0, PATHS).map(({ path }) => safe(path));
  const rest = articles.length > PATHS ? ` and ${articles.length - PATHS} more` : '';
  return `${relation} ${paths.join(', ')}${rest}`;
}
