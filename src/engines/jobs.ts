/** The work that is done article by article, as jobs over a range of ids: the same code in this thread and in workers. */
import type { Texts } from '../article.ts';
import type { Lists } from '../lists.ts';
import type { Pairs } from '../pairs.ts';
import {
  type Compared,
  Drawn,
  type FiledVectors,
  makeScore,
  type Nearest,
  nearestOf,
  type ProbeIndex,
  scorePairs,
  type Vectors,
} from '../stages/link/index.ts';
import type { SharedLines } from '../stages/strip/index.ts';
import { type Digest, type DigestOptions, digest } from './digest.ts';
import { answer, type Evidence, type Question } from './evidence.ts';
import { type SurveyPart, surveyTexts } from './surveys.ts';
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
      readonly vectors: Vectors | FiledVectors;
    }
  | { readonly kind: 'evidence'; readonly questions: readonly Question[]; readonly spans: Lists };

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

export function runJob({ texts, sections, options }: Context, job: Job): Part {
  switch (job.kind) {
    case 'survey':
      return surveyTexts(texts, job.from, job.to);
    case 'digest':
      return digest(texts, sections, job.from, job.to, job.shared, options);
    case 'nearest':
      return nearestOf(job.index, job.from, job.to);
    case 'score':
      return { scores: scoreJob(job) };
    case 'evidence':
      return answer(job.questions, viewer(texts, job.spans));
    default:
      return job satisfies never;
  }
}

function scoreJob({ table, vectors, pairs, from, to }: Extract<Job, { kind: 'score' }>): Float32Array {
  if ('records' in vectors) return new Drawn(vectors, table).scorePairs(pairs, from, to);
  return scorePairs(makeScore(table, vectors), pairs, from, to);
}
