import { mkdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Skipped } from '../article.ts';
import { UserError } from '../errors.ts';
import { type Outcome, reasonAgainst } from './act.ts';
import { isIntact, look, verify } from './file.ts';
import { type Journal, notePurge } from './journal.ts';
import { refuseLinks } from './paths.ts';
import { Refusal } from './refusal.ts';
import { destinationOf, revert, type Step } from './step.ts';

/**
 * Puts every file of a run back where it was, the last first, and takes away the folders made for it. What is there
 * already stays; what is in the way is never replaced, but listed. A step that the journal does not announce is looked at
 * as well: a journal that lost its end still gets its files back. May be interrupted and repeated.
 */
export function undo(journal: Journal): Outcome {
  if (journal.purged) throw new UserError(`the files of ${journal.file} were purged`, 'there is nothing left to put back');
  const skipped: Skipped[] = [];
  let done = 0;
  for (const [at, step] of [...journal.steps.entries()].reverse()) {
    const reason = reasonAgainst(() => {
      if (!journal.begun.has(at) && !isMovedAway(step, journal)) return;
      if (look(step.from) === null) makeFolderOf(step);
      if (revert(step, journal)) done++;
    }, step);
    if (reason !== null) skipped.push(reason);
  }
  removeFolders(journal);
  return { done, skipped };
}

function isMovedAway(step: Step, journal: Journal): boolean {
  return look(step.from) === null && isIntact(destinationOf(step, journal), step.sha256);
}

/** The file's folder may have been removed once it was empty. */
function makeFolderOf({ from }: Step): void {
  refuseLinks('', from);
  mkdirSync(dirname(from), { recursive: true });
}

/**
 * Removes for good what a run has put into the trash, and the journal with it. Only what the journal names, with the
 * bytes that it names; anything else stays and is listed.
 */
export function purge(journal: Journal): Outcome {
  if (journal.action === 'move')
    throw new UserError(`${journal.file} is of --move-to: there is no trash`, `the files are yours, in ${journal.target}`);
  notePurge(journal);
  const skipped: Skipped[] = [];
  let done = 0;
  for (const at of journal.begun) {
    const step = journal.steps[at];
    const file = destinationOf(step, journal);
    const reason = reasonAgainst(() => {
      refuseLinks(journal.target, step.from);
      if (look(file) === null) return;
      if (journal.action === 'hardlink' && look(step.from) === null)
        throw new Refusal('its link was not made yet: run the same command again first');
      verify(file, step.sha256);
      unlinkSync(file);
      done++;
    }, step);
    if (reason !== null) skipped.push(reason);
  }
  removeFolders(journal);
  if (skipped.length === 0) rmSync(journal.file);
  return { done, skipped };
}

function removeFolders({ folders }: Journal): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // it holds something of the user's, or is gone already
    }
  }
}
