import type { Cell, Contingency } from './scores.ts';
import type { GroupTruth, PairTruth } from './truth.ts';
import { holds } from './verdicts.ts';

/** Two articles that are wrongly together, or wrongly apart, and the pairs that they stand for. */
export interface Wrong {
  readonly pairs: number;
  readonly a: number;
  readonly b: number;
  readonly labels: readonly string[];
}
export interface WrongOnes {
  readonly total: number;
  readonly worst: readonly Wrong[];
}
export interface Both {
  readonly falseJoins: WrongOnes;
  readonly misses: WrongOnes;
}
type ScoreOf = (a: number, b: number) => number;

/** As many as anybody looks at; what `top: 0` means. */
const MOST = 1000;
/** Articles of each side among which the pair is sought that comes nearest. */
const SIDE = 16;

/**
 * The worst of both kinds, by the pairs they get wrong. A false join is two labelled groups in one found group, a miss is
 * two parts of a labelled group: so one bad bridge between two events is one mistake, not a hundred pairs.
 */
export function groupMistakes({ cells }: Contingency, truth: GroupTruth, top: number, scoreOf: ScoreOf | null): Both {
  const nameOf = ({ gold }: Cell) => truth.names[gold];
  const collect = (by: (cell: Cell) => number, labelsOf: (x: Cell, y: Cell) => string[]): WrongOnes => {
    const lists = grouped(cells, by);
    const total = lists.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    const worst = worstOf(lists, top === 0 ? MOST : Math.min(top, MOST));
    return { total, worst: worst.map(([x, y]) => ({ ...nearest(x, y, scoreOf), pairs: weightOf(x, y), labels: labelsOf(x, y) })) };
  };
  return {
    falseJoins: collect(
      ({ found }) => found,
      (x, y) => [nameOf(x), nameOf(y)],
    ),
    misses: collect(
      ({ gold }) => gold,
      (x) => [nameOf(x)],
    ),
  };
}

function grouped(cells: readonly Cell[], by: (cell: Cell) => number): Cell[][] {
  const lists = new Map<number, Cell[]>();
  for (const cell of cells) {
    const list = lists.get(by(cell));
    if (list) list.push(cell);
    else lists.set(by(cell), [cell]);
  }
  return [...lists.values()].filter((list) => list.length > 1);
}

/** The heaviest pairs of cells. None is beyond a list's first most + 1 cells: as many pairs with the first are heavier. */
function worstOf(lists: readonly Cell[][], most: number): [Cell, Cell][] {
  const pairs = lists.flatMap((list) => {
    const largest = list.toSorted((x, y) => y.members.length - x.members.length || x.members[0] - y.members[0]).slice(0, most + 1);
    return largest.flatMap((x, i) => largest.slice(i + 1).map((y): [Cell, Cell] => (x.members[0] < y.members[0] ? [x, y] : [y, x])));
  });
  pairs.sort(([x, y], [p, q]) => weightOf(p, q) - weightOf(x, y) || x.members[0] - p.members[0] || y.members[0] - q.members[0]);
  return pairs.slice(0, most);
}

function weightOf(x: Cell, y: Cell): number {
  return x.members.length * y.members.length;
}

/** Of two parts the pair with the greatest score: what joined them, or should have. Of large parts an even sample is looked at. */
function nearest(x: Cell, y: Cell, scoreOf: ScoreOf | null): { a: number; b: number } {
  let best = { a: x.members[0], b: y.members[0] };
  if (scoreOf === null) return best;
  let greatest = -1;
  for (const a of sampled(x.members)) {
    for (const b of sampled(y.members)) {
      const score = scoreOf(a, b);
      if (score > greatest) [greatest, best] = [score, { a, b }];
    }
  }
  return best;
}

function sampled(members: readonly number[]): readonly number[] {
  const step = Math.ceil(members.length / SIDE);
  return step === 1 ? members : members.filter((_, i) => i % step === 0);
}

/** Labelled pairs that are wrong: false joins from the surest down, misses from the farthest up. */
export function pairMistakes(
  { pairs }: PairTruth,
  isJoined: (a: number, b: number) => boolean,
  relation: 'event' | 'copy',
  top: number,
  scoreOf: ScoreOf | null,
): Both {
  const collect = (isSame: boolean): WrongOnes => {
    const wrong = pairs.filter(({ a, b, verdict }) => holds(verdict, relation) === isSame && isJoined(a, b) !== isSame);
    const scored = wrong.map(({ a, b, word }) => ({ pairs: 1, a, b, labels: [word], score: scoreOf?.(a, b) ?? 0 }));
    scored.sort((x, y) => (isSame ? x.score - y.score : y.score - x.score) || x.a - y.a || x.b - y.b);
    const worst = scored.slice(0, top === 0 ? MOST : Math.min(top, MOST)).map(({ score, ...rest }) => rest);
    return { total: wrong.length, worst };
  };
  return { falseJoins: collect(false), misses: collect(true) };
}
