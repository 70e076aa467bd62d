import type { Acceptance, CheckedArticle, CheckReport, CopyFound, EventFound } from '../../checkReport.ts';
import { acceptedOf, unacceptedFirst, withAccepted } from './checkFindings.ts';
import { counted, share } from './figures.ts';
import { fitEnd, fitMiddle } from './fit.ts';
import { leftOut } from './restText.ts';
import { safe } from './safe.ts';
import { columnsOf, type Inks, inksOf, type TextStyle } from './style.ts';
import { whyLines } from './whyLines.ts';

/** Matches named below an article; --all names all of them. */
const MATCHES_SHOWN = 3;

/**
 * What `check` says, for a person: a line of totals, each incoming article that is not new with what it repeats and why, and
 * the rule that decides; what a baseline accepts comes last. New articles are only counted, unless style.all. No line is wider than the style's columns.
 */
export function* renderCheckText(report: CheckReport, style: TextStyle): Iterable<string> {
  const columns = columnsOf(style);
  const inks = inksOf(style);
  yield `${fitEnd(totalsOf(report, style.seconds), columns)}\n`;
  yield `${inks.faint(fitEnd(`against ${counted(report.against.articles, 'article')} of ${safe(report.against.path)}`, columns))}\n`;
  const told = unacceptedFirst(report.articles.filter(({ verdict }) => verdict !== 'new' || style.all));
  const shown = style.top === 0 ? told : told.slice(0, style.top);
  for (const article of shown) {
    yield '\n';
    yield* renderArticle(article, columns, inks, style.all);
  }
  if (shown.length < told.length)
    yield `\n${inks.faint(fitEnd(`… and ${told.length - shown.length} more (--top 0 shows all)`, columns))}\n`;
  yield '\n';
  yield* leftOut(report.skipped, style);
  const ink = report.gate.passes ? inks.good : inks.bad;
  yield `${ink(fitEnd(report.gate.rule, columns))}\n`;
}

/** 8 incoming articles: 4 new · 2 copies · 1 repeat · 1 on a known event; with a baseline 2 copies (1 accepted) … */
export function totalsOf({ articles, counts, accepted }: CheckReport, seconds: number | null): string {
  const parts = [
    `${counts.new} new`,
    ...(counts.copy > 0 ? [withAccepted(counts.copy, accepted?.copy, 'copy', 'copies')] : []),
    ...(counts.repeat > 0 ? [withAccepted(counts.repeat, accepted?.repeat, 'repeat')] : []),
    ...(counts.event > 0
      ? [`${counts.event} on ${counts.event === 1 ? 'a known event' : 'known events'}${acceptedOf(counts.event, accepted?.event)}`]
      : []),
    ...(seconds === null ? [] : [`${seconds.toFixed(1)} s`]),
  ];
  return `${counted(articles.length, 'incoming article')}: ${parts.join(' · ')}`;
}

function* renderArticle(article: CheckedArticle, columns: number, inks: Inks, all: boolean): Iterable<string> {
  const { path, title, verdict, copies, events, baseline } = article;
  const tag = verdict.padEnd(6);
  yield `${(verdict === 'new' ? inks.good : inks.tie)(tag)}  ${inks.strong(fitEnd(safe(title), columns - tag.length - 2))}\n`;
  yield `        ${fitMiddle(safe(path), columns - 8)}\n`;
  if (baseline?.accepted) yield `        ${inks.good(fitEnd(acceptanceOf(baseline), columns - 8))}\n`;
  const relations = [...copies.map(copyLine), ...events.map(eventLine)];
  const shown = all ? relations : relations.slice(0, MATCHES_SHOWN);
  for (const { label, path, incoming } of shown) {
    const where = incoming ? ' (in the batch)' : '';
    yield `        ${inks.tie(label)}  ${fitMiddle(safe(path), columns - 10 - label.length - where.length)}${inks.faint(where)}\n`;
  }
  if (shown.length < relations.length) yield `        ${inks.faint(`and ${relations.length - shown.length} more`)}\n`;
  const [first] = [...copies, ...events];
  for (const line of whyLines(first?.evidence ?? [], columns - 8)) yield `        ${inks.faint(line)}\n`;
}

/** accepted: the agency sells it to both, until 2027-03-31 */
export function acceptanceOf({ reason, expires }: Pick<Acceptance, 'reason' | 'expires'>): string {
  const why = [...(reason === null ? [] : [safe(reason)]), ...(expires === null ? [] : [`until ${safe(expires)}`])].join(', ');
  return why === '' ? 'accepted' : `accepted: ${why}`;
}

function copyLine({ relation, jaccard, containment, path, incoming }: CopyFound) {
  const [ofThis, ofOther] = containment;
  const how =
    relation === 'identical'
      ? relation
      : relation === 'excerpt'
        ? `excerpt ${share(Math.max(ofThis, ofOther))} of ${ofThis >= ofOther ? 'it' : 'the other'}`
        : `${relation} ${share(jaccard)}`;
  return { label: how, path, incoming };
}

function eventLine({ score, path, incoming }: EventFound) {
  return { label: `same event ${share(score)}`, path, incoming };
}
