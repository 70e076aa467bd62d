import type { CheckReport } from '../../checkReport.ts';
import { reviewOfCheck, unacceptedFirst } from './checkFindings.ts';
import { acceptanceOf, totalsOf } from './checkText.ts';
import { counted } from './figures.ts';
import { claimOf, type Finding, reasonOf } from './findings.ts';
import { fitEnd, fitMiddle } from './fit.ts';
import { code, escaped, MOST_BYTES } from './markdownText.ts';
import { safe } from './safe.ts';
import type { TextStyle } from './style.ts';

/** Kept free for what follows the table. */
const END_BYTES = 1_000;
/** Columns, at most. */
const PATH = 200;
const WHY = 300;

/**
 * What `check` says as a page: the rule that decides, and a row for every incoming article that is not new (--top of them),
 * with what it repeats and why. Never more than 1 MB; what is cut is counted.
 */
export function* renderCheckMarkdown(report: CheckReport, style: TextStyle): Iterable<string> {
  const { findings } = reviewOfCheck({ ...report, articles: unacceptedFirst(report.articles) });
  const against = `against ${counted(report.against.articles, 'article')} of ${code(fitMiddle(safe(report.against.path), PATH))}`;
  const opening = `# Incoming articles\n\n${escaped(totalsOf(report, null))}, ${against}\n\n**${escaped(report.gate.rule)}**\n`;
  yield opening;
  const shown = style.top === 0 ? findings : findings.slice(0, style.top);
  let left = MOST_BYTES - END_BYTES - Buffer.byteLength(opening);
  let written = 0;
  for (const finding of shown) {
    const row = `${written === 0 ? '\n| Article | Words | | Why |\n| --- | ---: | --- | --- |\n' : ''}${rowOf(finding)}`;
    left -= Buffer.byteLength(row);
    if (left < 0) break;
    yield row;
    written += 1;
  }
  if (written < findings.length) {
    const why = written < shown.length ? 'the page is cut at 1 MB' : '`--top 0` shows all';
    yield `\n… and ${findings.length - written} more (${why})\n`;
  }
  if (report.skipped.length > 0) yield `\n${counted(report.skipped.length, 'input')} skipped\n`;
}

function rowOf(finding: Finding): string {
  const { article, of, state, because } = finding;
  const path = (text: string) => code(fitMiddle(safe(text), PATH));
  const accepted = state === 'known' && because !== null ? ` · ${escaped(fitEnd(acceptanceOf(because), WHY))}` : '';
  return `| ${path(article.path)} | ${article.words} | ${claimOf(finding, path(of.path))}${accepted} | ${escaped(fitEnd(reasonOf(finding), WHY))} |\n`;
}
