/**
 * How good a run is against labels: what `dedupe evaluate` shows and the library returns.
 * schemaVersion 1: fields are added, never changed. Described for programs in evaluation.schema.json.
 */
import type { Explanation } from './report.ts';

export interface Evaluation {
  readonly schemaVersion: 1;
  readonly labels: LabelsUsed;
  /** Events first, then copies; only what was looked for, and what the labels can judge. */
  readonly relations: readonly RelationEvaluation[];
}

/** What the labels came to, once they were matched with the articles. */
export interface LabelsUsed {
  readonly file: string;
  readonly kind: 'groups' | 'pairs';
  /** Articles with a label. */
  readonly articles: number;
  /** Groups of two or more; null for labels of pairs. */
  readonly groups: number | null;
  /** Pairs that the labels say something of; of groups, all pairs of labelled articles. */
  readonly pairs: number;
  /** Labelled articles without a text of their own in this run; each counts as alone. */
  readonly skipped: readonly string[];
  /** Rows that were left out, and why; by line. */
  readonly warnings: readonly Warning[];
}

export interface Warning {
  readonly line: number;
  readonly message: string;
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The scores of one relation. Precision, recall and F1 are of pairs: 1 where there was nothing to get wrong. */
export interface RelationEvaluation extends Scores {
  readonly relation: 'event' | 'copy';
  /** Whether the labels are meant for this relation; copies against events are only looked at for their precision. */
  readonly isJudged: boolean;
  /** Pairs that are the same by the labels, that were joined, and both. */
  readonly pairs: { readonly same: number; readonly joined: number; readonly right: number };
  /** Where F1 would lie in 19 of 20 samples like this one: a bootstrap over so many groups, or pairs. */
  readonly interval: { readonly low: number; readonly high: number; readonly units: number };
  /** B³; null for labels of pairs, as the next two. */
  readonly bcubed: Scores | null;
  /** Adjusted Rand index: 1 is perfect, 0 is chance. */
  readonly ari: number | null;
  /** Labelled articles in the largest group found. */
  readonly largest: number | null;
  /** Per verdict of the labels of pairs, how many there are and how many of them were joined; by name. */
  readonly classes: readonly { readonly verdict: string; readonly pairs: number; readonly joined: number }[];
  /** Null when the groups alone are known. */
  readonly sweep: Sweep | null;
  readonly falseJoins: Mistakes;
  readonly misses: Mistakes;
}

/** What other bounds would give, on the same articles. */
export interface Sweep {
  readonly option: 'eventScore' | 'similarity';
  readonly points: readonly SweepPoint[];
  readonly inUse: number;
  /** The bound of the greatest F1. */
  readonly best: number;
  /** The bound to use: the one in use, unless another is better by more than chance. */
  readonly suggested: number;
  /** `keep`: the best is within noise of the one in use. `few`: too few labels to tell. */
  readonly advice: 'keep' | 'few' | 'change';
}

export interface SweepPoint extends Scores {
  readonly bound: number;
  /** Of a sweep over the similarity: the containment bound that goes with it; else null. */
  readonly containment: number | null;
}

/** The worst of so many: those that spoil most pairs. */
export interface Mistakes {
  readonly total: number;
  readonly worst: readonly Mistake[];
}

/** Two labelled groups in one group found, or two parts of a labelled group apart; or a labelled pair. */
export interface Mistake {
  /** Pairs that it gets wrong. */
  readonly pairs: number;
  /** The pair that comes nearest to being joined; a < b as paths. */
  readonly a: string;
  readonly b: string;
  /** The labelled groups of a and b, or the verdict on the pair. */
  readonly labels: readonly string[];
  /** The values that `explain` shows; null when the groups alone are known. */
  readonly why: Why | null;
}

export interface Why extends Pick<Explanation, 'relation' | 'jaccard' | 'containment' | 'bounds' | 'event' | 'conflicts'> {
  /** What the two share: passages, quotations, names, numbers. */
  readonly evidence: readonly string[];
}
