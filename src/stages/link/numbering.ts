import { withRoom } from '../../columns/grow.ts';
import { repeatedIn } from '../../columns/repeated.ts';
import { sharedInt32 } from '../../columns/shared.ts';

/** Dense ids for features, in the order of their first sight. */
export interface Numbering {
  /** Parallel to the values given. */
  readonly ids: Int32Array;
  /** Per id, the value. */
  readonly hashes: Uint32Array;
  /** Per id, how often it is given: in how many articles it stands, since each names it once. */
  readonly documents: Uint32Array;
}

/** Numbers the distinct values. O(values). */
export function numberFeatures(values: Uint32Array): Numbering {
  const numbers = new FeatureNumbers();
  const ids = sharedInt32(values.length);
  numbers.add(values, ids);
  return { ids, ...numbers.finish() };
}

/** The same where most values stand once, as quotations do: these share the id 0, all but a few, and are in no hash table. O(values). */
export function numberRepeated(values: Uint32Array): Numbering {
  const isRepeated = repeatedIn([values]);
  const ids = sharedInt32(values.length);
  const repeated = new Uint32Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    repeated[count] = values[at];
    ids[at] = isRepeated(values[at]) ? 1 : 0;
    count += ids[at];
  }
  const { ids: idsOf, hashes, documents } = numberFeatures(repeated.subarray(0, count));
  for (let at = 0, next = 0; at < values.length; at++) if (ids[at] === 1) ids[at] = 1 + idsOf[next++];
  return { ids, hashes: behind(0, hashes), documents: behind(1, documents) };
}

function behind(first: number, others: Uint32Array): Uint32Array {
  const all = new Uint32Array(others.length + 1);
  all[0] = first;
  all.set(others, 1);
  return all;
}

/**
 * Numbers that are given out list by list. Common values are seen early and have low ids, so that what is known of them lies
 * close together: columns by rising hash would cost a sort, and a cache line for every common word. Grows without a bound.
 */
export class FeatureNumbers {
  #hashes = new Uint32Array(1024);
  #documents = new Uint32Array(1024);
  /** value, id + 1, side by side; id 0 is an empty slot. */
  #slots = new Int32Array(4096);
  #count = 0;

  /** Counts the values once more, and writes their ids, parallel to them. */
  add(values: Uint32Array, ids: Int32Array): void {
    let [hashes, documents, slots, count] = [this.#hashes, this.#documents, this.#slots, this.#count];
    let mask = slots.length - 2;
    for (let at = 0; at < values.length; at++) {
      const value = values[at] | 0;
      let slot = slotOf(value) & mask;
      while (slots[slot + 1] !== 0 && slots[slot] !== value) slot = (slot + 2) & mask;
      if (slots[slot + 1] !== 0) {
        const id = slots[slot + 1] - 1;
        documents[id]++;
        ids[at] = id;
        continue;
      }
      slots[slot] = value;
      slots[slot + 1] = count + 1;
      if (count === hashes.length) {
        hashes = withRoom(hashes, count + 1);
        documents = withRoom(documents, count + 1);
      }
      hashes[count] = value;
      documents[count] = 1;
      ids[at] = count++;
      if (count * 4 > slots.length) {
        slots = tableOf(hashes, count, slots.length * 2);
        mask = slots.length - 2;
      }
    }
    [this.#hashes, this.#documents, this.#slots, this.#count] = [hashes, documents, slots, count];
  }

  /** Counts values that were counted elsewhere. */
  addCounted({ hashes, documents }: Counted): void {
    const ids = new Int32Array(hashes.length);
    this.add(hashes, ids);
    for (let i = 0; i < hashes.length; i++) this.#documents[ids[i]] += documents[i] - 1;
  }

  finish(): Counted {
    return { hashes: this.#hashes.slice(0, this.#count), documents: this.#documents.slice(0, this.#count) };
  }

  /** The ids by value, for `idIn`. */
  slots(): Int32Array {
    return this.#slots;
  }
}

/** What was counted: different values, each with the number of articles that have it. */
export type Counted = Pick<Numbering, 'hashes' | 'documents'>;

/** The id of a value, by the slots of the numbers that counted it; −1 for one that they did not. */
export function idIn(slots: Int32Array, hash: number): number {
  const value = hash | 0;
  const mask = slots.length - 2;
  let slot = slotOf(value) & mask;
  while (slots[slot + 1] !== 0 && slots[slot] !== value) slot = (slot + 2) & mask;
  return slots[slot + 1] - 1;
}

function tableOf(hashes: Uint32Array, count: number, length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length);
  for (let id = 0; id < count; id++) {
    let slot = slotOf(hashes[id] | 0) & (length - 2);
    while (slots[slot + 1] !== 0) slot = (slot + 2) & (length - 2);
    slots[slot] = hashes[id];
    slots[slot + 1] = id + 1;
  }
  return slots;
}

/** Even, once cut to the table. */
function slotOf(value: number): number {
  return Math.imul(value, 0x9e3779b1) >>> 4;
}
