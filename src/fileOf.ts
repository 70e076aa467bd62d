/** The file that a reported path lies in, and the record's id or line when it is one of many: `news.jsonl#17`. */
export function fileOf(path: string): { readonly file: string; readonly record: string | null } {
  const found = /^(.*\.(?:jsonl|ndjson)(?:\.gz)?)[#:](.+)$/is.exec(path);
  return found === null ? { file: path, record: null } : { file: found[1], record: found[2] };
}
