import { UserError } from '../../errors.ts';
import { decodeEntities } from './entities.ts';

export const PARTS = ['text', 'title', 'id', 'date', 'source'] as const;
export type Part = (typeof PARTS)[number];
/** Which field of a record holds which part of an article. */
export type Fields = Readonly<Record<Part, string>>;
export type JsonObject = Readonly<Record<string, unknown>>;

/** `--field text=body,title=headline --field id=uri` → the field of each part; a part not given keeps its own name. */
export function parseFields(given: readonly string[]): Fields {
  const fields: Record<Part, string> = { text: 'text', title: 'title', id: 'id', date: 'date', source: 'source' };
  for (const pair of given.flatMap((value) => value.split(','))) {
    const [part, name] = splitOnce(pair);
    if (!isPart(part)) throw unknownPart(pair, part);
    if (name === '') throw new UserError(`--field ${pair} names no field`, `write it as ${part}=NAME`);
    fields[part] = name;
  }
  return fields;
}

/** The value of a field; 'content.body' is that very key, else the key body inside content. Undefined when absent. */
export function valueAt(record: JsonObject, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  let value: unknown = record;
  for (const key of name.split('.')) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A title or a source: one line, and short enough to be shown; null when the field holds none. */
export function labelOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const label = decodeEntities(value.slice(0, 1000)).replace(/\s+/g, ' ').trim();
  return label === '' ? null : label;
}

function splitOnce(pair: string): [part: string, name: string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair.trim(), ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

function unknownPart(pair: string, part: string): UserError {
  const near = PARTS.find((known) => part !== '' && (known.startsWith(part) || part.startsWith(known) || swapped(known, part)));
  const hint = near === undefined ? '' : `did you mean ${near}? `;
  return new UserError(`--field ${pair}: an article has no part "${part}"`, `${hint}parts are ${PARTS.join(', ')}, as in text=body`);
}

/** One letter wrong, missing, too many, or two in the wrong order: tilte, txt, datte. */
function swapped(known: string, given: string): boolean {
  if (Math.abs(known.length - given.length) > 1) return false;
  const letters = (word: string) => [...word].sort().join('');
  if (letters(known) === letters(given)) return true;
  let head = 0;
  while (head < known.length && known[head] === given[head]) head++;
  let tail = 0;
  while (tail < Math.min(known.length, given.length) - head && known.at(-1 - tail) === given.at(-1 - tail)) tail++;
  return Math.max(known.length, given.length) - head - tail <= 1;
}
