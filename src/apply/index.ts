/** What was found → what is done about it: a plan, a journal, steps that a kill cannot harm, and the way back. */
export { act, type Outcome, preview } from './act.ts';
export { createJournal, type Journal, journalFile, openJournal, trashOf } from './journal.ts';
export { keptCheck } from './kept.ts';
export { isInside } from './paths.ts';
export { type Action, type Going, type PlannedGroup, planOf, type Rules } from './plan.ts';
export { type PlanView, renderPlan } from './planText.ts';
export { type Course, destinationOf, type Step } from './step.ts';
export { purge, undo } from './undo.ts';
export { refuseTaken, writeUnique } from './unique.ts';
