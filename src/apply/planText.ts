import { counted, share, thousands } from '../stages/report/figures.ts';
import { fitEnd, fitMiddle, pad, widest } from '../stages/report/fit.ts';
import { safe } from '../stages/report/index.ts';
import { columnsOf, inksOf, type TextStyle } from '../stages/report/style.ts';
import type { PlannedGroup } from './plan.ts';

/** A plan with what the disk says of its files. */
export interface PlanView {
  readonly groups: readonly PlannedGroup[];
  /** Bytes by path, of files; what is missing has vanished, or is no file of its own. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** The plan for a person: per group what stays and what goes, how it copies, and its size. Everything from files is escaped. */
export function* renderPlan({ groups, sizes }: PlanView, style: TextStyle): Iterable<string> {
  const columns = columnsOf(style);
  const { strong, faint, good, tie } = inksOf(style);
  const shown = style.top === 0 ? groups : groups.slice(0, style.top);
  for (const { id, title, stays, goes } of shown) {
    const rows = [
      ...stays.map(({ path, why }) => ({ mark: good('stays'), path, note: why })),
      ...goes.map(({ from, relation, jaccard }) => ({
        mark: tie('goes '),
        path: from,
        note: relation === 'identical' ? relation : `${relation} ${share(jaccard)}`,
      })),
    ];
    const bytes = rows.map(({ path }) => sizeInWords(sizes.get(path)));
    const byteColumns = widest(bytes);
    const noteColumns = Math.min(widest(rows.map(({ note }) => note)), Math.floor(columns * 0.4));
    const paths = rows.map(({ path }) => safe(path));
    const pathColumns = Math.min(widest(paths), columns - byteColumns - noteColumns - 13);
    yield `${faint(id)} ${strong(fitEnd(safe(title), columns - id.length - 1))}\n`;
    for (const [at, { mark, note }] of rows.entries()) {
      const path = pad(fitMiddle(paths[at], pathColumns), pathColumns);
      const rest = note === '' ? '' : `  ${faint(fitEnd(note, noteColumns))}`;
      yield `  ${mark}  ${path}  ${bytes[at].padStart(byteColumns)}${rest}\n`;
    }
    yield '\n';
  }
  if (shown.length < groups.length)
    yield `${faint(`… and ${counted(groups.length - shown.length, 'more group')} (--top 0 shows all)`)}\n\n`;
}

/** 1234567 → 1.2 MB; 999 → 999 B; '' when not known. */
export function sizeInWords(bytes: number | undefined): string {
  if (bytes === undefined) return '';
  if (bytes < 1000) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let size = bytes / 1000;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${size < 9.95 ? size.toFixed(1) : thousands(Math.round(size))} ${units[unit]}`;
}
