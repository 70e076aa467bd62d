import { Growing } from '../columns/grow.ts';
import { keysOfRuns } from '../stages/strip/index.ts';
import { keyOfLine, type Past } from './archive.ts';

/** Keys that are asked for at once, 32 MB: so many read a table of lines from end to end, and what is found of them is little. */
const RUNS_A_PASS = 1 << 22;
/** A line of one article tells nothing. */
export const LEAST_ARTICLES = 2;

/**
 * The runs of joined texts that are lines of two archived articles or more. A page on one line has a thousand runs or two, a text made
 * to have many two million; against a million articles, a pass takes as long as to read all of their lines: some seconds.
 */
export function knownRuns(joined: readonly Uint8Array[], past: Past): Set<number> {
  const known = new Set<number>();
  const runs = new Growing(new Float64Array(4096));
  const ask = () => {
    addKnown(runs.values(), past, known);
    runs.length = 0;
  };
  for (const bytes of joined) {
    keysOfRuns(bytes, (key) => {
      runs.push(key);
      if (runs.length === RUNS_A_PASS) ask();
    });
  }
  if (runs.length > 0) ask();
  return known;
}

function addKnown(runs: Float64Array, { archive }: Past, known: Set<number>): void {
  const keys = runs
    .map(keyOfLine)
    .sort()
    .filter((key, at, all) => key !== all[at - 1]);
  const articles = new Int32Array(keys.length);
  archive.lookUp('lines', keys, (at, { counters }) => {
    articles[at] += counters[0];
  });
  const found = new Set(keys.filter((_, at) => articles[at] >= LEAST_ARTICLES));
  for (const key of runs) if (found.has(keyOfLine(key))) known.add(key);
}
