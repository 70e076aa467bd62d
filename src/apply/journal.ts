import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import { placeNew } from '../placeNew.ts';
import { sha256Of } from '../stages/read/sha256.ts';
import { syncFolder } from './file.ts';
import { isInside } from './paths.ts';
import { refusalOf } from './refusal.ts';
import type { Course, Step } from './step.ts';

const NAME = 'dedupe apply';
const VERSION = 1;

/**
 * What a run is about to do, on disk before it does it. JSON lines: a head with the course and a hash over all that
 * follows of the plan; a line a step; then, as the run goes on, the steps that are about to begin. An example:
 *
 *     {"journal":"dedupe apply","version":1,"at":".dedupe/apply-1f0c.jsonl","action":"delete","target":".dedupe/apply-1f0c.trash","steps":2,"sha256":"…"}
 *     {"from":"news/b.txt","sha256":"…","kept":"news/a.txt","keptSha256":"…"}
 *     {"from":"news/d.txt","sha256":"…","kept":"news/c.txt","keptSha256":"…"}
 *     {"begin":[0,1],"folders":[".dedupe/apply-1f0c.trash",".dedupe/apply-1f0c.trash/news"]}
 *
 * What became of a step that has begun is seen from the disk, not from here: so a journal cannot lie about it.
 */
export interface Journal extends Course {
  readonly file: string;
  readonly steps: readonly Step[];
  /** Steps that may have begun, by position. */
  readonly begun: Set<number>;
  /** Folders made for them, each before those in it. */
  readonly folders: string[];
  purged: boolean;
  /** Bytes to keep of a file whose last line was cut off; null when it is whole. */
  wholeBytes: number | null;
}

/** The journal of a plan: the same plan has the same one, so that a run that was cut off is found again. */
export function journalFile(action: Course['action'], moveTo: string | null, steps: readonly Step[]): string {
  return `.dedupe/apply-${sha256Of(Buffer.from(JSON.stringify([action, moveTo, steps]))).slice(0, 12)}.jsonl`;
}

/** Beside the journal and hidden with it, so that no run reads it as articles. */
export function trashOf(file: string): string {
  return `${file.replace(/\.jsonl$/, '')}.trash`;
}

/** Writes a new journal, whole or not at all. */
export function createJournal(file: string, course: Course, steps: readonly Step[]): Journal {
  const plan = steps.map(({ from, sha256, kept, keptSha256 }) => `${JSON.stringify({ from, sha256, kept, keptSha256 })}\n`).join('');
  const at = posix(relative('.', file));
  const head = headOf({ at, action: course.action, target: course.target, steps: steps.length }, plan);
  const folder = dirname(file);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    const fd = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(fd, `${head}\n${plan}`);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    placeNew(temporary, file);
    syncFolder(folder);
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    rmSync(temporary, { force: true });
  }
  return { file, ...course, steps, begun: new Set(), folders: [], purged: false, wholeBytes: null };
}

interface Head {
  readonly at: string;
  readonly action: Course['action'];
  readonly target: string;
  readonly steps: number;
}

function headOf(head: Head, plan: string): string {
  const { at, action, target, steps } = head;
  const facts = { at, action, target, steps };
  return JSON.stringify({ journal: NAME, version: VERSION, ...facts, sha256: hashOf(facts, plan) });
}

function hashOf({ at, action, target, steps }: Head, plan: string): string {
  return sha256Of(Buffer.from(`${JSON.stringify([at, action, target, steps])}\n${plan}`));
}

/** On disk before it returns: what is about to begin. */
export function noteBegin(journal: Journal, begin: readonly number[], folders: readonly string[]): void {
  append(journal, { begin, folders });
  for (const step of begin) journal.begun.add(step);
  journal.folders.push(...folders);
}

/** On disk before it returns: there is no way back any more. */
export function notePurge(journal: Journal): void {
  append(journal, { purged: true });
  journal.purged = true;
}

function append(journal: Journal, line: object): void {
  const { file, wholeBytes } = journal;
  try {
    if (wholeBytes !== null) truncateSync(file, wholeBytes);
    journal.wholeBytes = null;
    appendFileSync(file, `${JSON.stringify(line)}\n`, { flush: true });
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/**
 * Reads a journal back; what it says is checked before any of it is believed. Throws UserError for one that is foreign,
 * of another version, edited, cut short in its plan, or not of this folder. Its last line may be cut: a kill does that.
 */
export function openJournal(file: string): Journal {
  const content = contentOf(file);
  const lines = content.split('\n');
  const cut = lines.pop(); // '' after the last newline, or a line that was cut off and so never took effect
  const refuse = (what: string, hint = 'nothing was changed; the moved files, if any, lie where the journal says') =>
    new UserError(`${file} ${what}`, hint);
  const head = lines.length === 0 ? null : parseLine(lines[0]);
  if (head?.['journal'] !== NAME)
    throw refuse(
      content.startsWith('{"journal":"dedupe') ? 'is cut short' : 'is no journal of dedupe apply',
      `journals are written to .dedupe/apply-….jsonl`,
    );
  if (head['version'] !== VERSION)
    throw refuse(`has version ${JSON.stringify(head['version'])}; this dedupe reads ${VERSION}`, 'use the version of dedupe that wrote it');
  const { at, action, target, steps: count, sha256 } = head;
  if (
    typeof at !== 'string' ||
    (action !== 'move' && action !== 'delete' && action !== 'hardlink') ||
    typeof target !== 'string' ||
    !Number.isSafeInteger(count)
  )
    throw refuse('was edited: its first line is not as it was written');
  const stepCount = count as number; // checked just now
  const planLines = lines.slice(1, 1 + stepCount);
  if (planLines.length < stepCount) throw refuse(`is cut short: it holds ${planLines.length} of ${stepCount} steps`);
  const plan = planLines.map((line) => `${line}\n`).join('');
  if (hashOf({ at, action, target, steps: stepCount }, plan) !== sha256)
    throw refuse('was edited: its plan does not have the hash in its first line');
  if (resolve(at) !== resolve(file)) throw refuse('was made in another folder', `go to the folder in which it is ${at}, and undo it there`);

  const steps = planLines.map((line, i): Step => {
    const step = parseLine(line);
    const { from, sha256, kept, keptSha256 } = step ?? {};
    if (
      typeof from !== 'string' ||
      !isInside(from) ||
      typeof sha256 !== 'string' ||
      typeof kept !== 'string' ||
      typeof keptSha256 !== 'string'
    )
      throw refuse(`has no step on line ${i + 2}`);
    return { from, sha256, kept, keptSha256 };
  });
  const journal: Journal = {
    file,
    action,
    target,
    steps,
    begun: new Set(),
    folders: [],
    purged: false,
    wholeBytes: cut === '' ? null : Buffer.byteLength(content) - Buffer.byteLength(cut!),
  };
  for (const [i, line] of lines.slice(1 + stepCount).entries()) {
    const entry = parseLine(line);
    const { begin, folders } = entry ?? {};
    if (entry?.['purged'] === true) journal.purged = true;
    else if (isBegin(begin, stepCount) && isTexts(folders)) {
      for (const step of begin) journal.begun.add(step);
      journal.folders.push(...folders);
    } else throw refuse(`was edited: line ${i + 2 + stepCount} is no entry`);
  }
  return journal;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(
      `the journal ${file} cannot be read: ${reasonOf(error)}`,
      'its name was told when it was made: .dedupe/apply-….jsonl',
    );
  }
}

function parseLine(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch {
    return null;
  }
}

function isBegin(value: unknown, steps: number): value is number[] {
  return Array.isArray(value) && value.every((step) => Number.isInteger(step) && step >= 0 && step < steps);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function cannotWrite(file: string, error: unknown): unknown {
  const refusal = refusalOf(error, file);
  if (refusal === error || refusal instanceof UserError) return refusal;
  return new UserError(
    `the journal ${file} cannot be written: ${reasonOf(refusal)}`,
    'without it nothing is done; --journal names another file',
  );
}

function posix(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
