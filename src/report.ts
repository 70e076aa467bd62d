/**
 * The result of a run: the value that the library returns and that every format is made from.
 * schemaVersion 1: fields are added, never changed. Described for programs in report.schema.json.
 */
import type { Relation, Skipped } from './article.ts';
import type { Options } from './options.ts';

export interface Report {
  readonly schemaVersion: 1;
  /** What the relations and groups depend on; null in a report of a version that did not record it. */
  readonly madeWith: MadeWith | null;
  /** Every article read, sorted by path. */
  readonly articles: readonly ReportArticle[];
  /** Groups of two or more, largest first, then by their first article; ids c1, c2 … in that order. */
  readonly copies: readonly ReportGroup[];
  /** The same for events, ids e1, e2 …; a group of copies alone is an event as well. */
  readonly events: readonly ReportEvent[];
  /** The verified pairs that hold the groups together, sorted by a, then b. */
  readonly pairs: readonly ReportPair[];
  /** What was given but is in no group, and why; sorted by path. */
  readonly skipped: readonly Skipped[];
}

/** The options that decide what is a copy, an event and a representative: a saved report can be narrowed, not widened. */
export const RECORDED = [
  'similarity',
  'containment',
  'shingleSize',
  'hashes',
  'recall',
  'language',
  'eventScore',
  'only',
  'representative',
  'preferSource',
] as const satisfies readonly (keyof Options)[];
export type MadeWith = Pick<Options, (typeof RECORDED)[number]>;

export interface ReportArticle {
  /** Relative to the working folder, POSIX; a JSONL record is file.jsonl#id, or file.jsonl:line without an id. */
  readonly path: string;
  readonly title: string;
  /** Words of its own text. */
  readonly words: number;
  /** Words that were stripped. */
  readonly furnitureWords: number;
  /** Ids of its groups; null when it is in none of two or more. */
  readonly copy: string | null;
  readonly event: string | null;
  /** Day of publication, YYYY-MM-DD; null when not declared. */
  readonly date: string | null;
  readonly source: string | null;
  /** SHA-256 of its bytes on disk: of the file, or of a record's line; null for what lies in no file. `dedupe apply` rests on it. */
  readonly sha256: string | null;
}

export interface ReportGroup {
  readonly id: string;
  /** Paths, sorted. */
  readonly articles: readonly string[];
  readonly representative: string;
  /** Mean over its pairs: Jaccard similarity for copies, score for events; 0–1. */
  readonly cohesion: number;
  /** The least of its members' best links: what the group would break at first; 0–1. */
  readonly weakest: number;
  /** What a baseline says of it; absent where none was given. */
  readonly baseline?: Standing;
}

/** What a baseline says of a group that was found. */
export interface Standing {
  /** Paths of the articles that are new to the group, sorted; of a group that is known, none. */
  readonly new: readonly string[];
  /** Of the entry that accepts the others: why, and until when (YYYY-MM-DD); null where nobody has said so. */
  readonly reason: string | null;
  readonly expires: string | null;
}

export interface ReportEvent extends ReportGroup {
  /** Ids of the copy groups inside it. */
  readonly copies: readonly string[];
  /** What its articles share, the most telling first. */
  readonly evidence: readonly string[];
}

export interface ReportPair {
  /** a < b as paths. */
  readonly a: string;
  readonly b: string;
  readonly relation: Relation;
  /** Of the two sets of shingles, misread words allowed for; 0–1. */
  readonly jaccard: number;
  /** Share of a's shingles that b has, and of b's that a has; 0–1. */
  readonly containment: readonly [number, number];
  /** How sure the relation is; 0–1. For an event pair, the calibrated chance that both report one event. */
  readonly score: number;
  /** What they share: passages, quotations, names, numbers; and what they differ in. */
  readonly evidence: readonly string[];
}

/** One line of an article, with the verdict on it; `dedupe clean --explain`. */
export interface LineVerdict {
  readonly text: string;
  /** What is left of the line as own text: the line itself, a part of it, or '' when it is stripped. */
  readonly own: string;
  /** Name of the rule that took it, or part of it; null for a line kept whole. */
  readonly rule: string | null;
  /** What the rule saw in it; of a line kept whole, the user's own rule that keeps it, else null. */
  readonly evidence: string | null;
}

export interface Cleaned {
  readonly path: string;
  readonly lines: readonly LineVerdict[];
  /** The own text: kept lines joined by "\n"; '' for a page without any. */
  readonly own: string;
}

/** How two articles compare; `dedupe explain A B`. Always agrees with a run over the two. */
export interface Explanation {
  readonly a: ExplainedArticle;
  readonly b: ExplainedArticle;
  /** The verdict: copy class, 'event', or null for neither. */
  readonly relation: Relation | null;
  readonly jaccard: number;
  readonly containment: readonly [number, number];
  readonly sharedShingles: number;
  /** What two signatures say of the Jaccard similarity, and the chance that a pair with the true one shares a band. */
  readonly sketch: { readonly estimate: number; readonly meets: boolean; readonly chance: number };
  /** Passages of own text that stand in both, in a's order, longest run of shared shingles each. */
  readonly passages: readonly string[];
  /** Each bound with the value met: similarity, containment, event score. */
  readonly bounds: readonly { readonly name: string; readonly value: number; readonly bound: number; readonly met: boolean }[];
  readonly event: {
    readonly score: number;
    readonly terms: readonly { readonly name: string; readonly value: number; readonly weight: number }[];
  };
  readonly shared: readonly { readonly kind: 'name' | 'number' | 'quotation' | 'word'; readonly text: string; readonly weight: number }[];
  readonly conflicts: readonly string[];
}

export interface ExplainedArticle {
  readonly path: string;
  readonly title: string;
  readonly words: number;
  readonly furnitureWords: number;
  readonly shingles: number;
  /** The stripped lines with their rule. */
  readonly stripped: readonly LineVerdict[];
}
