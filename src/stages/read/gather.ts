import type { ArticleInfo, Corpus, Skipped } from '../../article.ts';
import type { Memory } from '../../memory.ts';
import { Arena } from './arena.ts';
import { isBlank, normaliseLineEnds } from './newlines.ts';

/** The corpus while it is read: articles in the order they come, and what is no article, with its reason. */
export class Gathering {
  readonly arena: Arena;
  readonly articles: ArticleInfo[] = [];
  readonly skipped: Skipped[];
  readonly maxArticleBytes: number;
  readonly #recordPaths: Set<string>;

  /** reserved: file names that look like the path of a record, which a hostile id could repeat. */
  constructor(maxArticleBytes: number, skipped: readonly Skipped[] = [], reserved: readonly string[] = [], memory: Memory | null = null) {
    this.arena = new Arena(memory);
    this.maxArticleBytes = maxArticleBytes;
    this.skipped = [...skipped];
    this.#recordPaths = new Set(reserved);
  }

  /** The path of a record, file#id or file:line; one that is taken gets the line's number, too. */
  recordPath(wanted: string, line: number): string {
    let path = wanted;
    while (this.#recordPaths.has(path)) path += `:${line}`;
    this.#recordPaths.add(path);
    return path;
  }

  skip(path: string, reason: string): void {
    this.skipped.push({ path, reason });
  }

  skipTooLarge(path: string, bytes: number | null): void {
    const found = bytes === null ? '' : ` (${inWords(bytes)} bytes)`;
    this.skip(path, `larger than --max-article-bytes ${inWords(this.maxArticleBytes)}${found}`);
  }

  /** A text in UTF-8 with "\n" line ends. */
  addBytes(info: ArticleInfo, text: Buffer): void {
    if (isBlank(text)) return this.skip(info.path, 'empty');
    this.arena.keep(text);
    this.articles.push(info);
  }

  /** A text from JSON or from a library's user; lone surrogates become U+FFFD. */
  addText(info: ArticleInfo, text: string): void {
    const bytes = Buffer.byteLength(text);
    if (bytes > this.maxArticleBytes) return this.skipTooLarge(info.path, bytes);
    const room = this.arena.room(bytes);
    room.write(text);
    this.addBytes(info, normaliseLineEnds(room));
  }

  /** Ids are given here: in the order of adding, or in that of `order`, positions among the added. */
  corpus(order?: readonly number[]): Corpus {
    return {
      articles: order === undefined ? this.articles : order.map((added) => this.articles[added]),
      texts: this.arena.finish(order),
      skipped: this.skipped.sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    };
  }
}

/** By UTF-16 code unit, the same on every machine; never by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 10000000 → 10,000,000 */
function inWords(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
