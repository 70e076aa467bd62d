/**
 * The same value with every column in shared memory, so that a message to a worker does not copy it. Columns that are
 * shared already stay where they are. For values of plain objects, columns, numbers and strings.
 */
export function shareColumns<Value extends object>(value: Value): Value {
  const shared = Object.entries(value).map(([name, part]) => [name, isObject(part) ? shareOne(part) : part]);
  return Object.fromEntries(shared) as Value; // the same names, each with a value of its kind
}

function shareOne(part: object): object {
  if (!ArrayBuffer.isView(part)) return shareColumns(part);
  if (part.buffer instanceof SharedArrayBuffer) return part;
  const column = part as Uint32Array; // or another kind of typed array; DataViews are no columns
  const array = new (column.constructor as new (buffer: SharedArrayBuffer) => typeof column)(new SharedArrayBuffer(column.byteLength));
  array.set(column);
  return array;
}

function isObject(part: unknown): part is object {
  return typeof part === 'object' && part !== null;
}
