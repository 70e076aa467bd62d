import { type Texts, textOf } from '../article.ts';
import { kernel } from '../kernel/index.ts';
import type { LineSurvey } from '../stages/strip/index.ts';

/** Surveys of a range in a few columns, so that a worker hands over a few arrays and not four an article. */
export interface SurveyPart {
  /** Per article: its first line, and its first sample; one more entry than there are articles. */
  readonly lines: Uint32Array;
  readonly samples: Uint32Array;
  readonly keys: Float64Array;
  readonly words: Uint32Array;
  /** Relative to the article's first sample; an article of n lines has n + 1. */
  readonly sampleStarts: Uint32Array;
  readonly sample: Uint32Array;
}

/** Surveys of articles from … to − 1: the columns of the kernel, end to end. O(bytes). */
export function surveyTexts(texts: Texts, from: number, to: number): SurveyPart {
  const count = to - from;
  const lines = new Uint32Array(count + 1);
  const samples = new Uint32Array(count + 1);
  let keys = new Float64Array(64 * count);
  let words = new Uint32Array(64 * count);
  let sampleStarts = new Uint32Array(65 * count);
  let sample = new Uint32Array(128 * count);
  for (let i = 0; i < count; i++) {
    const one = kernel().surveyLines(textOf(texts, from + i));
    const [line, first] = [lines[i], samples[i]];
    lines[i + 1] = line + one.keys.length;
    samples[i + 1] = first + one.sample.length;
    keys = withRoom(keys, lines[i + 1]);
    words = withRoom(words, lines[i + 1]);
    sampleStarts = withRoom(sampleStarts, lines[i + 1] + i + 1);
    sample = withRoom(sample, samples[i + 1]);
    keys.set(one.keys, line);
    words.set(one.words, line);
    sampleStarts.set(one.sampleStarts, line + i);
    sample.set(one.sample, first);
  }
  return {
    lines,
    samples,
    keys: keys.slice(0, lines[count]),
    words: words.slice(0, lines[count]),
    sampleStarts: sampleStarts.slice(0, lines[count] + count),
    sample: sample.slice(0, samples[count]),
  };
}

function withRoom<Column extends Float64Array | Uint32Array>(column: Column, wanted: number): Column {
  if (wanted <= column.length) return column;
  const grown = new (column.constructor as new (length: number) => Column)(Math.max(wanted, 2 * column.length)); // its own kind
  grown.set(column);
  return grown;
}

/** The surveys of a part, as views of it. */
export function unpackSurveys({ lines, samples, keys, words, sampleStarts, sample }: SurveyPart): LineSurvey[] {
  return Array.from({ length: lines.length - 1 }, (_, i) => ({
    keys: keys.subarray(lines[i], lines[i + 1]),
    words: words.subarray(lines[i], lines[i + 1]),
    sampleStarts: sampleStarts.subarray(lines[i] + i, lines[i + 1] + i + 1),
    sample: sample.subarray(samples[i], samples[i + 1]),
  }));
}
