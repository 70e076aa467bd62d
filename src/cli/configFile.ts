/** A configuration file: found, read, and checked against the table of options. */
import { basename, dirname, extname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lilconfig } from 'lilconfig';
import { reasonOf, UserError } from '../errors.ts';
import { OPTIONS, type OptionName, type OptionSpec, type Options, wantedOf } from '../options.ts';
import { readFurniture } from './furnitureFile.ts';
import { nearest } from './nearest.ts';
import { isFormatted, pathKindOf } from './placeholder.ts';

export interface Config {
  /** As it is shown: from the working folder. */
  readonly name: string;
  /** What it sets, its relative paths seen from the working folder. */
  readonly options: Partial<Options>;
}

/** In the order of preference within a folder. */
const NAMES = ['dedupe.config.json', 'dedupe.config.js', 'dedupe.config.mjs', 'dedupe.config.ts'];
/** For editors, which find the schema by it. */
const SCHEMA_KEY = '$schema';

/**
 * The file given with --config, or else the nearest of NAMES, from the working folder up to the home folder or the root;
 * null when there is none. A file that is not JSON is code, and is run: for that reason only under a name of NAMES.
 * Throws UserError naming the file, and the key where it is about one.
 */
export async function readConfig(given: string | null): Promise<Config | null> {
  const search = lilconfig('dedupe', {
    searchPlaces: NAMES,
    ignoreEmptySearchPlaces: false,
    loaders: { '.json': parseJson, '.js': load, '.mjs': load, '.ts': load, noExt: parseJson },
  });
  if (given !== null) refuseForeignCode(given);
  const found = await (given === null ? search.search() : search.load(resolve(given))).catch((error) => {
    throw error instanceof UserError ? error : unreadable(given, error);
  });
  if (found === null) return null;
  const name = relative('.', found.filepath);
  if (found.isEmpty) throw new UserError(`${name} is empty`, 'an empty configuration is {}');
  return { name, options: optionsOf(found.config, name, dirname(found.filepath)) };
}

function unreadable(given: string | null, error: unknown): UserError {
  const file = given ?? (error as NodeJS.ErrnoException).path; // reading a folder is an error without a path
  const name = file === undefined ? 'dedupe.config.*' : relative('.', file);
  return new UserError(
    `cannot read the configuration ${name}: ${reasonOf(error)}`,
    'give another with --config FILE, or none with --no-config',
  );
}

function refuseForeignCode(file: string): void {
  if (['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'].includes(extname(file)) && !NAMES.includes(basename(file)))
    throw new UserError(`--config ${file} is code, and not named ${NAMES.slice(1).join(', ')}`, 'rename it, or write it as JSON');
}

function parseJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new UserError(
      `${relative('.', file)} is no JSON: ${reasonOf(error)}`,
      'keys and texts stand in double quotes, and there are no comments',
    );
  }
}

async function load(file: string): Promise<unknown> {
  try {
    return (await import(pathToFileURL(file).href)).default;
  } catch (error) {
    const name = relative('.', file);
    if ((error as NodeJS.ErrnoException).code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new UserError(
        `${name} needs Node 22.18 or newer, which can read TypeScript; this is ${process.version}`,
        'write it as dedupe.config.mjs or dedupe.config.json',
      );
    throw new UserError(`${name} failed: ${reasonOf(error)}`, 'it has to export its options: export default { similarity: 0.5 }');
  }
}

function optionsOf(config: unknown, name: string, folder: string): Partial<Options> {
  if (typeof config !== 'object' || config === null || Array.isArray(config))
    throw new UserError(
      `${name} holds ${config === undefined ? 'no default export' : 'no object of options'}`,
      'give an object: { "similarity": 0.5 }',
    );
  const options = Object.entries(config).flatMap(([key, value]) => {
    if (key === SCHEMA_KEY) return [];
    const spec = specOf(key, name);
    const wanted = spec.kind === 'furniture' ? filesWanted(value) : wantedOf(key, spec, value);
    if (wanted !== null) throw new UserError(`${name}: ${JSON.stringify(key)} is ${shown(value)}`, `give ${wanted}`);
    if (spec.kind === 'furniture')
      return [[key, (value as string[]).flatMap((file) => readFurniture(moved(file, spec, folder) as string))]]; // filesWanted saw to it
    return [[key, pathKindOf(spec) === null ? value : moved(value, spec, folder)]];
  });
  return Object.fromEntries(options);
}

function filesWanted(value: unknown): string | null {
  return Array.isArray(value) && value.every((file) => typeof file === 'string') ? null : 'a list of files of rules';
}

/** A value as JSON; of what only code can hold, its type. */
function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return `a ${typeof value}`;
  }
}

/** The options that a file may set. */
export function fileOptions(): [OptionName, OptionSpec][] {
  const all = Object.entries(OPTIONS) as [OptionName, OptionSpec][]; // Object.entries forgets the keys' type
  return all.filter(([, spec]) => !spec.flagOnly);
}

function specOf(key: string, name: string): OptionSpec {
  const known = fileOptions();
  const found = known.find(([option]) => option === key);
  if (found !== undefined) return found[1];
  if (Object.hasOwn(OPTIONS, key))
    throw new UserError(`${name}: ${JSON.stringify(key)} goes on the command line only`, 'take it out of the file');
  const asWritten = key.replace(/^-+/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const meant = nearest(
    asWritten,
    known.map(([option]) => option),
  );
  throw new UserError(
    `${name}: unknown option ${JSON.stringify(key)}`,
    meant === null ? 'dedupe --print-config lists them' : `did you mean ${JSON.stringify(meant)}?`,
  );
}

/** A path in the file is seen from the file; standard input and absolute paths are what they are. Checked to be text(s). */
function moved(value: unknown, spec: OptionSpec, folder: string): unknown {
  if (Array.isArray(value)) return value.map((item) => moved(item, spec, folder));
  if (typeof value !== 'string') return value;
  const start = isFormatted(spec) ? value.indexOf(':') + 1 : 0;
  const path = value.slice(start);
  if (path === '' || path === '-' || isAbsolute(path)) return value;
  return value.slice(0, start) + (relative('.', join(folder, path)) || '.');
}
