import { withRoom } from '../../columns/grow.ts';
import { intersection, sortUnique } from '../../kernel/shingles.ts';
import { type LineCounts, magnitude } from './lineCounts.ts';
import type { LineSurvey } from './survey.ts';

/** What an article tells of its lines beside their keys; good until the next is asked for. */
export type SurveyOf = (article: number) => Omit<LineSurvey, 'keys'>;

/** Remaining texts differ when they share less than this of the smaller one. */
const ALIKE = 0.2;
/** Words of marks: at a hundred shingles a sample, nine in ten strangers meet no mark. */
const MARK_WORDS = 32;

/** Rests that are remembered: some 600 bytes each. */
const MOST_RESTS = 1 << 16;

/**
 * What is left of articles when the lines that at least so many articles have are left out. A rest is worked out when it is
 * first asked for, and known by a number from then on.
 */
export class Rests {
  private readonly numbers = new Map<number, number>();
  /** Per rest. */
  private readonly wordCounts: number[] = [];
  private readonly bulks: number[] = [];
  private readonly starts: number[] = [0];
  /** Sampled shingles of all rests, end to end, ascending within one, each once. */
  private samples = new Uint32Array(1 << 14);
  /** Shingles of the sample whose mark was another's already. */
  private readonly unmarked: number[] = [];
  /** Per rest MARK_WORDS: a bit for each shingle of the sample; what is not marked is not in it. */
  private marks = new Uint32Array(1 << 14);
  private readonly lines: LineCounts;
  private readonly surveyOf: SurveyOf;

  constructor(lines: LineCounts, surveyOf: SurveyOf) {
    this.lines = lines;
    this.surveyOf = surveyOf;
  }

  /** The rest of an article without the lines that `limit` articles have, a power of two. O(lines + sample) at first sight. */
  of(article: number, limit: number): number {
    // Limits are powers of two up to 2^31, so that 32 of them share an article's number.
    const key = article * 32 + magnitude(limit);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    // Another limit that leaves the same lines gives the same rest: one in four does.
    const alike = article * 32 + this.leastMagnitude(article, magnitude(limit));
    const rest = this.numbers.get(alike) ?? this.wordCounts.length;
    this.numbers.set(key, rest);
    this.numbers.set(alike, rest);
    if (rest === this.wordCounts.length) this.add(article, limit);
    return rest;
  }

  /** The least power of two that leaves the same lines of an article as that of `bound`; both by their exponents. */
  private leastMagnitude(article: number, bound: number): number {
    const { magnitudeAt, firstLine } = this.lines;
    let most = 0;
    for (let at = firstLine[article]; at < firstLine[article + 1]; at++)
      if (magnitudeAt[at] < bound) most = Math.max(most, magnitudeAt[at]);
    return most + 1;
  }

  /** Lets go of all rests when there are many: neighbouring lines stand in much the same articles. Their numbers are good no more. */
  makeRoom(): void {
    if (this.wordCounts.length <= MOST_RESTS) return;
    this.numbers.clear();
    this.wordCounts.length = 0;
    this.bulks.length = 0;
    this.unmarked.length = 0;
    this.starts.length = 1;
    this.marks.fill(0);
  }

  words(rest: number): number {
    return this.wordCounts[rest];
  }

  /** Words that were left out ÷ words that remain. */
  bulk(rest: number): number {
    return this.bulks[rest];
  }

  /** Shingles in the sample. */
  sampled(rest: number): number {
    return this.starts[rest + 1] - this.starts[rest];
  }

  differ(a: number, b: number): boolean {
    const { samples, starts, marks } = this;
    const bound = ALIKE * Math.min(this.sampled(a), this.sampled(b));
    // Strangers have next to nothing in common, and the marks tell that at a tenth of the cost. Shingles may share a mark.
    let atMost = Math.min(this.unmarked[a], this.unmarked[b]);
    for (let word = 0; word < MARK_WORDS; word++) {
      for (let both = marks[a * MARK_WORDS + word] & marks[b * MARK_WORDS + word]; both !== 0; both &= both - 1) atMost++;
    }
    return atMost < bound || intersection(samples, starts[a], starts[a + 1], samples, starts[b], starts[b + 1]) < bound;
  }

  private add(article: number, limit: number): void {
    const survey = this.surveyOf(article);
    const { sampleStarts, sample } = survey;
    const from = this.starts[this.starts.length - 1];
    this.samples = withRoom(this.samples, from + sample.length);
    const { samples } = this;
    const { magnitudeAt, firstLine } = this.lines;
    const bound = magnitude(limit);
    let to = from;
    let words = 0;
    let allWords = 0;
    for (let line = 0; line < survey.words.length; line++) {
      allWords += survey.words[line];
      if (magnitudeAt[firstLine[article] + line] >= bound) continue;
      words += survey.words[line];
      for (let at = sampleStarts[line]; at < sampleStarts[line + 1]; at++) samples[to++] = sample[at];
    }
    to = from + sortUnique(samples.subarray(from, to), to - from);
    const mark = this.wordCounts.length * MARK_WORDS;
    this.marks = withRoom(this.marks, mark + MARK_WORDS);
    let unmarked = 0;
    for (let at = from; at < to; at++) {
      const word = mark + ((samples[at] >>> 5) & (MARK_WORDS - 1));
      const bit = 1 << samples[at]; // its low five bits
      if (this.marks[word] & bit) unmarked++;
      this.marks[word] |= bit;
    }
    this.unmarked.push(unmarked);
    this.wordCounts.push(words);
    this.bulks.push(words === 0 ? 0 : (allWords - words) / words);
    this.starts.push(to);
  }
}
