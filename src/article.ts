/** The words that all stages share. Ids are dense integers, given by sorted path; per-article data are columns. */
import { type Place, readAt } from './columns/spool.ts';

/** Position of an article in the corpus: 0 … count − 1, in the order of the articles' paths. */
export type ArticleId = number;

/** Lists of unequal length in one array: list i is values[starts[i]] … values[starts[i + 1] − 1]. */
export interface Ragged<Values = Uint32Array> {
  readonly starts: Uint32Array;
  readonly values: Values;
}

/** An input that is in no group, and why: unreadable, binary, empty, furniture only … */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
}

/** How an article is cited: what `read` knows of it beside its text. */
export interface ArticleInfo {
  /** As the report shows it: relative to the working folder, POSIX; `file.jsonl#id` or `file.jsonl:line` for a record. */
  readonly path: string;
  /** Declared headline (a JSONL field); null when the text's first line has to serve. */
  readonly title: string | null;
  /** Day of publication, days since 1970-01-01 (UTC), from a field or the file name; null when unknown. */
  readonly day: number | null;
  /** Outlet or agency, from a field; null when unknown. */
  readonly source: string | null;
  /** What its bytes were taken for: 'utf-8' nearly always; else 'windows-1252', 'utf-16le' …, with ' (damaged)' where some made no character. */
  readonly encoding: string;
  /** SHA-256 of its bytes on disk, in hex: of the whole file, or of a record's line without the line end; null for what lies in no file. */
  readonly sha256: string | null;
}

/** What `read` hands on: every article's text as valid UTF-8 with "\n" line ends, and how to cite it. */
export interface Corpus {
  readonly articles: readonly ArticleInfo[];
  readonly texts: Texts;
  readonly skipped: readonly Skipped[];
}

/** The texts of a corpus in shared memory, so that workers read them without a copy; where memory is short, in a spool. */
export interface Texts {
  readonly chunks: readonly (SharedArrayBuffer | Place)[];
  /** Per article: the chunk it lies in, and its first and past-the-end byte there. */
  readonly chunk: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** Some articles of a corpus, by id, as a corpus; the texts are shared. */
export function selectArticles({ articles, texts, skipped }: Corpus, ids: readonly ArticleId[]): Corpus {
  const { chunks, chunk, start, end } = texts;
  const pick = (column: Uint32Array) => Uint32Array.from(ids, (id) => column[id]);
  return { articles: ids.map((id) => articles[id]), texts: { chunks, chunk: pick(chunk), start: pick(start), end: pick(end) }, skipped };
}

/** The UTF-8 text of one article: a view, or read from its file. */
export function textOf(texts: Texts, id: ArticleId): Uint8Array {
  const start = texts.start[id];
  const length = texts.end[id] - start;
  const chunk = texts.chunks[texts.chunk[id]];
  if (chunk instanceof SharedArrayBuffer) return new Uint8Array(chunk, start, length);
  return readAt({ file: chunk.file, at: chunk.at + start }, new Uint8Array(length));
}

/** Bytes read at once when texts are read in a row. */
const BLOCK = 1 << 19;
/** Memory of this thread, for one row after the other. */
let block = new Uint8Array(0);

/**
 * The texts of articles up to past − 1, for who asks for one after the other: each is a view, good until the next. From a file many are
 * read at once: one by one each takes 10 µs and memory of its own. One row at a time in a thread.
 */
export function textsInTurn(texts: Texts, past: ArticleId): (id: ArticleId) => Uint8Array {
  const { chunks, chunk, start, end } = texts;
  /** The articles that the block has. */
  let [first, until] = [0, 0];
  return (id) => {
    const place = chunks[chunk[id]];
    if (place instanceof SharedArrayBuffer || end[id] - start[id] > BLOCK) return textOf(texts, id);
    if (id < first || id >= until) {
      [first, until] = [id, id + 1];
      while (until < past && chunk[until] === chunk[id] && start[until] >= end[until - 1] && end[until] - start[id] <= BLOCK) until++;
      if (block.length === 0) block = new Uint8Array(BLOCK);
      readAt({ file: place.file, at: place.at + start[id] }, block.subarray(0, end[until - 1] - start[id]));
    }
    return block.subarray(start[id] - start[first], end[id] - start[first]);
  };
}

/** How one article copies another; see stages/verify. */
export type CopyClass = 'identical' | 'reprint' | 'excerpt' | 'revised';
export type Relation = CopyClass | 'event';
