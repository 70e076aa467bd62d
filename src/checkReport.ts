/**
 * What `check` says of a batch: the value that the library returns and that every format is made from.
 * schemaVersion 1: fields are added, never changed. Described for programs in check.schema.json.
 */
import type { CopyClass, Skipped } from './article.ts';

/**
 * Of an incoming article: 'copy' of one in the archive; 'repeat' of another one in the batch, which stands for both; 'event'
 * that the archive has in other words; else 'new'. The first of these that holds.
 */
export type Verdict = 'copy' | 'repeat' | 'event' | 'new';

export interface CheckReport {
  readonly schemaVersion: 1;
  readonly against: {
    /** The index or folder as given. */
    readonly path: string;
    /** Articles in it that the batch does not replace. */
    readonly articles: number;
  };
  /** Every incoming article, by file; the records of a file in their order. */
  readonly articles: readonly CheckedArticle[];
  /** How many articles got each verdict. */
  readonly counts: { readonly [Each in Verdict]: number };
  /** How many of those a baseline accepts; absent where none was given. */
  readonly accepted?: { readonly [Each in Exclude<Verdict, 'new'>]: number };
  readonly gate: Gate;
  /** What was given but is judged not at all, and why; sorted by path. */
  readonly skipped: readonly Skipped[];
}

export interface CheckedArticle {
  readonly path: string;
  readonly title: string;
  readonly words: number;
  readonly furnitureWords: number;
  readonly date: string | null;
  readonly source: string | null;
  readonly verdict: Verdict;
  /** What it copies, or what copies it: articles of its group of copies, most alike first, at most 20. */
  readonly copies: readonly CopyFound[];
  /** Articles on its event that are no copies of it, the surest first, at most 20. */
  readonly events: readonly EventFound[];
  /** SHA-256 of its bytes on disk: of the file, or of a record's line; null for what lies in no file. */
  readonly sha256: string | null;
  /** What a baseline says of it; absent where none was given, and of an article that is new. */
  readonly baseline?: Acceptance;
}

/** Whether a baseline has an article together with what it repeats; of the entry that has: why, and until when (YYYY-MM-DD). */
export interface Acceptance {
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly expires: string | null;
}

interface ArticleFound {
  readonly path: string;
  readonly title: string;
  /** True for another article of the batch. */
  readonly incoming: boolean;
  /** What both have, in the words of the incoming article. */
  readonly evidence: readonly string[];
}

export interface CopyFound extends ArticleFound {
  readonly relation: CopyClass;
  readonly jaccard: number;
  /** Share of the incoming article that the other has, and of the other that it has; 0–1. */
  readonly containment: readonly [number, number];
  /** The greater of similarity and containment; 0–1. */
  readonly score: number;
}

export interface EventFound extends ArticleFound {
  /** The calibrated chance that both report one event; 0–1. */
  readonly score: number;
}

/** The one rule that decides between exit 0 and 1. */
export interface Gate {
  readonly failOn: 'copies' | 'events' | 'none';
  /** Articles that the rule counts: copies and repeats, with 'events' also those on a known event; none that a baseline accepts. */
  readonly found: number;
  readonly allowed: number;
  readonly passes: boolean;
  /** 'fails: 3 copies, 0 allowed' */
  readonly rule: string;
}
