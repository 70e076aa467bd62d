/** Labels against groups: how good a run was, what other bounds would have given, and where it erred most. */
import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Evaluation, LabelsUsed, Mistakes, RelationEvaluation, Scores, Sweep, Why } from '../evaluation.ts';
import type { Report } from '../report.ts';
import type { Partition } from '../stages/group/index.ts';
import { groupUnits, pairUnits, type Units } from './bootstrap.ts';
import { type Found, foundOf, type GroupLists } from './found.ts';
import type { Labels } from './labels.ts';
import { matcher } from './match.ts';
import { groupMistakes, pairMistakes, type WrongOnes } from './mistakes.ts';
import { adjustedRand, bcubed, type Contingency, contingencyOf, countPairs, pairsIn, scoresOf } from './scores.ts';
import { intervalOf, sweepOf } from './sweep.ts';
import { type PairTruth, type Truth, truthOf } from './truth.ts';
import { holds } from './verdicts.ts';

export type { Found, GroupLists } from './found.ts';
export { type Labels, parseLabels } from './labels.ts';

export type Relation = RelationEvaluation['relation'];

/** What only a run knows, beside its groups. */
export interface Insight {
  /** How near two articles are to being joined; 0–1. */
  readonly scoreOf: (relation: Relation, a: number, b: number) => number;
  /** Null when one of the two was skipped. */
  readonly why: (relation: Relation, a: number, b: number) => Why | null;
  /** The groups that other bounds would make, and that of the bound in use. */
  readonly sweep: (relation: Relation) => Regroupings;
}
export interface Regroupings {
  readonly option: Sweep['option'];
  readonly inUse: number;
  readonly trials: readonly { readonly bound: number; readonly containment: number | null; readonly partition: Partition }[];
}

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

function evaluateRelation(
  relation: Relation,
  isJudged: boolean,
  truth: Truth,
  partition: Partition,
  paths: readonly string[],
  top: number,
  insight: Insight | null,
): RelationEvaluation {
  const { scores, units, pairs, contingency } = measure(truth, partition, relation);
  const scoreOf = insight && ((a: number, b: number) => insight.scoreOf(relation, a, b));
  const { falseJoins, misses } =
    truth.kind === 'groups'
      ? groupMistakes(contingency!, truth, top, scoreOf)
      : pairMistakes(truth, (a, b) => partition[a] === partition[b], relation, top, scoreOf);
  const explained = ({ total, worst }: WrongOnes): Mistakes => ({
    total,
    worst: isJudged
      ? worst.map(({ a, b, ...rest }) => ({ ...rest, a: paths[a], b: paths[b], why: insight?.why(relation, a, b) ?? null }))
      : [],
  });
  return {
    relation,
    isJudged,
    ...scores,
    interval: intervalOf(units),
    pairs,
    bcubed: contingency && bcubed(contingency),
    ari: contingency && adjustedRand(contingency),
    largest: contingency && [...contingency.foundSizes.values()].reduce((most, size) => Math.max(most, size), 0),
    classes: truth.kind === 'pairs' ? classesOf(truth, partition) : [],
    sweep: isJudged && insight ? swept(insight.sweep(relation), truth, relation) : null,
    falseJoins: explained(falseJoins),
    misses: explained(misses),
  };
}

interface Measure {
  readonly pairs: RelationEvaluation['pairs'];
  readonly scores: Scores;
  readonly units: Units;
  /** Of labelled groups. */
  readonly contingency: Contingency | null;
}

function measure(truth: Truth, partition: Partition, relation: Relation): Measure {
  const contingency = truth.kind === 'groups' ? contingencyOf(truth, partition) : null;
  const pairs = truth.kind === 'groups' ? countPairs(contingency!) : countVerdicts(truth, partition, relation);
  const units = truth.kind === 'groups' ? groupUnits(contingency!) : pairUnits(truth, partition, relation);
  return { pairs, units, contingency, scores: scoresOf(pairs.right, pairs.joined, pairs.same) };
}

function countVerdicts({ pairs }: PairTruth, partition: Partition, relation: Relation): RelationEvaluation['pairs'] {
  let [same, joined, right] = [0, 0, 0];
  for (const { a, b, verdict } of pairs) {
    const isSame = holds(verdict, relation);
    if (isSame === null) continue;
    const isJoined = partition[a] === partition[b];
    same += Number(isSame);
    joined += Number(isJoined);
    right += Number(isSame && isJoined);
  }
  return { same, joined, right };
}

function classesOf({ pairs }: PairTruth, partition: Partition): RelationEvaluation['classes'] {
  const classes = new Map<string, { pairs: number; joined: number }>();
  for (const { a, b, word } of pairs) {
    const counts = classes.get(word) ?? { pairs: 0, joined: 0 };
    counts.pairs++;
    if (partition[a] === partition[b]) counts.joined++;
    classes.set(word, counts);
  }
  return [...classes].sort(([one], [other]) => (one < other ? -1 : 1)).map(([verdict, counts]) => ({ verdict, ...counts }));
}

function swept({ option, inUse, trials }: Regroupings, truth: Truth, relation: Relation): Sweep {
  const measured = trials.map(({ bound, containment, partition }) => ({ bound, containment, ...measure(truth, partition, relation) }));
  return sweepOf(option, measured, inUse);
}
