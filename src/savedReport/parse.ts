import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { reasonOf, UserError } from '../errors.ts';
import schema from '../report.schema.json' with { type: 'json' };
import type { Report } from '../report.ts';
import { refuseInconsistent } from './consistent.ts';

const VERSION = 1;
const MADE_BY = 'make one with: dedupe … --format json > report.json';

/**
 * The text of a saved report → the report. Nothing in it is trusted before it fits report.schema.json, and its groups,
 * pairs and articles fit each other. Throws UserError naming the file, the place in it, the value met and the one wanted.
 * O(length). What a version did not record yet is null.
 */
export function parseReport(text: string, name: string): Report {
  const value = parseJson(text, name);
  refuseOtherVersion(value, name);
  const fits = new Ajv2020({ strict: false, verbose: true }).compile<Report>(schema);
  if (!fits(value)) throw misfit(name, fits.errors ?? []);
  const report: Report = {
    ...value,
    madeWith: value.madeWith ?? null,
    articles: value.articles.map((article) => ({ ...article, sha256: article.sha256 ?? null })),
  };
  refuseInconsistent(report, name);
  return report;
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = reasonOf(error);
    const isCut = /unexpected end|unterminated/i.test(reason);
    throw new UserError(
      isCut ? `${name} is cut short: ${reason}` : `${name} is not JSON: ${reason}`,
      isCut ? `it was not saved to its end; ${MADE_BY}` : MADE_BY,
    );
  }
}

function refuseOtherVersion(value: unknown, name: string): void {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value))
    throw new UserError(`${name} is no report: it has no schemaVersion`, MADE_BY);
  const { schemaVersion } = value;
  if (schemaVersion === VERSION) return;
  const isNewer = typeof schemaVersion === 'number' && schemaVersion > VERSION;
  throw new UserError(
    `${name} has schemaVersion ${shown(schemaVersion)}; this dedupe reads ${VERSION}`,
    isNewer ? 'read it with the version of dedupe that made it, or a later one' : MADE_BY,
  );
}

/** Where two alternatives were possible ("a text or null"), both are named. */
function misfit(name: string, errors: readonly ErrorObject[]): UserError {
  const [first] = errors;
  const wanted = errors.filter(({ instancePath, keyword }) => instancePath === first.instancePath && keyword !== 'anyOf');
  const claims = [...new Set(wanted.map(({ message }) => message))].join(' or ');
  return new UserError(`${name}: ${placeOf(first.instancePath)} is ${shown(first.data)}, but ${claims}`, MADE_BY);
}

/** /articles/3/words → articles[3].words */
function placeOf(pointer: string): string {
  const place = pointer.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');
  return place === '' ? 'the whole' : place.replace(/^\./, '');
}

/** A value met, short enough for a line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
