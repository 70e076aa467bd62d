/** A set of 32-bit values by open addressing, for sets that are asked far more often than made. */
export interface HashSet {
  readonly slots: Uint32Array;
  readonly hasZero: boolean;
}

export function makeHashSet(values: ArrayLike<number>): HashSet {
  let capacity = 16;
  while (capacity < values.length * 4) capacity *= 2;
  const slots = new Uint32Array(capacity);
  let hasZero = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === 0) hasZero = true;
    let slot = (Math.imul(value, 0x9e3779b1) >>> 7) & (capacity - 1);
    while (slots[slot] !== 0 && slots[slot] !== value) slot = (slot + 1) & (capacity - 1);
    slots[slot] = value;
  }
  return { slots, hasZero };
}

export function has({ slots, hasZero }: HashSet, value: number): boolean {
  if (value === 0) return hasZero;
  const mask = slots.length - 1;
  let slot = (Math.imul(value, 0x9e3779b1) >>> 7) & mask;
  while (slots[slot] !== 0) {
    if (slots[slot] === value) return true;
    slot = (slot + 1) & mask;
  }
  return false;
}
