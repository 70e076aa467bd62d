import { type Texts, textsInTurn } from '../article.ts';
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
  const text = textsInTurn(texts, to);
  for (let i = 0; i < count; i++) {
    const one = kernel().surveyLines(text(from + i));
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

/** A part that lies in the spool: from `at` on its keys; behind them, article by article, words, sampleStarts and sample. */
interface FiledPart extends Pick<SurveyPart, 'lines' | 'samples'> {
  readonly at: number;
}

function filed(part: SurveyPart, spool: Spool): FiledPart {
  const { lines, samples, keys } = part;
  const at = spool.append(keys);
  const count = lines.length - 1;
  const rest = new Uint32Array(restBefore(part, count));
  for (let i = 0; i < count; i++) {
    const { words, sampleStarts, sample } = surveyIn(part, i);
    const first = restBefore(part, i);
    rest.set(words, first);
    rest.set(sampleStarts, first + words.length);
    rest.set(sample, first + words.length + sampleStarts.length);
  }
  spool.append(rest);
  return { lines, samples, at };
}

/** Values of the articles before article i of a part, but for their keys. */
function restBefore({ lines, samples }: Pick<SurveyPart, 'lines' | 'samples'>, i: number): number {
  return 2 * lines[i] + i + samples[i];
}

/** One read: the keys, which few ask for, are left where they are until then. */
function surveyInFile(part: FiledPart, { file }: Spool, i: number): LineSurvey {
  const { lines, at } = part;
  const length = lines[i + 1] - lines[i];
  const first = restBefore(part, i);
  const rest = new Uint32Array(restBefore(part, i + 1) - first);
  readAt({ file, at: at + 8 * lines[lines.length - 1] + 4 * first }, rest);
  return {
    get keys() {
      return readAt({ file, at: at + 8 * lines[i] }, new Float64Array(length));
    },
    words: rest.subarray(0, length),
    sampleStarts: rest.subarray(length, 2 * length + 1),
    sample: rest.subarray(2 * length + 1),
  };
}
