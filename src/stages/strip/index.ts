import type { LineVerdict } from '../../report.ts';

/** Lines that articles share although their other text differs: the evidence of the corpus. Made by `sharedLines`. */
export interface SharedLines {
  /** Line keys, each a whole number below 2^53, with what is known of each, for `Map`-like look-up in typed arrays. */
  readonly keys: Float64Array;
  readonly articles: Uint32Array;
  /** Share of the compared pairs of those articles whose remaining text differs; 0–1. */
  readonly differing: Float32Array;
  /** Median of (shared text ÷ remaining text) of those articles. */
  readonly bulk: Float32Array;
}

/** What one article tells about its lines to `sharedLines`: a row per line. */
export interface LineSurvey {
  readonly keys: Float64Array;
  readonly words: Uint32Array;
  /** A sample of the line's shingles: those whose hash falls below a fixed share of the range. */
  readonly sampleStarts: Uint32Array;
  readonly sample: Uint32Array;
}

/** The own text of one article, as byte ranges of it in order; a space or a line end is understood between two ranges. */
export interface OwnText {
  /** start, end, start, end … */
  readonly spans: Uint32Array;
  /** Per span: 1 when it begins a line of its own, 0 when it goes on after an in-line cut. */
  readonly newLine: Uint8Array;
  readonly words: number;
  readonly furnitureWords: number;
  /** True when the page has no text of its own: a gate, an error page, menus only. Then there are no spans. */
  readonly furnitureOnly: boolean;
  /** First and past-the-end byte of the headline; an empty range when there is none. */
  readonly title: readonly [number, number];
}

export function survey(bytes: Uint8Array): LineSurvey {
  throw new Error(`not yet: ${bytes.length}`);
}

export function sharedLines(surveys: readonly LineSurvey[]): SharedLines {
  throw new Error(`not yet: ${surveys.length}`);
}

export function strip(bytes: Uint8Array, shared: SharedLines | null): OwnText {
  throw new Error(`not yet: ${bytes.length} ${shared}`);
}

/** The verdict on every line, in words; slower than `strip`, and always of one mind with it. */
export function judge(bytes: Uint8Array, shared: SharedLines | null): LineVerdict[] {
  throw new Error(`not yet: ${bytes.length} ${shared}`);
}
