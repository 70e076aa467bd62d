type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint8Array;

/**
 * The column, or where it is shorter than wanted one of the same kind with the same values and at least twice its
 * length. In a hot loop ask only when it is full.
 */
export function withRoom<Kind extends Column>(column: Kind, wanted: number): Kind {
  if (wanted <= column.length) return column;
  const grown = new (column.constructor as new (length: number) => Kind)(Math.max(wanted, 2 * column.length)); // its own kind
  grown.set(column);
  return grown;
}

/** A column of numbers that are added one by one. */
export class Growing<Kind extends Column> {
  length = 0;
  #values: Kind;

  /** Begins as the column given, all of whose values are overwritten. */
  constructor(values: Kind) {
    this.#values = values;
  }

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = withRoom(this.#values, this.length + 1);
    this.#values[this.length++] = value;
  }

  /** What was added: a view, good until the next is. */
  values(): Kind {
    return this.#values.subarray(0, this.length) as Kind;
  }
}
