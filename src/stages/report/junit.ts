import type { CheckReport } from '../../checkReport.ts';
import { placeOf } from '../../fileOf.ts';
import type { Report } from '../../report.ts';
import { reviewOfCheck } from './checkFindings.ts';
import { claimOf, type Finding, type Review, reasonOf, reviewOf } from './findings.ts';
import { safe } from './safe.ts';

/**
 * A test suite, as CI servers read it: one test case an article, named by its path. A copy is a failure, with its class as
 * the type; an article that is alone, stands for its group, or tells an event in other words passes (the last with a
 * line of output that names the event, since coverage by others is no fault), and so does a copy that a baseline knows; an input that was not read is skipped.
 * By article and not by group, because servers compare two builds by the names of the failed cases: a path stays, while
 * `c7` is another group tomorrow, and the number of passed cases is that of articles worth keeping.
 */
export function renderJunit(report: Report): Iterable<string> {
  return suite(reviewOf(report));
}

export function renderCheckJunit(report: CheckReport): Iterable<string> {
  return suite(reviewOfCheck(report));
}

function* suite(review: Review): Iterable<string> {
  const findings = new Map(review.findings.map((finding) => [finding.article.path, finding]));
  const failures = [...findings.values()].filter(isFailure).length;
  const { articles, skipped } = review;
  const totals = `tests="${articles.length + skipped.length}" failures="${failures}" errors="0" skipped="${skipped.length}" time="0"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dedupe" ${totals}>\n  <testsuite name="dedupe" ${totals}>\n`;
  for (const article of articles) yield caseOf(article, findings.get(article.path));
  for (const { path, reason } of skipped) yield `${opening(path)}>\n      <skipped message="${xml(reason)}"/>\n    </testcase>\n`;
  yield '  </testsuite>\n</testsuites>\n';
}

function isFailure({ kind, state }: Finding): boolean {
  return kind !== 'event' && state !== 'known';
}

function caseOf({ path }: Review['articles'][number], finding: Finding | undefined): string {
  if (finding === undefined) return `${opening(path)}/>\n`;
  const claim = xml(claimOf(finding, finding.of.path));
  const reason = reasonOf(finding);
  const more = reason === '' ? claim : `${claim}\nShared: ${xml(reason)}`;
  return isFailure(finding)
    ? `${opening(path)}>\n      <failure type="${finding.kind}" message="${claim}">${more}</failure>\n    </testcase>\n`
    : `${opening(path)}>\n      <system-out>${more}</system-out>\n    </testcase>\n`;
}

/** classname is how servers make a tree of the cases: the folder, or the file of a record. */
function opening(path: string): string {
  const { file, record } = placeOf(path);
  const folder = record === null ? (/^(.*)\/[^/]*$/s.exec(file)?.[1] ?? '.') : file;
  return `    <testcase classname="${xml(folder)}" name="${xml(path)}" file="${xml(file)}" time="0"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/**
 * Safe in an attribute and in text. Of the characters that XML 1.0 forbids (§2.2) safe() shows the controls and lone
 * surrogates; U+FFFE and U+FFFF are left to do. A line end that we wrote ourselves is not passed through here.
 */
function xml(text: string): string {
  return safe(text)
    .replace(/[\ufffe\uffff]/g, (mark) => `\\u{${mark.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark]);
}
