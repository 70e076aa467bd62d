import type { Corpus, Skipped } from '../../article.ts';
import type { Memory } from '../../columns/memory.ts';
import { Strings } from '../../columns/strings.ts';
import { Arena } from './arena.ts';
import { Citations, Cited, plain } from './citations.ts';
import type { Part } from './part.ts';

/** The corpus while it is read: parts in the order of their pieces, and what is no article, with its reason. */
export class Gathering {
  readonly #skipped: Skipped[];
  /** Of articles, of records that are none, and what is reserved. */
  readonly #paths = new Strings();
  readonly #citations = new Citations(this.#paths);
  readonly #arena: Arena;
  readonly #isCompact: boolean;

  /**
   * reserved: file names that look like the path of a record, which a hostile id could repeat. Within a budget the articles are
   * compact: their members lie in columns.
   */
  constructor(skipped: readonly Skipped[] = [], reserved: readonly string[] = [], memory: Memory | null = null) {
    this.#arena = new Arena({ memory });
    this.#skipped = [...skipped];
    for (const path of reserved) this.#paths.add(path);
    this.#isCompact = memory !== null;
  }

  /** The path of a record, file#id or file:line; one that is taken gets the line's number, too. */
  recordPath(wanted: string, line: number): string {
    let path = wanted;
    while (this.#paths.find(path) >= 0) path += `:${line}`;
    this.#paths.add(path);
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
      this.#citations.add({
        path,
        title: part.titles[i],
        day: part.days[i],
        source: part.sources[i],
        encoding: part.encodings[i],
        sha256: part.hashes[i],
      });
    }
  }

  /** Ids are given here: in the order of adding, or by path. */
  corpus(byPath = false): Corpus {
    const all = Array.from({ length: this.#citations.count }, (_, row) => new Cited(this.#citations, row));
    const order = byPath ? this.#orderByPath() : undefined;
    const articles = order === undefined ? all : order.map((row) => all[row]);
    return {
      articles: this.#isCompact ? articles : articles.map(plain),
      texts: this.#arena.finish(order),
      skipped: this.#skipped.sort((a, b) => compare(a.path, b.path) || compare(a.reason, b.reason)),
    };
  }

  #orderByPath(): number[] {
    const paths = Array.from({ length: this.#citations.count }, (_, row) => this.#citations.pathOf(row));
    return [...paths.keys()].sort((a, b) => compare(paths[a], paths[b]));
  }
}

/** By UTF-16 code unit, the same on every machine; never by locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
