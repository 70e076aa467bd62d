import type { ArticleId, CopyClass } from '../../article.ts';
import { withRoom } from '../../columns/grow.ts';
import type { CopyPair } from './index.ts';

const CLASSES = ['identical', 'reprint', 'excerpt', 'revised'] as const satisfies readonly CopyClass[];
/** Jaccard similarity, both containments. */
const FIGURES = 3;

/** Verified pairs in columns, sorted by a, then b: 37 bytes each, where an object takes 200. */
export class CopyPairs {
  #a = new Uint32Array(256);
  #b = new Uint32Array(256);
  #shared = new Uint32Array(256);
  #classes = new Uint8Array(256);
  #figures = new Float64Array(FIGURES * 256);
  length = 0;

  get a(): Uint32Array {
    return this.#a.subarray(0, this.length);
  }

  get b(): Uint32Array {
    return this.#b.subarray(0, this.length);
  }

  /** Behind all that are there. */
  add({ a, b, relation, shared, jaccard, containment }: CopyPair): void {
    const i = this.length++;
    this.#a = withRoom(this.#a, this.length);
    this.#b = withRoom(this.#b, this.length);
    this.#shared = withRoom(this.#shared, this.length);
    this.#classes = withRoom(this.#classes, this.length);
    this.#figures = withRoom(this.#figures, FIGURES * this.length);
    this.#a[i] = a;
    this.#b[i] = b;
    this.#shared[i] = shared;
    this.#classes[i] = CLASSES.indexOf(relation);
    this.#figures[FIGURES * i] = jaccard;
    this.#figures[FIGURES * i + 1] = containment[0];
    this.#figures[FIGURES * i + 2] = containment[1];
  }

  *[Symbol.iterator](): Generator<CopyPair> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  at(i: number): CopyPair {
    const figure = (place: number) => this.#figures[FIGURES * i + place];
    return {
      a: this.#a[i],
      b: this.#b[i],
      relation: CLASSES[this.#classes[i]],
      shared: this.#shared[i],
      jaccard: figure(0),
      containment: [figure(1), figure(2)],
    };
  }

  /** The pair of two articles, a < b; null when it is not there. O(log pairs). */
  find(a: ArticleId, b: ArticleId): CopyPair | null {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#a[middle] < a || (this.#a[middle] === a && this.#b[middle] < b)) low = middle + 1;
      else high = middle;
    }
    return low < this.length && this.#a[low] === a && this.#b[low] === b ? this.at(low) : null;
  }
}
