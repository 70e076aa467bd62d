import { eachQuotation, eachRun } from '../../kernel/features/quotations.ts';
import { type HashSet, has, makeHashSet } from '../../kernel/hashSet.ts';
import type { TextTokens } from '../../kernel/text.ts';

/** The runs of so many words that stand inside quotation marks, in their order. */
export interface Quoted {
  readonly width: number;
  /** Per run its key, its first and last token, and 1 where a quotation begins with it. */
  readonly rows: readonly number[];
}

export function quotedIn(text: TextTokens, width: number): Quoted {
  const rows: number[] = [];
  eachQuotation(text, (from, to) => {
    let begins = 1;
    eachRun(text, from, to, width, (key, first, last) => {
      rows.push(key, first, last, begins);
      begins = 0;
    });
  });
  return { width, rows };
}

/** The keys of the runs. */
export function keysOf({ rows }: Quoted): HashSet {
  if (rows.length === 0) return NONE;
  const keys = new Uint32Array(rows.length / 4);
  for (let run = 0; run < keys.length; run++) keys[run] = rows[4 * run];
  return makeHashSet(keys);
}
const NONE = makeHashSet([]);

/** A part of a quotation, with its tokens. */
export interface QuotedPassage {
  /** Of its last run. */
  readonly key: number;
  readonly first: number;
  readonly last: number;
  readonly words: number;
}

/** The longest passage of a quotation whose runs all have their keys among these; null when there is none. */
export function longestQuoted({ width, rows }: Quoted, keys: HashSet): QuotedPassage | null {
  let best: QuotedPassage | null = null;
  // Neighbouring runs that are all shared make one passage.
  let first = -1;
  let words = 0;
  for (let at = 0; at < rows.length; at += 4) {
    if (rows[at + 3] === 1) first = -1;
    if (!has(keys, rows[at])) {
      first = -1;
      continue;
    }
    words = first < 0 ? width : words + 1;
    if (first < 0) first = rows[at + 1];
    if (best === null || words > best.words) best = { key: rows[at], first, last: rows[at + 2], words };
  }
  return best;
}
