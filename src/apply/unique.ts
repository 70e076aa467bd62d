import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Skipped } from '../article.ts';
import { reasonOf, UserError } from '../errors.ts';
import { fileOf } from '../fileOf.ts';
import { placeNew } from '../placeNew.ts';
import type { ReportArticle } from '../report.ts';
import { decode } from '../stages/read/decode.ts';
import { eachLine } from '../stages/read/jsonl.ts';
import { Unreadable } from '../stages/read/open.ts';
import { sha256Of } from '../stages/read/sha256.ts';
import { jsonLine } from '../stages/report/index.ts';
import { copyNew, syncFolder, verify } from './file.ts';
import { refuseLinks } from './paths.ts';
import { codeOf, Refusal, refusalOf } from './refusal.ts';

const BATCH_BYTES = 1 << 20;

/** What was written, and the articles that could not be, with the reason. */
export interface Written {
  readonly articles: number;
  readonly skipped: readonly Skipped[];
}

/**
 * Writes articles of a report to a new place: a tree of the same files (JSONL files with the lines that stay, as they
 * were), a list of paths (.txt), or a record an article (.jsonl: lines as they were; a text file as id, text, date and
 * source). Each is checked against its hash first. Whole or not at all, and never over what is there: it is made beside
 * the target under a hidden name, and gets the target's at the end. Throws UserError when the target is taken.
 */
export async function writeUnique(target: string, articles: readonly ReportArticle[]): Promise<Written> {
  const kind = /\.txt$/i.test(target) ? 'list' : /\.(jsonl|ndjson)$/i.test(target) ? 'records' : 'tree';
  refuseTaken(target, kind);
  const temporary = join(dirname(target), `.dedupe-${randomBytes(6).toString('hex')}.tmp`);
  const writer = kind === 'tree' ? new Tree(temporary) : new Lines(temporary);
  try {
    if (kind === 'tree') mkdirSync(temporary);
    const written = await writeAll(articles, kind, writer);
    writer.finish();
    if (kind === 'tree')
      renameSync(temporary, target); // takes the place of an empty folder at most
    else placeNew(temporary, target);
    syncFolder(dirname(target));
    return written;
  } catch (error) {
    if (error instanceof UserError || !codeOf(error)) throw error;
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTEMPTY') throw takenError(target);
    throw new UserError(`cannot write ${target}: ${reasonOf(error)}`, 'nothing was written; choose another place');
  } finally {
    writer.close();
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Told before the work is done; the last word has the moment the name is given. */
export function refuseTaken(
  target: string,
  kind: 'list' | 'records' | 'tree' = /\.(txt|jsonl|ndjson)$/i.test(target) ? 'list' : 'tree',
): void {
  if (!existsSync(dirname(target))) throw new UserError(`there is no folder ${dirname(target)}`, 'create it first');
  const status = lstatSync(target, { throwIfNoEntry: false });
  if (status === undefined || (kind === 'tree' && status.isDirectory() && readdirSync(target).length === 0)) return;
  throw takenError(target);
}

function takenError(target: string): UserError {
  return new UserError(`${target} is already there`, 'nothing is written over: name a new place, or remove it first');
}

type Kind = 'list' | 'records' | 'tree';

async function writeAll(articles: readonly ReportArticle[], kind: Kind, writer: Tree | Lines): Promise<Written> {
  const skipped: Skipped[] = [];
  const recordsOf = new Map<string, ReportArticle[]>();
  let written = 0;
  for (const article of articles) {
    const { file, record } = fileOf(article.path);
    if (record !== null && article.sha256 !== null) {
      const others = recordsOf.get(file);
      if (others) others.push(article);
      else recordsOf.set(file, [article]);
      continue;
    }
    try {
      await writeFile(article, kind, writer);
      written++;
    } catch (error) {
      skipped.push({ path: article.path, reason: reasonFor(error, article.path) });
    }
  }
  for (const [file, records] of recordsOf) {
    const missing = await writeRecords(file, records, kind, writer);
    written += records.length - missing.length;
    skipped.push(...missing);
  }
  return { articles: written, skipped: skipped.sort((x, y) => (x.path < y.path ? -1 : 1)) };
}

async function writeFile({ path, sha256, date, source }: ReportArticle, kind: Kind, writer: Tree | Lines): Promise<void> {
  if (sha256 === null) throw new Refusal('not a file');
  refuseLinks('', path);
  if (writer instanceof Tree) return copyNew(path, writer.place(path), sha256, false);
  verify(path, sha256);
  if (kind === 'list') {
    if (/[\r\n]/.test(path)) throw new Refusal('its name has a line break, which a list cannot hold');
    return writer.add(path, Buffer.from(path));
  }
  const decoded = await decode(readFileSync(path));
  if ('refused' in decoded) throw new Refusal(decoded.refused);
  const record = { id: path, text: decoded.text.toString(), ...(date === null ? {} : { date }), ...(source === null ? {} : { source }) };
  writer.add(path, Buffer.from(jsonLine(record)));
}

/** The lines of a file with the hashes wanted, in their order there; what was not found. */
async function writeRecords(file: string, records: readonly ReportArticle[], kind: Kind, writer: Tree | Lines): Promise<Skipped[]> {
  const wanted = new Map<string, ReportArticle[]>();
  for (const record of records) (wanted.get(record.sha256!) ?? wanted.set(record.sha256!, []).get(record.sha256!)!).push(record);
  let fault = 'it has changed since the report';
  try {
    refuseLinks('', file);
    await eachLine(file, (line) => {
      const found = wanted.get(sha256Of(line))?.shift();
      if (found === undefined) return;
      writer.add(file, kind === 'list' ? Buffer.from(found.path) : line);
    });
  } catch (error) {
    fault = reasonFor(error, file);
  }
  return [...wanted.values()].flat().map(({ path }) => ({ path, reason: fault }));
}

function reasonFor(error: unknown, path: string): string {
  if (error instanceof Unreadable) return error.message;
  const refusal = refusalOf(error, path);
  if (refusal instanceof Refusal) return refusal.message;
  throw refusal;
}

/** A tree of files being made; of JSONL files, lines are gathered and written piece by piece, packed where they were. */
class Tree {
  readonly #root: string;
  #file = '';
  #pieces: Buffer[] = [];
  #bytes = 0;

  constructor(root: string) {
    this.#root = root;
  }

  place(path: string): string {
    const file = join(this.#root, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  }

  add(file: string, line: Buffer): void {
    if (file !== this.#file) this.#flush();
    this.#file = file;
    this.#pieces.push(Buffer.from(line), Buffer.from('\n'));
    this.#bytes += line.length + 1;
    if (this.#bytes > BATCH_BYTES) this.#flush();
  }

  finish(): void {
    this.#flush();
  }

  close(): void {}

  /** A gzip file may be of several parts one after the other (RFC 1952, 2.2). */
  #flush(): void {
    if (this.#bytes === 0) return;
    const content = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#bytes = 0;
    appendFileSync(this.place(this.#file), /\.gz$/i.test(this.#file) ? gzipSync(content) : content);
  }
}

/** One file of lines being made. */
class Lines {
  #fd: number | null;

  constructor(file: string) {
    this.#fd = openFor(file);
  }

  add(_file: string, line: Buffer): void {
    const bytes = Buffer.concat([line, Buffer.from('\n')]);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#fd!, bytes, at);
  }

  finish(): void {
    fsyncSync(this.#fd!);
  }

  close(): void {
    if (this.#fd !== null) closeSync(this.#fd);
    this.#fd = null;
  }
}

function openFor(file: string): number {
  try {
    return openSync(file, 'wx', 0o666);
  } catch (error) {
    throw new UserError(`cannot write in ${dirname(file)}: ${reasonOf(error)}`, `choose another place than that of ${basename(file)}`);
  }
}
