import type { Report, ReportGroup, ReportPair } from '../report.ts';
import { alone, type Partition } from '../stages/group/index.ts';

/** A pair of the report by its articles' positions there. */
export interface PlacedPair {
  readonly a: number;
  readonly b: number;
  readonly pair: ReportPair;
}

/** The report's groups of one kind: per article its group, and the same as a partition. */
export interface Grouping<Group extends ReportGroup> {
  readonly of: readonly (Group | undefined)[];
  readonly partition: Partition;
}

/** A report's paths as positions among its articles, so that the stages that group can work on it. */
export class Table {
  readonly copies: Grouping<Report['copies'][number]>;
  readonly events: Grouping<Report['events'][number]>;
  readonly pairs: readonly PlacedPair[];
  readonly #from: readonly PlacedPair[][];
  readonly #idOf: ReadonlyMap<string, number>;
  readonly #pairOf: ReadonlyMap<string, ReportPair>;

  constructor({ articles, copies, events, pairs }: Report) {
    const idOf = new Map(articles.map(({ path }, id) => [path, id]));
    this.#idOf = idOf;
    this.pairs = pairs.map((pair) => ({ a: idOf.get(pair.a)!, b: idOf.get(pair.b)!, pair })); // a parsed report names no other path
    this.#pairOf = new Map(this.pairs.map(({ a, b, pair }) => [keyOf(a, b), pair]));
    this.#from = articles.map(() => []);
    for (const placed of this.pairs) this.#from[placed.a].push(placed);
    this.copies = this.#grouping(articles.length, copies);
    this.events = this.#grouping(articles.length, events);
  }

  idOf(path: string): number {
    return this.#idOf.get(path)!;
  }

  pairOf(a: number, b: number): ReportPair | undefined {
    return this.#pairOf.get(keyOf(a, b));
  }

  /** The pairs whose articles are both among these. */
  pairsAmong(ids: readonly number[]): readonly ReportPair[] {
    const inside = new Set(ids);
    return ids.flatMap((id) => this.#from[id].flatMap(({ b, pair }) => (inside.has(b) ? [pair] : [])));
  }

  #grouping<Group extends ReportGroup>(count: number, groups: readonly Group[]): Grouping<Group> {
    const of: (Group | undefined)[] = new Array(count);
    const partition = alone(count);
    for (const group of groups) {
      const ids = group.articles.map((path) => this.idOf(path));
      const least = ids.reduce((low, id) => Math.min(low, id));
      for (const id of ids) {
        of[id] = group;
        partition[id] = least;
      }
    }
    return { of, partition };
  }
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a},${b}` : `${b},${a}`;
}
