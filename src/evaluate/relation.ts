import type { Mistake, Mistakes, RelationEvaluation, Scores, Sweep, Why } from '../evaluation.ts';
import type { Partition } from '../stages/group/index.ts';
import { groupUnits, pairUnits, type Units } from './bootstrap.ts';
import { groupMistakes, pairMistakes, type Wrong, type WrongOnes } from './mistakes.ts';
import { adjustedRand, bcubed, type Contingency, contingencyOf, countPairs, scoresOf } from './scores.ts';
import { intervalOf, sweepOf } from './sweep.ts';
import type { PairTruth, Truth } from './truth.ts';
import { holds } from './verdicts.ts';

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

/** Everything about one relation. `isJudged` is whether the labels are meant for it. */
export function evaluateRelation(
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
  const explained = ({ total, worst }: WrongOnes): Mistakes => ({ total, worst: isJudged ? worst.map(told) : [] });
  const told = ({ pairs, labels, ...wrong }: Wrong): Mistake => {
    const isSwapped = paths[wrong.a] > paths[wrong.b];
    const [a, b] = isSwapped ? [wrong.b, wrong.a] : [wrong.a, wrong.b];
    const why = insight?.why(relation, a, b) ?? null;
    return { pairs, a: paths[a], b: paths[b], labels: isSwapped ? labels.toReversed() : labels, why };
  };
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
