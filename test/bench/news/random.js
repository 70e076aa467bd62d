/**
 * Random numbers that are the same on every machine: 32-bit integers and + − × ÷ alone, whose results IEEE 754 fixes to
 * the last bit. Math.exp, log and pow differ between engines and have no place in the generator.
 */

/** The random numbers of one purpose; streams of another seed, purpose or index have nothing in common. */
export class Random {
  constructor(seed, purpose, index = 0) {
    this.state = scramble(scramble(scramble(seed ^ 0x9e3779b9) ^ Math.imul(purpose, 0x85ebca6b)) ^ index);
  }
  /** 0 ≤ value < 1. mulberry32, by Tommy Ettinger, public domain. */
  unit() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  below(bound) {
    return Math.floor(this.unit() * bound);
  }
  /** Both ends included. */
  between(least, most) {
    return least + this.below(most - least + 1);
  }
  chance(share) {
    return this.unit() < share;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  /** The first ones more often: density falls as 1/√rank. */
  pickEarly(list) {
    const unit = this.unit();
    return list[Math.floor(unit * unit * list.length)];
  }
  /** Mean 0, deviation 1, as the sum of twelve uniform numbers. */
  normal() {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.unit();
    return sum;
  }
  /** `wanted` different ones, in random order. */
  sample(list, wanted) {
    const pool = list.slice();
    const size = Math.min(wanted, pool.length);
    for (let i = 0; i < size; i++) {
      const from = i + this.below(pool.length - i);
      [pool[i], pool[from]] = [pool[from], pool[i]];
    }
    return pool.slice(0, size);
  }
}

function scramble(value) {
  let mixed = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** eˣ by its series; exact to 1e-12 for |x| < 3. */
export function exponential(x) {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 30; n++) {
    term = (term * x) / n;
    sum += term;
  }
  return sum;
}

/** Draws positions by weight in O(1). Walker's alias method in Vose's form (IEEE Trans. Software Eng. 17, 1991). */
export class Weighted {
  constructor(weights) {
    const size = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    this.shares = Float64Array.from(weights, (weight) => (weight * size) / total);
    this.aliases = new Uint32Array(size);
    const small = [];
    const large = [];
    for (const [i, share] of this.shares.entries()) (share < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop();
      const more = large[large.length - 1];
      this.aliases[less] = more;
      this.shares[more] -= 1 - this.shares[less];
      if (this.shares[more] < 1) small.push(large.pop());
    }
    for (const i of [...small, ...large]) this.shares[i] = 1;
  }
  draw(random) {
    const slot = random.below(this.shares.length);
    return random.unit() < this.shares[slot] ? slot : this.aliases[slot];
  }
}

/** Zipf–Mandelbrot weights 1 / (rank + q), q = 2.7 as in English; the exponent 1 needs no power. */
export function zipf(size, q = 2.7) {
  return Array.from({ length: size }, (_, rank) => 1 / (rank + 1 + q));
}
