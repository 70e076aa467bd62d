import type { Background } from '../../background/index.ts';
import { valuesInto } from '../../columns/lists.ts';
import { type Contrast, evenly, makeContrast } from './contrast.ts';
import type { FiledVectors } from './filedVectors.ts';
import { type Score, scorePair } from './score.ts';
import { type FiledCompared, longestRecord, Shelf } from './shelf.ts';

/** Articles drawn at once: 12 MB. */
const MOST_DRAWN = 4096;

/** Scores any pairs of a corpus whose vectors lie in a file: the articles that are asked for are drawn from there. */
export class Drawn {
  readonly #score: Score;
  readonly #vectors: FiledVectors;
  readonly #shelf: Shelf;
  readonly #places = new Map<number, number>();
  /** The record that was read last. */
  readonly #record: Uint32Array;

  constructor(vectors: FiledVectors, table: FiledCompared) {
    const longest = longestRecord(vectors);
    this.#vectors = vectors;
    this.#shelf = new Shelf(vectors, table, MOST_DRAWN, longest);
    this.#record = new Uint32Array(longest);
    this.#score = this.#shelf.score;
  }

  scoreOf(a: number, b: number): number {
    this.#drawAll([a, b]);
    return scorePair(this.#score, this.#placeOf(a), this.#placeOf(b));
  }

  /** What the pair is scored by, good until the next is. */
  termsOf(a: number, b: number): Float64Array {
    this.scoreOf(a, b);
    return this.#score.values;
  }

  /** See contrast.ts. */
  contrast(background: Background): Contrast {
    const contrast = makeContrast({ stems: this.#shelf.stems }, background);
    return (xs, ys) => {
      const [some, others] = [evenly(xs), evenly(ys)];
      this.#drawAll([...some, ...others]);
      const placeOf = (article: number) => this.#placeOf(article);
      return contrast(some.map(placeOf), others.map(placeOf));
    };
  }

  /** Of an article that has just been drawn. */
  #placeOf(article: number): number {
    return this.#places.get(article)!;
  }

  /** Few articles; those that were asked for before stay as long as there is room. */
  #drawAll(articles: readonly number[]): void {
    if (this.#places.size + articles.length > MOST_DRAWN) {
      this.#shelf.clear();
      this.#places.clear();
    }
    for (const article of articles) {
      if (this.#places.has(article)) continue;
      this.#places.set(article, this.#shelf.put(article, valuesInto(this.#vectors.records, article, this.#record)));
    }
  }
}
