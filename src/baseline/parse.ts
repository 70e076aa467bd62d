import { reasonOf, UserError } from '../errors.ts';
import { type Baseline, type BaselineArticle, type BaselineEntry, type BaselineRelation, RELATIONS } from './baseline.ts';
import { BASELINE_VERSION } from './format.ts';

const MAKE = 'dedupe … --baseline FILE --update-baseline writes one; name a file that is not there yet';
const FIELDS = {
  baseline: ['baselineVersion', 'entries'],
  entry: ['relation', 'reason', 'expires', 'articles'],
  article: ['sha256', 'path'],
} as const;

/**
 * The text of a baseline, which people edit → the baseline. Throws UserError: the file, the place in it, the value met, and
 * what to write there. A key that is not known is refused: an "expire" that nobody reads would never expire. O(length).
 */
export function parseBaseline(text: string, name: string): Baseline {
  const value = parseJson(text, name);
  if (!isObject(value) || !('baselineVersion' in value)) throw noBaseline(value, name);
  const { baselineVersion: version, entries } = value;
  if (version !== BASELINE_VERSION) {
    const isLater = typeof version === 'number' && version > BASELINE_VERSION;
    const mend = isLater
      ? 'read it with the version of dedupe that made it, or a later one'
      : `write "baselineVersion": ${BASELINE_VERSION}`;
    throw new UserError(`${name}: baselineVersion is ${shown(version)}; this dedupe reads ${BASELINE_VERSION}`, mend);
  }
  refuseOtherKeys(value, FIELDS.baseline, name);
  if (!Array.isArray(entries)) throw new UserError(`${name}: entries is ${shown(entries)}`, 'give a list: "entries": []');
  return entries.map((entry: unknown, at) => entryOf(entry, `${name}: entries[${at}]`));
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (text.trim() === '') throw new UserError(`${name} is empty, and no baseline`, MAKE);
    const conflict = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})(?: |\r?$)/.test(line));
    if (conflict >= 0)
      throw new UserError(
        `${name}: line ${conflict + 1} is the mark of a merge conflict`,
        'keep the entries of both sides, and take the marks out',
      );
    throw new UserError(`${name} is no JSON${placeOf(error, text)}: ${reasonOf(error)}`, 'mend it there, or take back the last change');
  }
}

/** V8 names the position in some of its messages, and shows the text around it in the others. */
function placeOf(error: unknown, text: string): string {
  const position = /at position (\d+)/.exec(reasonOf(error))?.[1];
  return position === undefined ? '' : ` at line ${text.slice(0, Number(position)).split('\n').length}`;
}

function noBaseline(value: unknown, name: string): UserError {
  const what = isObject(value) && 'schemaVersion' in value ? 'is a report, not a baseline' : 'is no baseline: it has no baselineVersion';
  return new UserError(`${name} ${what}`, MAKE);
}

function entryOf(value: unknown, place: string): BaselineEntry {
  if (!isObject(value)) throw new UserError(`${place} is ${shown(value)}`, 'give an entry: { "relation": "copy", "articles": [ … ] }');
  refuseOtherKeys(value, FIELDS.entry, place);
  const { relation, reason = null, expires = null, articles } = value;
  if (!isRelation(relation)) throw new UserError(`${place}.relation is ${shown(relation)}`, `give one of ${RELATIONS.join(', ')}`);
  if (reason !== null && (typeof reason !== 'string' || reason.trim() === ''))
    throw new UserError(`${place}.reason is ${shown(reason)}`, 'give a sentence, or leave it out');
  if (expires !== null && !isDay(expires))
    throw new UserError(`${place}.expires is ${shown(expires)}`, 'give the last day as YYYY-MM-DD, or leave it out');
  if (!Array.isArray(articles) || articles.length < 2)
    throw new UserError(
      `${place}.articles is ${Array.isArray(articles) ? `a list of ${articles.length}` : shown(articles)}`,
      'give two articles or more, or take the entry out',
    );
  return { relation, articles: articles.map((article: unknown, at) => articleOf(article, `${place}.articles[${at}]`)), reason, expires };
}

function articleOf(value: unknown, place: string): BaselineArticle {
  if (!isObject(value)) throw new UserError(`${place} is ${shown(value)}`, 'give { "sha256": "…", "path": "…" }');
  refuseOtherKeys(value, FIELDS.article, place);
  const { sha256, path } = value;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    throw new UserError(`${place}.sha256 is ${shown(sha256)}`, 'give 64 hexadecimal digits in lower case, as sha256sum prints them');
  if (typeof path !== 'string' || path === '')
    throw new UserError(`${place}.path is ${shown(path)}`, 'give a path, for those who read the file');
  return { sha256, path };
}

function refuseOtherKeys(value: object, known: readonly string[], place: string): void {
  const other = Object.keys(value).find((key) => !known.includes(key));
  if (other !== undefined) throw new UserError(`${place} has an unknown key ${shown(other)}`, `the keys are: ${known.join(', ')}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRelation(value: unknown): value is BaselineRelation {
  return RELATIONS.some((relation) => relation === value);
}

/** A day of the calendar: not 2027-02-30, which Date takes for the 2nd of March. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** A value met, short enough for a line. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
