import { UserError } from '../errors.ts';
import { type Row, WANTED } from './table.ts';
import { verdictOf } from './verdicts.ts';

/** Which column says what, by position. */
export type Columns =
  | { readonly kind: 'groups'; readonly hasHead: boolean; readonly article: number; readonly group: number }
  | { readonly kind: 'pairs'; readonly hasHead: boolean; readonly a: number; readonly b: number; readonly verdict: number };

/** Names of columns as people write them, without case, spaces and underscores; the first that is there counts. */
const ARTICLE = ['file', 'path', 'article', 'filename', 'filepath', 'document', 'doc', 'id', 'url', 'name'];
const GROUP = ['label', 'group', 'cluster', 'event', 'story', 'incident', 'claim', 'topic', 'copy', 'class'];
const VERDICT = ['label', 'verdict', 'relation', 'class', 'same', 'match', 'judgement', 'judgment', 'answer'];
const FIRST = ['a', 'left', 'first', ...ARTICLE.flatMap((name) => [`${name}a`, `${name}1`])];
const SECOND = ['b', 'right', 'second', ...ARTICLE.flatMap((name) => [`${name}b`, `${name}2`])];

/** What the columns are: by their names where there is a head, else by what stands in them. */
export function columnsOf(rows: readonly Row[], file: string): Columns {
  const [first] = rows;
  const names = first.cells.map((cell) => cell.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const at = (known: readonly string[]) => known.map((name) => names.indexOf(name)).find((column) => column >= 0) ?? -1;
  const [a, b] = [at(FIRST), at(SECOND)];
  const verdict = at(VERDICT);
  // Two articles called a and b, with the verdict beside them, are no head.
  if (a >= 0 && b >= 0 && (verdict >= 0 || verdictOf(first.cells[2] ?? '') === null)) {
    if (verdict < 0) throw new UserError(`${file}:${first.line}: pairs without a verdict`, 'add a column label: same or different');
    return { kind: 'pairs', hasHead: true, a, b, verdict };
  }
  const article = at(ARTICLE);
  const group = at(GROUP);
  if (article >= 0 && group >= 0 && article !== group) return { kind: 'groups', hasHead: true, article, group };
  if (article === 0 && names.length > 1) return { kind: 'groups', hasHead: true, article, group: 1 };
  if (first.cells.length < 2) throw new UserError(`${file}:${first.line}: one column only`, WANTED);
  const isPairs = rows.filter(({ cells }) => verdictOf(cells[2] ?? '') !== null).length * 2 > rows.length;
  return isPairs ? { kind: 'pairs', hasHead: false, a: 0, b: 1, verdict: 2 } : { kind: 'groups', hasHead: false, article: 0, group: 1 };
}
