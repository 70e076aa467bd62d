import { createHash } from 'node:crypto';
import type { CheckReport } from '../../checkReport.ts';
import { placeOf } from '../../fileOf.ts';
import type { Report } from '../../report.ts';
import { reviewOfCheck } from './checkFindings.ts';
import { counted, thousands } from './figures.ts';
import { claimOf, clipped, type Finding, type FindingKind, type Review, reasonOf, reviewOf } from './findings.ts';
import { jsonLine } from './json.ts';
import { safe } from './safe.ts';

/**
 * What GitHub code scanning takes: 25,000 results a run, and 10 MB gzipped. The bytes are counted before compression,
 * so that the bound holds whatever the paths are made of, and without what stands around the results. It shows 5,000, the most severe first, so copies come first.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const MOST_RESULTS = 25_000;
const MOST_BYTES = 8_500_000;
/** Skipped inputs named one by one. */
const MOST_SKIPPED = 100;
/** Length of a path or a reason in a message, and of what two articles share. A record's id can be of any length. */
const NAME = 300;
const SHARED = 1_000;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const ROOT = '%SRCROOT%';

interface Rule {
  readonly name: string;
  readonly level: 'warning' | 'note';
  readonly short: string;
  readonly help: string;
}

/**
 * A rule a class. A copy is a warning: it can go, but somebody should look. The same event in other words is a note: to be
 * known, not to be mended. Nothing is an error: by default GitHub fails a pull request for errors alone, and whether
 * copies fail a build is for --fail-on to say.
 */
const RULES: Readonly<Record<FindingKind, Rule>> = {
  identical: {
    name: 'IdenticalArticle',
    level: 'warning',
    short: 'The same article is there twice.',
    help: 'Both have the same words, apart from page furniture. Keep one of them.',
  },
  reprint: {
    name: 'ReprintedArticle',
    level: 'warning',
    short: 'An article is a lightly edited copy of another.',
    help: 'Most of the text is the same: a wire story, a mirror, an abridged or extended version. Keep the one that stands for the group.',
  },
  excerpt: {
    name: 'ExcerptedArticle',
    level: 'warning',
    short: 'An article is a part of a longer one.',
    help: 'The shorter text stands in the longer one. Keep the longer.',
  },
  revised: {
    name: 'RevisedArticle',
    level: 'warning',
    short: 'An article is an update or a correction of another.',
    help: 'The wording is the same, but figures differ. Keep the version that you want to stand by.',
  },
  copy: {
    name: 'CopiedArticle',
    level: 'warning',
    short: 'An article belongs to a group of copies.',
    help: 'It is tied to the group through another of its members. See: dedupe explain A B',
  },
  event: {
    name: 'SameEvent',
    level: 'note',
    short: 'An article covers the same event as another, in other words.',
    help: 'Nothing has to be done. The two are counted as one event.',
  },
};
const KINDS = Object.keys(RULES) as FindingKind[]; // Object.keys forgets the keys' type

/**
 * SARIF 2.1.0 (OASIS): one result an article that copies another or covers the same event. URIs are relative to
 * %SRCROOT%, the root of the checkout, in which the program has to run. What the limits cut is said in a notification.
 * Streams: one result a chunk.
 */
export function renderSarif(report: Report): Iterable<string> {
  return log(reviewOf(report));
}

export function renderCheckSarif(report: CheckReport): Iterable<string> {
  return log(reviewOfCheck(report));
}

function* log({ findings, skipped }: Review): Iterable<string> {
  yield `{\n  "$schema": "${SCHEMA}",\n  "version": "2.1.0",\n  "runs": [{\n    "tool": {"driver": {"name": "dedupe", "rules": [`;
  for (const [at, kind] of KINDS.entries()) yield `${at === 0 ? '' : ','}\n      ${jsonLine(descriptorOf(kind))}`;
  yield `\n    ]}},\n    "originalUriBaseIds": ${jsonLine({ [ROOT]: { description: { text: 'The folder in which dedupe ran: the root of the checkout.' } } })},\n    "columnKind": "utf16CodeUnits",\n    "results": [`;
  const fingerprints = new Fingerprints();
  let bytes = 0;
  let written = 0;
  for (const finding of findings.slice(0, MOST_RESULTS)) {
    const result = jsonLine(resultOf(finding, fingerprints.of(finding)));
    bytes += Buffer.byteLength(result) + 8;
    if (bytes > MOST_BYTES) break;
    yield `${written === 0 ? '' : ','}\n      ${result}`;
    written += 1;
  }
  const invocation = { executionSuccessful: true, toolExecutionNotifications: notificationsOf(skipped, findings.length - written) };
  yield `${written === 0 ? '' : '\n    '}],\n    "invocations": [${jsonLine(invocation)}]\n  }]\n}\n`;
}

function descriptorOf(kind: FindingKind): object {
  const { name, level, short, help } = RULES[kind];
  return {
    id: kind,
    name,
    shortDescription: { text: short },
    fullDescription: { text: `${short} ${help}` },
    help: { text: help },
    defaultConfiguration: { level },
    properties: {
      tags: ['duplication'],
      precision: kind === 'event' ? 'medium' : 'high',
      'problem.severity': kind === 'event' ? 'recommendation' : 'warning',
    },
  };
}

function resultOf(finding: Finding, fingerprint: string): object {
  const { kind, article, of, group, pair } = finding;
  const reason = reasonOf(finding);
  const claim = claimOf(finding, `[${plain(nameOf(of.path))}](1)`);
  return {
    ruleId: kind,
    ruleIndex: KINDS.indexOf(kind),
    level: RULES[kind].level,
    message: { text: reason === '' ? `${claim}.` : `${claim}. Shared: ${plain(clipped(reason, SHARED))}` },
    locations: [locationOf(article)],
    relatedLocations: [{ id: 1, ...locationOf(of), message: { text: kind === 'event' ? 'Stands for the event' : 'What it copies' } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...baselined(finding),
    properties: {
      ...(group && { group: group.id, representative: nameOf(group.representative) }),
      ...(pair && { similarity: pair.jaccard, score: pair.score }),
    },
  };
}

/**
 * Against a baseline every result says whether it is new, and has a list of suppressions: where one result of a run has that
 * list, all have to (SARIF 2.1.0, §3.27.23). Suppressed is what somebody has given a reason for, or a last day.
 */
function baselined({ state, because }: Finding): object {
  if (state === null || because === null) return {};
  const { reason, expires } = because;
  const why = [...(reason === null ? [] : [clipped(safe(reason), SHARED)]), ...(expires === null ? [] : [`until ${safe(expires)}`])];
  const isSuppressed = state === 'known' && why.length > 0;
  return {
    baselineState: state === 'new' ? 'new' : 'unchanged',
    suppressions: isSuppressed ? [{ kind: 'external', status: 'accepted', justification: why.join(', ') }] : [],
  };
}

function nameOf(path: string): string {
  return clipped(safe(path), NAME);
}

/** Square brackets would begin a link in a message, which may lead anywhere (SARIF 2.1.0, §3.11.6). */
function plain(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

function locationOf({ path }: { readonly path: string }): object {
  const { file, record, line } = placeOf(path);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file), uriBaseId: ROOT }, region: { startLine: line ?? 1 } },
    ...(record !== null && line === null && { logicalLocations: [{ name: nameOf(record), kind: 'member' }] }),
  };
}

/** A path as a relative URI reference: every segment percent-encoded; a lone surrogate, which no URI can hold, as U+FFFD. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/**
 * The same finding has the same fingerprint in the next run, though its file was renamed, others joined its group, or the
 * order of the paths is another: it is made of the article's content, by its hash (or, in a report without, by headline and
 * own words), and of whether it is a copy or an event. Articles alike in these are numbered: a third copy of a pair is
 * new, a renamed one is not. GitHub tracks alerts by rule and by this name, whose `:1` counts in the same way.
 */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of({ kind, article: { title, words, sha256 } }: Finding): string {
    const content = [kind === 'event' ? 'event' : 'copy', ...(sha256 ? [sha256] : [title, words])];
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
    const count = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, count);
    return `${hash}:${count}`;
  }
}

/** What a reader has to know beside the results: findings that were cut, inputs that were not read. */
function notificationsOf(skipped: Review['skipped'], cut: number): object[] {
  const warning = (id: string, text: string, more: object = {}) => ({
    descriptor: { id },
    level: 'warning',
    message: { text: plain(text) },
    ...more,
  });
  const named = skipped
    .slice(0, MOST_SKIPPED)
    .map((entry) => warning('skipped', `Not read: ${clipped(safe(entry.reason), NAME)}`, { locations: [locationOf(entry)] }));
  const unnamed = skipped.length - named.length;
  return [
    ...(cut === 0
      ? []
      : [
          warning(
            'cut',
            `${counted(cut, 'finding')} left out: GitHub takes ${thousands(MOST_RESULTS)} results and 10 MB. The formats json and csv have them all.`,
          ),
        ]),
    ...named,
    ...(unnamed === 0 ? [] : [warning('skipped', `${counted(unnamed, 'more input')} not read.`)]),
  ];
}
