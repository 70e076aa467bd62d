import type { ArticleInfo } from '../article.ts';
import { listOf, raggedOf } from '../columns/ragged.ts';
import type { Features } from '../stages/link/features.ts';
import { sketch } from '../stages/sketch/index.ts';
import { type Ordinary, ordinaryWords } from '../stages/verify/index.ts';
import type { Digest } from './digest.ts';

/** One article of a digest by itself: what the later stages need of it, without its text. An index keeps these. */
export interface Row extends Features {
  readonly words: number;
  readonly furnitureWords: number;
  readonly furnitureOnly: boolean;
  /** Words in their order, 2 × 32 bits. */
  readonly fingerprint: Uint32Array;
  readonly shingles: Uint32Array;
  /** What misread words are told by; null where the stems tell it, which a digest for copies alone has not kept. */
  readonly ordinary: Ordinary | null;
}

/** An article with what is known of it beside its text, its title as a report shows it. */
export interface KnownRow extends Row {
  readonly info: ArticleInfo & { readonly title: string };
}

/** Article `id` of a digest; views, not copies. */
export function rowOf(digest: Digest, id: number): Row {
  return {
    words: digest.words[id],
    furnitureWords: digest.furnitureWords[id],
    furnitureOnly: digest.furnitureOnly[id] === 1,
    fingerprint: digest.fingerprints.subarray(2 * id, 2 * id + 2),
    shingles: listOf(digest.shingles, id),
    stems: listOf(digest.stems, id),
    counts: digest.counts.subarray(digest.stems.starts[id], digest.stems.starts[id + 1]),
    numbers: listOf(digest.numbers, id),
    names: listOf(digest.names, id),
    quotes: listOf(digest.quotes, id),
    ages: digest.ages.subarray(4 * id, 4 * id + 4),
    weekdays: digest.weekdays[id],
    months: digest.months[id],
    amounts: listOf(digest.amounts, id),
    ordinary: { count: digest.ordinary[id], strange: listOf(digest.strange, id) },
  };
}

/**
 * The digest of a corpus made of rows, in their order. Signatures are drawn from the shingles again, with so many values;
 * 0 makes none. Spans and titles stay empty: there is no text that they could point into.
 */
export function digestOf(rows: readonly Row[], hashes: number): Digest {
  const count = rows.length;
  const column = (values: (row: Row) => number) => Uint32Array.from(rows, values);
  const lists = (listIn: (row: Row) => Uint32Array) => raggedOf(rows.map(listIn));
  const signatures = new Uint32Array(count * hashes);
  const fingerprints = new Uint32Array(2 * count);
  const ordinary = rows.map((row) => row.ordinary ?? kept(ordinaryWords(row)));
  const ages = new Uint32Array(4 * count);
  for (const [i, row] of rows.entries()) {
    if (hashes > 0) signatures.set(sketch(row.shingles, hashes), i * hashes);
    fingerprints.set(row.fingerprint, 2 * i);
    ages.set(row.ages, 4 * i);
  }
  return {
    count,
    words: column((row) => row.words),
    furnitureWords: column((row) => row.furnitureWords),
    furnitureOnly: Uint8Array.from(rows, (row) => (row.furnitureOnly ? 1 : 0)),
    titles: { starts: new Uint32Array(count + 1), values: new Uint32Array(0) },
    titled: new Uint8Array(count),
    spans: { starts: new Uint32Array(count + 1), values: new Uint32Array(0) },
    fingerprints,
    ordinary: Uint32Array.from(ordinary, ({ count }) => count),
    strange: raggedOf(ordinary.map(({ strange }) => strange)),
    shingles: lists((row) => row.shingles),
    signatures,
    stems: lists((row) => row.stems),
    counts: lists((row) => row.counts).values,
    numbers: lists((row) => row.numbers),
    names: lists((row) => row.names),
    quotes: lists((row) => row.quotes),
    amounts: lists((row) => row.amounts),
    ages,
    weekdays: Uint8Array.from(rows, (row) => row.weekdays),
    months: Uint16Array.from(rows, (row) => row.months),
    milliseconds: new Float64Array(0),
  };
}

/** What was scratch, for good. */
function kept({ count, strange }: Ordinary): Ordinary {
  return { count, strange: strange.slice() };
}
