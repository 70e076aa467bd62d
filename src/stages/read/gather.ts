import type { ArticleInfo, Corpus, Skipped } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import { Arena } from './arena.ts';
import type { Part } from './part.ts';

/** The corpus while it is read: parts in the order of their pieces, and what is no article, with its reason. */
export class Gathering {
  readonly articles: ArticleInfo[] = [];
  readonly #skipped: Skipped[];
  readonly #recordPaths: Set<string>;
  readonly #arena: Arena;

  /** reserved: file names that look like the path of a record, which a hostile id could repeat. */
  constructor(skipped: readonly Skipped[] = [], reserved: readonly string[] = [], memory: Memory | null = null) {
    this.#arena = new Arena({ memory });
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

  /** pathOf: of each entry of the part; called once an entry, in their order. */
  add(part: Part, pathOf: (entry: number) => string): void {
    this.#arena.adopt(part.texts);
    for (let i = 0; i < part.faults.length; i++) {
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
    }
  }

  /** Ids are given here: in the order of adding, or in that of `order`, positions among the added. */
  corpus(order?: readonly number[]): Corpus {
    return {
      articles: order === undefined ? this.articles : order.map((added) => this.articles[added]),
      texts: this.#arena.finish(order),
      skipped: this.#skipped.sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    };
  }
}

/** By UTF-16 code unit, the same on every machine; never by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
