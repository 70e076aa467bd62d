/** Random numbers that are the same in every run. */
export interface Random {
  /** 0 ≤ number < 1 */
  number(): number;
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** 32 random bits. */
  bits(): number;
  pick<Value>(values: readonly Value[]): Value;
  shuffled<Value>(values: readonly Value[]): Value[];
}

/** Mulberry32 (Tommy Ettinger): small, seeded, and not the hash that the kernel uses. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const bits = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const number = () => bits() / 2 ** 32;
  const below = (bound: number) => Math.floor(number() * bound);
  return {
    number,
    below,
    bits,
    pick: (values) => values[below(values.length)],
    shuffled: (values) => {
      const order = [...values];
      for (let i = order.length - 1; i > 0; i--) {
        const other = below(i + 1);
        [order[i], order[other]] = [order[other], order[i]];
      }
      return order;
    },
  };
}

/** So many different 32-bit values. */
export function distinctBits(random: Random, count: number, without: ReadonlySet<number> = new Set()): number[] {
  const found = new Set<number>();
  while (found.size < count) {
    const value = random.bits();
    if (!without.has(value)) found.add(value);
  }
  return [...found];
}
