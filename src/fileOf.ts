/** The file that a reported path lies in, and the record's id or line when it is one of many: `news.jsonl#17`. */
export function fileOf(path: string): { readonly file: string; readonly record: string | null } {
  const { file, record } = placeOf(path);
  return { file, record };
}

/** The same with the line that a record without an id begins at; null for an article that is a file, and for an id. */
export function placeOf(path: string): { readonly file: string; readonly record: string | null; readonly line: number | null } {
  const found = /^(.*\.(?:jsonl|ndjson)(?:\.gz)?)([#:])(.+)$/is.exec(path);
  if (found === null) return { file: path, record: null, line: null };
  const [, file, mark, record] = found;
  return { file, record, line: mark === ':' && /^[1-9]\d{0,8}$/.test(record) ? Number(record) : null };
}
