import { lstatSync, readFileSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Skipped } from '../../article.ts';
import { reasonOf, UserError } from '../../errors.ts';
import type { Options } from '../../options.ts';
import { ENDINGS, Findings, refusalOf, STDIN, shownPath } from './findings.ts';
import type { FoundFile } from './foundFile.ts';
import { expandGlob, looksLikeGlob, type Match } from './globs.ts';
import type { PathSource } from './index.ts';
import { isSystemError } from './open.ts';
import { reasonFor, walk } from './walk.ts';

/**
 * Paths as given → the files to read, by path, each once; and what is skipped. Throws UserError for a path that does
 * not exist, and for no file at all unless that is allowed. onFound: called now and then while it goes on.
 */
export async function find(
  source: PathSource,
  options: Options,
  onFound: (files: number, bytes: number) => void = () => {},
): Promise<{ files: FoundFile[]; skipped: Skipped[] }> {
  const cwd = resolve(source.cwd ?? process.cwd());
  const listed = options.filesFrom === null ? [] : await listedPaths(source, options.filesFrom, options.null, cwd);
  const findings = new Findings(onFound);
  for (const path of source.paths) {
    if (path === STDIN) findings.addStdin();
    else await addPath(path, cwd, findings, options);
  }
  for (const path of listed) await addExisting(path, cwd, findings);
  const found = findings.sorted();
  if (found.files.length === 0 && !options.allowEmpty)
    throw nothingFound([...source.paths, ...(options.filesFrom === null ? [] : [options.filesFrom])], found.skipped);
  return found;
}

/** A path as it is, though it has glob characters in it; else a glob. */
async function addPath(given: string, cwd: string, findings: Findings, options: Options): Promise<void> {
  if (!looksLikeGlob(given) || exists(resolve(cwd, given))) return addExisting(given, cwd, findings);
  const matches = await expandGlob(given, cwd, findings);
  if (matches.length === 0 && !options.allowEmpty)
    throw new UserError(`nothing matches ${given}`, 'hidden and ignored files do not count; --allow-empty makes this an empty result');
  for (const match of matches) await addFound(match.path, cwd, findings, match);
}

async function addExisting(given: string, cwd: string, findings: Findings): Promise<void> {
  const missing = (why: string) => new UserError(`${why}: ${JSON.stringify(given)}`, `paths are looked up from ${cwd}`);
  if (given === '' || given.includes('\0')) throw missing('not a path');
  try {
    await addFound(resolve(cwd, given), cwd, findings, null);
  } catch (error) {
    throw isMissing(error) ? missing('no such file or folder') : error;
  }
}

/** A file whatever its ending, a folder with what is in it. match: what a glob knows of the path, null for a given path. */
async function addFound(path: string, cwd: string, findings: Findings, match: Match | null): Promise<void> {
  const shown = shownPath(cwd, path);
  const status = statusOf(path, shown, findings);
  if (status === null) return;
  const refusal = refusalOf(status);
  if (refusal !== null) return findings.skip(shown, refusal);
  findings.noteFolder(dirname(path));
  if (status.isFile()) return findings.addFile(shown, path, status);
  await walk(
    {
      path,
      shown: shown === '' ? '' : `${shown}/`,
      base: match === null || match.base === '' ? '' : `${match.base}/`,
      above: match?.above ?? null,
    },
    findings,
  );
}

/** null when the path cannot be looked at, which is noted; throws when there is none. */
function statusOf(path: string, shown: string, findings: Findings): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error)) throw error;
    findings.skip(shown, reasonFor(error));
    return null;
  }
}

function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // a NUL byte in it, or a folder above that may not be entered
  }
}

function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** The paths of --files-from; each is meant literally. */
async function listedPaths(source: PathSource, file: string, byNull: boolean, cwd: string): Promise<string[]> {
  if (file === STDIN && source.paths.includes(STDIN))
    throw new UserError('standard input is asked for both an article and the list of paths', 'give the list in a file: --files-from FILE');
  const list = file === STDIN ? await textOfStdin(source) : textOfList(resolve(cwd, file), file);
  const paths = byNull ? list.split('\0') : list.split(/\r?\n/);
  return paths.filter((path) => path !== '');
}

async function textOfStdin(source: PathSource): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stdin ?? process.stdin) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function textOfList(path: string, given: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UserError(
      `--files-from ${given} cannot be read: ${reasonOf(error)}`,
      'name a file with one path a line, or - for standard input',
    );
  }
}

function nothingFound(given: readonly string[], skipped: readonly Skipped[]): UserError {
  if (given.length === 0) return new UserError('no articles: no path was given', 'name files, folders or globs, or - for standard input');
  const names = given.length > 3 ? `${given.slice(0, 3).join(', ')} and ${given.length - 3} more` : given.join(', ');
  return new UserError(
    `no articles found in ${names}`,
    `in folders ${ENDINGS} are read, but for hidden and ignored files; --allow-empty makes this an empty result${firstOf(skipped)}`,
  );
}

/** Of so many files that were found. */
export function nothingRead(files: number, skipped: readonly Skipped[]): UserError {
  return new UserError(
    files === 1 ? 'no article in the one file found' : `no article in any of ${files} files found`,
    `give files with text; --allow-empty makes this an empty result${firstOf(skipped)}`,
  );
}

function firstOf(skipped: readonly Skipped[]): string {
  if (skipped.length === 0) return '';
  return `; skipped: ${skipped[0].path} (${skipped[0].reason})${skipped.length > 1 ? ` and ${skipped.length - 1} more` : ''}`;
}
