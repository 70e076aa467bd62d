/** The end of the report: the articles that are in no group, and what was not read. */
import type { Skipped } from '../../article.ts';
import type { Report } from '../../report.ts';
import { counted, thousands } from './figures.ts';
import { fitEnd, fitMiddle, pad, widest, wrap } from './fit.ts';
import { safe } from './safe.ts';
import type { TextStyle } from './style.ts';
import { columnsOf, inksOf } from './style.ts';

/** Without --all: reasons shown, and paths of each. */
const REASONS = 8;
const PATHS = 3;

/** How many articles stand alone; with --all, which: path and title. */
export function* standingAlone(report: Report, style: TextStyle): Iterable<string> {
  const alone = report.articles.filter(({ copy, event }) => copy === null && event === null);
  const grouped = report.articles.length - alone.length;
  if (alone.length === 0 || (grouped === 0 && !style.all)) return;
  const claim = alone.length === 1 ? '1 article stands alone' : `${thousands(alone.length)} articles stand alone`;
  const columns = columnsOf(style);
  yield `${fitEnd(style.all ? `${claim}:` : `${claim} (--all lists them).`, columns)}\n`;
  if (!style.all) return;
  const { faint } = inksOf(style);
  const paths = alone.map(({ path }) => safe(path));
  const room = Math.min(widest(paths), Math.floor(columns / 2));
  for (const [at, article] of alone.entries()) {
    const path = pad(fitMiddle(paths[at], room), room);
    yield `  ${path}  ${faint(fitEnd(safe(article.title), columns - room - 4))}\n`;
  }
}

/** What was skipped, by reason, the most frequent first. */
export function* leftOut(skipped: readonly Skipped[], style: TextStyle): Iterable<string> {
  if (skipped.length === 0) return;
  const { bad, faint } = inksOf(style);
  const columns = columnsOf(style);
  const pathsOf = new Map<string, string[]>();
  for (const { path, reason } of skipped) {
    const paths = pathsOf.get(reason);
    if (paths === undefined) pathsOf.set(reason, [path]);
    else paths.push(path);
  }
  const reasons = [...pathsOf].sort(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1));
  yield `${bad(fitEnd(`${counted(skipped.length, 'input')} skipped:`, columns))}\n`;
  for (const [reason, paths] of style.all ? reasons : reasons.slice(0, REASONS)) {
    const claim = `${thousands(paths.length)} × ${safe(reason)}`;
    if (style.all) {
      yield `  ${fitEnd(`${claim}:`, columns - 2)}\n`;
      for (const path of paths) yield `      ${faint(fitMiddle(safe(path), columns - 6))}\n`;
    } else {
      const named = paths.slice(0, PATHS).map((path) => fitMiddle(safe(path), Math.floor(columns / 2)));
      const rest = paths.length > PATHS ? ' …' : '';
      for (const [at, line] of wrap(`${claim}: ${named.join(', ')}${rest}`, columns - 6, 3).entries())
        yield `  ${at === 0 ? '' : '    '}${line}\n`;
    }
  }
  const unnamed = !style.all && (reasons.length > REASONS || reasons.some(([, paths]) => paths.length > PATHS));
  if (unnamed)
    yield `  ${faint(fitEnd(`--all lists every ${reasons.length > REASONS ? `one of ${thousands(reasons.length)} reasons` : 'one'}`, columns - 2))}\n`;
}
