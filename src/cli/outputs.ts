import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { reasonOf, UserError } from '../errors.ts';
import { fileOf } from '../fileOf.ts';
import { type Format, renderers } from '../stages/report/index.ts';

/** A file that a report is also written to. */
export interface Output {
  readonly format: Format;
  readonly file: string;
}

/** FORMAT:FILE of --output, or a FILE whose ending tells the format, checked before the run: an hour's work should not end at a mistyped folder. */
export function parseOutputs(given: readonly string[], formats: readonly string[] = Object.keys(renderers)): Output[] {
  const outputs = given.map((output) => parseOutput(output, formats));
  const files = outputs.map(({ file }) => resolve(file));
  const twice = files.findIndex((file, at) => files.indexOf(file) !== at);
  if (twice >= 0) throw new UserError(`--output names ${given[twice]} twice`, 'give each report a file of its own');
  return outputs;
}

/** What a file's ending says of its format; the longest that fits counts. */
const ENDINGS: Readonly<Record<string, Format>> = {
  '.txt': 'text',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.md': 'markdown',
  '.sarif': 'sarif',
  '.sarif.json': 'sarif',
  '.xml': 'junit',
};

function parseOutput(given: string, formats: readonly string[]): Output {
  const [, named, rest] = /^([a-z]{2,}):(.*)$/s.exec(given) ?? []; // one letter is a drive of Windows
  const file = rest ?? given;
  const format = named ?? formatOf(file);
  if (format === undefined || !isFormat(format, formats))
    throw new UserError(
      `--output is ${JSON.stringify(given)}`,
      `give FORMAT:FILE, FORMAT being one of ${formats.join(', ')}, or a FILE that ends like one: r.json, r.csv, r.md`,
    );
  if (file === '' || file === '-') throw new UserError(`--output ${given} names no file`, `for standard output: --format ${format}`);
  refuseUnwritable(file, `--output ${given}`);
  return { format, file };
}

function formatOf(file: string): Format | undefined {
  const endings = Object.keys(ENDINGS).filter((ending) => file.toLowerCase().endsWith(ending));
  return ENDINGS[endings.sort((a, b) => b.length - a.length)[0]];
}

/** Refuses a file that could not be written at the end; `flag` as it was given, for the error. */
export function refuseUnwritable(file: string, flag: string): void {
  const refuse = (why: string, mend: string) => new UserError(`${flag}: ${why}`, mend);
  const folder = dirname(resolve(file));
  if (kindOf(folder, refuse) !== 'folder') throw refuse(`there is no folder ${folder}`, 'create it first');
  const kind = kindOf(file, refuse);
  if (kind === 'folder') throw refuse(`${file} is a folder`, 'name a file in it');
  // A device or a pipe is written to as it is; a file is made anew beside the old one.
  if (kind !== 'other' && !mayWrite(folder)) throw refuse(`no permission to write in ${folder}`, 'choose another folder');
}

function kindOf(path: string, refuse: (why: string, mend: string) => UserError): 'folder' | 'file' | 'other' | null {
  try {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return null;
    return status.isDirectory() ? 'folder' : status.isFile() ? 'file' : 'other';
  } catch (error) {
    throw refuse(reasonOf(error), 'choose another file');
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function isFormat(name: string, formats: readonly string[]): name is Format {
  return formats.includes(name);
}

/** What a report was made from: articles, what was skipped, and a file or folder that was read beside them. */
interface Inputs {
  readonly articles: readonly { readonly path: string }[];
  readonly skipped: readonly { readonly path: string }[];
}

/** Inputs are never changed: refuses a file given with `flag` that the report was made from. */
export function refuseInputs(flag: string, files: readonly string[], { articles, skipped }: Inputs, beside: string | null): void {
  const existing = files.filter((file) => existsSync(file));
  if (existing.length === 0) return;
  const inputs = new Set([...articles, ...skipped].flatMap(({ path }) => [resolve(path), resolve(fileOf(path).file)]));
  const whole = beside === null || beside === '-' || !existsSync(beside) ? null : realpathSync(beside);
  for (const file of existing) {
    const place = placeOf(file);
    const isBeside = whole !== null && (place === whole || place.startsWith(whole + sep));
    if (inputs.has(resolve(file)) || inputs.has(place) || isBeside)
      throw new UserError(`${flag} ${file} is one of the inputs`, 'choose another file');
  }
}

/** Where a link leads; a pipe (/dev/stdout, `<(…)`) lies nowhere. */
function placeOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
