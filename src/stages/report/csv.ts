import { stringify } from 'csv-stringify/sync';
import type { Report, ReportArticle, ReportPair } from '../../report.ts';
import { safe } from './safe.ts';

const HEADER = [
  'path',
  'title',
  'words',
  'furnitureWords',
  'date',
  'source',
  'copy',
  'event',
  'representative_of_copy',
  'relation',
  'similarity',
];
/** Rows that csv-stringify is given at once: its options are checked once a call. */
const BATCH = 1_000;

/**
 * One article a line, for a spreadsheet: RFC 4180 with "\n" line ends and a header. `relation` and `similarity` compare
 * a copy with the representative of its group, where the report has that pair. Made to be opened, not to be read back:
 * control characters are shown escaped and what could run as a formula gets a `'` in front; JSON has the raw values.
 */
export function* renderCsv(report: Report): Iterable<string> {
  const representativeOf = new Map(report.copies.map(({ id, representative }) => [id, representative]));
  const toRepresentative = pairsWithRepresentative(report, new Set(representativeOf.values()));
  const row = (article: ReportArticle): unknown[] => {
    const pair = toRepresentative.get(article.path);
    const represents = article.copy !== null && representativeOf.get(article.copy) === article.path;
    return [
      cell(article.path),
      cell(article.title),
      article.words,
      article.furnitureWords,
      cell(article.date),
      cell(article.source),
      article.copy,
      article.event,
      String(represents),
      pair?.relation,
      pair?.jaccard.toFixed(4).replace(/\.?0+$/, ''),
    ];
  };
  yield lines([HEADER]);
  for (let at = 0; at < report.articles.length; at += BATCH) yield lines(report.articles.slice(at, at + BATCH).map(row));
}

function lines(rows: readonly (readonly unknown[])[]): string {
  return stringify(rows as unknown[][], { record_delimiter: '\n', escape_formulas: true }); // it does not write to them
}

/**
 * escape_formulas covers = + - @ and their full-width twins at the start of a cell. Two ways round it are closed here:
 * blanks before them, and a ";", where Excel ends a cell, quoted or not, in countries that write 1,5 for 1.5.
 */
const HIDDEN_FORMULA = /(^\s+|;\s*)(?=[=+\-@＝＋－＠])/gu;

function cell(text: string | null): string | null {
  return text === null
    ? null
    : safe(text).replace(HIDDEN_FORMULA, (blanks, _all, at: number) => (at === 0 && !blanks.startsWith(';') ? `'${blanks}` : `${blanks}'`));
}

/** For each copy, the pair with its group's representative. */
function pairsWithRepresentative({ articles, pairs }: Report, representatives: ReadonlySet<string>): Map<string, ReportPair> {
  const copyOf = new Map<string, string>();
  for (const { path, copy } of articles) if (copy !== null) copyOf.set(path, copy);
  const found = new Map<string, ReportPair>();
  for (const pair of pairs) {
    const { a, b } = pair;
    if (pair.relation === 'event' || !copyOf.has(a) || copyOf.get(a) !== copyOf.get(b)) continue;
    if (representatives.has(a)) found.set(b, pair);
    else if (representatives.has(b)) found.set(a, pair);
  }
  return found;
}
