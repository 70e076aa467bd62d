import type { ArticleInfo, Corpus, Skipped } from '../../article.ts';
import type { Part } from './part.ts';

/** The corpus while it is read: parts in the order of their pieces, and what is no article, with its reason. */
export class Gathering {
  readonly articles: ArticleInfo[] = [];
  readonly #skipped: Skipped[];
  readonly #recordPaths: Set<string>;
  readonly #chunks: SharedArrayBuffer[] = [];
  readonly #chunk: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];

  /** reserved: file names that look like the path of a record, which a hostile id could repeat. */
  constructor(skipped: readonly Skipped[] = [], reserved: readonly string[] = []) {
    this.#skipped = [...skipped];
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
    this.#skipped.push({ path, reason });
  }

  /** Adds a part, or the first entries of it. pathOf: of an entry; called once for each, in their order. */
  add(part: Part, pathOf: (entry: number) => string, entries: number = part.faults.length): void {
    const shift = this.#chunks.length;
    const { chunks, chunk, start, end } = part.texts;
    this.#chunks.push(...chunks);
    let text = 0;
    for (let i = 0; i < entries; i++) {
      const path = pathOf(i);
      const fault = part.faults[i];
      if (fault !== null) {
        this.skip(path, fault);
        continue;
      }
      this.articles.push({
        path,
        title: part.titles[i],
        day: part.days[i],
        source: part.sources[i],
        encoding: part.encodings[i],
        sha256: part.hashes[i],
      });
      this.#chunk.push(shift + chunk[text]);
      this.#start.push(start[text]);
      this.#end.push(end[text]);
      text++;
    }
  }

  /** Ids are given here: in the order of adding, or in that of `order`, positions among the added. */
  corpus(order?: readonly number[]): Corpus {
    const column = (values: readonly number[]) => new Uint32Array(order === undefined ? values : order.map((added) => values[added]));
    return {
      articles: order === undefined ? this.articles : order.map((added) => this.articles[added]),
      texts: { chunks: this.#chunks, chunk: column(this.#chunk), start: column(this.#start), end: column(this.#end) },
      skipped: this.#skipped.sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    };
  }
}

/** By UTF-16 code unit, the same on every machine; never by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
