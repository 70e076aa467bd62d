import type { Report } from '../../report.ts';
import { alarms } from './alarm.ts';
import { counted, thousands } from './figures.ts';
import { fitEnd, fitMiddle } from './fit.ts';
import { factsOf, headlineOf, labelOf, mostTelling, placed, reasonOf, type ShownGroup } from './groupText.ts';
import { pointedAt } from './known.ts';
import { code, escaped, MOST_BYTES } from './markdownText.ts';
import { safe } from './safe.ts';
import type { TextStyle } from './style.ts';
import { furnitureOf, groupsOf, nothingFound, totals, withMembers } from './text.ts';

/** Kept free for the opening, and for the line that says what was cut. */
const OWN_BYTES = 500;
/** Columns, at most. */
const HEADLINE = 200;
const PATH = 200;
const SOURCE = 60;
const WHY = 400;
/** Reasons for skipping, at most. */
const REASONS = 20;

/**
 * The report as a page: for a colleague, a ticket, or a CI step's summary. The groups that the text report shows (--top,
 * --all), each a heading and a table; never more than 1 MB, and what is cut is counted. Paths are code, everything else
 * from a file is escaped: no headline makes a link, an image, a mention, a table or HTML of its own.
 */
export function* renderMarkdown(report: Report, style: TextStyle): Iterable<string> {
  const ranked = groupsOf(report);
  const shown = style.top === 0 ? ranked : ranked.slice(0, style.top);
  const end = [...ending(report)].join('');
  let left = MOST_BYTES - OWN_BYTES - Buffer.byteLength(end);
  let written = 0;
  yield `# Duplicate articles\n\n${totals(report, null)}\n`;
  for (const group of withMembers(report, shown)) {
    const whole = [...sectionOf(group, style)].join('');
    // A group of thousands, all of them listed, would leave room for no other.
    const section = Buffer.byteLength(whole) <= left || !style.all ? whole : [...sectionOf(group, { ...style, all: false })].join('');
    left -= Buffer.byteLength(section);
    if (left < 0) break;
    yield section;
    written += 1;
  }
  if (written < ranked.length) {
    const why = written < shown.length ? 'the page is cut at 1 MB' : '`--top 0` shows all';
    yield `\n… and ${counted(ranked.length - written, 'more group')} (${why})\n`;
  }
  if (ranked.length === 0) yield `\n${nothingFound(report)}\n`;
  yield end;
}

function* sectionOf(shown: ShownGroup, style: TextStyle): Iterable<string> {
  const { group, members } = shown;
  yield `\n## ${escaped(fitEnd(headlineOf(shown), HEADLINE))}\n\n${escaped(factsOf(shown, HEADLINE))}\n\n`;
  yield '| Article | | Words | Date | Source |\n| --- | --- | ---: | --- | --- |\n';
  const rows = placed(shown);
  const fresh = pointedAt(group);
  const listed = style.all ? rows : mostTelling(rows);
  for (const { path, depth, parent, pair } of listed) {
    const article = members.get(path);
    const label = depth > 0 ? labelOf(path, parent, pair) : path === group.representative ? 'kept' : '';
    const cells = [
      code(fitMiddle(safe(path), PATH)),
      [label, ...(fresh.has(path) ? ['**new**'] : [])].filter((each) => each !== '').join(', '),
      thousands(article?.words ?? 0),
      escaped(safe(article?.date ?? '')),
      escaped(fitEnd(safe(article?.source ?? ''), SOURCE)),
    ];
    yield `| ${cells.join(' | ')} |\n`;
  }
  if (listed.length < rows.length) yield `\n… and ${thousands(rows.length - listed.length)} more (\`--all\` lists them)\n`;
  const why = reasonOf(group, shown.pairs).map(safe).join('; ');
  if (why !== '') yield `\nWhy: ${escaped(fitEnd(why, WHY))}\n`;
}

/** What is in no group, and what was not read, by reason. */
function* ending(report: Report): Iterable<string> {
  const alone = report.articles.filter(({ copy, event }) => copy === null && event === null).length;
  const furniture = furnitureOf(report);
  const lines = [
    ...(alone === 0 || alone === report.articles.length
      ? []
      : [alone === 1 ? '1 article stands alone.' : `${thousands(alone)} articles stand alone.`]),
    ...(furniture === null ? [] : [furniture]),
  ];
  for (const alarm of alarms(report)) yield `\n${escaped(alarm)}\n`;
  if (lines.length > 0) yield `\n${lines.join(' ')}\n`;
  if (report.skipped.length === 0) return;
  yield `\n## ${counted(report.skipped.length, 'input')} skipped\n\n| Inputs | Reason | First |\n| ---: | --- | --- |\n`;
  const byReason = new Map<string, { count: number; first: string }>();
  for (const { path, reason } of report.skipped) {
    const known = byReason.get(reason);
    if (known === undefined) byReason.set(reason, { count: 1, first: path });
    else known.count += 1;
  }
  const reasons = [...byReason].sort(([one, { count: ones }], [other, { count: others }]) => others - ones || (one < other ? -1 : 1));
  for (const [reason, { count, first }] of reasons.slice(0, REASONS))
    yield `| ${thousands(count)} | ${escaped(fitEnd(safe(reason), PATH))} | ${code(fitMiddle(safe(first), PATH))} |\n`;
  if (reasons.length > REASONS) yield `\n… and ${counted(reasons.length - REASONS, 'more reason')}\n`;
}
