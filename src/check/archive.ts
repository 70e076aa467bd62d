import type { ArticleInfo } from '../article.ts';
import type { KnownRow } from '../engines/index.ts';
import type { LineSurvey } from '../stages/strip/index.ts';

/** What a look-up finds of a key; the first `length` of ids and weights count. */
export interface Found {
  readonly counters: ArrayLike<number>;
  readonly ids: Uint32Array;
  readonly weights: Float32Array;
  readonly length: number;
}

/** What may be looked up in an archive. What each finds: store/tables.ts. */
export type Lookup = 'shingles' | 'briefs' | 'stems' | 'numbers' | 'quotes' | 'probes' | 'lines';

/** What is known of an archived article without its shingles, which take another read. */
export type Features = Omit<KnownRow, 'shingles'>;

/** What `check` asks of an archive: the index on disk, or a test's own. */
export interface Archive {
  /** Articles in it. */
  readonly count: number;
  /** Ids are below this. */
  readonly nextId: number;
  /** Ids that are no more in it. */
  readonly dead: ReadonlySet<number>;
  /** Number of shingles of every article, by id. */
  readonly shingleCounts: Uint32Array;
  features(id: number): Features;
  shingles(id: number): Uint32Array;
  survey(id: number): LineSurvey;
  /** Calls back for each key that is known, maybe more than once. Keys rise, each once. */
  lookUp(name: Lookup, keys: ArrayLike<number>, see: (at: number, found: Found) => void): void;
  idsOfPaths(paths: readonly string[]): Map<string, number>;
}

/** Keys of more than 48 bits would not fit twice into a whole number. */
const KEYS = 2 ** 48;

/** Key of a line in the table; two lines of an archive of a million have one key by a chance of one in ten million. */
export function keyOfLine(key: number): number {
  return key - Math.floor(key / KEYS) * KEYS; // half the time of %
}

/** An archive without the articles that a batch replaces, as far as the batch is concerned. */
export interface Past {
  readonly archive: Archive;
  /** Ids that do not count: dead, or of a path that comes in again. */
  readonly without: ReadonlySet<number>;
  readonly replaced: readonly number[];
  /** Articles that count. */
  readonly count: number;
}

export function pastOf(archive: Archive, batch: readonly Pick<ArticleInfo, 'path'>[]): Past {
  const paths = batch.map(({ path }) => path);
  const replaced = [...archive.idsOfPaths(paths).values()].sort((a, b) => a - b);
  return { archive, replaced, without: new Set([...archive.dead, ...replaced]), count: archive.count - replaced.length };
}
