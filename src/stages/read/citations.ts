import type { ArticleInfo } from '../../article.ts';
import { withRoom } from '../../columns/grow.ts';
import { Strings } from '../../columns/strings.ts';

const SHA256_BYTES = 32;
/** In a column of string numbers, and in that of days. */
const NONE = 0xffffffff;
const NO_DAY = -0x80000000;

/** How articles are cited, in columns: some 130 bytes each, where objects with strings of their own take three times that. */
export class Citations {
  readonly #strings = new Strings();
  readonly #paths: Strings;
  #path = new Uint32Array(1024);
  #title = new Uint32Array(1024);
  #source = new Uint32Array(1024);
  #encoding = new Uint32Array(1024);
  #day = new Int32Array(1024);
  #sha256 = Buffer.alloc(1024 * SHA256_BYTES);
  #hasSha256 = new Uint8Array(1024);
  count = 0;

  /** paths: where those of the articles are, or are to be. */
  constructor(paths: Strings) {
    this.#paths = paths;
  }

  add({ path, title, source, encoding, day, sha256 }: ArticleInfo): void {
    const row = this.count++;
    if (row === this.#path.length) this.#grow();
    const number = (text: string | null) => (text === null ? NONE : this.#strings.add(text));
    this.#path[row] = this.#paths.add(path);
    this.#title[row] = number(title);
    this.#source[row] = number(source);
    this.#encoding[row] = this.#strings.add(encoding);
    this.#day[row] = day ?? NO_DAY;
    this.#hasSha256[row] = sha256 === null ? 0 : 1;
    if (sha256 !== null) this.#sha256.write(sha256, row * SHA256_BYTES, SHA256_BYTES, 'hex');
  }

  pathOf(row: number): string {
    return this.#paths.at(this.#path[row]);
  }

  titleOf(row: number): string | null {
    return this.#textOf(this.#title[row]);
  }

  sourceOf(row: number): string | null {
    return this.#textOf(this.#source[row]);
  }

  encodingOf(row: number): string {
    return this.#strings.at(this.#encoding[row]);
  }

  dayOf(row: number): number | null {
    return this.#day[row] === NO_DAY ? null : this.#day[row];
  }

  sha256Of(row: number): string | null {
    return this.#hasSha256[row] === 0 ? null : this.#sha256.toString('hex', row * SHA256_BYTES, (row + 1) * SHA256_BYTES);
  }

  #textOf(number: number): string | null {
    return number === NONE ? null : this.#strings.at(number);
  }

  #grow(): void {
    const rows = 2 * this.count;
    this.#path = withRoom(this.#path, rows);
    this.#title = withRoom(this.#title, rows);
    this.#source = withRoom(this.#source, rows);
    this.#encoding = withRoom(this.#encoding, rows);
    this.#day = withRoom(this.#day, rows);
    this.#sha256 = Buffer.concat([this.#sha256], rows * SHA256_BYTES);
    this.#hasSha256 = withRoom(this.#hasSha256, rows);
  }
}

/** An article of them: its members are looked up when they are asked for, so a spread has none of them. */
export class Cited implements ArticleInfo {
  readonly #citations: Citations;
  readonly #row: number;

  constructor(citations: Citations, row: number) {
    this.#citations = citations;
    this.#row = row;
  }

  get path(): string {
    return this.#citations.pathOf(this.#row);
  }

  get title(): string | null {
    return this.#citations.titleOf(this.#row);
  }

  get day(): number | null {
    return this.#citations.dayOf(this.#row);
  }

  get source(): string | null {
    return this.#citations.sourceOf(this.#row);
  }

  get encoding(): string {
    return this.#citations.encodingOf(this.#row);
  }

  get sha256(): string | null {
    return this.#citations.sha256Of(this.#row);
  }
}

/** The same as a plain object. */
export function plain({ path, title, day, source, encoding, sha256 }: ArticleInfo): ArticleInfo {
  return { path, title, day, source, encoding, sha256 };
}
