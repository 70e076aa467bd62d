/** The work that can be done piece by piece, as jobs, nearly all of them over a range of ids: the same code in this thread and in workers. */
import { type Texts, textOf } from '../article.ts';
import { background } from '../background/index.ts';
import type { Lists } from '../columns/lists.ts';
import type { Pairs } from '../columns/pairs.ts';
import type { Signatures } from '../columns/signatures.ts';
import {
  type Compared,
  type Counted,
  countFeatures,
  countShared,
  type FeatureCounts,
  type FiledCompared,
  type FiledFeatures,
  type FiledVectors,
  makeScore,
  type Nearest,
  nearestOf,
  type ProbeIndex,
  scoreInBlocks,
  scorePairs,
  type Vectors,
  type WeighedPart,
  type Weighing,
  weighArticles,
} from '../stages/link/index.ts';
import { type PairBounds, type Search, search } from '../stages/pair/index.ts';
import { type Piece, type Part as ReadPart, type RecordSettings, readPiece } from '../stages/read/piece.ts';
import { furnitureRuns, type JudgedRows, judgeRows, type LineCounts, type SharedLines, taughtOf } from '../stages/strip/index.ts';
import { type Digest, type DigestOptions, digest } from './digest.ts';
import { answer, type EvidencePart, packEvidence, type Question } from './evidence.ts';
import { restsReader, type SurveyPart, surveyTexts } from './surveys.ts';
import { viewer } from './views.ts';

/** What every job of a run reads, once there is a corpus. */
export interface Context {
  readonly texts: Texts;
  /** Section of the user's rules that each article's source has; null without rules. */
  readonly sections: Uint32Array | null;
  readonly options: DigestOptions;
}

/** What pairs are scored by: in memory, or in files. */
export type ScoredBy =
  | { readonly isFiled: false; readonly table: Compared; readonly vectors: Vectors }
  | { readonly isFiled: true; readonly table: FiledCompared; readonly vectors: FiledVectors };

export type Job =
  | { readonly kind: 'read'; readonly piece: Piece; readonly settings: RecordSettings }
  | { readonly kind: 'survey'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'judge';
      readonly from: number;
      readonly to: number;
      readonly lines: LineCounts;
      readonly rows: Uint32Array;
      readonly rests: Lists;
    }
  | { readonly kind: 'furniture'; readonly articles: Uint32Array; readonly shared: SharedLines }
  | { readonly kind: 'digest'; readonly from: number; readonly to: number; readonly shared: SharedLines | null }
  | {
      readonly kind: 'pair';
      readonly by: readonly Search[];
      readonly shingles: Lists;
      readonly signatures: Signatures;
      readonly members: Uint32Array;
      readonly bounds: PairBounds;
    }
  | { readonly kind: 'count'; readonly from: number; readonly to: number; readonly features: FiledFeatures }
  | { readonly kind: 'countShared'; readonly pass: number; readonly passes: number; readonly lists: Lists }
  | {
      readonly kind: 'weigh';
      readonly from: number;
      readonly to: number;
      readonly features: FiledFeatures;
      readonly by: Weighing;
    }
  | { readonly kind: 'nearest'; readonly from: number; readonly to: number; readonly index: ProbeIndex }
  | {
      readonly kind: 'score';
      readonly from: number;
      readonly to: number;
      readonly pairs: Pairs;
      readonly by: ScoredBy;
    }
  | { readonly kind: 'evidence'; readonly questions: readonly Question[]; readonly spans: Lists };

/** What each kind of job answers with. */
interface Answers {
  readonly read: ReadPart;
  readonly survey: SurveyPart;
  readonly judge: JudgedRows;
  /** Of each article the runs of words in its furniture, in no order, with repeats. */
  readonly furniture: readonly Uint32Array[];
  readonly digest: Digest;
  readonly pair: Pairs;
  readonly count: FeatureCounts;
  readonly countShared: Counted;
  readonly weigh: WeighedPart;
  readonly nearest: Nearest;
  /** Parallel to the job's pairs. */
  readonly score: { readonly scores: Float32Array };
  readonly evidence: EvidencePart;
}
export type Part<Kind extends Job['kind'] = Job['kind']> = Answers[Kind];

/** The context may be null for a job that reads: there is no corpus yet. */
export function runJob(context: Context | null, job: Job): Part | Promise<Part> {
  if (job.kind === 'read') return readPiece(job.piece, job.settings);
  if (context === null) throw new Error(`a job, ${job.kind}, came before its texts`);
  const { texts, sections, options } = context;
  switch (job.kind) {
    case 'survey':
      return surveyTexts(texts, job.from, job.to);
    case 'judge':
      return judgeRows(job.lines, job.rows.subarray(job.from, job.to), restsReader(job.rests, job.lines.firstLine));
    case 'furniture':
      return Array.from(job.articles, (id) =>
        furnitureRuns(textOf(texts, id), id, job.shared, taughtOf(options.furniture, sections, id), options.shingleSize),
      );
    case 'digest':
      return digest(texts, sections, job.from, job.to, job.shared, options);
    case 'pair':
      return search(job.by, job.shingles, job.signatures, job.members, job.bounds);
    case 'count':
      return countFeatures(job.features, job.from, job.to);
    case 'countShared':
      return countShared(job.lists, job.pass, job.passes);
    case 'weigh':
      return weighArticles(job.features, job.by, background(), job.from, job.to);
    case 'nearest':
      return nearestOf(job.index, job.from, job.to);
    case 'score':
      return { scores: scoreJob(job) };
    case 'evidence':
      return packEvidence(answer(job.questions, viewer(texts, job.spans)));
    default:
      return job satisfies never;
  }
}

function scoreJob({ by, pairs, from, to }: Extract<Job, { kind: 'score' }>): Float32Array {
  if (by.isFiled) return scoreInBlocks(by.vectors, by.table, pairs, from, to);
  return scorePairs(makeScore(by.table, by.vectors), pairs, from, to);
}
