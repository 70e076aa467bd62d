import { fileOf } from '../fileOf.ts';
import { eachLine } from '../stages/read/jsonl.ts';
import { Unreadable } from '../stages/read/open.ts';
import { sha256Of } from '../stages/read/sha256.ts';
import type { KeptCheck } from './act.ts';
import { isIntact } from './file.ts';
import { refuseLinks } from './paths.ts';
import { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/**
 * Says whether the article that a copy goes for is still what the report saw. A file is read when it is first asked for;
 * the records of JSONL files are looked up here, in one pass over each such file.
 */
export async function keptCheck(steps: readonly Step[]): Promise<KeptCheck> {
  const lines = new Map<string, Set<string>>();
  for (const { kept } of steps) {
    const { file, record } = fileOf(kept);
    if (record !== null && !lines.has(file)) lines.set(file, await hashesOfLines(file));
  }
  const known = new Map<string, boolean>();
  return ({ kept, keptSha256 }) => {
    const { file, record } = fileOf(kept);
    const answer = known.get(kept) ?? (record === null ? isIntactFile(file, keptSha256) : lines.get(file)!.has(keptSha256));
    known.set(kept, answer);
    return answer;
  };
}

function isIntactFile(file: string, sha256: string): boolean {
  try {
    refuseLinks('', file);
    return isIntact(file, sha256);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function hashesOfLines(file: string): Promise<Set<string>> {
  const hashes = new Set<string>();
  try {
    refuseLinks('', file);
    await eachLine(file, (line) => hashes.add(sha256Of(line)));
  } catch (error) {
    if (!(error instanceof Unreadable || error instanceof Refusal)) throw error;
  }
  return hashes;
}
