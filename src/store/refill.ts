import { keyOfLine } from '../check/index.ts';
import { BRIEF } from '../stages/pair/index.ts';
import type { Index } from './reader.ts';
import { decodeShingles, decodeSurvey, type StoredArticle } from './record.ts';
import { SHAPES } from './tables.ts';

/** The tables that know only the first articles of a key. Those of stems are made anew whenever articles leave. */
const LIMITED = ['shingles', 'briefs', 'lines'] as const;
type Limited = (typeof LIMITED)[number];
/** Keys are told by their last bits first: hardly any of an article's is wanted. */
const FILTER = 1 << 16;

/**
 * A table knows the first 64 articles of a shingle, and of a line the first 12. When one of these leaves, another takes its place,
 * as if it had never been there: it is looked for in the records, which pass by anyway.
 */
export class Refill {
  private readonly wanted: { readonly [Name in Limited]: Wanted };

  constructor(index: Index, leaving: readonly StoredArticle[]) {
    const wanted = (name: Limited) => new Wanted(SHAPES[name].ids, fullKeys(index, name, leaving));
    this.wanted = { shingles: wanted('shingles'), briefs: wanted('briefs'), lines: wanted('lines') };
  }

  /** The parts of the record of an article that stays, in the order of the ids. */
  see(id: number, [, shingles, survey]: readonly Buffer[]): void {
    const { lines } = this.wanted;
    const table = this.wanted[shingles.length / Uint32Array.BYTES_PER_ELEMENT < BRIEF ? 'briefs' : 'shingles'];
    if (table.size > 0) for (const key of decodeShingles(Buffer.from(shingles))) table.see(key, id);
    if (lines.size > 0) for (const key of decodeSurvey(Buffer.from(survey)).keys) lines.see(keyOfLine(key), id);
  }

  /** What is known of a table from now on, where it is not what it knew before. */
  of(name: string): ReadonlyMap<number, readonly number[]> | undefined {
    return LIMITED.find((limited) => limited === name) && this.wanted[name as Limited].found;
  }
}

class Wanted {
  readonly found: Map<number, number[]>;
  private readonly filter = new Uint8Array(FILTER);

  constructor(
    private readonly most: number,
    keys: readonly number[],
  ) {
    this.found = new Map(keys.map((key) => [key, []]));
    for (const key of keys) this.filter[key % FILTER] = 1;
  }

  get size(): number {
    return this.found.size;
  }

  see(key: number, id: number): void {
    if (this.filter[key % FILTER] === 0) return;
    const ids = this.found.get(key);
    if (ids !== undefined && ids.length < this.most && ids.at(-1) !== id) ids.push(id);
  }
}

/** Of the keys that lead to one of these articles those of which some table knows no more articles. */
function fullKeys(index: Index, name: Limited, leaving: readonly StoredArticle[]): number[] {
  const keys = Float64Array.from(new Set(leaving.flatMap((article) => [...keysOf(article, name)]))).sort();
  const full = new Set<number>();
  index.lookUp(name, keys, (at, { length }) => {
    if (length >= SHAPES[name].ids) full.add(keys[at]);
  });
  return [...full];
}

function keysOf({ shingles, survey }: StoredArticle, name: Limited): Iterable<number> {
  if (name === 'lines') return Array.from(survey.keys, keyOfLine);
  return shingles.length < BRIEF === (name === 'briefs') ? shingles : [];
}
