/** Sets of 0 … count − 1 that are joined, each at first of one; a set is named by the least in it. Nearly O(1) a call (path halving: Tarjan & van Leeuwen 1984). */
export class DisjointSets {
  readonly #above: Uint32Array;

  constructor(count: number) {
    this.#above = Uint32Array.from({ length: count }, (_, id) => id);
  }

  /** The name of the set. */
  find(id: number): number {
    const above = this.#above;
    while (above[id] !== id) id = above[id] = above[above[id]];
    return id;
  }

  /** Returns whether they were in two sets. */
  join(x: number, y: number): boolean {
    const [a, b] = [this.find(x), this.find(y)];
    this.#above[Math.max(a, b)] = Math.min(a, b);
    return a !== b;
  }
}
