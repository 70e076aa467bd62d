import type { ArticleInfo, Texts } from '../../article.ts';

/** What is known of an article before it has a path. */
export interface Facts extends Omit<ArticleInfo, 'path'> {
  /** Its id in a file of records, or as a value; null without one. */
  readonly id: string | null;
  /** Number of its line in the piece, from 1; 0 for what is no line. */
  readonly line: number;
}

/**
 * What a piece of the input held, entry by entry in its order: articles, and what is none though it has a name. Columns,
 * since a worker hands over a few arrays in a fraction of the time of as many objects.
 */
export interface Part {
  /** The texts of the entries without a fault, in their order. */
  readonly texts: Texts;
  /** Per entry: why it is no article; null for an article. */
  readonly faults: readonly (string | null)[];
  readonly ids: readonly (string | null)[];
  readonly lines: readonly number[];
  readonly titles: readonly (string | null)[];
  readonly days: readonly (number | null)[];
  readonly sources: readonly (string | null)[];
  readonly encodings: readonly string[];
  /** SHA-256 of their bytes; null for a line that is no record, and for what lies in no file. */
  readonly hashes: readonly (string | null)[];
  /** Lines looked at; 0 where the piece is no lines. */
  readonly lineCount: number;
}
