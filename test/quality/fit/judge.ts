import { background } from '../../../src/background/index.ts';
import { resolveOptions } from '../../../src/options.ts';
import { groupEvents } from '../../../src/stages/group/index.ts';
import { makeContrast, scorePair } from '../../../src/stages/link/index.ts';
import type { Examples } from './examples.ts';

/** Pairs of articles that the grouping puts together, pairs of one event, and pairs that are both. */
export interface Counts {
  said: number;
  right: number;
  hits: number;
}

export interface Judged {
  readonly counts: Counts;
  /** Per candidate pair. */
  readonly scores: Float32Array;
  /** Per candidate pair 1 where the grouping puts both together: of such pairs a report tells. */
  readonly together: Uint8Array;
}

/** What weights make of a sample: its groups by the very stage of a run, and the score of each candidate pair. */
export function judge(examples: Examples, weights: Float64Array): Judged {
  const { pairs, labels, copies } = examples;
  const score = examples.scoreBy(weights);
  const scores = Float32Array.from(pairs.a, (a, i) => scorePair(score, a, pairs.b[i]));
  const scoreOf = (a: number, b: number) => (a === b ? 1 : scorePair(score, a, b));
  const groups = groupEvents(
    copies,
    { a: pairs.a, b: pairs.b, score: scores },
    resolveOptions().eventScore,
    scoreOf,
    makeContrast(score.vectors, background()),
  );
  const counts = {
    said: pairsInside(groups),
    right: pairsInside(labels),
    hits: pairsInside(labels.map((label, i) => `${groups[i]} ${label}`)),
  };
  return { counts, scores, together: Uint8Array.from(pairs.a, (a, i) => (groups[a] === groups[pairs.b[i]] ? 1 : 0)) };
}

export function f1Of({ said, right, hits }: Counts): { f1: number; precision: number; recall: number } {
  return { f1: (2 * hits) / Math.max(1, said + right), precision: hits / Math.max(1, said), recall: hits / Math.max(1, right) };
}

function pairsInside(names: Iterable<unknown>): number {
  const sizes = new Map<unknown, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

/** Of pairs scored in each tenth how many there are, and how many are of one event; and how well all scores fit. */
export class Reliability {
  private logLoss = 0;
  readonly pairs = new Uint32Array(10);
  readonly right = new Uint32Array(10);

  /** Of all pairs, or of those that `counted` has a 1 for. */
  add(scores: Float32Array, truth: Uint8Array, counted: Uint8Array | null = null): void {
    for (let i = 0; i < scores.length; i++) {
      if (counted?.[i] === 0) continue;
      const tenth = Math.min(9, Math.floor(scores[i] * 10));
      this.pairs[tenth]++;
      this.right[tenth] += truth[i];
      this.logLoss -= Math.log(Math.max(1e-6, truth[i] ? scores[i] : 1 - scores[i]));
    }
  }

  /** Mean −ln of the chance given to what is so: it tells of smaller changes than F1 does. */
  get loss(): number {
    return this.logLoss / this.pairs.reduce((sum, pairs) => sum + pairs, 0);
  }

  /** Share of true pairs from one tenth to another, NaN for no pair. */
  share(from: number, to: number): number {
    let [pairs, right] = [0, 0];
    for (let tenth = from; tenth <= to; tenth++) {
      pairs += this.pairs[tenth];
      right += this.right[tenth];
    }
    return right / pairs;
  }
}
