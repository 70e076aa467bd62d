import { Arena, type ArenaSettings } from './arena.ts';
import { mendEntities } from './entities.ts';
import { mendMojibake } from './mojibake.ts';
import { isBlank, normaliseLineEnds } from './newlines.ts';
import type { Facts, Part } from './part.ts';

/** A part while its piece is read. */
export class PartBuilder {
  readonly arena: Arena;
  readonly maxArticleBytes: number;
  readonly #faults: (string | null)[] = [];
  readonly #ids: (string | null)[] = [];
  readonly #lines: number[] = [];
  readonly #titles: (string | null)[] = [];
  readonly #days: (number | null)[] = [];
  readonly #sources: (string | null)[] = [];
  readonly #encodings: string[] = [];
  readonly #hashes: (string | null)[] = [];

  constructor(maxArticleBytes: number, texts: ArenaSettings = {}) {
    this.maxArticleBytes = maxArticleBytes;
    this.arena = new Arena(texts);
  }

  /** A text in UTF-8 with "\n" line ends. The bytes are overwritten. */
  addBytes(facts: Facts, text: Buffer): void {
    const decoded = mendEntities(text);
    // An entity may be a line end.
    const mended = mendMojibake(decoded === text ? text : normaliseLineEnds(decoded));
    if (isBlank(mended)) return this.skip('empty', facts);
    this.arena.keep(mended);
    this.#push(null, facts);
  }

  /** A text in UTF-8 as it is declared: any line ends, any length. The bytes are overwritten. */
  addText(facts: Facts, text: Buffer): void {
    if (text.length > this.maxArticleBytes) this.skip(tooLarge(this.maxArticleBytes, text.length), facts);
    else this.addBytes(facts, normaliseLineEnds(text));
  }

  /** A text that is a string: lone surrogates become U+FFFD. */
  addString(facts: Facts, text: string): void {
    const bytes = Buffer.byteLength(text);
    if (bytes > this.maxArticleBytes) return this.skip(tooLarge(this.maxArticleBytes, bytes), facts);
    const room = this.arena.room(bytes);
    room.write(text);
    this.addText(facts, room);
  }

  /** of: what it is, as far as that is known, or the number of the line that is no record. */
  skip(reason: string, of: Facts | number = 0): void {
    this.#push(reason, typeof of === 'number' ? { ...NOTHING, line: of } : of);
  }

  finish(lineCount = 0): Part {
    return {
      texts: this.arena.finish(),
      faults: this.#faults,
      ids: this.#ids,
      lines: this.#lines,
      titles: this.#titles,
      days: this.#days,
      sources: this.#sources,
      encodings: this.#encodings,
      hashes: this.#hashes,
      lineCount,
    };
  }

  #push(fault: string | null, { id, line, title, day, source, encoding, sha256 }: Facts): void {
    this.#faults.push(fault);
    this.#ids.push(id);
    this.#lines.push(line);
    this.#titles.push(title);
    this.#days.push(day);
    this.#sources.push(source);
    this.#encodings.push(encoding);
    this.#hashes.push(sha256);
  }
}

const NOTHING: Facts = { id: null, line: 0, title: null, day: null, source: null, encoding: '', sha256: null };

/** bytes: how long it is, where that is known. */
export function tooLarge(maxArticleBytes: number, bytes: number | null): string {
  return `larger than --max-article-bytes ${inWords(maxArticleBytes)}${bytes === null ? '' : ` (${inWords(bytes)} bytes)`}`;
}

/** 10000000 → 10,000,000 */
function inWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
