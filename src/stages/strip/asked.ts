/**
 * What a text whose lines were joined asks of the corpus beyond the lines that its survey tells of: runs of its tokens, by which it is
 * cut (unjoin.ts), then the lines that it has once it is. A run has counted the lines of all articles; who counts only what is asked for
 * has to ask for these as well.
 */
import { lineKey } from '../../kernel/lines/keys.ts';
import { isJoined } from '../../kernel/lines/parts.ts';
import { tailsOf } from '../../kernel/lines/tails.ts';
import { type Facts, readFacts } from './facts.ts';
import type { SharedLines } from './shared.ts';
import type { LineSurvey } from './survey.ts';
import { eachRunKey, unjoin } from './unjoin.ts';

/** Whether a text's lines may have been joined: the words of a line in parts are the parts', as those of a headline's tail are its. */
export function mayBeJoined({ words }: LineSurvey): boolean {
  return words.includes(0);
}

/** The keys of the runs that the text may be cut by; none where no lines were joined. */
export function keysOfRuns(bytes: Uint8Array, see: (key: number) => void): void {
  const facts = readJoined(bytes);
  if (facts !== null) eachRunKey(facts, see);
}

/** The keys of the lines, and of the headline's tails, that the text has once it is cut; none where no lines were joined. */
export function keysAsCut(bytes: Uint8Array, shared: SharedLines): number[] {
  const joined = readJoined(bytes);
  if (joined === null) return [];
  const { key, count, tokens, firstToken } = unjoin(joined, shared);
  const past = count === 0 ? 0 : firstToken[1];
  return [...key.subarray(0, count), ...tailsOf(tokens, 0, past).map((from) => lineKey(tokens, from, past))];
}

function readJoined(bytes: Uint8Array): Facts | null {
  const facts = readFacts(bytes);
  return isJoined(facts.firstToken, facts.count) ? facts : null;
}
