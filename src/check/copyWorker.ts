/** The thread beside: opens the index, then answers one look-up for copies after another. */
import { isDeepStrictEqual } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import type { Ragged } from '../article.ts';
import { listOf } from '../columns/ragged.ts';
import type { Seal } from '../store/index.ts';
import { openIndex } from '../store/index.ts';
import { type CopyHit, copiesNear, type LeastOverlap, type PastShingles } from './copiesNear.ts';

export interface Setting {
  readonly path: string;
  /** How the index is sealed for the thread that asks. */
  readonly seal: Seal;
  readonly without: Uint32Array;
  readonly least: LeastOverlap;
}
/** Sorted shingles, article by article. */
export type Question = Ragged;
/** Null where it could not be found out. */
export type Answer = readonly CopyHit[] | null;

const { path, seal, without, least }: Setting = workerData; // what findBeside gives
const past = open();
parentPort?.on('message', (question: Question) => {
  parentPort?.postMessage(answer(question) satisfies Answer);
});

/** Null when the index is not what it was: it has been added to, or rewritten. */
function open(): PastShingles | null {
  try {
    const archive = openIndex(path, null);
    if (!isDeepStrictEqual(archive.seal, seal)) return null;
    archive.prepare('shingles', 'briefs');
    return { archive, without: new Set(without) };
  } catch {
    return null; // the thread that asks meets the same, and says so
  }
}

function answer(question: Question): Answer {
  if (past === null) return null;
  const articles = Array.from({ length: question.starts.length - 1 }, (_, i) => listOf(question, i));
  try {
    return copiesNear(articles, past, least);
  } catch {
    return null;
  }
}
