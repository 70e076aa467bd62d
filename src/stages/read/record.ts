import { isUtf8 } from 'node:buffer';
import { reasonOf } from '../../errors.ts';
import { dayOf } from './dates.ts';
import { type Fields, isJsonObject, type JsonObject, labelOf, valueAt } from './fields.ts';
import { damagedUtf8 } from './legacy.ts';
import { sha256Of } from './sha256.ts';

/** A line of a JSONL file as an article; or why it is none. */
export type JsonlRecord =
  | {
      readonly text: string;
      readonly id: string | null;
      readonly title: string | null;
      readonly day: number | null;
      readonly source: string | null;
      readonly encoding: string;
      readonly sha256: string;
    }
  | { readonly refused: string };

/** A longer id would be a burden in every report; the line's number stands for it. */
const LONGEST_ID = 500;

export function parseRecord(line: Buffer, fields: Fields): JsonlRecord {
  let record: unknown;
  let encoding = 'utf-8';
  try {
    if (isUtf8(line))
      record = JSON.parse(line.toString()); // throws, too, for what is longer than a string may be: 512 MB
    else {
      // JSON is UTF-8 (RFC 8259), so no other encoding is guessed; but a broken character shall not cost the article.
      const damaged = damagedUtf8(line);
      if (damaged === null) return { refused: 'not UTF-8' };
      record = JSON.parse(damaged.text);
      encoding = 'utf-8 (damaged)';
    }
  } catch (error) {
    return { refused: `not JSON: ${reasonOf(error)}` };
  }
  if (!isJsonObject(record)) return { refused: 'not a JSON object' };
  const text = valueAt(record, fields.text);
  if (typeof text !== 'string') return { refused: textMissing(record, fields.text, text) };
  return {
    text,
    id: idOf(valueAt(record, fields.id)),
    title: labelOf(valueAt(record, fields.title)),
    day: dayOf(valueAt(record, fields.date)),
    source: labelOf(valueAt(record, fields.source)),
    encoding,
    sha256: sha256Of(line),
  };
}

/** A text or a number of moderate length; null for what cannot name a record. */
export function idOf(value: unknown): string | null {
  const id = typeof value === 'number' ? String(value) : value;
  return typeof id === 'string' && id.trim() !== '' && id.length <= LONGEST_ID ? id : null;
}

function textMissing(record: JsonObject, name: string, value: unknown): string {
  const keys = Object.keys(record);
  const shown = keys
    .slice(0, 8)
    .map((key) => key.slice(0, 40))
    .join(', ');
  const has = keys.length === 0 ? 'it has none' : `it has ${shown}${keys.length > 8 ? ` and ${keys.length - 8} more` : ''}`;
  const found = value === undefined ? `no field "${name}"` : `field "${name}" is ${kindOf(value)}, not a text`;
  return `${found}; ${has} (choose with --field text=NAME)`;
}

/** 'a number', 'null', 'a list' … */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
