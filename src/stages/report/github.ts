import type { CheckReport } from '../../checkReport.ts';
import { placeOf } from '../../fileOf.ts';
import type { Report } from '../../report.ts';
import { reviewOfCheck } from './checkFindings.ts';
import { counted } from './figures.ts';
import { claimOf, clipped, type Finding, type Review, reasonOf, reviewOf } from './findings.ts';
import { safe } from './safe.ts';

/** GitHub shows ten warnings and ten notices of a step, and drops the rest without a word (actions/toolkit#734). */
const SHOWN = 10;
const NAME = 300;
const MESSAGE = 1_000;

/**
 * Workflow commands that GitHub Actions shows beside the files: a copy is a warning, an article on the same event a
 * notice. Neither is an error: whether a build fails is for --fail-on to say, and an error would look failed when it is
 * not. What there is no room for is counted in the last notice; the last line, for the log, has the totals.
 *
 * What a baseline knows is counted, and not shown: a review is about what is new.
 *
 * Paths are relative to the working folder, which has to be the root of the checkout for GitHub to find the file.
 */
export function renderGithub(report: Report): Iterable<string> {
  return annotations(reviewOf(report));
}

export function renderCheckGithub(report: CheckReport): Iterable<string> {
  return annotations(reviewOfCheck(report));
}

function* annotations({ findings, totals }: Review): Iterable<string> {
  const fresh = findings.filter(({ state }) => state !== 'known');
  const copies = fresh.filter(({ kind }) => kind !== 'event');
  const events = fresh.filter(({ kind }) => kind === 'event');
  const isCut = copies.length > SHOWN || events.length > SHOWN;
  const shownEvents = events.slice(0, isCut ? SHOWN - 1 : SHOWN);
  for (const finding of copies.slice(0, SHOWN)) yield annotation('warning', finding);
  for (const finding of shownEvents) yield annotation('notice', finding);
  const unshown = [
    counted(Math.max(0, copies.length - SHOWN), 'more copy', 'more copies'),
    counted(events.length - shownEvents.length, 'more article on an event', 'more articles on an event'),
  ].filter((part) => !part.startsWith('0 '));
  if (isCut) yield `::notice title=dedupe::${unshown.join(' and ')}: not shown, since GitHub shows ${SHOWN} annotations of a kind\n`;
  yield `dedupe: ${totals}\n`;
}

function annotation(command: 'warning' | 'notice', finding: Finding): string {
  const { file, line } = placeOf(finding.article.path);
  const claim = claimOf(finding, clipped(safe(finding.of.path), NAME));
  const reason = reasonOf(finding);
  const message = reason === '' ? claim : `${claim}. Shared: ${reason}`;
  const properties = `file=${property(safe(file))},line=${line ?? 1},title=${property(finding.kind === 'event' ? 'Same event' : `Copy: ${finding.kind}`)}`;
  return `::${command} ${properties}::${data(clipped(message, MESSAGE))}\n`;
}

/** As actions/toolkit escapes them (packages/core/src/command.ts); safe() has already shown line ends as `\n`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
