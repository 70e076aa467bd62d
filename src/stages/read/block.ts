import { isUtf8 } from 'node:buffer';
import { dayOf } from './dates.ts';
import { type Fields, labelOf } from './fields.ts';
import { jsonBytes } from './json.ts';
import { isBlank } from './newlines.ts';
import type { Facts, Part } from './part.ts';
import { PartBuilder, tooLarge } from './partBuilder.ts';
import { idOf, parseRecord } from './record.ts';
import { RecordScanner } from './scan.ts';
import { sha256Of } from './sha256.ts';

const LF = 0x0a;

/** Lines of a file of records: each ends with "\n", the last one too. */
export interface Block {
  readonly bytes: Uint8Array;
  /** Length of a line that comes after these, and is too long to be kept; null without one. */
  readonly tooLong: number | null;
}

/** A file that holds no records at all is given up after so many lines, before it fills the report with them. */
export const HOPELESS_LINES = 1000;

/** How a file of records is read. */
export interface RecordSettings {
  readonly fields: Fields;
  readonly maxArticleBytes: number;
}

/** The longest line that is looked at: JSON escapes (\\n, \\u00e9) make it longer than its text, and 64 KB are for the other fields. */
export function longestLine(maxArticleBytes: number): number {
  return 2 * maxArticleBytes + 65_536;
}

/**
 * The lines of a block as articles, or with the reason why they are none; blank ones count, and are passed over. Overwrites
 * the block. Unless it is patient, it stops after HOPELESS_LINES refused lines without a record before them.
 */
export function readBlock(block: Block, { fields, maxArticleBytes }: RecordSettings, isPatient: boolean): Part {
  const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.length);
  const longest = longestLine(maxArticleBytes);
  const part = new PartBuilder(maxArticleBytes, { expectedBytes: bytes.length });
  const addLine = lineReader(bytes, fields, part);
  let number = 0;
  let refused = 0;
  let hasRecord = false;
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(LF, from);
    number++;
    const outcome = to - from > longest ? { refused: tooLarge(maxArticleBytes, to - from) } : addLine(from, to, number);
    from = to + 1;
    if (outcome === 'record') hasRecord = true;
    if (outcome === 'record' || outcome === 'blank') continue;
    part.skip(outcome.refused, number);
    if (!hasRecord && !isPatient && ++refused === HOPELESS_LINES) break;
  }
  if (block.tooLong !== null) part.skip(tooLarge(maxArticleBytes, block.tooLong), ++number);
  return part.finish(number);
}

type Outcome = 'record' | 'blank' | { readonly refused: string };

/** Adds one line after the other: by the scanner where that understands it, else by JSON.parse. Both say the same. */
function lineReader(bytes: Buffer, fields: Fields, part: PartBuilder): (from: number, to: number, number: number) => Outcome {
  const scanner = new RecordScanner(fields);
  const json = jsonBytes(bytes);
  const areAllUtf8 = isUtf8(bytes);
  return (from, to, number) => {
    const line = bytes.subarray(from, to);
    if ((areAllUtf8 || isUtf8(line)) && scanner.scan(json, from, to)) {
      const facts: Facts = {
        id: idOf(scanner.value(bytes, 'id')),
        line: number,
        title: labelOf(scanner.value(bytes, 'title')),
        day: dayOf(scanner.value(bytes, 'date')),
        source: labelOf(scanner.value(bytes, 'source')),
        encoding: 'utf-8',
        sha256: sha256Of(line),
      };
      part.addText(facts, scanner.text(bytes)); // now, since it overwrites the line
      return 'record';
    }
    if (isBlank(line)) return 'blank';
    const record = parseRecord(line, fields);
    if ('refused' in record) return record;
    part.addString({ ...record, line: number }, record.text);
    return 'record';
  };
}
