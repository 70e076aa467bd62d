import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../errors.ts';
import { flagOf, type Options } from '../options.ts';
import { type MadeWith, RECORDED } from '../report.ts';
import { saved } from './figures.ts';

/** A report holds nothing below these: they may be raised. */
const LEAST = ['similarity', 'containment', 'eventScore'] as const;
/** These shaped what was compared: they stay. */
const FIXED = ['shingleSize', 'hashes', 'recall', 'language'] as const;

/**
 * The options that a report is to be seen under: those given, else those it was made with. Null when they are the same.
 * Throws UserError for what the report cannot answer: a lower bound, a relation that was not looked for.
 */
export function boundsFor(madeWith: MadeWith | null, given: Partial<Options>, name: string): { before: MadeWith; after: MadeWith } | null {
  const asked = RECORDED.filter((option) => given[option] !== undefined);
  if (asked.length === 0) return null;
  const again = 'run dedupe over the articles again';
  if (madeWith === null) throw new UserError(`${name} does not say what it was made with, so ${flagOf(asked[0])} cannot be changed`, again);
  const wanted: MadeWith = { ...madeWith, ...Object.fromEntries(asked.map((option) => [option, given[option]])) };
  for (const option of FIXED) {
    if (isDeepStrictEqual(wanted[option], madeWith[option])) continue;
    const was = madeWith[option] === undefined ? 'another' : String(madeWith[option]) || 'none';
    throw new UserError(`${flagOf(option)} ${wanted[option]} needs the articles: ${name} was made with ${was}`, again);
  }
  for (const option of LEAST) {
    if (saved(wanted[option]) >= madeWith[option]) continue;
    throw new UserError(
      `${flagOf(option)} ${wanted[option]} is below ${madeWith[option]}, with which ${name} was made: it holds nothing below that`,
      `give ${madeWith[option]} or more, or ${again}`,
    );
  }
  if (madeWith.only !== 'all' && wanted.only !== madeWith.only)
    throw new UserError(`${name} was made with --only ${madeWith.only}: it cannot show ${wanted.only}`, again);
  return isDeepStrictEqual(wanted, madeWith) ? null : { before: madeWith, after: wanted };
}
