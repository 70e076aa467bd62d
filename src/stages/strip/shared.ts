import { listOf } from '../../columns/ragged.ts';
import { positions, sortedBy } from '../../columns/sorted.ts';
import type { HashSet } from '../../kernel/hashSet.ts';
import { countLines, type LineCounts, type LineKeys } from './lineCounts.ts';
import { Rests, type SurveyOf } from './rests.ts';
import type { LineSurvey } from './survey.ts';

/** Lines that articles share although their other text differs: the evidence of the corpus. Made by `sharedLines`. */
export interface SharedLines {
  /** Line keys (see keys.ts), ascending. */
  readonly keys: Float64Array;
  /** Articles that have the line. */
  readonly articles: Uint32Array;
  /** Share of the compared pairs of those articles whose remaining text differs; 0–1. */
  readonly differing: Float32Array;
  /** Median of (shared text ÷ remaining text) of those articles. */
  readonly bulk: Float32Array;
  /** Articles of which the line is the first: all of them for an outlet's name, few for the headline of one. */
  readonly tops: Uint32Array;
  /** Of a widespread line the first article that has it; NOWHERE of others. */
  readonly firsts: Uint32Array;
  /** Row + 1 by key, open addressing at a quarter's load; 0 is a free slot. */
  readonly slots: Uint32Array;
  /** The runs of words that those lines are made of which the corpus takes, see furnished.ts; null where nobody has read them. */
  readonly runs: HashSet | null;
}

/** So many articles of each line are compared with one another, spread evenly over those that have it. */
export const MOST_COMPARED = 12;
/** An article of fewer remaining words, or sampled shingles, tells nothing. */
const LEAST_WORDS = 25;
const LEAST_SAMPLE = 3;
/** Share of differing pairs from which a line is furniture; below, it is not stored. */
const LEAST_DIFFERING = 0.6;
/** Shared text may outweigh the rest by a quarter of the number of articles: more is a revision, not furniture. */
const MOST_BULK_PER_ARTICLE = 0.25;
/** A line of one or two words needs more articles. */
const SHORT_LINE = 2;
const LEAST_ARTICLES_SHORT = 5;
/** So does a sentence without a phrase of furniture, and pairs that differ more surely. */
const LEAST_ARTICLES_SENTENCE = 3;
const LEAST_DIFFERING_SENTENCE = 0.8;
/**
 * What so many articles have, in pairs that differ so surely, and where the text shared is no more than the rest. Reprints
 * that were cut and rewritten share more.
 */
const WIDESPREAD = { articles: 6, differing: 0.95, bulk: 1 };
export const NOWHERE = 0xffffffff;
/** A headline stands on top of its article and of copies, and elsewhere in others; an outlet's name hardly ever does. */
const MOST_TOPS = 0.75;

/**
 * Finds the lines that articles share although they otherwise differ. A reprint's lines are shared by articles that are
 * alike in the rest, or have no rest: those stay.
 *
 * Surveys come in order of article id; the result depends on nothing else. O(lines) to count, then for each shared line at
 * most 12 articles, whose remaining text is sampled once for each power of two of "at least so many articles".
 */
export function sharedLines(surveys: readonly LineSurvey[]): SharedLines {
  return judgeLines(countLines(keysOf(surveys)), (article) => surveys[article]);
}

function keysOf(surveys: readonly LineSurvey[]): LineKeys {
  const firstLine = new Uint32Array(surveys.length + 1);
  for (const [article, { keys }] of surveys.entries()) firstLine[article + 1] = firstLine[article] + keys.length;
  return {
    firstLine,
    each(see) {
      for (const [article, { keys }] of surveys.entries()) see(keys, 0, keys.length, article);
    },
  };
}

/** The same of lines that were counted elsewhere, too: `surveyOf` knows the articles that `lines` names. */
export function judgeLines(lines: LineCounts, surveyOf: SurveyOf): SharedLines {
  return sharedOf(lines, [judgeRows(lines, rowsInTurn(lines), surveyOf)]);
}

/** Lines that are furniture by their articles: rows of the counted ones. */
export interface JudgedRows {
  readonly rows: Uint32Array;
  readonly differing: Float32Array;
  readonly bulk: Float32Array;
}

/** Judges these rows, each for itself; quickest in the order of `rowsInTurn`, in any parts. */
export function judgeRows(lines: LineCounts, rows: Uint32Array, surveyOf: SurveyOf): JudgedRows {
  const rests = new Rests(lines, surveyOf);
  const kept = new Uint32Array(rows.length);
  const differing = new Float32Array(rows.length);
  const bulk = new Float32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    rests.makeRoom();
    const judged = judgeLine(listOf(lines.articles, row), limitFor(lines.counts[row]), rests);
    if (judged === null || judged.differing < LEAST_DIFFERING) continue;
    kept[count] = row;
    differing[count] = judged.differing;
    bulk[count++] = judged.bulk;
  }
  return { rows: kept.slice(0, count), differing: differing.slice(0, count), bulk: bulk.slice(0, count) };
}

/** All rows. Neighbouring lines stand in much the same articles, whose rests are then known: rows of several passes are apart. */
export function rowsInTurn({ articles }: LineCounts): Uint32Array {
  const { starts, values } = articles;
  return sortedBy(Uint32Array.from({ length: starts.length - 1 }, (_, row) => values[starts[row]]));
}

/** What was judged, put together by keys. */
export function sharedOf(lines: LineCounts, judged: readonly JudgedRows[]): SharedLines {
  let count = 0;
  for (const { rows } of judged) count += rows.length;
  const rows = new Uint32Array(count);
  const differing = new Float32Array(count);
  const bulk = new Float32Array(count);
  let at = 0;
  for (const part of judged) {
    rows.set(part.rows, at);
    differing.set(part.differing, at);
    bulk.set(part.bulk, at);
    at += part.rows.length;
  }
  const order = positions(count).sort((i, j) => lines.keys[rows[i]] - lines.keys[rows[j]]);
  const keys = Float64Array.from(order, (i) => lines.keys[rows[i]]);
  const judgedAs = {
    articles: Uint32Array.from(order, (i) => lines.counts[rows[i]]),
    differing: Float32Array.from(order, (i) => differing[i]),
    bulk: Float32Array.from(order, (i) => bulk[i]),
  };
  return {
    keys,
    ...judgedAs,
    tops: Uint32Array.from(order, (i) => lines.tops[rows[i]]),
    firsts: Uint32Array.from(order, (i, row) => (isWidespread(judgedAs, row) ? listOf(lines.articles, rows[i])[0] : NOWHERE)),
    slots: slotsOf(keys),
    runs: null,
  };
}

function slotsOf(keys: Float64Array): Uint32Array {
  let capacity = 16;
  while (capacity < 4 * keys.length) capacity *= 2;
  const slots = new Uint32Array(capacity);
  for (let row = 0; row < keys.length; row++) {
    let slot = slotOf(keys[row], capacity);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = row + 1;
  }
  return slots;
}

/** Keys are hashes: their low bits serve. */
function slotOf(key: number, capacity: number): number {
  return (key >>> 0) & (capacity - 1);
}

/** Row of a line's key; −1 when the corpus has nothing against it. O(1). */
export function findShared({ keys, slots }: SharedLines, key: number): number {
  let slot = slotOf(key, slots.length);
  while (slots[slot] !== 0 && keys[slots[slot] - 1] !== key) slot = (slot + 1) & (slots.length - 1);
  return slots[slot] - 1;
}

/** What the corpus says of a line. */
export const KEEPS = 0;
/**
 * Its articles share more than they differ in, and may be versions of one story: furniture only if the line is no sentence
 * and speaks of other things than the article, or stands between furniture.
 */
export const DOUBTS = 1;
export const TAKES = 2;

/**
 * What the corpus says of a line of so many words. `row` is from findShared, `plain`: a sentence without a phrase of
 * furniture, `outside`: above or below all sentences of the article.
 */
export function corpusSays(shared: SharedLines, row: number, words: number, plain: boolean, outside: boolean): number {
  const articles = shared.articles[row];
  if (shared.differing[row] < LEAST_DIFFERING) return KEEPS;
  if (words <= SHORT_LINE && articles < LEAST_ARTICLES_SHORT && !outside) return KEEPS;
  if (plain && (articles < LEAST_ARTICLES_SENTENCE || shared.differing[row] < LEAST_DIFFERING_SENTENCE)) return KEEPS;
  if (shared.bulk[row] <= MOST_BULK_PER_ARTICLE * articles) return TAKES;
  return articles < LEAST_ARTICLES_SENTENCE ? KEEPS : DOUBTS;
}

/** Whether a line on top of a page stands elsewhere amid others: a headline, which other articles list. */
export function isListedElsewhere(shared: SharedLines, row: number): boolean {
  return shared.tops[row] <= MOST_TOPS * shared.articles[row];
}

/** Whether many articles have the line, no two of them alike. */
export function isWidespread({ articles, differing, bulk }: Pick<SharedLines, 'articles' | 'differing' | 'bulk'>, row: number): boolean {
  return articles[row] >= WIDESPREAD.articles && differing[row] >= WIDESPREAD.differing && bulk[row] <= WIDESPREAD.bulk;
}

/** Compares the articles of a line in what remains of them; null when too little remains to say. */
function judgeLine(articles: Uint32Array, limit: number, rests: Rests): { differing: number; bulk: number } | null {
  const compared: number[] = [];
  const count = Math.min(MOST_COMPARED, articles.length);
  for (let at = 0; at < count; at++) {
    const rest = rests.of(articles[Math.floor((at * articles.length) / count)], limit);
    if (rests.words(rest) >= LEAST_WORDS && rests.sampled(rest) >= LEAST_SAMPLE) compared.push(rest);
  }
  if (compared.length < 2) return null;
  let differing = 0;
  for (let a = 0; a < compared.length; a++) {
    for (let b = 0; b < a; b++) if (rests.differ(compared[a], compared[b])) differing++;
  }
  const bulks = compared.map((rest) => rests.bulk(rest)).sort((a, b) => a - b);
  return { differing: differing / ((compared.length * (compared.length - 1)) / 2), bulk: bulks[bulks.length >> 1] };
}

/** The greatest power of two up to half the articles, at least 2: lines that so many have are no part of the rest. */
function limitFor(articles: number): number {
  let limit = 2;
  while (limit * 2 <= articles / 2) limit *= 2;
  return limit;
}
