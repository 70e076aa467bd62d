import { freemem } from 'node:os';
import type { Options } from '../options.ts';
import { Spool } from './spool.ts';

/**
 * What a run needs when it keeps everything: so much for the program, an article and a byte of text. Measured on 30,000 and
 * 100,000 articles of generated news (test/bench), with a tenth to spare.
 */
const NEEDED = {
  program: 150e6,
  article: { copies: 3000, all: 4000 },
  textByte: { copies: 2.2, all: 3.6 },
};
/** What it needs all the same when everything that can lie in files does; measured on 100,000 articles and, for copies, on a million. */
const LEAST = { program: { copies: 270e6, all: 200e6 }, article: { copies: 800, all: 2800 } };

/** The budget of a run, and the temporary files that take what is above it. */
export class Memory {
  readonly budget: number;
  readonly #kind: 'copies' | 'all';
  readonly #spools = new Map<string, Spool>();
  #isShort = false;

  constructor({ memory, only }: Pick<Options, 'memory' | 'only'>) {
    this.budget = memory ?? freeMemory() / 2;
    this.#kind = only === 'copies' ? 'copies' : 'all';
  }

  /** True once the run has been found to need more than its budget: what can lie in files then does. */
  get isShort(): boolean {
    return this.#isShort;
  }

  /** Told of what has been read so far, or is to be read; returns whether memory is short. */
  weigh(articles: number, textBytes: number): boolean {
    const { program, article, textByte } = NEEDED;
    this.#isShort ||= program + articles * article[this.#kind] + textBytes * textByte[this.#kind] > this.budget;
    return this.#isShort;
  }

  /** What is to be said of a budget that so many articles will exceed, whatever is done; '' when there is nothing. */
  shortfall(articles: number): string {
    const least = LEAST.program[this.#kind] + articles * LEAST.article[this.#kind];
    return this.#isShort && least > this.budget ? `; the rest needs about ${inMegabytes(least)}, more than --memory` : '';
  }

  /** A file for what is called so, when memory is short; else null. */
  spool(name: string): Spool | null {
    if (!this.#isShort) return null;
    const spool = this.#spools.get(name) ?? new Spool();
    this.#spools.set(name, spool);
    return spool;
  }

  /** Lets go of a file that is no longer read. */
  release(name: string): void {
    this.#spools.get(name)?.close();
    this.#spools.delete(name);
  }

  /** What lies in files, in words: '; on disk: texts 361 MB'; '' where nothing does. */
  describe(...names: readonly string[]): string {
    const filed = names.flatMap((name) => {
      const bytes = this.#spools.get(name)?.bytes ?? 0;
      return bytes === 0 ? [] : [`${name} ${inMegabytes(bytes)}`];
    });
    return filed.length === 0 ? '' : `; on disk: ${filed.join(', ')}`;
  }

  close(): void {
    for (const name of [...this.#spools.keys()]) this.release(name);
  }
}

/** Bytes that this process may still take: of the machine, or of the container that it runs in. */
function freeMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  const available = process.availableMemory?.() || freemem(); // the first says 0 where /proc is not mounted
  return limit > 0 ? Math.min(limit, available) : available; // without a limit some systems say 0, others 2⁶⁴
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6)} MB`;
}
