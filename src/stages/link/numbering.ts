import { sharedInt32 } from '../../columns.ts';

/** Dense ids for features, in the order of their first sight. */
export interface Numbering {
  /** Parallel to the values given. */
  readonly ids: Int32Array;
  /** Per id, the value. */
  readonly hashes: Uint32Array;
  /** Per id, how often it is given: in how many articles it stands, since each names it once. */
  readonly documents: Uint32Array;
}

/**
 * Numbers the distinct values. Common ones are seen early and have low ids, so that what is known of them lies close
 * together: columns by rising hash would cost a sort, and a cache line for every common word. O(values); grows without a bound.
 */
export function numberFeatures(values: Uint32Array): Numbering {
  const ids = sharedInt32(values.length);
  let hashes = new Uint32Array(1024);
  let documents = new Uint32Array(1024);
  /** value, id + 1, side by side; id 0 is an empty slot. */
  let slots = new Int32Array(4096);
  let mask = slots.length - 2;
  let count = 0;
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
      hashes = grown(hashes);
      documents = grown(documents);
    }
    hashes[count] = value;
    documents[count] = 1;
    ids[at] = count++;
    if (count * 4 > slots.length) {
      slots = tableOf(hashes, count, slots.length * 2);
      mask = slots.length - 2;
    }
  }
  return { ids, hashes: hashes.slice(0, count), documents: documents.slice(0, count) };
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

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
