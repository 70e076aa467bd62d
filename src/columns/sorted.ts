/** Columns in the order of 32-bit keys. */

export interface Sorted {
  readonly keys: Uint32Array;
  /** What stood beside each key. */
  readonly values: Uint32Array;
}

/** Below this, sorting by comparison is done before the counts of a radix pass are summed. */
const SHORT = 512;
const BITS = 8;
const MASK = (1 << BITS) - 1;

/**
 * Keys rising, each with its value; equal ones in their own order. Radix sort. Both columns move in every pass, so that none reads
 * here and there: with 16 bits a pass and positions alone it takes twice as long. O(keys).
 */
export function sorted(keys: Uint32Array, values: Uint32Array): Sorted {
  const { length } = keys;
  if (length < SHORT) {
    const order = positions(length).sort((i, j) => keys[i] - keys[j] || i - j);
    return { keys: order.map((i) => keys[i]), values: order.map((i) => values[i]) };
  }
  let from: Sorted = { keys, values };
  let to: Sorted = { keys: new Uint32Array(length), values: new Uint32Array(length) };
  let spare: Sorted | null = null;
  const sums = new Uint32Array(MASK + 2);
  for (let shift = 0; shift < 32; shift += BITS) {
    sums.fill(0);
    for (let i = 0; i < length; i++) sums[((from.keys[i] >>> shift) & MASK) + 1]++;
    if (sums.includes(length)) continue; // all have the same bits here
    for (let i = 0; i < MASK; i++) sums[i + 1] += sums[i];
    place(from, to, shift, sums);
    // What was given is read, never written.
    spare ??= { keys: new Uint32Array(length), values: new Uint32Array(length) };
    [from, to] = [to, from.keys === keys ? spare : from];
  }
  return from;
}

function place(from: Sorted, to: Sorted, shift: number, next: Uint32Array): void {
  const { keys, values } = from;
  const { keys: sortedKeys, values: sortedValues } = to;
  for (let i = 0; i < keys.length; i++) {
    const at = next[(keys[i] >>> shift) & MASK]++;
    sortedKeys[at] = keys[i];
    sortedValues[at] = values[i];
  }
}

/** Positions of the keys in rising order of the keys, equal ones in their own order. O(keys). */
export function sortedBy(keys: Uint32Array): Uint32Array {
  return sorted(keys, positions(keys.length)).values;
}

export function positions(count: number): Uint32Array {
  const all = new Uint32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all;
}
