import { join } from 'node:path';
import { isBeginOf, isIntact, isSame, linkNew, look, move, removeName, taken, verify } from './file.ts';
import { refuseLinks } from './paths.ts';
import { Refusal } from './refusal.ts';

/** One file to be moved below `target`, and the article that stays for it: for a hard link, the file whose second name takes its place. */
export interface Step {
  readonly from: string;
  readonly sha256: string;
  readonly kept: string;
  readonly keptSha256: string;
}

/** Where the steps of a run lead. */
export interface Course {
  readonly action: 'move' | 'delete' | 'hardlink';
  /** The folder moved to; of a delete and a hard link the trash beside the journal. */
  readonly target: string;
}

export function destinationOf({ from }: Step, { target }: Course): string {
  return join(target, from);
}

/** What perform would meet: 'ready'; 'half' and 'done' after an interruption. Throws Refusal with the reason for none. */
export function examine(step: Step, course: Course, hasBegun: boolean): 'ready' | 'half' | 'done' {
  refuseLinks('', step.from);
  refuseLinks(course.target, step.from);
  const to = destinationOf(step, course);
  const there = look(to);
  const here = look(step.from);
  if (there === null) {
    if (isLinked(step, course, here)) return 'done';
    verify(step.from, step.sha256);
    return 'ready';
  }
  if (!hasBegun) throw taken(to);
  if (isSame(here, there)) return 'half';
  const isMoved = isIntact(to, step.sha256);
  if (isMoved && isLinked(step, course, here)) return 'done';
  if (isMoved && here === null) return course.action === 'hardlink' ? 'half' : 'done';
  if (here !== null && isIntact(step.from, step.sha256) && isBeginOf(to, step.from)) return 'half'; // a copy cut off
  throw taken(to);
}

/**
 * Does a step whose beginning stands in the journal, or what is left of it. Whatever moment it is killed at, the file's
 * bytes are whole at one of its two places at least, and perform or revert go on from there.
 */
export function perform(step: Step, course: Course): void {
  const to = destinationOf(step, course);
  const state = examine(step, course, true);
  if (state === 'done') return;
  if (state === 'half') {
    const [here, there] = [look(step.from), look(to)];
    if (isSame(here, there)) removeName(step.from, there!);
    else if (here !== null) {
      removeName(to, there!);
      move(step.from, to, step.sha256);
    }
  } else move(step.from, to, step.sha256);
  if (course.action !== 'hardlink') return;
  try {
    verify(step.kept, step.sha256);
    linkNew(step.kept, step.from);
  } catch (error) {
    move(to, step.from, step.sha256); // on two file systems no link is possible: as it was
    throw error;
  }
}

function isLinked({ kept }: Step, { action }: Course, here: ReturnType<typeof look>): boolean {
  return action === 'hardlink' && isSame(here, look(kept));
}

/** Puts a file back where it was; false when it had not gone. Throws Refusal when something else has taken its place. */
export function revert(step: Step, course: Course): boolean {
  const { from, sha256 } = step;
  refuseLinks('', from);
  refuseLinks(course.target, from);
  const to = destinationOf(step, course);
  const there = look(to);
  const here = look(from);
  if (there === null) {
    if (here === null) throw new Refusal(`it is neither there nor at ${to}`);
    return false;
  }
  if (isSame(here, there)) {
    removeName(to, there);
    return false;
  }
  const isLink = isLinked(step, course, here);
  if (here !== null && !isLink && isIntact(from, sha256)) {
    if (!isBeginOf(to, from)) throw taken(from);
    removeName(to, there); // a copy that was cut off, or the source of one that was not
    return true;
  }
  if (!isIntact(to, sha256)) throw new Refusal(`${to} has changed since it was moved there; it stays`);
  if (here !== null) {
    if (!isLink) throw new Refusal(`something else is there now; its own text stays at ${to}`);
    removeName(from, here);
  }
  move(to, from, sha256);
  return true;
}
