import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type Findings, isRead, refusalOf } from './findings.ts';
import { compare } from './gather.ts';
import { IGNORE_FILES, isIgnored, type Rules, rulesIn } from './ignored.ts';
import { isSystemError, unreadable } from './open.ts';

/** A folder to walk. */
export interface Folder {
  readonly path: string;
  /** As reports show it: '' or with a "/" at its end. */
  readonly shown: string;
  /** Below the root whose ignore files count: '' or with a "/" at its end. */
  readonly base: string;
  /** The rules of the folders above. */
  readonly above: Rules | null;
}

/** Between two pauses, for Ctrl-C and for workers that are being started. */
const ENTRIES_PER_PAUSE = 500;

/**
 * Finds the files to read below a folder. Hidden and ignored ones are left out; links, pipes, sockets and devices are
 * skipped with a reason, and so is a folder that cannot be listed. Cost: one lstat a file.
 */
export async function walk(root: Folder, findings: Findings): Promise<void> {
  const folders = [root];
  let entries = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (findings.walked.has(folder.path)) continue;
    findings.walked.add(folder.path);
    const listed = list(folder, findings);
    folders.push(...walkOne(folder, listed, findings).reverse());
    entries += listed.length;
    if (entries < ENTRIES_PER_PAUSE) continue;
    entries = 0;
    await setImmediate();
  }
}

function list(folder: Folder, findings: Findings): Dirent[] {
  try {
    return readdirSync(folder.path, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name));
  } catch (error) {
    findings.skip(folder.shown.slice(0, -1) || '.', reasonFor(error));
    return [];
  }
}

/** Notes the folder's files and returns the folders in it. */
function walkOne(folder: Folder, listed: readonly Dirent[], findings: Findings): Folder[] {
  const own = IGNORE_FILES.filter((name) => listed.some((entry) => entry.name === name));
  const rules = rulesIn(folder.path, folder.base, folder.above, own, (file, reason) => findings.skip(folder.shown + file, reason));
  const folders: Folder[] = [];
  for (const entry of listed) {
    const { name } = entry;
    if (name.startsWith('.') || isIgnored(rules, folder.base + name, entry.isDirectory())) continue;
    const path = `${folder.path}/${name}`;
    const shown = folder.shown === '' && name === '-' ? './-' : folder.shown + name;
    const refusal = refusalOf(entry);
    if (refusal !== null) findings.skip(shown, refusal);
    else if (entry.isDirectory()) folders.push({ path, shown: `${shown}/`, base: `${folder.base}${name}/`, above: rules });
    else if (isRead(name)) addFile(shown, path, findings);
  }
  return folders;
}

/** A file found in a folder; it may have gone, or become something else, since the folder was listed. */
function addFile(shown: string, path: string, findings: Findings): void {
  try {
    const status = lstatSync(path);
    const refusal = refusalOf(status);
    if (refusal === null) findings.addFile(shown, path, status);
    else findings.skip(shown, refusal);
  } catch (error) {
    findings.skip(shown, reasonFor(error));
  }
}

/** The reason for `skipped`; an error that is not of the file system is a bug and goes on. */
export function reasonFor(error: unknown): string {
  if (!isSystemError(error)) throw error;
  return (unreadable(error) as Error).message; // a system error becomes Unreadable
}
