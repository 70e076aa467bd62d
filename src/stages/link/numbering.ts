/** Ids for features: how they are told from their hashes. */
export interface Numbering {
  /** Parallel to the values given. */
  readonly ids: Int32Array;
  /** Per id, how often it is given: in how many articles it stands, since each names it once. */
  readonly documents: Uint32Array;
  /** Per id, the value; sorted. */
  readonly hashes: Uint32Array;
}

/**
 * Numbers the distinct values in their order. Each value is looked up once, for a number by first sight: the common ones
 * have low numbers, so that what is known of them lies close together. A pass over the ids then puts them in order.
 * O(values), and a sort of the distinct ones.
 */
export function numberFeatures(values: Uint32Array): Numbering {
  const ids = new Int32Array(values.length);
  const seen = new FirstSights();
  for (let at = 0; at < values.length; at++) ids[at] = seen.numberOf(values[at]);
  const hashes = seen.values.slice(0, seen.count).sort();
  const idOf = new Int32Array(seen.count);
  for (let id = 0; id < hashes.length; id++) idOf[seen.numberOf(hashes[id])] = id;
  const documents = new Uint32Array(hashes.length);
  for (let at = 0; at < ids.length; at++) documents[(ids[at] = idOf[ids[at]])]++;
  return { ids, documents, hashes };
}

/** Numbers values by their first sight, by open addressing; grows without a bound. */
class FirstSights {
  count = 0;
  /** By number. */
  values = new Uint32Array(1024);
  /** value, number + 1, side by side; number 0 is an empty slot. */
  private slots = new Uint32Array(4096);

  numberOf(value: number): number {
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (Math.imul(value, 0x9e3779b1) >>> 4) & mask;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & mask) if (slots[slot] === value) return slots[slot + 1] - 1;
    slots[slot] = value;
    slots[slot + 1] = ++this.count;
    if (this.count > this.values.length) this.values = grown(this.values);
    this.values[this.count - 1] = value;
    if (this.count * 4 > slots.length) this.grow();
    return this.count - 1;
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 2;
    for (let number = 0; number < this.count; number++) {
      let slot = (Math.imul(this.values[number], 0x9e3779b1) >>> 4) & mask;
      while (this.slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      this.slots[slot] = this.values[number];
      this.slots[slot + 1] = number + 1;
    }
  }
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
