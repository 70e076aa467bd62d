import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Skipped } from '../article.ts';
import { type Journal, noteBegin } from './journal.ts';
import { missingFolders } from './paths.ts';
import { codeOf, Refusal, refusalOf } from './refusal.ts';
import { type Course, destinationOf, examine, perform, type Step } from './step.ts';

/** Steps that one entry of the journal announces: an fsync for so many, and so many to look at after a crash. */
const BATCH = 32;

/** What became of the steps: how many are done, and the files left as they are, with the reason. */
export interface Outcome {
  readonly done: number;
  readonly skipped: readonly Skipped[];
}

/** True when the article that a copy goes for is still what the report saw; asked once for each. */
export type KeptCheck = (step: Step) => boolean;

/** What act would do at this moment: nothing is changed. */
export function preview(steps: readonly Step[], course: Course, begun: ReadonlySet<number>, isKept: KeptCheck): Outcome {
  const skipped: Skipped[] = [];
  for (const [at, step] of steps.entries()) {
    const reason = reasonAgainst(() => look(step, course, begun.has(at), isKept), step);
    if (reason !== null) skipped.push(reason);
  }
  return { done: steps.length - skipped.length, skipped };
}

/**
 * Carries out a journal's steps, or what an interrupted run has left of them. Before each file is touched its bytes, and
 * those of the article that stays for it, are compared with the report's hashes, and the step stands in the journal. A
 * file that does not fit is left as it is and listed. A full disk ends the run with UserError; it can be gone on with.
 */
export async function act(journal: Journal, isKept: KeptCheck, progress: (done: number) => void): Promise<Outcome> {
  const skipped: Skipped[] = [];
  const { steps } = journal;
  for (let start = 0; start < steps.length; start += BATCH) {
    progress(start);
    await setImmediate(); // lets Ctrl-C through, between two steps at most
    const batch = [...steps.entries()].slice(start, start + BATCH).filter(([at, step]) => {
      const reason = reasonAgainst(() => look(step, journal, journal.begun.has(at), isKept), step);
      if (reason !== null) skipped.push(reason);
      return reason === null;
    });
    if (batch.length === 0) continue;
    const folders = [...new Set(batch.flatMap(([, step]) => missingFolders(destinationOf(step, journal))))];
    const unnoted = batch.map(([at]) => at).filter((at) => !journal.begun.has(at));
    if (unnoted.length > 0 || folders.length > 0) noteBegin(journal, unnoted, folders);
    for (const [, step] of batch) {
      const reason = reasonAgainst(() => {
        makeFolders(folders, destinationOf(step, journal));
        perform(step, journal);
      }, step);
      if (reason !== null) skipped.push(reason);
    }
  }
  return { done: steps.length - skipped.length, skipped };
}

function look(step: Step, course: Course, hasBegun: boolean, isKept: KeptCheck): void {
  if (!isKept(step)) throw new Refusal(`${step.kept}, which would stay for it, has changed or vanished`);
  examine(step, course, hasBegun);
}

function makeFolders(folders: readonly string[], file: string): void {
  for (const folder of folders) {
    if (!file.startsWith(folder)) continue;
    try {
      mkdirSync(folder);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
}

/** Null when the work is done; the file and the reason when it was refused. */
export function reasonAgainst(work: () => void, { from }: Step): Skipped | null {
  try {
    work();
    return null;
  } catch (error) {
    const refusal = refusalOf(error, from);
    if (refusal instanceof Refusal) return { path: from, reason: refusal.message };
    throw refusal;
  }
}
