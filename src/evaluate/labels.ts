import { UserError } from '../errors.ts';
import type { Warning } from '../evaluation.ts';
import { columnsOf } from './columns.ts';
import { parseTable, type Row } from './table.ts';
import { type Verdict, verdictOf } from './verdicts.ts';

/** What people say of articles, which they name as they like. */
export type Labels = GroupLabels | PairLabels;

interface Common {
  /** As messages name it; names of articles may be relative to its folder. */
  readonly file: string;
  readonly warnings: readonly Warning[];
}
export interface GroupLabels extends Common {
  readonly kind: 'groups';
  readonly rows: readonly { readonly line: number; readonly name: string; readonly group: string }[];
}
export interface PairLabels extends Common {
  readonly kind: 'pairs';
  readonly rows: readonly PairRow[];
}
export interface PairRow {
  readonly line: number;
  readonly a: string;
  readonly b: string;
  /** As it was written, and what it stands for. */
  readonly word: string;
  readonly verdict: Verdict;
}

/**
 * Labels from a TSV or CSV: path and group, or two paths and a verdict; other columns are passed over. A row without
 * what it should have is left out with a warning. Throws UserError when no row is left.
 */
export function parseLabels(text: string, file = 'labels'): Labels {
  const rows = parseTable(text, file);
  const columns = columnsOf(rows, file);
  const body = columns.hasHead ? rows.slice(1) : rows;
  const warnings: Warning[] = [];
  const warn = (line: number, message: string) => void warnings.push({ line, message });
  const labels: Labels =
    columns.kind === 'groups'
      ? { kind: 'groups', file, warnings, rows: body.flatMap((row) => groupRow(row, columns.article, columns.group, warn)) }
      : { kind: 'pairs', file, warnings, rows: body.flatMap((row) => pairRow(row, columns, warn)) };
  if (labels.rows.length > 0) return labels;
  const [why] = warnings;
  if (why) throw new UserError(`${file}:${why.line}: ${why.message}`, 'no row of the labels can be used');
  throw new UserError(`${file} has a head, and no rows below it`, 'add the labels');
}

type Warn = (line: number, message: string) => void;

function groupRow({ line, cells }: Row, article: number, group: number, warn: Warn): GroupLabels['rows'] {
  const row = { line, name: cells[article] ?? '', group: cells[group] ?? '' };
  if (row.name !== '' && row.group !== '') return [row];
  warn(line, row.name === '' ? 'names no article' : `${row.name} has no group`);
  return [];
}

function pairRow({ line, cells }: Row, at: { a: number; b: number; verdict: number }, warn: Warn): PairRow[] {
  const [a, b, word] = [cells[at.a] ?? '', cells[at.b] ?? '', cells[at.verdict] ?? ''];
  const verdict = verdictOf(word);
  if (a !== '' && b !== '' && verdict !== null) return [{ line, a, b, word, verdict }];
  if (a === '' || b === '') warn(line, 'names fewer than two articles');
  else warn(line, word === '' ? 'has no verdict' : `${word} is no verdict: same, different, copy, event, partial`);
  return [];
}
