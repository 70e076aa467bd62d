import { RECORDED, type Report, type ReportArticle, type ReportEvent, type ReportGroup, type ReportPair } from '../../report.ts';
import { safeJson } from './safe.ts';

/** The order of keys in the output, whatever order the objects were made in; fields added to Report follow behind. */
const ARTICLE = [
  'path',
  'title',
  'words',
  'furnitureWords',
  'copy',
  'event',
  'date',
  'source',
  'sha256',
] as const satisfies readonly (keyof ReportArticle)[];
const GROUP = ['id', 'articles', 'representative', 'cohesion', 'weakest'] as const satisfies readonly (keyof ReportGroup)[];
const EVENT = [...GROUP, 'copies', 'evidence'] as const satisfies readonly (keyof ReportEvent)[];
const PAIR = ['a', 'b', 'relation', 'jaccard', 'containment', 'score', 'evidence'] as const satisfies readonly (keyof ReportPair)[];
const SKIPPED = ['path', 'reason'] as const;

/**
 * The report for a program, as report.schema.json describes it: articles, pairs and skipped inputs one a line, groups
 * one member a line, so that a diff of two reports shows what changed. Parses back to the report, but for figures
 * rounded to 4 decimals. Ends with a newline; the same report gives the same bytes. Streams: one element a chunk.
 */
export function* renderJson(report: Report): Iterable<string> {
  const { schemaVersion, madeWith, articles, copies, events, pairs, skipped, ...added } = report;
  yield `{\n  "schemaVersion": ${schemaVersion},\n`;
  yield `  "madeWith": ${jsonLine(madeWith, madeWith === null ? [] : RECORDED)},\n`;
  yield* list('articles', articles, (article) => jsonLine(article, ARTICLE));
  yield* list('copies', copies, (group) => jsonBlock(group, GROUP));
  yield* list('events', events, (event) => jsonBlock(event, EVENT));
  yield* list('pairs', pairs, (pair) => jsonLine(pair, PAIR));
  yield* list('skipped', skipped, (entry) => jsonLine(entry, SKIPPED), '');
  for (const [name, value] of Object.entries(added)) yield `,\n  ${JSON.stringify(name)}: ${jsonLine(value)}`;
  yield '\n}\n';
}

/** Any value on one line: figures rounded, nothing left raw that acts on a terminal. */
export function jsonLine(value: unknown, keys: readonly string[] = []): string {
  return safeJson(stringified(value, keys));
}

function jsonBlock(value: object, keys: readonly string[]): string {
  return safeJson(stringified(value, keys, 2)).replaceAll('\n', '\n    ');
}

function* list<Item>(name: string, items: readonly Item[], render: (item: Item) => string, after = ',\n'): Iterable<string> {
  yield `  "${name}": [`;
  for (const [at, item] of items.entries()) yield `${at === 0 ? '' : ','}\n    ${render(item)}`;
  yield `${items.length === 0 ? '' : '\n  '}]${after}`;
}

/** As JSON.stringify has it, with these keys first. A replacer is called for every value there is, so what needs none gets none. */
function stringified(value: unknown, keys: readonly string[], indent?: number): string {
  if (keys.length === 0) return JSON.stringify(value, roundedFigure, indent);
  const known = value as Readonly<Record<string, unknown>>; // keys are given for objects alone
  const copy: Record<string, unknown> = {};
  let present = 0;
  for (const key of keys) {
    const member = known[key];
    if (member !== undefined) present++;
    copy[key] = isFigures(member) ? member.map(rounded) : typeof member === 'number' ? rounded(member) : member;
  }
  if (Object.keys(known).length <= present) return JSON.stringify(copy, null, indent);
  return JSON.stringify({ ...Object.fromEntries(keys.map((key) => [key, known[key]])), ...known }, roundedFigure, indent);
}

function isFigures(value: unknown): value is readonly number[] {
  return Array.isArray(value) && typeof value[0] === 'number';
}

function roundedFigure(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? rounded(value) : value;
}

/** −0 becomes 0: it would print as "0" and parse back as another number. */
function rounded(figure: number): number {
  return Math.round(figure * 10_000) / 10_000 + 0;
}
