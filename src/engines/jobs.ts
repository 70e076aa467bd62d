/** The work that is done article by article, as jobs over a range of ids: the same code in this thread and in workers. */
import type { Ragged, Texts } from '../article.ts';
import { textOf } from '../article.ts';
import type { Pairs } from '../pairs.ts';
import { type Compared, makeScore, type Nearest, nearestOf, type ProbeIndex, scorePairs, type Vectors } from '../stages/link/index.ts';
import { type LineSurvey, type SharedLines, survey } from '../stages/strip/index.ts';
import { type Digest, type DigestOptions, digest } from './digest.ts';
import { answer, type Evidence, type Question } from './evidence.ts';
import { viewer } from './views.ts';

/** What every job of a run reads. */
export interface Context {
  readonly texts: Texts;
  /** Section of the user's rules that each article's source has; null without rules. */
  readonly sections: Uint32Array | null;
  readonly options: DigestOptions;
}

export type Job =
  | { readonly kind: 'survey'; readonly from: number; readonly to: number }
  | { readonly kind: 'digest'; readonly from: number; readonly to: number; readonly shared: SharedLines | null }
  | { readonly kind: 'nearest'; readonly from: number; readonly to: number; readonly index: ProbeIndex }
  | {
      readonly kind: 'score';
      readonly from: number;
      readonly to: number;
      readonly pairs: Pairs;
      readonly table: Compared;
      readonly vectors: Vectors;
    }
  | { readonly kind: 'evidence'; readonly questions: readonly Question[]; readonly spans: Ragged };

/** What each kind of job answers with. */
interface Answers {
  readonly survey: SurveyPart;
  readonly digest: Digest;
  readonly nearest: Nearest;
  /** Parallel to the job's pairs. */
  readonly score: { readonly scores: Float32Array };
  readonly evidence: readonly Evidence[];
}
export type Part<Kind extends Job['kind'] = Job['kind']> = Answers[Kind];

/** Surveys of a range in a few columns, so that a worker hands over four arrays and not four an article. */
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
export function runJob({ texts, sections, options }: Context, job: Job): Part {
  switch (job.kind) {
    case 'survey':
      return packSurveys(texts, job.from, job.to);
    case 'digest':
      return digest(texts, sections, job.from, job.to, job.shared, options);
    case 'nearest':
      return nearestOf(job.index, job.from, job.to);
    case 'score':
      return { scores: scorePairs(makeScore(job.table, job.vectors), job.pairs, job.from, job.to) };
    case 'evidence':
      return answer(job.questions, viewer(texts, job.spans));
    default:
      return job satisfies never;
  }
}

function packSurveys(texts: Texts, from: number, to: number): SurveyPart {
  const surveys: LineSurvey[] = [];
  for (let id = from; id < to; id++) surveys.push(survey(textOf(texts, id)));
  const starts = (lengthOf: (one: LineSurvey) => number) => {
    const sums = new Uint32Array(surveys.length + 1);
    for (const [i, one] of surveys.entries()) sums[i + 1] = sums[i] + lengthOf(one);
    return sums;
  };
  const lines = starts((one) => one.keys.length);
  const samples = starts((one) => one.sample.length);
  const keys = new Float64Array(lines[surveys.length]);
  const words = new Uint32Array(lines[surveys.length]);
  const sampleStarts = new Uint32Array(lines[surveys.length] + surveys.length);
  const sample = new Uint32Array(samples[surveys.length]);
  for (const [i, one] of surveys.entries()) {
    keys.set(one.keys, lines[i]);
    words.set(one.words, lines[i]);
    sampleStarts.set(one.sampleStarts, lines[i] + i);
    sample.set(one.sample, samples[i]);
  }
  return { lines, samples, keys, words, sampleStarts, sample };
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
