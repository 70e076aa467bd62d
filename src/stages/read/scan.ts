import { type Fields, PARTS, type Part } from './fields.ts';
import {
  BACKSLASH,
  FAIL,
  type JsonBytes,
  type Member,
  OPEN_BRACE,
  OPEN_BRACKET,
  pastObject,
  pastSpace,
  pastValue,
  QUOTE,
  unescapeInPlace,
} from './json.ts';

/** A key that is wanted: the slots that its value fills, and the keys wanted inside of it. */
interface Wanted {
  readonly key: string;
  readonly bytes: Buffer;
  readonly slots: number[];
  readonly inside: Wanted[];
  readonly member: Member;
}

const UNSET = -1;

/**
 * Finds the fields of an article in a line of JSON without building the object. A field 'content.body' is that very key,
 * else the key body inside content; of a key that comes twice the last counts: as `valueAt` finds them in what JSON.parse
 * makes. One scanner serves all lines; it knows the places of the last.
 */
export class RecordScanner {
  readonly #member: Member;
  /** Where the values are, first and past-the-end byte: part p by its whole name in slot p, by its path in PARTS.length + p. */
  readonly #start = new Int32Array(2 * PARTS.length);
  readonly #end = new Int32Array(2 * PARTS.length);

  constructor(fields: Fields) {
    const keys: Wanted[] = [];
    for (const [part, name] of PARTS.entries()) {
      const field = fields[name];
      this.#wanted(keys, field).slots.push(part);
      const path = field.split('.');
      if (path.length === 1) continue;
      const last = path.pop() as string; // of two at least
      const inside = path.reduce((level, key) => this.#wanted(level, key).inside, keys);
      this.#wanted(inside, last).slots.push(PARTS.length + part);
    }
    this.#member = this.#memberOf(keys);
  }

  /**
   * Looks for the fields in a line of valid UTF-8, behind which stands a "\n". False when it is no object of JSON with a
   * text, or none that is understood here: JSON.parse has to look at it.
   */
  scan(json: JsonBytes, from: number, to: number): boolean {
    const { bytes } = json;
    this.#start.fill(UNSET);
    const open = pastSpace(bytes, from);
    if (bytes[open] !== OPEN_BRACE) return false;
    const past = pastObject(json, open, 0, this.#member);
    return past !== FAIL && pastSpace(bytes, past) === to && bytes[this.#start[this.#slotOf('text')]] === QUOTE;
  }

  /** A field's value; null for a list or an object, which no field may be, and where there is none. */
  value(bytes: Buffer, part: Part): unknown {
    const slot = this.#slotOf(part);
    const start = this.#start[slot];
    if (start === UNSET || bytes[start] === OPEN_BRACE || bytes[start] === OPEN_BRACKET) return null;
    const value = bytes.toString('utf8', start, this.#end[slot]);
    return bytes[start] === QUOTE && !value.includes('\\') ? value.slice(1, -1) : JSON.parse(value);
  }

  /** The text as UTF-8: a view of the line, which is overwritten. So it is the last that may be asked for. */
  text(bytes: Buffer): Buffer {
    const slot = this.#slotOf('text');
    return unescapeInPlace(bytes.subarray(this.#start[slot] + 1, this.#end[slot] - 1));
  }

  #slotOf(name: Part): number {
    const part = PARTS.indexOf(name);
    return this.#start[part] === UNSET ? PARTS.length + part : part;
  }

  #wanted(level: Wanted[], key: string): Wanted {
    const known = level.find((other) => other.key === key);
    if (known !== undefined) return known;
    const inside: Wanted[] = [];
    const wanted = { key, bytes: Buffer.from(key), slots: [], inside, member: this.#memberOf(inside) };
    level.push(wanted);
    return wanted;
  }

  /** Notes the places of the values that are wanted on a level. */
  #memberOf(level: readonly Wanted[]): Member {
    return (json, keyStart, keyEnd, valueAt, depth) => {
      const wanted = find(level, json.bytes, keyStart, keyEnd);
      if (wanted === undefined) return pastValue(json, valueAt, depth);
      this.#forget(wanted.inside);
      const goesIn = wanted.inside.length > 0 && json.bytes[valueAt] === OPEN_BRACE;
      const past = goesIn ? pastObject(json, valueAt, depth, wanted.member) : pastValue(json, valueAt, depth);
      for (const slot of wanted.slots) {
        this.#start[slot] = valueAt;
        this.#end[slot] = past;
      }
      return past;
    };
  }

  /** What an earlier value of the same key held counts no more. */
  #forget(level: readonly Wanted[]): void {
    for (const { slots, inside } of level) {
      for (const slot of slots) this.#start[slot] = UNSET;
      this.#forget(inside);
    }
  }
}

function find(level: readonly Wanted[], bytes: Buffer, start: number, end: number): Wanted | undefined {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== BACKSLASH) continue;
    const key = JSON.parse(bytes.toString('utf8', start - 1, end + 1));
    return level.find((wanted) => wanted.key === key);
  }
  return level.find((wanted) => isAt(wanted.bytes, bytes, start, end));
}

function isAt(key: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (key.length !== end - start) return false;
  for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key[i]) return false;
  return true;
}
