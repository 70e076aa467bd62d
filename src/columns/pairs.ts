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

/** Pairs of numbers below `count`, each once: by open addressing, grows by doubling. */
export class PairSet {
  readonly #count: number;
  /** x · count + y, where x < y; 0 in an empty slot. */
  #keys = new Float64Array(1024);
  #size = 0;

  constructor(count: number) {
    this.#count = count;
  }

  /** False for a pair that is there already. */
  add(x: number, y: number): boolean {
    const key = Math.min(x, y) * this.#count + Math.max(x, y);
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return false;
    this.#keys[slot] = key;
    if (2 * ++this.#size > this.#keys.length) this.#grow();
    return true;
  }

  #slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    const mixed = Math.imul((key >>> 0) ^ Math.imul(key / 2 ** 32, 0x9e3779b1), 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const known = this.#keys;
    this.#keys = new Float64Array(2 * known.length);
    for (const key of known) if (key !== 0) this.#keys[this.#slotOf(key)] = key;
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
