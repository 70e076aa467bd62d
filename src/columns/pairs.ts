import { withRoom } from './grow.ts';

/** Pairs of article ids, a < b, as two columns that grow. */
export class PairList {
  a = new Uint32Array(1024);
  b = new Uint32Array(1024);
  length = 0;

  add(x: number, y: number): void {
    this.a = withRoom(this.a, this.length + 1);
    this.b = withRoom(this.b, this.length + 1);
    this.a[this.length] = Math.min(x, y);
    this.b[this.length++] = Math.max(x, y);
  }

  /** As they were added. */
  unsorted(): Pairs {
    return { a: this.a.slice(0, this.length), b: this.b.slice(0, this.length) };
  }

  /** Sorted by a, then b, each pair once. `count` is above every id. */
  finish(count: number): Pairs {
    const keys = new Float64Array(this.length);
    for (let i = 0; i < keys.length; i++) keys[i] = this.a[i] * count + this.b[i];
    return pairsFromKeys(keys, count);
  }
}

export interface Pairs {
  /** a[i] < b[i]; sorted by a, then b, no pair twice, but where it says otherwise. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

/** Keys are a · count + b. Sorts them in place. */
function pairsFromKeys(keys: Float64Array, count: number): Pairs {
  keys.sort();
  const distinct = keys.filter((key, i) => i === 0 || key !== keys[i - 1]);
  const a = new Uint32Array(distinct.length);
  const b = new Uint32Array(distinct.length);
  for (let i = 0; i < distinct.length; i++) {
    a[i] = Math.floor(distinct[i] / count);
    b[i] = distinct[i] - a[i] * count;
  }
  return { a, b };
}
