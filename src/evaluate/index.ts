/** Labels against groups: how good a run was, what other bounds would have given, and where it erred most. */
import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Evaluation, LabelsUsed } from '../evaluation.ts';
import type { Report } from '../report.ts';
import { type Found, foundOf, type GroupLists } from './found.ts';
import type { Labels } from './labels.ts';
import { matcher } from './match.ts';
import { evaluateRelation, type Insight, type Relation } from './relation.ts';
import { pairsIn } from './scores.ts';
import { type Truth, truthOf } from './truth.ts';

export type { Found, GroupLists } from './found.ts';
export { type Labels, parseLabels } from './labels.ts';
export type { Insight, Regroupings } from './relation.ts';

/** How names in the labels are taken, and how much is listed. */
export interface Matching {
  /** Mistakes of each kind; 0 is all, up to 1,000. */
  readonly top: number;
  /** The folder that paths are relative to; needed for absolute ones. */
  readonly cwd: string;
}

/**
 * Scores a report, or groups of any origin, against labels. Pure, and near-linear in the labelled articles: pairs are
 * counted, not listed. Throws UserError when no label fits an article.
 */
export function evaluate(found: Report | GroupLists, labels: Labels, { top = 5, cwd = '/' }: Partial<Matching> = {}): Evaluation {
  return evaluateFound(foundOf(found), labels, { top, cwd }, null);
}

/** The same with what a run knows: the sweep, and the reasons of the mistakes. */
export function evaluateFound(found: Found, labels: Labels, { top, cwd }: Matching, insight: Insight | null): Evaluation {
  const { truth, warnings } = truthOf(labels, matcher(found.paths, posix.dirname(labels.file), cwd));
  const relations = (['event', 'copy'] as const).flatMap((relation) => {
    const partition = found[relation];
    const said = partition && saidOf(truth, relation, found.event !== null);
    return said ? [evaluateRelation(relation, said === 'judged', truth, partition, found.paths, top, insight)] : [];
  });
  if (relations.length === 0) {
    const [sought, other] = found.event ? ['events', 'copies'] : ['copies', 'events'];
    throw new UserError(`${labels.file} judges ${other}, and only ${sought} were looked for`, `leave out --only ${sought}`);
  }
  return { schemaVersion: 1, labels: { file: labels.file, ...usedOf(truth, found), warnings }, relations };
}

/**
 * What labels say of a relation. Groups are of events, or of copies when nothing else was looked for; copies are then
 * shown beside them. Pairs are of what their verdicts name. Null: nothing.
 */
function saidOf(truth: Truth, relation: Relation, hasEvents: boolean): 'judged' | 'shown' | null {
  const besides = relation === 'event' || !hasEvents ? 'judged' : 'shown';
  if (truth.kind === 'groups') return besides;
  const verdicts = new Set(truth.pairs.map(({ verdict }) => verdict));
  if (verdicts.has(relation)) return 'judged';
  const isOpen = verdicts.has('same') || !(verdicts.has('copy') || verdicts.has('event'));
  return isOpen ? besides : null;
}

function usedOf(truth: Truth, { paths, skipped }: Found): Pick<LabelsUsed, 'kind' | 'articles' | 'groups' | 'pairs' | 'skipped'> {
  const isGroups = truth.kind === 'groups';
  const ids = isGroups ? Array.from(truth.ids) : [...new Set(truth.pairs.flatMap(({ a, b }) => [a, b]))];
  return {
    kind: truth.kind,
    articles: ids.length,
    groups: isGroups ? sizesOf(truth.groups).filter((size) => size > 1).length : null,
    pairs: isGroups ? pairsIn(ids.length) : truth.pairs.length,
    skipped: ids.filter((id) => skipped.has(id)).map((id) => paths[id]),
  };
}

function sizesOf(groups: Uint32Array): number[] {
  const sizes: number[] = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}
