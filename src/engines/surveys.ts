import { type Texts, textOf } from '../article.ts';
import { withRoom } from '../columns/grow.ts';
import { readAt, type Spool } from '../columns/spool.ts';
import { kernel } from '../kernel/index.ts';
import type { LineSurvey, Surveys } from '../stages/strip/index.ts';

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

/** The surveys of a part, as views of it. */
export function unpackSurveys(part: SurveyPart): LineSurvey[] {
  return Array.from({ length: part.lines.length - 1 }, (_, i) => surveyIn(part, i));
}

function surveyIn({ lines, samples, keys, words, sampleStarts, sample }: SurveyPart, i: number): LineSurvey {
  return {
    keys: keys.subarray(lines[i], lines[i + 1]),
    words: words.subarray(lines[i], lines[i + 1]),
    sampleStarts: sampleStarts.subarray(lines[i] + i, lines[i + 1] + i + 1),
    sample: sample.subarray(samples[i], samples[i + 1]),
  };
}

/**
 * The surveys of a corpus, part by part: in memory, or in a spool where one is given, of which the columns are read as they
 * are asked for. All parts but the last are of one length.
 */
export class SurveyShelf implements Surveys {
  count = 0;
  readonly #spool: Spool | null;
  readonly #parts: (SurveyPart | FiledPart)[] = [];

  constructor(spool: Spool | null) {
    this.#spool = spool;
  }

  add(part: SurveyPart): void {
    this.count += part.lines.length - 1;
    this.#parts.push(this.#spool === null ? part : filed(part, this.#spool));
  }

  eachKeys(see: (keys: Float64Array, article: number) => void): void {
    let article = 0;
    for (const part of this.#parts) {
      const { lines } = part;
      const keys = 'at' in part ? readAt({ file: this.#spool!.file, at: part.at }, new Float64Array(lines[lines.length - 1])) : part.keys;
      for (let i = 0; i + 1 < lines.length; i++) see(keys.subarray(lines[i], lines[i + 1]), article++);
    }
  }

  of(article: number): LineSurvey {
    const size = this.#parts[0].lines.length - 1;
    const part = this.#parts[Math.floor(article / size)];
    const i = article % size;
    return 'at' in part ? surveyInFile(part, this.#spool!, i) : surveyIn(part, i);
  }
}

/** A part whose columns lie in the spool from `at` on: keys, words, sampleStarts, sample. */
interface FiledPart extends Pick<SurveyPart, 'lines' | 'samples'> {
  readonly at: number;
}

function filed({ lines, samples, keys, words, sampleStarts, sample }: SurveyPart, spool: Spool): FiledPart {
  const at = spool.append(keys);
  for (const column of [words, sampleStarts, sample]) spool.append(column);
  return { lines, samples, at };
}

function surveyInFile({ lines, samples, at }: FiledPart, { file }: Spool, i: number): LineSurvey {
  const count = lines.length - 1;
  const all = lines[count];
  const words = at + 8 * all;
  const sampleStarts = words + 4 * all;
  const sample = sampleStarts + 4 * (all + count);
  const length = lines[i + 1] - lines[i];
  return {
    keys: readAt({ file, at: at + 8 * lines[i] }, new Float64Array(length)),
    words: readAt({ file, at: words + 4 * lines[i] }, new Uint32Array(length)),
    sampleStarts: readAt({ file, at: sampleStarts + 4 * (lines[i] + i) }, new Uint32Array(length + 1)),
    sample: readAt({ file, at: sample + 4 * samples[i] }, new Uint32Array(samples[i + 1] - samples[i])),
  };
}
