import { UserError } from '../errors.ts';
import type { Warning } from '../evaluation.ts';
import type { GroupLabels, Labels, PairLabels } from './labels.ts';
import type { Match } from './match.ts';
import type { Verdict } from './verdicts.ts';

/** What is known of the articles, by id. */
export type Truth = GroupTruth | PairTruth;

export interface GroupTruth {
  readonly kind: 'groups';
  /** The labelled articles, rising, and the group of each as an index into names. */
  readonly ids: Uint32Array;
  readonly groups: Uint32Array;
  readonly names: readonly string[];
}
export interface PairTruth {
  readonly kind: 'pairs';
  /** Sorted by a, then b; a < b. */
  readonly pairs: readonly { readonly a: number; readonly b: number; readonly word: string; readonly verdict: Verdict }[];
}

/**
 * Labels with ids for names. What cannot be used is left out with a warning: an article that the run has not seen, a name
 * that several have, a row that contradicts another (both go, since none knows which is right). Repeated rows count once.
 * Throws UserError when no pair is left.
 */
export function truthOf(labels: Labels, match: (name: string) => Match): { truth: Truth; warnings: Warning[] } {
  const warnings = [...labels.warnings];
  const find = (line: number, name: string): number | null => {
    const id = match(name);
    if (typeof id === 'number') return id;
    warnings.push({
      line,
      message: id === 'unknown' ? `no such article: ${name}` : `${name} is the name of several articles: give more of the path`,
    });
    return null;
  };
  const truth = labels.kind === 'groups' ? groupTruth(labels, find, warnings) : pairTruth(labels, find, warnings);
  warnings.sort((one, other) => one.line - other.line);
  refuseNothing(labels.file, truth, warnings);
  return { truth, warnings };
}

/** One article alone has no pair to judge: its scores would be perfect, and a check on them would pass for ever. */
function refuseNothing(file: string, truth: Truth, warnings: readonly Warning[]): void {
  const count = truth.kind === 'groups' ? truth.ids.length : truth.pairs.length;
  if (count > 1 || (count === 1 && truth.kind === 'pairs')) return;
  const [first] = warnings;
  const why = first ? `; ${file}:${first.line}: ${first.message}` : '';
  throw new UserError(
    count === 0 ? `${file}: no label fits an article that was read${why}` : `${file}: one labelled article makes no pair${why}`,
    'name articles by their path from here, from the labels, or by file name',
  );
}

type Find = (line: number, name: string) => number | null;

function groupTruth(labels: GroupLabels, find: Find, warnings: Warning[]): GroupTruth {
  const said = new Map<number, { line: number; group: string }>();
  const doubted = new Set<number>();
  for (const { line, name, group } of labels.rows) {
    const id = find(line, name);
    if (id === null) continue;
    const before = said.get(id);
    if (before === undefined) said.set(id, { line, group });
    else if (before.group !== group) {
      doubted.add(id);
      warnings.push({ line, message: `${name} is in ${group} here and in ${before.group} in line ${before.line}: left out` });
    }
  }
  for (const id of doubted) said.delete(id);
  const ids = Uint32Array.from(said.keys()).sort();
  const names = [...new Set(Array.from(ids, (id) => said.get(id)!.group))];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  return { kind: 'groups', ids, names, groups: ids.map((id) => indexOf.get(said.get(id)!.group)!) };
}

function pairTruth(labels: PairLabels, find: Find, warnings: Warning[]): PairTruth {
  const said = new Map<string, { line: number; a: number; b: number; word: string; verdict: Verdict }>();
  const doubted = new Set<string>();
  for (const { line, a, b, word, verdict } of labels.rows) {
    const [x, y] = [find(line, a), find(line, b)];
    if (x === null || y === null) continue;
    if (x === y) {
      warnings.push({ line, message: `${a} and ${b} are one article` });
      continue;
    }
    const key = `${Math.min(x, y)} ${Math.max(x, y)}`;
    const before = said.get(key);
    if (before === undefined) said.set(key, { line, a: Math.min(x, y), b: Math.max(x, y), word, verdict });
    else if (before.verdict !== verdict) {
      doubted.add(key);
      warnings.push({ line, message: `${a} and ${b} are ${word} here and ${before.word} in line ${before.line}: left out` });
    }
  }
  for (const key of doubted) said.delete(key);
  const pairs = [...said.values()].sort((p, q) => p.a - q.a || p.b - q.b);
  return { kind: 'pairs', pairs };
}
