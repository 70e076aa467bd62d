/** The same columns in shared memory, so that a message to a worker does not copy them. */
export function shareColumns<Columns extends Readonly<Record<string, Float64Array | Float32Array | Uint32Array>>>(
  columns: Columns,
): Columns {
  const shared = Object.entries(columns).map(([name, column]) => {
    const array = new (column.constructor as new (buffer: SharedArrayBuffer) => typeof column)(new SharedArrayBuffer(column.byteLength));
    array.set(column);
    return [name, array];
  });
  return Object.fromEntries(shared) as Columns; // the same names, each with an array of its kind
}
