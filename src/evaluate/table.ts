import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../errors.ts';

export interface Row {
  /** Line of the file, from 1; of a row over several lines the last. */
  readonly line: number;
  readonly cells: readonly string[];
}

export const WANTED = 'give rows of path and group, or of two paths and same or different';

/** In the order of trust: a tab is hardly ever part of a name, a comma often is. */
const DELIMITERS = ['\t', ';', ','];
/** Lines looked at to tell the delimiter, and the share of them that has to have it. */
const SAMPLE = 100;
const LEAST_SHARE = 0.8;

/**
 * The rows of a TSV or CSV, as spreadsheets and scripts write them: quoted or not, with a byte-order mark or not, divided
 * by what most lines have. Lines without a word are no rows. Throws UserError naming the file and the line.
 */
export function parseTable(text: string, file: string): Row[] {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  if (plain.includes('\0')) throw new UserError(`${file} is binary, not text`, 'save the labels as TSV or CSV');
  if (plain.trim() === '') throw new UserError(`${file} is empty`, WANTED);
  return parsed(plain, delimiterOf(plain, file), file).filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function delimiterOf(text: string, file: string): string {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE);
  const found = DELIMITERS.find((delimiter) => lines.filter((line) => line.includes(delimiter)).length >= LEAST_SHARE * lines.length);
  if (found === undefined) throw new UserError(`${file}:1: no columns, divided by tabs, semicolons or commas`, WANTED);
  return found;
}

function parsed(text: string, delimiter: string, file: string): Row[] {
  const rows: Row[] = [];
  const onRecord = (record: string[], { lines }: { lines: number }) => {
    rows.push({ line: lines, cells: record.map((cell) => cell.trim()) });
    return null;
  };
  try {
    parse(text, { delimiter, relax_column_count: true, relax_quotes: true, on_record: onRecord });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new UserError(`${file}:${(rows.at(-1)?.line ?? 0) + 1}: ${reason(error)}`, 'a quote at the start of a cell needs one at its end');
  }
}

function reason(error: CsvError): string {
  return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is never closed' : error.message;
}
