/** The column, or where it is shorter than wanted one of the same kind with the same values and at least twice its length. In a hot loop ask only when it is full. */
export function withRoom<Column extends Float64Array | Float32Array | Uint32Array | Int32Array | Uint8Array>(
  column: Column,
  wanted: number,
): Column {
  if (wanted <= column.length) return column;
  const grown = new (column.constructor as new (length: number) => Column)(Math.max(wanted, 2 * column.length)); // its own kind
  grown.set(column);
  return grown;
}
