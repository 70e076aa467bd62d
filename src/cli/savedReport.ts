import { readFileSync } from 'node:fs';
import { reasonOf, UserError } from '../errors.ts';
import type { Report } from '../report.ts';
import { parseReport } from '../savedReport/index.ts';
import type { Streams } from './streams.ts';

/** A report that was saved with `--format json`; - is standard input. */
export async function readReport(file: string, streams: Streams): Promise<Report> {
  return parseReport(file === '-' ? await textOfStdin(streams) : textOf(file), file === '-' ? 'standard input' : file);
}

async function textOfStdin({ stdin }: Streams): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stdin) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`the report ${file} cannot be read: ${reasonOf(error)}`, 'name a file made with --format json');
  }
}
