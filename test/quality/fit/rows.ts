import { parse } from 'csv-parse/sync';

/** The rows of a TSV with a header, by the names of its columns. */
export function rowsOf(tsv: string): Readonly<Record<string, string>>[] {
  return parse(tsv, { columns: true, delimiter: '\t', quote: false, relax_column_count: true, skip_empty_lines: true });
}
